# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# kdedup's state: nothing is lost whatever kills a run, nothing is delivered twice without a crash, and what is wrong with a
# state is said. KILLS=200 makes the crash test long.
. "$(dirname "$0")/tap.sh"
: "${KILLS:=20}"
gen=$OUT/tools/dedup_gen
"$gen" 7 1500 plain >"$tmp/articles"
cd "$tmp" || exit 2
ids() { grep -ao '^{"id":"[^"]*"' "$@" | sort; }

kdedup articles >wanted
is "$?" 0 'a run without a state'
kdedup --state s.db articles >first
same first wanted 'a new state changes nothing'
kdedup --state s.db articles >second
is "$(wc -c <second)" 0 'the same input again gives nothing'
sed 's/"text":"/&SEOUL, June 1 (Wire) -- /; s/"id":"/&copy-/' articles | kdedup --state s.db >third
is "$(wc -c <third)" 0 'nor do copies under other ids and datelines'

for name in :memory: 'file:x?mode=memory' -s.db; do
	kdedup --state "$name" articles >first
	kdedup --state "$name" articles >second
	is "$(wc -c <second) $([ -f "./$name" ] && echo kept)" '0 kept' "a state whose name is $name is a file"
done

# Crashes at any moment: complete lines count as delivered, the next run delivers the rest.
rm -f s.db && : >delivered
for ((i = 0; i < KILLS; i++)); do
	kdedup --state s.db articles >part 2>/dev/null &
	pid=$!
	sleep "0.$(printf '%03d' $((RANDOM % 60)))"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	grep -a '}$' part >>delivered
done
kdedup --state s.db articles >>delivered 2>err
is "$?" 0 "after $KILLS kills the state opens" "$(cat err)"
sort -u delivered | diff -q - <(sort -u wanted) >/dev/null
ok $? 'and what was delivered is complete'
is "$(sqlite3 s.db 'PRAGMA integrity_check' 2>&1)" ok 'and the state is sound'

# Output that does not arrive.
rm -f s.db
kdedup --state s.db articles 2>/dev/null >/dev/full
is "$?" 2 'a full disk: status 2'
if nm "$BIN/kdedup" 2>/dev/null | grep -q __asan_init; then
	skip 'a disk that fails late' 'AddressSanitizer has its own malloc'
else
	FAULT=fdatasync:1:28 LD_PRELOAD=$tmp/.tools/faults.so kdedup --state s.db articles >late 2>err
	is "$? $(cat err)" '2 kdedup: <stdout>: No space left on device' 'a disk that fails late: status 2'
fi
kdedup --state s.db articles | head -n 1 >/dev/null
kdedup --state s.db articles >again
same again wanted 'after a full disk and a closed pipe everything comes again'

# Two runs at once.
rm -f s.db
kdedup --state s.db articles >one &
kdedup --state s.db articles >two
wait
cat one two | diff -q - wanted >/dev/null
ok $? 'two runs at once deliver each article once'
mkfifo feed
kdedup --state s.db feed >/dev/null &
exec 3>feed
comes '! kdedup --state s.db --lock-wait 0 /dev/null 2>err'
kdedup --state s.db --lock-wait 0 /dev/null 2>err
is "$? $(cat err)" '2 kdedup: s.db: in use by another run; waited 0 s (--lock-wait)' 'a state in use'
exec 3>&-
wait

# --commit-every: what was committed stays.
rm -f s.db
kdedup --state s.db --commit-every 1 feed >part &
pid=$!
exec 3>feed
head -n 5 articles >&3
comes '[ "$(wc -l <part)" -ge 5 ]'
is "$(wc -l <part)" 5 'articles come out while the input is open'
kill -9 $pid
wait $pid 2>/dev/null
exec 3>&-
kdedup --state s.db articles >rest
cat part rest | uniq | diff -q - wanted >/dev/null # the last one may: the kill can come before its commit
ok $? '--commit-every 1: what came out before a kill does not come again'

# Wrong states.
kdedup --state s.db --rate 4 --min-words 25 articles 2>err
is "$? $(cat err)" '2 kdedup: s.db: made with shingle 3 rate 8 min-words 20 normal form 1; this run has shingle 3 rate 4 min-words 25 normal form 1' \
	'other parameters'
head -c 100000 s.db >cut.db
kdedup --state cut.db articles >out 2>err
is "$? $(wc -c <out) $(grep -c 'cut.db: damaged' err)" '2 0 1' 'a state that was cut'
head -c 5000 /dev/zero | tr '\0' x >junk.db
kdedup --state junk.db articles >out 2>err
is "$? $(wc -c <out) $(cat err)" '2 0 kdedup: junk.db: no state of kdedup: file is not a database' 'a file that is no database'
sqlite3 other.db 'CREATE TABLE t (x)'
kdedup --state other.db articles 2>err
is "$? $(cat err)" '2 kdedup: other.db: a database, but no state of kdedup' 'a database of something else'
cp s.db new.db && sqlite3 new.db 'PRAGMA user_version = 9'
kdedup --state new.db articles 2>err
is "$? $(cat err)" '2 kdedup: new.db: a state of format 9; this kdedup knows format 1' 'a state of a newer format'
cp s.db flip.db && sqlite3 flip.db "UPDATE doc SET sketch = x'01020304' WHERE seq = 7"
kdedup --state flip.db articles 2>err
is "$? $(cat err)" '2 kdedup: flip.db: damaged: article 7 (o6) is not what was stored' 'a sketch that was changed'
kdedup --state /nonexistent/s.db articles 2>err
is "$?" 2 'a state that cannot be created'
: >empty.db
kdedup --state empty.db articles | diff -q - wanted >/dev/null
ok $? 'an empty file becomes a state'

# Days: copies are found beyond the window of the newest article too.
text=$(head -n 1 articles | sed 's/.*"text":"//; s/"}$//')
printf '{"id":"old","date":"2011-05-01","text":"%s"}\n{"id":"new","date":"2021-05-01","text":"Nothing."}\n' "$text" >days
kdedup --state days.db days >/dev/null
printf '{"id":"cut","date":"2011-05-03","text":"%s"}\n' "${text:0:300}" | kdedup --state days.db --report rep >out
is "$(wc -c <out) $(cut -f1-3 rep | tail -n 1)" '0 cut	old	subset' 'an old article finds the days round it'
printf '{"id":"far","date":"2020-05-03","text":"%s"}\n' "${text:0:350}" | kdedup --state days.db >out
is "$(wc -l <out)" 1 'a near copy outside the window is kept'
printf '{"id":"exact","date":"2020-05-03","text":"%s"}\n' "$text" | kdedup --state days.db >out
is "$(wc -l <out)" 0 'an exact copy is not'
kdedup --state days.db --expire 3650 /dev/null
is "$(sqlite3 days.db 'SELECT group_concat(id) FROM doc')" 'new,far' '--expire forgets what is older than the newest by so many days'
done_testing
