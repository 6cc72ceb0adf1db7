# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# What holds for knorm on any input: the output is well-formed and stable, the fast path changes nothing, a report turns the
# input into the output, Unicode's own test passes.
. "$(dirname "$0")/tap.sh"

knorm() {
	"$BIN/knorm" "$@" 2>"$tmp/err"
}

# properties NAME FILE
properties() {
	knorm <"$2" >"$tmp/once"
	knorm <"$tmp/once" >"$tmp/twice"
	cmp -s "$tmp/once" "$tmp/twice"
	ok $? "$1: knorm | knorm = knorm"
	iconv -f UTF-8 -t UTF-8 "$tmp/once" >/dev/null 2>&1
	ok $? "$1: well-formed UTF-8"
	knorm --careful <"$2" | cmp -s - "$tmp/once"
	ok $? "$1: the fast path changes nothing"
	short_reads 7 "$BIN/knorm" <"$2" 2>/dev/null | cmp -s - "$tmp/once"
	ok $? "$1: reads of 7 bytes"
}

# A closed standard error is not the file that is opened next: no message gets into it.
printf 'abc \201 d\n' >"$tmp/bad"
(exec 2>&- && "$BIN/knorm" --report "$tmp/rows" "$tmp/bad" >"$tmp/out")
is "$(head -n 1 "$tmp/rows" | cut -f 1)" input 'no message in the report where standard error is closed'
is "$("$BIN/knorm" --report "$tmp/rows" 2>&1 <&-)" 'knorm: <stdin>: Bad file descriptor' 'closed standard input is not the report'

# applies NAME FILE: the report's rows, applied to the input, give the output
applies() {
	knorm --report "$tmp/rows" "$2" >"$tmp/out"
	perl -e '
		local $/;
		my ($input, $rows) = map { open my $f, "<", $_ or die; scalar(<$f>) // "" } @ARGV;
		my ($done, $made) = (0, "");
		my %plain = (t => "\t", n => "\n", r => "\r", "\\" => "\\");
		my @rows = split /\n/, $rows;
		shift @rows;
		for (@rows) {
			my ($in, $out, undef, $before, $after) = split /\t/, $_, -1;
			s/\\(?:x(..)|(.))/defined $1 ? chr hex $1 : $plain{$2}/ge for $before, $after;
			$made .= substr $input, $done, $in - $done;
			die "row at $in: output is ", length $made, " not $out\n" if length $made != $out;
			die "row at $in: other bytes stand there\n" if substr($input, $in, length $before) ne $before;
			$made .= $after;
			$done = $in + length $before;
		}
		print $made . substr $input, $done;' "$2" "$tmp/rows" >"$tmp/applied" 2>"$tmp/why"
	cmp -s "$tmp/applied" "$tmp/out"
	ok $? "$1: the report turns the input into the output" "$(cat "$tmp/why")"
}

: >"$tmp/empty"
applies 'an empty file' "$tmp/empty"
for file in "$ROOT"/tests/knorm/*.in; do
	name=$(basename "$file" .in)
	properties "$name" "$file"
	case $name in utf16* | utf32* | articles* | separators) continue ;; esac
	applies "$name" "$file"
done

# A JPEG's worth of noise, alternating encodings, truncated sequences.
perl -e 'srand 7; print map { chr int rand 256 } 1 .. 200000' >"$tmp/noise"
properties noise "$tmp/noise"
perl -e 'for (1 .. 300) { print "\xC7\xD1\xB1\xB9 $_\n\xED\x95\x9C\xEA\xB5\xAD $_\ncaf\xE9 $_\n\n" } print "cut \xED\x95"' >"$tmp/mixed"
properties 'alternating encodings' "$tmp/mixed"

# One line of 40 MB, and one of marks alone, in bounded memory and time.
perl -e 'print "word " x 8000000' >"$tmp/long"
# AddressSanitizer needs the address space: there the limit is left out
limit=120000
! nm "$BIN/knorm" 2>/dev/null | grep -q __asan_init || limit=unlimited
(ulimit -v $limit && timeout 20 "$BIN/knorm" <"$tmp/long" >"$tmp/out" 2>"$tmp/err")
[ "$(wc -c <"$tmp/out")" = 40000000 ]
ok $? 'one line of 40 MB in 120 MB of address space'
[ "$(wc -l <"$tmp/out")" = 1 ]
ok $? 'it stays one line'
perl -e 'print "a", "\xCC\x81\xCC\xA7" x 500000' >"$tmp/marks"
timeout 20 "$BIN/knorm" <"$tmp/marks" >"$tmp/out"
ok $? 'a million combining marks'

# What is written so far comes out before more is read.
mkfifo "$tmp/fifo"
"$BIN/knorm" <"$tmp/fifo" >"$tmp/live" &
exec 9>"$tmp/fifo"
printf 'The first  paragraph.\n\nThe second one has not en' >&9
comes '[ -s "$tmp/live" ]'
[ "$(cat "$tmp/live")" = 'The first paragraph.' ]
ok $? 'a paragraph comes out while the input waits' "$(cat "$tmp/live")"
exec 9>&-
wait

# Conformance test of UAX #15: each line of five columns; NFC of the first three is the second, of the last two the fourth.
test=/usr/share/unicode/NormalizationTest.txt.bz2
if [ -f "$test" ] && command -v bzcat >/dev/null; then
	bzcat "$test" | perl -CO -ne '
		next unless /^[0-9A-F]/;
		my @c = map { join "", map { chr hex } split / / } (split /;/)[0 .. 4];
		print STDOUT join("\n", @c), "\n"; ' >"$tmp/columns"
	awk 'NR % 5 == 1 { getline b; getline c; getline d; getline e; print b; print b; print b; print d; print d }' \
		"$tmp/columns" >"$tmp/wanted"
	knorm --only nfc <"$tmp/columns" | cmp -s - "$tmp/wanted"
	ok $? "NormalizationTest: $(($(wc -l <"$tmp/wanted") / 5)) lines"
fi
done_testing
