# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# The contract of kwire.7, for every filter of this list. A further filter is one more line:
# name | what it is fed with in the tests of streams (text or articles) | arguments
filters='
knorm|text|
ksplit|articles|
kdedup|articles|
ktag|articles|
ktsv|articles|
ktsv|articles|-t articles
'
. "$(dirname "$0")/tap.sh"
cd "$tmp" || exit 2
asan=$(nm "$BIN/ksplit" 2>/dev/null | grep -c __asan_init)
large=20000 # records; far more than a pipe and all buffers hold

article() {
	printf '{"id":"%020d","title":"Note %d","date":"2025-11-04","text":"Report number %d: Seoul said on Nov. %d that talk %d went well.","x-key":[1.50,null],"entities":[{"type":"GPE","start":%d,"end":%d,"text":"Seoul","rule":"test"}]}\n' \
		"$1" "$1" "$1" $(($1 % 28 + 1)) "$1" $((16 + ${#1})) $((21 + ${#1}))
}
articles() {
	awk -v from="$1" -v to="$2" 'BEGIN { for (i = from; to == "" || i <= to; i++) {
		n = length(i); printf "{\"id\":\"%020d\",\"title\":\"Note %d\",\"date\":\"2025-11-04\",\"text\":\"Report number %d: Seoul said on Nov. %d that talk %d went well.\",\"x-key\":[1.50,null],\"entities\":[{\"type\":\"GPE\",\"start\":%d,\"end\":%d,\"text\":\"Seoul\",\"rule\":\"test\"}]}\n", i, i, i, i % 28 + 1, i, 16 + n, 21 + n } }'
}
text() {
	awk -v from="$1" -v to="$2" 'BEGIN { for (i = from; to == "" || i <= to; i++)
		printf "Report number %d says that the ministry in Seoul met on the matter.\n\n", i }'
}
feed() { "$kind" "$@"; }

page() {
	printf 'Home > National\n\nMinistry plans %s review in Seoul\n\nPublished: 2025-11-0%d 10:00\n\n' "$1" "$2"
	printf 'SEOUL, Nov. %d -- The defense ministry said on Tuesday that a %s review would begin next month.\n\n' "$2" "$1"
	printf 'Officials of both sides met in Busan for the %s talks, the ministry added in a release.\n' "$1"
}
page second 1 >page1.txt
page third 2 >page2.txt

noise() { perl -e 'srand 1; print map { chr int rand 256 } 1 .. shift' "$1"; }
valid_utf8() { iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1; }
# status WANTED NAME: $? of the last run against WANTED, standard error shown on failure
status() {
	[ "$rc" -eq "$1" ]
	ok $? "$f: $2" "status $rc, not $1: $(head -c 500 err)"
}
one_line() {
	[ "$(wc -l <err)" -eq 1 ] && grep -q "^${f%% *}: " err
	ok $? "$f: $1: one line on standard error" "$(head -c 500 err)"
}

full_disk() {
	local n
	for n in 1 $large; do
		feed 1 "$n" | "${run[@]}" >/dev/full 2>err
		rc=${PIPESTATUS[1]}
		status 2 "full disk, $n records"
		grep -q 'No space left' err
		ok $? "$f: full disk, $n records: says so" "$(cat err)"
	done
	feed 1 1 | "${run[@]}" 2>err >&-
	rc=${PIPESTATUS[1]}
	status 2 'closed standard output'
	one_line 'closed standard output'
	"${run[@]}" --help >/dev/full 2>err
	rc=$?
	status 2 '--help on a full disk'
}

broken_pipe() {
	feed 1 $large | "${run[@]}" 2>err | head -n 1 >/dev/null
	rc=${PIPESTATUS[1]}
	status 141 'head -1'
	[ ! -s err ]
	ok $? "$f: head -1: silent" "$(cat err)"
	(
		trap '' PIPE
		feed 1 2>/dev/null | timeout 20 "${run[@]}" 2>/dev/null | head -n 1 >/dev/null
		echo "${PIPESTATUS[1]}" >rc
	)
	rc=$(cat rc)
	status 141 'head -1, endless input, SIGPIPE ignored'
}

