# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# Each way in which a row of --rules can be wrong ends ksplit with FILE:LINE and says what is wrong; nothing is read.
. "$(dirname "$0")/tap.sh"
cd "$tmp" || exit 2

# wrong ROW MESSAGE, the row as for printf
wrong() {
	# shellcheck disable=SC2059 # \t
	printf "# rows\n\n$1\n" >rows
	echo 'Roads to two counties are still cut, officials in Seoul said on Friday.' >page
	is "$(ksplit --rules rows page 2>&1; echo $?)" "ksplit: rows:3: $2
2" "$1"
}
wrong 'ad' 'fields between tabs: 1, wanted: at least 3'
wrong 'ad\tline' 'fields between tabs: 2, wanted: at least 3'
wrong 'ad\tline\tPartner content\tedge\tx' 'fields between tabs: 5, wanted: at most 4'
wrong 'ad\tlines\tPartner content' 'unknown kind: lines (line, start, end, has, pattern)'
wrong 'ad\tline\tPartner content\tedges' 'unknown flag: edges'
wrong 'ad\tpattern\t(Partner' 'pattern, byte 9: missing closing parenthesis'
wrong 'header.name\tstart\tTitle:' 'unknown class: header.name'
wrong 'ad\tline\tPartner\0' 'not UTF-8 text'
wrong 'ad\tline\tPartner\377' 'not UTF-8 text'
wrong 'outlet' 'fields between tabs: 1, wanted: at least 2'
wrong 'outlet\t\tName' 'an outlet without a name'
wrong 'outlet\tHarbor Signal\t\t\t\tplains' 'unknown flag: plains'
wrong 'outlet\tHarbor Signal\t\t\t\t+25:00' 'unknown flag: +25:00'
wrong 'outlet\tHarbor Signal\t\t~Print\t' 'too short to tell an outlet: Print'
for domain in 'https://harborsignal.example' harborsignal.example/news desk@harborsignal.example 'harbor signal' .example harborsignal; do
	wrong "outlet\tHarbor Signal\t\t\tharbor.example;$domain" "no domain such as example.com: $domain"
done
wrong 'naming\tpaper' 'fields between tabs: 2, wanted: at least 3'
wrong 'naming\tpapers\tprinted in *' 'unknown kind of naming: papers (paper, site, own, mention, self)'
wrong 'naming\tpaper\tprinted in' 'no * at either end of: printed in'
wrong 'dateword\tyear\tJuche\t1912' 'unknown kind of date word: year'
wrong 'dateword\tmonth\tFrost\t13' 'value of a month: 1 to 12 can be'
wrong 'dateword\tzone\tXST\t900' 'value of a zone: -840 to 840 can be'
wrong 'place' 'fields between tabs: 1, wanted: at least 2'
wrong 'place\tSokcho\tx' 'fields between tabs: 3, wanted: at most 2'
wrong 'mark\tbody\tOur story' 'unknown kind of mark: body (head, tail, part)'
wrong 'mark\thead\tGo' 'mark of less than four bytes'
wrong 'evidence\t21\tpartner' 'weight: 21 (-20 to 20)'
wrong 'side\tmany\tpartner' 'weight: many (-20 to 20)'
wrong 'side\t1\t' 'nothing to look for'

# A domain may be written as people write it.
for domain in harborsignal.example HarborSignal.Example www.harborsignal.example; do
	printf 'outlet\tHarbor Signal\t\t\t%s\n' "$domain" >rows
	is "$(printf '%s\n' 'Roads to two counties are still cut, officials in Seoul said on Friday.' 'https://www.harborsignal.example/1' |
		ksplit --rules rows | grep -o '"source":"[^"]*"')" '"source":"Harbor Signal"' "the domain $domain"
done
done_testing
