#!/usr/bin/env bash
# knorm on clean ASCII and UTF-8, on Hangul, on text with a repair on every tenth line, and on raw pages, against cat, iconv, and
# the Unicode normalizers that are installed, on the same file in the same run.
set -u
. "$(dirname "$0")/lib.sh"

# made NAME SOURCE PERL: prints the path of a file made from a corpus by a perl program, once
made() {
	local file=$data/knorm-$1-$MB
	[ -s "$file" ] || { perl -ne "$3" "$2" >"$file.new" && mv "$file.new" "$file"; }
	echo "$file"
}

clean=$(corpus utf8)
ascii=$(made ascii "$clean" 's/[^\0-\x7F]+/-/g; print')
# shellcheck disable=SC2016
tenth=$(made tenth "$clean" 's/(\w) (\w)/$1\xC2\xA0  &amp; Korea\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s\xE2\x80\x8B $2/ if ++$n % 10 == 0 && length > 40; print')
# Words of one to four syllables, with some Latin and figures among them.
# shellcheck disable=SC2016
hangul=$(made hangul "$clean" 'BEGIN { srand 3; @w = map { my $w = ""; $w .= pack "C*", 0xEA + int rand 3, 0xB0 + int rand 16, 0x80 + int rand 64 for 0 .. rand 4; $w } 1 .. 2000; push @w, "KF-21", "GP", "(SCM)", 12 }
	chomp; print join(" ", map { $w[rand @w] } 1 .. length($_) / 10), length > 40 ? ".\n" : "\n"')

slow=()
# peer NAME COMMAND: only if it is installed; these are slow, so they get the first 4 MB
peer() { ! command -v "${2%% *}" >/dev/null || slow+=("$1" "$2"); }
for text in "clean ASCII:$ascii" "clean UTF-8:$clean" "Hangul:$hangul" "a repair every tenth line:$tenth"; do
	file=${text#*:}
	row "knorm, ${text%%:*}" "$file" "knorm <$file" 'cat | cat' "cat <$file | cat" iconv "iconv -f utf8 -t utf8 <$file"
done
part=$data/knorm-part
head -c 4000000 "$tenth" >"$part"
peer 'uconv -x any-nfc' "uconv -x any-nfc <$part"
if python3 -c 'import ftfy' 2>/dev/null; then
	slow+=(ftfy "python3 -m ftfy $part")
fi
row 'knorm, 4 MB of it' "$part" "knorm <$part" "${slow[@]}"
