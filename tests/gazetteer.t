# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# The gazetteer's tables are in order, the linter sees what is not, and the user's names and blocks work.
. "$(dirname "$0")/tap.sh"
data=$ROOT/src/ktag/data
lint=$OUT/tools/gazlint

"$lint" "$data" >"$tmp/lint"
is "$?$(cat "$tmp/lint")" 0 'the tables are in order'
entities=$(cat "$data"/{countries,groups,places,orgs,outlets,persons,weapons,events,laws}.tsv | grep -vc '^#')
[ "$entities" -ge 3000 ]
ok $? "$entities entities, at least 3000"

grep -q "newest office that the tables know began in $(cut -f 6 "$data/roles.tsv" | grep '^[0-9]' | sort | tail -n 1 | cut -c 1-7);" \
	"$ROOT/man/ktag.1"
ok $? 'ktag(1) says up to when offices are known'

# sees NAME FILE ROW MESSAGE: a table with one more row makes the linter (or the builder) complain.
sees() {
	rm -rf "$tmp/data"
	cp -r "$data" "$tmp/data"
	printf '%b\n' "$3" >>"$tmp/data/$2.tsv"
	"$lint" "$tmp/data" >"$tmp/out" 2>&1
	local status=$?
	[ $status -ne 0 ] && grep -q -e "$4" "$tmp/out"
	ok $? "the linter sees $1" "$(cat "$tmp/out")"
}
sees 'an id given twice' orgs 'us/white-house\tORG\tSecond House\t\t\tUS' 'two entities have this id'
sees 'an unknown type' orgs 'xx/a\tBODY\tBody Thing' "orgs.tsv:[0-9]*: 'BODY' is no type"
sees 'an unknown flag' orgs 'xx/a\tORG\tBody Thing\t\t\tUS\tx\tshiny' "unknown flag 'shiny'"
sees 'a row without a name' orgs 'xx/a\tORG\t' 'orgs.tsv:[0-9]*: '
sees 'a name in form D' persons 'xx/a\tPERSON\tJose\xcc\x81 Quux' 'not in normal form C'
sees 'an everyday word' orgs 'xx/a\tORG\tMeanwhile' 'everyday word'
sees 'an alias given twice' orgs 'xx/a\tORG\tQuux Body\tQB Unit;QB Unit' 'stands twice'
sees 'a bracket' orgs 'xx/a\tORG\tQuux (Body)' 'bracket'
sees 'a new ambiguous form' weapons 'weapon/a\tWEAPON\tPyongyang' 'ambiguous.tsv:[0-9]*: '
sees 'a role of nobody' roles 'kr/nobody-at-all\tMinister\t\tKR' 'no such person'
sees 'a role that ends before it begins' roles 'kr/lee-jae-myung\tMinister\t\tKR\t\t2020\t2019' 'ends before'

rm -rf "$tmp/data"
cp -r "$data" "$tmp/data"
sed -i '/^country\/k[rp]\t/s/;/;Quux;/' "$tmp/data/countries.tsv"
is "$("$lint" "$tmp/data" | grep -c 'both Koreas')" 1 'the linter sees one form for both Koreas'

# --- the user's names ---
printf '%s\n' '{"text":"Officials of Quuxland and the Zorb Institute met in Seoul; Zorb-7 flew over Kwarkton."}' >"$tmp/in"
cat >"$tmp/user.tsv" <<'TABLE'
# id	type	name	aliases
my/quux	GPE	Quuxland
my/zorb	ORG	Zorb Institute	Zorb
my/zorb7	WEAPON	Zorb-7
my/kwark	GPE	Kwarkton	Kwarktown
TABLE
mentions() { jq -r '.entities[]? | [.type, .text, .id] | join(" ")'; }
is "$(ktag -g "$tmp/user.tsv" "$tmp/in" | mentions | paste -sd,)" \
	'GPE Quuxland my/quux,ORG Zorb Institute my/zorb,GPE Seoul kr/seoul,WEAPON Zorb-7 my/zorb7,GPE Kwarkton my/kwark' \
	'-g adds names with their types and ids'
printf '\xef\xbb\xbf# id\r\nmy/quux\tGPE\tQuuxland\r\n' >"$tmp/marked.tsv"
is "$(ktag -g "$tmp/marked.tsv" "$tmp/in" | mentions | head -n 1)" 'GPE Quuxland my/quux' 'a byte order mark and CRLF do no harm'
is "$(ktag -g /dev/null "$tmp/in" | mentions | grep -c kr/seoul)" 1 'an empty file adds nothing'
printf '%s\n' 'kr/seoul' '# a name, folded' 'zorb 7' >"$tmp/block"
ktag -g "$tmp/user.tsv" --block "$tmp/block" "$tmp/in" | mentions >"$tmp/out"
is "$(grep -c 'kr/seoul\|my/zorb7' "$tmp/out")" 0 '--block takes an id or a name'
printf '%s\n' '{"text":"The talks went on, said John Quux, a spokesman, and Jane Quuxley."}' >"$tmp/rule"
echo 'john quux' >"$tmp/block"
is "$(ktag --block "$tmp/block" "$tmp/rule" | jq -r '.entities[].text' | paste -sd,)" 'Jane Quuxley' \
	'--block holds for names found by rule'
echo quux >"$tmp/block"
is "$(echo 'The talks went on, said John Quux, a spokesman. Mr. Quux left, and Quux said no more.' | ktag --block "$tmp/block" |
	jq -r '.entities[].text' | paste -sd,)" 'John Quux' '--block holds for a surname of somebody named in full'
is "$(ktag -g "$tmp/user.tsv" --only WEAPON,ORG "$tmp/in" | mentions | paste -sd,)" \
	'ORG Zorb Institute my/zorb,WEAPON Zorb-7 my/zorb7' '--only keeps these types'

# fails NAME ARGUMENT... : status 2 and the place on standard error
fails() {
	local what=$1 wanted=$2
	shift 2
	ktag "$@" "$tmp/in" >/dev/null 2>"$tmp/err"
	is "$? $(grep -c -e "$wanted" "$tmp/err")" '2 1' "$what"
}
printf 'my/a\tGPE\tA Place\nmy/b\tPLACE\tB Place\n' >"$tmp/bad.tsv"
fails 'an unknown type is an error with FILE:LINE' "bad.tsv:2: 'PLACE'" -g "$tmp/bad.tsv"
printf 'my/a\tGPE\n' >"$tmp/bad.tsv"
fails 'a short row is one too' 'bad.tsv:1: ' -g "$tmp/bad.tsv"
printf 'my/a\tGPE\tA\xff Place\n' >"$tmp/bad.tsv"
fails 'so are invalid bytes' 'bad.tsv:1: ' -g "$tmp/bad.tsv"
fails 'a file that is not there' 'nowhere' -g "$tmp/nowhere"
fails 'a wrong type in --only' 'PLACE' --only PLACE

# 100,000 names; make bench tells how fast.
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "my/%d\tPERSON\tName%d Surname%d\n", i, i, i * 7 % 9973 }' >"$tmp/many.tsv"
last="Name99999 Surname$((99999 * 7 % 9973))"
echo "{\"text\":\"$last spoke.\"}" | ktag -g "$tmp/many.tsv" | mentions >"$tmp/out"
is "$(cat "$tmp/out")" "PERSON $last my/99999" 'the last of 100,000 names is found'
done_testing