bad_operands() {
	"${run[@]}" <&- >out 2>err
	rc=$?
	status 2 'closed standard input'
	"${run[@]}" / >out 2>err </dev/null
	rc=$?
	status 2 'directory as operand'
	one_line 'directory as operand'
	"${run[@]}" </ >out 2>err
	rc=$?
	status 2 'directory as standard input'
	"${run[@]}" page1.txt page2.txt >wanted 2>err
	rc=$?
	status 0 'two files'
	"${run[@]}" page1.txt missing.txt page2.txt >out 2>err
	rc=$?
	status 2 'missing file among good ones'
	one_line 'missing file among good ones'
	same out wanted "$f: missing file among good ones: the others are read"
	cat page1.txt >own.txt
	"${run[@]}" own.txt page2.txt >>own.txt 2>err
	rc=$?
	status 2 'its own output as operand'
	one_line 'its own output as operand'
	cat page1.txt >own.txt
	"${run[@]}" <own.txt >>own.txt 2>err
	rc=$?
	status 2 'its own output as standard input'
	cmp -s own.txt page1.txt || [ "${run[0]##*/}" = ktsv ] # a header
	ok $? "$f: its own output as standard input: nothing is added"
	"${run[@]}" '' >out 2>err
	grep -qx "${f%% *}: '': No such file or directory" err
	ok $? "$f: an operand without a name" "$(cat err)"
	"${run[@]}" --no-such-option >out 2>err
	rc=$?
	status 2 'unknown option'
	[ "$(wc -l <err)" -eq 2 ] && [ ! -s out ] && grep -q -- '--help' err
	ok $? "$f: unknown option: two lines, standard error only" "$(cat err)"
	"${run[@]}" --help=3 >out 2>err
	grep -q "'--help=3' takes no argument" err
	ok $? "$f: an argument that is not wanted" "$(cat err)"
	"${run[@]}" --max-article=12x >out 2>err
	rc=$?
	status 2 'option with a wrong number'
}

# Linux lets a name hold any bytes but NUL and slash: no message has a second line for it, no output is less than UTF-8.
odd_names() {
	local name=$'two\nlines \033[31m\377'
	{ page first 3; printf 'Bad \377 byte in a line of its own kind.\n'; } >"$name"
	"${run[@]}" "$name" $'missing\n\033[31m' >out 2>err
	rc=$?
	status 2 'a file with an odd name, and none'
	[ -s out ] && valid_utf8 out
	ok $? "$f: odd names: output is UTF-8" "$(cat -A out | head -c 300)"
	! grep -av "^${f%% *}: " err && ! tr -d '\n' <err | grep -aq '[[:cntrl:]]'
	ok $? "$f: odd names: messages of one line each, without controls" "$(cat -A err)"
}

help() {
	"${run[@]}" --help >out 2>err
	rc=$?
	status 0 --help
	[ "$(wc -l <out)" -le 24 ] && [ ! -s err ] && grep -qi example out
	ok $? "$f: --help: at most 24 lines with an example" "$(wc -l <out)"
	"${run[@]}" -V >out 2>err
	rc=$?
	status 0 --version
	grep -q "^${f%% *} (kwire) [0-9]" out
	ok $? "$f: --version names itself" "$(cat out)"
}

counts() {
	feed 1 5 | "${run[@]}" --stats >out 2>err
	[ "$(grep -c "^${f%% *}	.*=[0-9]" err)" -eq 1 ] && [ "$(wc -l <err)" -eq 1 ]
	ok $? "$f: --stats: one line on standard error" "$(cat err)"
	feed 1 5 | "${run[@]}" --progress >out 2>err
	[ ! -s err ]
	ok $? "$f: --progress: nothing where standard error is no terminal" "$(cat err)"
	feed 1 5 | "${run[@]}" --progress --progress >out 2>err
	grep -q 'MB/s' err
	ok $? "$f: --progress twice: shown anyway" "$(cat err)"
}

ugly_bytes() {
	"${run[@]}" </dev/null >out 2>err
	rc=$?
	status 0 'empty input'
	[ ! -s err ]
	ok $? "$f: empty input: silent" "$(cat err)"
	{ page first 3; printf '\0\0'; page fourth 4; } | "${run[@]}" >out 2>err
	[ "$?" -le 1 ] && valid_utf8 out && [ -s out ]
	ok $? "$f: NUL bytes" "$(head -c 300 err)"
	# Table 3-7 of Unicode 15: stray and missing continuation bytes, overlong forms, surrogates, too high, no such byte
	local bad
	for bad in '\200' '\277' '\303' '\342\202' '\360\237\230' '\300\257' '\340\200\257' '\360\200\200\257' '\355\240\200' \
		'\355\277\277' '\364\220\200\200' '\370\210\200\200\200' '\374' '\376' '\377' '\303\050' '\342\050\241' '\360\050\214\274'; do
		{ page first 3; printf "Bad $bad byte in a line of its own kind.\n"; } | "${run[@]}" >out 2>err
		[ "$?" -le 1 ] && valid_utf8 out && [ -s out ]
		ok $? "$f: ill-formed $bad in text" "$(head -c 300 err)"
	done
	noise 300000 | "${run[@]}" >out 2>err
	[ "$?" -le 1 ] && valid_utf8 out
	ok $? "$f: random bytes" "$(head -c 300 err)"
}

