#!/usr/bin/env bash
# knorm on clean ASCII and UTF-8, on Hangul, on text with a repair on every tenth line, and on raw pages, against cat, iconv, and
# the Unicode normalizers that are installed, on the same file in the same run.
# shellcheck source-path=SCRIPTDIR disable=SC2154
set -u
. "$(dirname "$0")/lib.sh"

# made NAME SOURCE COMMAND: prints the path of a file made from a corpus by a filter, once
made() {
	local file=$data/knorm-$1-$MB
	[ -s "$file" ] || { bash -c "$3" <"$2" >"$file.new" && mv "$file.new" "$file"; }
	echo "$file"
}

clean=$(made clean "$(corpus utf8)" knorm)
ascii=$(made ascii "$clean" 'perl -pe "s/[^\\0-\\x7F]+/-/g" | knorm')
# shellcheck disable=SC2016
tenth=$(made tenth "$clean" 'perl -pe "s/(\w) (\w)/\$1\xC2\xA0  &amp; Korea\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s\xE2\x80\x8B \$2/ if length > 40 && ++\$n % 10 == 0"')
# Words of one to four of the commonest syllables, with some Latin and figures among them.
hangul=$(made hangul "$clean" 'perl -ne "BEGIN { srand 3; @s = q(가국군고관기나남다당대도동라로리를마만모무미민반방발방보본부북사상서선성세소수시안어에여연영요용우원위은을의이인일자장전정제조주중지차참청체총출통평하한합해협화회훈) =~ /.{3}/g; @w = map { join q(), map { \$s[rand @s] } 0 .. rand 4 } 1 .. 2000; push @w, q(KF-21), q(GP), q(SCM), 12 } chomp; print join(q( ), map { \$w[rand @w] } 1 .. length() / 10), length > 40 ? qq(.\n) : qq(\n)"')

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
