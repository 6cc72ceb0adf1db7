#!/usr/bin/env bash
# make bench-dedup: copies found and originals lost on edited copies and hard negatives (tests/bench/dedup_gen.c), beside what
# MinHash banding and SimHash find in the same file. SEED=2 by default: 1 was used to choose the thresholds. SHUFFLES=5 files more
# in random order. ORIGINALS=2000 CLASS=250.
set -eu
# shellcheck source-path=SCRIPTDIR disable=SC2154
. "$(dirname "$0")/lib.sh"
: "${SEED:=2}" "${ORIGINALS:=2000}" "${CLASS:=250}" "${SHUFFLES:=5}"
gen=$OUT/tools/dedup_gen peers=$OUT/tools/dedup_peers
score() { perl "$ROOT/tests/bench/dedup_score.pl" "$@"; }

file=$data/dedup-$SEED report=$data/dedup-report
"$gen" "$SEED" "$ORIGINALS" "$CLASS" >"$file"
echo "$(wc -l <"$file") articles: $ORIGINALS originals, $CLASS copies a class, negatives (seed $SEED)"
rm -f "$report"
kdedup --report "$report" "$file" >"$data/kept"
score "$file" "$report"

echo
printf '%-28s %6s %9s %6s %5s %10s %8s\n' method F1 precision recall lost negatives ms
line() {
	local name=$1 start end
	shift
	rm -f "$report" # a peer's list is no report: kdedup does not write over it
	start=${EPOCHREALTIME/./}
	"$@"
	end=${EPOCHREALTIME/./}
	# shellcheck disable=SC2046,SC2183 # score prints five words
	printf '%-28s %6s %9s %6s %5s %10s %8d\n' "$name" $(score "$file" "$report" brief) $(((end - start) / 1000))
}
run_kdedup() { kdedup --report "$report" "$@" "$file" >"$data/kept"; }
run_peer() { "$peers" "$1" "$file" >"$report"; }
line 'kdedup' run_kdedup
line 'kdedup --threshold 0.8' run_kdedup --threshold 0.8
line 'MinHash 14x8, 5-grams' run_peer lsh14x8
line 'MinHash 50x4, 2-grams' run_peer lsh50x4
line 'SimHash-64, distance 3' run_peer simhash
for ((i = 1; i <= SHUFFLES; i++)); do
	"$gen" $((SEED * 100 + i)) "$ORIGINALS" "$CLASS" shuffle >"$file"
	line "kdedup, shuffled $i" run_kdedup
done
