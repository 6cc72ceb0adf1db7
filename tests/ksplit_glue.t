# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# Pages glued by cat, in several orders, with and without their final newlines: each article comes out as it does alone. And the
# account of bytes comes to the size of the input.
. "$(dirname "$0")/tap.sh"

pages=(yonhap_en herald_old joongang donga_new kbsworld hani chosun ap_local xinhua upi newsis_ko yna_ko bizwire spun)
cd "$ROOT/tests/ksplit" || exit 2
who=(Allies Partners Friends Neighbors Forces Navies Sailors Marines Ships Teams Crews Planners Units Fleets)
ports=(Busan Ulsan Mokpo Pohang Jinhae Yeosu Gunsan Incheon Donghae Sokcho Jeju Masan Samcheok Seosan)
for i in "${!pages[@]}"; do # stories of their own
	sed "s/Allies/${who[i]}/g; s/Busan/${ports[i]}/g; s/부산/${ports[i]}/g" "page_${pages[i]}.in" >"$tmp/${pages[i]}"
done
for p in "${pages[@]}"; do
	ksplit "$tmp/$p" | jq -c '[.title, .text]'
done | sort >"$tmp/wanted"

# rotate N: the pages, the first N at the end
rotate() {
	printf '%s\n' "${pages[@]:$1}" "${pages[@]:0:$1}"
}

for n in 0 3 5 8 11; do
	rotate "$n" | while read -r p; do cat "$tmp/$p"; done >"$tmp/in"
	ksplit "$tmp/in" | jq -c '[.title, .text]' | sort >"$tmp/got"
	same "$tmp/got" "$tmp/wanted" "glued, the first $n at the end"
	ksplit --expect=${#pages[@]} "$tmp/in" >/dev/null
	ok $? "as many articles as pages ($n)"
	rotate "$n" | while read -r p; do printf '%s' "$(cat "$tmp/$p")"; done >"$tmp/in"
	ksplit --expect=${#pages[@]} "$tmp/in" >/dev/null
	ok $? "without final newlines: as many articles as pages ($n)"
	ksplit --report="$tmp/report" "$tmp/in" >/dev/null
	is "$(awk '/^# article/ { gsub(/[:,]/, ""); print $3 + $5 + $7 == $10 && $8 == $10 }' "$tmp/report")" 1 "every byte is accounted for ($n)"
done

# Several FILE operands, and U+001C lines, are the same certain boundaries.
ksplit page_plain.in page_plain_title.in >"$tmp/got"
{ cat page_plain.in; printf '\x1c\n'; cat page_plain_title.in; } | ksplit >"$tmp/wanted"
is "$(jq -c .text "$tmp/got")" "$(jq -c .text "$tmp/wanted")" 'operands are cut as by U+001C'

# knorm --names says which file each article came from, as the operands do.
knorm --names page_plain.in page_plain_title.in | ksplit | jq -c '[.file, .id]' >"$tmp/got"
ksplit page_plain.in page_plain_title.in | jq -c '[.file, .id]' >"$tmp/wanted"
same "$tmp/got" "$tmp/wanted" 'knorm --names: the files are known'
knorm --names page_plain.in page_plain_title.in >"$tmp/in"
ksplit --report="$tmp/report" "$tmp/in" >/dev/null
is "$(tail -n 1 "$tmp/report" | grep -o '[0-9]* of [0-9]*')" "$(wc -c <"$tmp/in") of $(wc -c <"$tmp/in")" 'knorm --names: every byte is accounted for'
cp page_plain.in "$(printf '%s/odd\n\377\x1c.txt' "$tmp")"
knorm --names "$tmp"/odd* | ksplit | jq -r .file >"$tmp/got"
is "$(cat "$tmp/got")" "$tmp/odd???.txt" 'knorm --names: a name that would break the line'

# --report accounts for articles that pass, and for lines that are none; for no input it is a table without a row.
printf '\357\273\277{"id":"a","text":"Held."}\n\n{"text":1}\n{"id":"b","text":"Closed."}' >"$tmp/articles"
ksplit --report="$tmp/report" "$tmp/articles" >/dev/null 2>&1
is "$(cut -f 2- "$tmp/report" | tr '\t\n' ' ,')" 'line id class lines bytes,1 a article 1 26,3  unusable 1 11,4 b article 1 27,# article 53, furniture 0, blank 4, unusable 11: 68 of 68 bytes,' 'articles: every byte is accounted for'
is "$(ksplit --report=/dev/stdout /dev/null)" "$(printf 'file\tline\tid\tclass\tlines\tbytes\n# article 0, furniture 0, blank 0: 0 of 0 bytes')" 'no input: a report without a row'

# The seeds in every order, glued as they are.
if [ -d "$ROOT/../shared/seeds" ]; then
	set -- "$ROOT"/../shared/seeds/*.txt
	knorm "$@" | ksplit | jq -c '[.title, .date, .source, .text]' | sort >"$tmp/wanted"
	for ((i = 0; i < 5; i++)); do
		set -- "${@:2}" "$1"
		cat "$@" | knorm | ksplit | jq -c '[.title, .date, .source, .text]' | sort >"$tmp/got"
		same "$tmp/got" "$tmp/wanted" "the seeds glued, order $i"
		cat "$5" "$3" "$1" "$4" "$2" | knorm | ksplit | jq -c '[.title, .date, .source, .text]' | sort >"$tmp/got"
		same "$tmp/got" "$tmp/wanted" "the seeds glued, another order $i"
	done
else
	skip 'the seeds glued' 'they are not here'
fi
done_testing
