# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# What kdedup must find and must not touch: edited copies and hard negatives (make bench-dedup is the long form), and the
# duplicates of ../shared where it is there.
. "$(dirname "$0")/tap.sh"
cd "$tmp" || exit 2
"$OUT/tools/dedup_gen" 2 300 60 >articles

# at_least SCORE LEAST NAME
at_least() {
	awk -v a="$1" -v b="$2" 'BEGIN { exit !(a >= b) }'
	ok $? "$3" "$1, not $2"
}
score() { perl "$ROOT/tests/bench/dedup_score.pl" articles report "$@"; }

kdedup --report report articles >kept
read -r f1 precision _ lost clean <<<"$(score brief)"
at_least "$f1" 0.95 'F1 on edited copies and hard negatives is 0.95 or more'
at_least "$precision" 0.99 'precision is 0.99 or more'
at_least "$clean" 0.99 'hardly a hard negative is left out'
is "$lost" 0 'no original is lost'
score >classes
for class in cut50 cut25 excerpt0 words2 words5 words10 reorder0 furniture11 style90 lead70 merge2 roundup5 correct0; do
	at_least "$(awk -v c="v.$class" '$1 == c { print $3 }' classes)" 0.98 "copies of the class $class are found"
done
kdedup --threshold 0.8 --report report articles >kept
is "$(score brief | cut -d ' ' -f 4)" 0 'nor at a threshold of 0.8'

shared=$ROOT/../shared/gold/dev
if [ -f "$shared/duplicates.tsv" ]; then
	for f in "$shared"/raw/*.txt; do
		knorm "$f" | ksplit >page
		cat page >>pages
		sed -n 's/^{"id":"\([^"]*\)".*/\1\t'"$(basename "$f")/p" page >>names
	done
	kdedup --report report pages >kept
	awk -F '\t' 'NR == FNR { name[$1] = $2; next } FNR > 1 { of[name[$1]] = name[$12]; of[name[$12]] = name[$12] }
		END { for (a in of) for (b in of) if (a != b && of[a] == of[b]) print a "\t" b }' names report >found
	while read -r a b _; do
		[ "${a#\#}" = "$a" ] || continue
		grep -q "^$a	$b\$" found
		ok $? "$a and $b are copies" "$(cat found)"
	done <"$shared/duplicates.tsv"
	while read -r a b _; do
		[ "${a#\#}" = "$a" ] || continue
		! grep -q "^$a	$b\$" found
		ok $? "$a and $b are no copies"
	done <"$shared/not_duplicates.tsv"
	is "$(knorm "$ROOT"/../shared/seeds/*.txt | ksplit | kdedup | wc -l)" 5 'the seeds are five stories'
else
	skip 'duplicates of ../shared' 'not there'
fi
done_testing
