#!/usr/bin/env bash
# kdedup's rate, memory and state; part of make bench. The articles are those of dedup_gen: 170 words each, all different.
set -u
# shellcheck source-path=SCRIPTDIR disable=SC2154
. "$(dirname "$0")/lib.sh"
: "${ARTICLES:=60000}"
gen=$OUT/tools/dedup_gen
[ -x "$gen" ] || make -s -C "$ROOT" "$gen" OUT="$OUT"
file=$data/dedup-plain-$ARTICLES
[ -s "$file" ] || "$gen" 1 "$ARTICLES" plain >"$file"
row 'kdedup, articles that all differ' "$file" "kdedup <$file" iconv "iconv -f utf8 -t utf8 <$file"
us=$(best "kdedup <$file")
printf '%-44s %6d articles/s\n' 'kdedup, the same' $((ARTICLES * 1000000 / us))
rm -f "$data/seen.db"
us=$(RUNS=1 best "kdedup --state $data/seen.db <$file")
printf '%-44s %6d articles/s, %d bytes an article on disk\n' 'kdedup, filling a state' $((ARTICLES * 1000000 / us)) \
	$(($(stat -c %s "$data/seen.db") / ARTICLES))
us=$(best "kdedup --state $data/seen.db </dev/null")
printf '%-44s %6d articles/s\n' 'kdedup, loading it' $((ARTICLES * 1000000 / us))
sets=$(sqlite3 "$data/seen.db" 'SELECT sum(length(sketch)) FROM doc')
empty=$(/usr/bin/time -f %M kdedup </dev/null 2>&1)
full=$(/usr/bin/time -f %M kdedup <"$file" 2>&1 >/dev/null)
printf '%-44s %6d bytes an article besides its set of %d\n' 'kdedup, resident' $((((full - empty) * 1024 - sets) / ARTICLES)) \
	$((sets / ARTICLES))
