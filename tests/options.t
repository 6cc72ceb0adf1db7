# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# Each option of a filter's table stands in its --help and in its manual page, and one letter means one thing in all filters.
. "$(dirname "$0")/tap.sh"

for main in "$ROOT"/src/*/main.c; do
	filter=$(basename "$(dirname "$main")")
	"$BIN/$filter" --help >"$tmp/help"
	grep -o "{ *\('.'\|0\), *\"[a-z-]*\", *OPT_" "$main" | sed "s/{ *//; s/, *OPT_//; s/[',\"]//g" >"$tmp/table"
	[ -s "$tmp/table" ]
	ok $? "$filter: has a table of options"
	while read -r letter name; do
		[ "$letter" = 0 ] || echo "$letter $name" >>"$tmp/letters"
		grep -q -- "--$name" "$tmp/help"
		ok $? "$filter: --$name stands in --help"
		grep -q -- " -$name\b" "$ROOT/man/$filter.1"
		ok $? "$filter: --$name stands in its page"
	done <"$tmp/table"
done
is "$(sort -u "$tmp/letters" | cut -d' ' -f1 | uniq -d)" '' 'no letter has two meanings'
done_testing
