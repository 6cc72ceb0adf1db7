# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# kdedup cut into stages over sort(1) and join(1) decides as one pass does.
. "$(dirname "$0")/tap.sh"
export LC_ALL=C
tab=$(printf '\t')
cd "$tmp" || exit 2

# stages CAP OPTION...: from shard.* to kept, rep
stages() {
	local cap=$1 s n
	shift
	for s in shard.*; do
		n=${s#shard.}
		kdedup --emit keys --shard "$n." "$@" "$s" >"keys.$n"
		kdedup --emit sketch --shard "$n." "$@" "$s" >"sketch.$n"
	done
	sort -t "$tab" -k1,1 -k2,2 keys.* | kdedup --pairs --cap "$cap" >pairs 2>over
	sort -t "$tab" -k1,1 -k2,2 pairs | kdedup --count "$@" >candidates
	cat sketch.* >sketches
	sort -t "$tab" -k2,2 candidates |
		join -t "$tab" -1 2 -2 1 -o 1.1,0,1.3,2.2,2.3,2.4,2.5,2.6 - sketches |
		sort -t "$tab" -k1,1 -k2,2 | join -t "$tab" - sketches | kdedup --verify "$@" >edges
	sort -t "$tab" -k1,1 -k2,2 pairs edges | kdedup --decide "$@" >decisions
	: >kept && : >rep
	for s in shard.*; do
		n=${s#shard.}
		kdedup --apply decisions --shard "$n." --report one "$s" >>kept
		sed 1d one >>rep
	done
}

compare() {
	local name=$1
	shift
	kdedup --report one "$@" shard.* >wanted
	sed 1d one >wanted_rep
	same kept wanted "$name: the same articles are kept"
	same rep wanted_rep "$name: for the same reasons"
}

"$OUT/tools/dedup_gen" 3 80 12 shuffle | split -l 150 -d - shard.
stages 100000
compare 'three shards'
[ "$(wc -l <rep)" -gt 150 ]
ok $? 'many articles are copies' "$(wc -l <rep)"
is "$(cat over)" '' 'no key is over the cap'
stages 100000 --threshold 0.7 --window 2 --stock 3 --shingle 2 --rate 4 --min-words 20
compare 'other parameters' --threshold 0.7 --window 2 --stock 3 --shingle 2 --rate 4 --min-words 20
stages 16
grep -q '^kdedup: [0-9]* keys have more than 16 holders (--cap)' over
ok $? 'keys over the cap are counted'
kdedup --apply decisions --shard 00. --annotate shard.00 | grep -c '"dup":{"of":' >n
is "$(cat n)" "$(grep -c '^00\.' decisions)" '--apply --annotate marks each'

# Input that is not sorted, or damaged, ends a stage.
for stage in pairs count decide; do
	case $stage in
	pairs) tac keys.00 ;;
	*) sort -t "$tab" -k1,1 -k2,2 pairs | tac ;;
	esac | kdedup --$stage >out 2>err
	is "$? $(grep -c 'not sorted' err)" '2 1' "--$stage: input that is not sorted"
done
head -n 1 edges | cut -f1-4 | kdedup --verify 2>err
is "$? $(head -n 1 err)" '2 kdedup: <stdin>:1: too few fields' '--verify: a line that was cut'
for stage in '--emit keys' '--emit sketch' --pairs --count --verify --decide; do
	kdedup $stage </dev/null >out 2>err
	is "$? $(cat out err | wc -c)" '0 0' "$stage: empty input"
	kdedup $stage --annotate </dev/null >out 2>err
	is "$? $(wc -l <err)" '2 2' "$stage: annotates nothing"
done
done_testing
