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

# at_least NAME GOT LEAST
at_least() {
	awk -v a="$2" -v b="$3" 'BEGIN { exit !(a != "" && a >= b) }'
	ok $? "$1: $2, at least $3"
}

# The pages glued in any order, without a mark between them. Each goes through knorm alone, since their encodings differ.
pages=()
for page in "$shared"/seeds/*.txt "$shared"/gold/dev/raw/*.txt; do
	case $page in *_dup[0-9]*) ;; *) knorm "$page" >"$tmp/page${#pages[@]}" && pages+=("$tmp/page${#pages[@]}") ;; esac
done
apart=$(knorm "${pages[@]}" | ksplit | wc -l)
sum=0
for seed in $(seq 20); do
	mapfile -t order < <(printf '%s\n' "${pages[@]}" | shuf --random-source=<(yes "$seed"))
	n=$(cat "${order[@]}" | ksplit | wc -l)
	sum=$((sum + (n < apart ? n : 2 * apart - n)))
done
at_least 'articles of glued pages, share of those told apart by marks' "$(awk -v a=$sum -v b="$apart" 'BEGIN { print a / 20 / b }')" 0.985

# score NAME PATTERN FIELD: a figure of score.py's table
score() { awk -v p="$1" -v f="$2" '$0 ~ p { print $f; exit }' "$tmp/score"; }

while read -r set way all roles quotes text; do
	bash "$ROOT/tests/measure/gold.sh" "$shared" "$set" "$way" >"$tmp/score"
	sed "s/^/# $set $way: /" "$tmp/score"
	at_least "$set, $way: F1 of all mentions" "$(score '^all ' 7)" "$all"
	at_least "$set, $way: precision of roles" "$(score '^roles' 3)" "$roles"
	at_least "$set, $way: precision of quotes" "$(score '^quotes' 3)" "$quotes"
	at_least "$set, $way: words neither lost nor extra" "$(awk '/^text/ { print 1 - ($5 + $7) / ($2 + $5) }' "$tmp/score")" "$text"
done <<-END
	seeds ktag 0.99 0.97 0.97 1
	seeds pipe 0.99 0.97 0.97 0.995
	dev-even ktag 0.985 0.97 0.97 1
	dev-even pipe 0.985 0.97 0.97 0.995
	dev-odd ktag 0.965 0.97 0.90 1
	dev-odd pipe 0.955 0.97 0.90 0.965
END
done_testing