line_ends() {
	page first 3 | "${run[@]}" >wanted 2>err
	page first 3 | sed 's/$/\r/' | "${run[@]}" >out 2>>err
	same out wanted "$f: CRLF"
	page first 3 | head -c -1 | "${run[@]}" >out 2>>err
	same out wanted "$f: no final newline"
	{ printf '\357\273\277'; page first 3; } | "${run[@]}" >out 2>>err
	same out wanted "$f: byte order mark"
	[ ! -s err ]
	ok $? "$f: line ends: silent" "$(cat err)"
}

same_bytes() {
	local most locale
	{ feed 1 30; } >records
	"${run[@]}" page1.txt records page2.txt >wanted 2>err
	for most in 1 2 3 4095; do
		short_reads $most "${run[@]}" page1.txt records page2.txt >out 2>err
		same out wanted "$f: reads of $most bytes"
	done
	for locale in C ko_KR.UTF-8 cs_CZ.UTF-8; do
		LC_ALL=$locale "${run[@]}" page1.txt records page2.txt >out 2>err
		same out wanted "$f: locale $locale"
	done
}

# Whoever shares a pipe may have made it non-blocking: ssh, node.
non_blocking() {
	feed 1 3000 >records
	"${run[@]}" <records >wanted 2>err
	{ sleep 0.2 && cat records; } \
		| perl -MFcntl -e 'fcntl($_, F_SETFL, O_NONBLOCK) for \*STDIN, \*STDOUT; exec { $ARGV[0] } @ARGV' "${run[@]}" 2>err | { sleep 0.4 && cat >out; }
	rc=${PIPESTATUS[1]}
	status 0 'pipes that do not block'
	same out wanted "$f: pipes that do not block: nothing is lost"
}

# What has been written must come out while the writer still waits.
live() {
	rm -f fifo
	mkfifo fifo
	"${run[@]}" <fifo >out 2>err &
	exec 4>fifo
	feed 1 2 >&4
	comes "grep -q '[Nn]umber 1\|Note 1\|Seoul' out"
	ok $? "$f: output is live" "$(head -c 300 out)"
	exec 4>&-
	wait $!
	rc=$?
	status 0 'live input ends'
}

long_line() {
	if [ "$asan" -gt 0 ]; then
		skip "$f: 80 MB line" 'AddressSanitizer needs the address space'
		return
	fi
	(
		ulimit -v 400000
		{ head -c 80000000 /dev/zero | tr '\0' 'a'; printf '\n'; } | "${run[@]}" >out 2>err
	)
	rc=$?
	[ "$rc" -le 1 ]
	ok $? "$f: one line of 80 MB in 400 MB of memory" "status $rc: $(head -c 500 err)"
	if [ "${f%% *}" != knorm ]; then
		[ "$rc" -eq 1 ] && grep -q 'max-article' err
		ok $? "$f: one line of 80 MB: says that it was cut" "status $rc: $(head -c 500 err)"
	fi
	(
		ulimit -v 40000
		head -c 50000000 /dev/zero | tr '\0' '\n' | "${run[@]}" >out 2>err
	)
	rc=$?
	status 0 '50 million blank lines in 40 MB of memory'
	(
		ulimit -v 48000
		yes a 2>/dev/null | head -c 8000000 | "${run[@]}" >out 2>err
	)
	rc=$?
	[ "$rc" -le 1 ]
	ok $? "$f: 4 million lines of a letter in 48 MB of memory" "status $rc: $(head -c 500 err)"
	rm -f out
}

