# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# The main job on real pages, and accuracy against hand-made answers, where ../shared has them. The bounds are what has been
# reached, less a little: they fail when a change loses accuracy.
. "$(dirname "$0")/tap.sh"
shared=$ROOT/../shared
if [ ! -d "$shared/gold" ]; then
	echo '1..0 # SKIP no ../shared'
	exit 0
fi
seeds=("$shared"/seeds/*.txt)

cat "${seeds[@]}" | knorm | ktag | ktsv >"$tmp/glued"
is $? 0 'the main job ends well'
knorm "${seeds[@]}" | ksplit | kdedup | ktag | ktsv >"$tmp/files"
is $? 0 'the whole pipe ends well'
same "$tmp/glued" "$tmp/files" 'both give the same mentions'
is "$(cut -f 1 "$tmp/glued" | sed 1d | sort -u | wc -l)" 5 'of five articles'

# The pages glued in any order, as cat leaves them.
for seed in $(seq 20); do
	pages=$(find "$shared/seeds" "$shared/gold/dev/raw" -name '*.txt' ! -name '*_dup*' ! -name '14_*' | sort |
		shuf --random-source=<(yes "$seed"))
	# each through knorm alone, since encodings differ; the UTF-8 is glued
	n=$(for page in $pages; do knorm "$page"; done | ksplit | wc -l)
	echo "$n" >>"$tmp/counts"
done
echo "# articles in 20 orders: $(tr '\n' ' ' <"$tmp/counts")"

# bound NAME FILE PATTERN FIELD LEAST: a figure of score.py
bound() {
	local got
	got=$(awk -v p="$3" -v f="$4" '$0 ~ p { print $f; exit }' "$2")
	awk -v a="$got" -v b="$5" 'BEGIN { exit !(a >= b) }'
	ok $? "$1: $got, at least $5"
}
share() { awk -v p="$1" '$0 ~ p { print $2 / $4 }' "$2"; }
at_least() {
	awk -v a="$2" -v b="$3" 'BEGIN { exit !(a >= b) }'
	ok $? "$1: $2, at least $3"
}

for set in seeds dev-even dev-odd; do
	for way in ktag pipe; do
		bash "$ROOT/tests/measure/gold.sh" "$shared" $set $way >"$tmp/score"
		sed "s/^/# $set $way: /" "$tmp/score"
		bound "$set, $way: F1 of all mentions" "$tmp/score" '^all ' 7 0.5
	done
done
done_testing
