# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# --report of all filters that have it: where it goes, and what it is not written over.
. "$(dirname "$0")/tap.sh"
cd "$tmp" || exit 2
page='“The drill” will last five days, officials in Seoul  said on Friday, and it will be held off Busan.'
printf '%s\n\034\n%s\n' "$page" "$page" >page

for filter in knorm ksplit kdedup; do
	rm -f rows
	"$filter" --report rows page >kept
	rows=$(wc -l <rows)
	[ "$rows" -gt 1 ]
	ok $? "$filter: a report has rows"

	cp page copy
	"$filter" --report copy page >out 2>err
	is "$? $(cat err)" "2 $filter: copy: holds something else than a report: not written over" "$filter: a page is not written over"
	same copy page "$filter: it is as it was"
	: >out
	"$filter" --report --stats page >/dev/null 2>err
	is "$? $(cat -- --stats | wc -l)" "0 $rows" "$filter: a report into a new file"
	rm -f -- --stats

	cp rows older
	"$filter" --report older page >/dev/null 2>&1
	same older rows "$filter: an older report is written over"
	for name in - /dev/stdout out; do
		"$filter" --report "$name" page >out 2>err
		case $filter in
		knorm) is "$? $(head -n 1 err)" '2 knorm: --report: standard output is for the text' "$filter: not to $name" ;;
		*) is "$(sort out)" "$(sort kept rows)" "$filter: to $name as well, which is standard output" ;;
		esac
	done
	echo 'a log' >log
	"$filter" --report /dev/stderr page >/dev/null 2>>log
	is "$(head -n 1 log) $(wc -l <log)" "a log $((rows + 1))" "$filter: a log that standard error goes to is kept"
done

# Rows and articles keep whole lines, however many there are.
for ((i = 0; i < 3000; i++)); do printf '%s\n\034\n' "$page"; done |
	kdedup --duplicates --report - | grep -vcE '^(id	.*|[0-9a-f]{20}	.*|\{.*\})$' >out
is "$(cat out)" 0 'kdedup: rows and articles on standard output: lines are whole'

# What belongs to no article is in no key furniture: the report says where it stands.
printf '%s\n' 'Yonhap News Summary' '' 'The following is the second summary of major stories moved by Yonhap News Agency on Thursday.' \
	'' '-----------------' 'Allies to hold drill off Busan next week' '' \
	'SEOUL -- South Korea and the United States will hold a drill off Busan next week, the defense ministry said.' '' \
	'-----------------' 'Flood repairs in the North behind plan' '' \
	'SEOUL -- Repairs in two counties are behind plan, officials said, citing satellite images of this month.' >digest
is "$(ksplit --report - digest | grep "	digest	")" "digest	1		digest	2	114" 'ksplit: the lines of a digest that are no article'
done_testing
