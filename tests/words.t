# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# Pages that nobody writes (tests/tools/words.pl): no filter fails on them, what it writes is UTF-8, and the promises hold. They meet rules where their
# words stand at the very beginning or end of a text, or next to each other. `SEED=2 make check-asan T=tests/words.t` looks at others.
. "$(dirname "$0")/tap.sh"

perl "$ROOT/tests/tools/words.pl" "${SEED-1}" "$ROOT"/src/*/data/*.tsv >"$tmp/pages"
for run in knorm ksplit 'ksplit --whole' ktag kdedup 'ktsv -t articles'; do
	# shellcheck disable=SC2086 # arguments are words
	"$BIN"/$run "$tmp/pages" >"$tmp/out" 2>"$tmp/err"
	[ $? -le 1 ] && [ -s "$tmp/out" ] && iconv -f UTF-8 -t UTF-8 "$tmp/out" >/dev/null && ! grep -q 'runtime error\|Sanitizer' "$tmp/err"
	ok $? "$run: pages of any words" "SEED=${SEED-1}: $(head -c 2000 "$tmp/err")"
done
knorm "$tmp/pages" >"$tmp/once" 2>"$tmp/err"
knorm --careful "$tmp/pages" 2>"$tmp/err" | cmp "$tmp/once" -
ok $? 'knorm --careful: the same'
knorm "$tmp/once" | cmp "$tmp/once" -
ok $? 'knorm | knorm: the same'
ksplit <"$tmp/once" | ktag >"$tmp/tagged"
ktag <"$tmp/once" | cmp "$tmp/tagged" -
ok $? 'ksplit | ktag: the same as ktag'
ktag "$tmp/tagged" | cmp "$tmp/tagged" -
ok $? 'ktag | ktag: the same as ktag'
ktsv --outdir "$tmp/tables" "$tmp/tagged" 2>"$tmp/err"
ok $? 'ktsv: no offset lies outside of its text' "$(cat "$tmp/err")"
done_testing
