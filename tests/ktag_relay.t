#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# Where there are two processors, a process of its own cuts the rest of a long text for ktag: the same bytes and the same status, and
# neither process outlives the other unseen.
. "$(dirname "$0")/tap.sh"
cd "$tmp" || exit 2

text() { # over a MB of pages
	awk 'BEGIN { for (i = 1; i <= 6000; i++) printf "Report %d is out\nPosted 2025-11-%02d 10:00\nThe ministry in Seoul said on Monday that office %d had met Kim Jong Un.\nIt will meet again next week, Defense Minister Ahn Gyu-back told reporters.\nCopyright The Gull Point Courier\n", i, i % 28 + 1, i }'
}
child_of() { awk -v parent="$1" '{ sub(/.*\) /, "") } $2 == parent { split(FILENAME, at, "/"); print at[3]; exit }' /proc/[0-9]*/stat 2>/dev/null; }

text >long.txt
ktag=$BIN/ktag
taskset -c "$(taskset -cp $$ | sed 's/.*: //; s/[-,].*//')" "$ktag" long.txt >one
"$ktag" long.txt >two
same two one 'one processor or two: the same bytes'
is "$(wc -l <two)" "$("$BIN/ksplit" long.txt | wc -l)" 'every article comes out'
"$ktag" --stats long.txt 2>err >three
same three one '--stats: the same bytes'
grep -q "	bytes=$(wc -c <long.txt)	" err
ok $? '--stats counts the bytes of the text' "$(cat err)"

{ cat long.txt; printf 'A bad byte \xff ends it.\n'; } | "$ktag" >out 2>err
is "$?" 1 'a bad byte far behind: status 1'
is "$(wc -l <err)" 1 'and one message'

"$ktag" long.txt 2>err | head -n 1 >/dev/null
is "${PIPESTATUS[0]}" 141 'a reader that is gone: ended by SIGPIPE'
is "$(cat err)" '' 'silently'

# Both wait for input that does not come.
mkfifo pipe
{ cat long.txt; exec sleep 60; } >pipe &
feeder=$!
"$ktag" <pipe >out 2>err &
parent=$!
if [ "$(nproc)" -lt 2 ]; then
	skip 'a killed child' 'one processor'
	skip 'a killed parent' 'one processor'
	kill "$parent"
else
	comes 'child=$(child_of "$parent"); [ -n "$child" ] && [ "$(wc -l <out)" -gt 5000 ]'
	ok $? 'what was read comes out before more is read' "$(wc -l <out) lines"
	kill -9 "$child"
	wait "$parent" 2>/dev/null
	is "$?" 2 'the child is killed: status 2'
	grep -q 'killed by signal 9' err
	ok $? 'and a message' "$(cat err)"
fi
kill "$feeder" 2>/dev/null
if [ "$(nproc)" -ge 2 ]; then
	{ cat long.txt; exec sleep 60; } >pipe &
	feeder=$!
	"$ktag" <pipe >out 2>err &
	parent=$!
	comes 'child=$(child_of "$parent"); [ -n "$child" ]'
	kill -9 "$parent"
	wait "$parent" 2>/dev/null
	comes '[ -n "$child" ] && { [ ! -d "/proc/$child" ] || grep -qs "^State:	Z" "/proc/$child/status"; }'
	ok $? 'the parent is killed: so is the child'
	kill "$feeder" 2>/dev/null
fi
done_testing