# One system call or allocation fails, each in its turn.
faults() {
	local fault
	feed 1 $large >records
	for fault in read:1:5 read:3:5 write:1:5 write:1:28 close:1:122 malloc:1 malloc:2 malloc:3 malloc:5 malloc:8; do
		if [ "$asan" -gt 0 ]; then
			skip "$f: fault $fault" 'AddressSanitizer has its own malloc'
			continue
		fi
		FAULT=$fault LD_PRELOAD=$tmp/.tools/faults.so "${run[@]}" records >out 2>err
		rc=$?
		case $fault in
		malloc*) [ "$rc" -eq 2 ] && grep -q 'out of memory' err || [ "$rc" -eq 0 ] ;;
		*) [ "$rc" -eq 2 ] && [ -s err ] ;;
		esac
		ok $? "$f: fault $fault" "status $rc: $(head -c 300 err)"
	done
}

# One bad line among articles: reported with its place, the others go on.
bad_articles() {
	[ "$kind" = articles ] || return
	local bad
	articles 1 1 >one
	articles 2 2 >two
	cat one two | "${run[@]}" >wanted 2>err
	for bad in '{"text":"cut off' '{"text":1}' '{"text":"a"}x' '[]' 'plain text' '{"text":"\ud8"}' "$(printf '{"text":"\377"}')" \
		'{"id":"a","id":"b"}' '{"entities":{}}'; do
		{ cat one; printf '%s\n' "$bad"; cat two; } >mixed
		"${run[@]}" mixed >out 2>err
		rc=$?
		status 1 "malformed article $bad"
		grep -q "^${f%% *}: mixed:2: " err
		ok $? "$f: malformed article: FILE:LINE" "$(cat err)"
		same out wanted "$f: malformed article: the others pass"
	done
}

# JSON in another layout than an object a line is neither articles nor text: said once, with its place and what to do.
other_json() {
	printf '[{"text":"Held in Seoul."},\n{"text":"Closed."}]\n' >array.json
	printf '\n[\n\n  {\n    "text": "Held in Seoul."\n  }\n]\n' >tall_array.json
	printf '{\n  "text": "Held in Seoul."\n}\n' >tall.json
	"${run[@]}" page1.txt page2.txt >wanted 2>err
	local file
	for file in array.json tall_array.json tall.json; do
		short_reads 1 "${run[@]}" page1.txt "$file" page2.txt >out 2>err
		rc=$?
		status 1 "$file"
		one_line "$file"
		grep -q "$file:[12]: .*jq -c" err
		ok $? "$f: $file: FILE:LINE and a way out" "$(cat err)"
		same out wanted "$f: $file: the others are read"
	done
}

# What lands among pages by mistake is neither.
no_text() {
	local bytes
	"${run[@]}" page1.txt page2.txt >wanted 2>err
	for bytes in '\037\213\010\010' 'PK\003\004\024' '\320\317\021\340\241\261\032\341\000\000' '%%PDF-1.7\n%%\342\343' '{\\rtf1\\ansi A}' \
		'\033$)C\n\016GQ19\017' '\357\273\277\n<!DOCTYPE html>\n<html><p>Held in Seoul.</p>' '<html lang="ko"><p>Held in Seoul.</p>' '<?xml version="1.0"?>\n<rss>' \
		'From: <Saved by Blink>\nSnapshot-Content-Location: https://paper.example/a\n'; do
		printf "$bytes" >file
		head -c 3000 /dev/zero >>file
		short_reads 1 "${run[@]}" page1.txt file page2.txt >out 2>err
		rc=$?
		status 1 "no text: $bytes"
		one_line "no text: $bytes"
		grep -q 'file:[12]: .*not text' err
		ok $? "$f: no text: $bytes: FILE:LINE" "$(cat err)"
		same out wanted "$f: no text: $bytes: the others are read"
	done
}

while IFS='|' read -r name kind args <&5; do
	[ -n "$name" ] || continue
	[ -x "$BIN/$name" ] || { ok 1 "$name is built"; continue; }
	f="$name${args:+ $args}"
	# shellcheck disable=SC2206 # arguments are words
	run=("$BIN/$name" $args)
	full_disk
	broken_pipe
	bad_operands
	odd_names
	help
	counts
	ugly_bytes
	line_ends
	same_bytes
	non_blocking
	live
	long_line
	faults
	bad_articles
	other_json
	no_text
done 5<<<"$filters"

knorm_twice() {
	noise 200000 | "$BIN/knorm" 2>/dev/null >once
	"$BIN/knorm" once >twice 2>/dev/null
	same twice once 'knorm: knorm | knorm = knorm on random bytes'
}
knorm_twice
done_testing
