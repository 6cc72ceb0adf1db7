# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# The examples run, and what they make is looked at: the database, the answers of the queries, the two pictures, the cron job.
. "$(dirname "$0")/tap.sh"
PATH=$BIN:$PATH
out=$tmp/out
make=(make -s -C "$ROOT/examples" OUT="$out" "PATH=$PATH")

knorm "$ROOT"/examples/pages/*.txt | ksplit | kdedup | ktag >"$tmp/articles.jsonl"
"${make[@]}" "$out/articles.jsonl" >"$tmp/log" 2>&1
ok $? 'pages become articles' "$(cat "$tmp/log")"
is "$(wc -l <"$out/articles.jsonl")" 5 'six pages, two of them copies: five articles'

if command -v sqlite3 >/dev/null; then
	"${make[@]}" "$out/kwire.db" >"$tmp/log" 2>&1
	ok $? 'the database is made' "$(cat "$tmp/log")"
	db() { sqlite3 "$out/kwire.db" "$@"; }
	is "$(db 'pragma integrity_check; pragma foreign_key_check')" ok 'its keys hold'
	for t in articles mentions roles quotes dates pairs counts paragraphs; do
		is "$(db "select count(*) from $t")" "$(ktsv -H -t "$t" "$out/articles.jsonl" | wc -l)" "it has all rows of $t"
	done
	[ "$(db "select count(*) from sqlite_master where type = 'index' and sql is not null")" -ge 8 ]
	ok $? 'it has indexes'
	db "explain query plan select * from mentions where id = 'kr/seoul'" | grep -q 'USING INDEX mentions_id'
	ok $? 'and uses them'
	for q in "$ROOT"/examples/queries/*.sql; do
		db <"$q" >"$tmp/answer" 2>&1 && [ -s "$tmp/answer" ]
		ok $? "query $(basename "$q") has an answer" "$(cat "$tmp/answer")"
	done
	db <"$ROOT/examples/queries/1-who-spoke.sql" | grep -q '^2025-11-05|Ahn Gyu-back|.*road map will be reviewed'
	ok $? 'who spoke about Opcon: the minister did'
	db <"$ROOT/examples/queries/2-first-mention.sql" | grep -q '^Hwasong-20|2025-11-11|'
	ok $? 'first mention of a weapon: the day of the older report'
	db <"$ROOT/examples/queries/3-who-with-whom.sql" | head -n 1 | grep -q 'Ahn Gyu-back|Pete Hegseth|'
	ok $? 'who with whom: the two ministers first'
else
	skip database 'sqlite3 is not installed'
fi

# picture.py network PAIRS SVG, picture.py timeline MATRIX SVG: everything of the table is in the picture, and nothing else.
cat >"$tmp/picture.py" <<'EOT'
import csv
import math
import sys
import xml.etree.ElementTree as tree

kind, table, svg = sys.argv[1:]
ns = '{http://www.w3.org/2000/svg}'
root = tree.parse(svg).getroot()
rows = list(csv.reader(open(table, encoding='utf-8'), delimiter='\t', quoting=csv.QUOTE_NONE))
groups = [(g.get('class'), g.findtext(ns + 'title'), g) for g in root.iter(ns + 'g')]
text = [''.join(t.itertext()).replace('\xa0', ' ').strip() for t in root.iter(ns + 'text')]
if kind == 'network':
    at = {name: i for i, name in enumerate(rows[0])}
    names, weights = {}, {}
    for r in rows[1:]:
        a, b = r[at['a_id']] or r[at['a_name']], r[at['b_id']] or r[at['b_name']]
        names[a], names[b] = r[at['a_name']], r[at['b_name']]
        weights[a + '--' + b] = weights.get(a + '--' + b, 0) + int(r[at['count']])
    assert {t for c, t, _ in groups if c == 'node'} == set(names), 'nodes'
    assert {t for c, t, _ in groups if c == 'edge'} == set(weights), 'lines'
    assert set(names.values()) <= set(text), 'labels'
    for c, t, g in groups:
        if c == 'edge' and weights[t] > 1:
            assert abs(float(g.find(ns + 'path').get('stroke-width')) - 1 - math.log(weights[t])) < .1, 'width of ' + t
    assert len(weights) > 10 and max(weights.values()) > 1, 'too little to see'
else:
    series = rows[0][1:]
    assert set(series) <= set(text), 'names in the key'
    assert sum((g.get('id') or '').startswith('gnuplot_plot_') for g in root.iter(ns + 'g')) == len(series), 'curves'
    for i, name in enumerate(series):
        plot = next(g for g in root.iter(ns + 'g') if g.get('id') == 'gnuplot_plot_%d' % (i + 1))
        points = [u for u in plot.iter(ns + 'use')]
        heights = [float(u.get('transform').split(',')[1].split(')')[0]) for u in points]
        if len(points) == len(rows):  # the one in the key
            heights.pop()
        values = [int(r[i + 1]) for r in rows[1:]]
        assert len(heights) == len(values), 'points of %s: %d' % (name, len(heights))
        highest = min(range(len(heights)), key=heights.__getitem__)
        assert values[highest] == max(values), 'the highest point of ' + name
EOT

picture() {
	"${make[@]}" "$out/$1.svg" >"$tmp/log" 2>&1 && python3 "$tmp/picture.py" "$1" "$2" "$out/$1.svg" >"$tmp/log" 2>&1
	ok $? "$1: the picture shows the table" "$(tail -n 3 "$tmp/log")"
}
if command -v dot >/dev/null && command -v python3 >/dev/null; then
	ktsv -t pairs --type PERSON,ORG,WEAPON,EVENT "$out/articles.jsonl" >"$tmp/pairs.tsv"
	picture network "$tmp/pairs.tsv"
	awk -v links=2 -f "$ROOT/examples/network.awk" "$tmp/pairs.tsv" >"$tmp/links"
	is "$(grep -o 'penwidth=.*]' "$tmp/links" | tr '\n' ' ')" 'penwidth=1.7] penwidth=1.7] ' 'network: the strongest links'
else
	skip network 'graphviz or python3 is not installed'
fi
if command -v gnuplot >/dev/null && command -v python3 >/dev/null; then
	"${make[@]}" "$out/timeline.tsv"
	[ "$(awk -F '\t' '{ print NF }' "$out/timeline.tsv" | sort -u)" = 6 ]
	ok $? 'timeline: five names'
	picture timeline "$out/timeline.tsv"
else
	skip timeline 'gnuplot or python3 is not installed'
fi

# Three nights: a story, its copy of the next day, nothing.
inbox=$tmp/inbox store=$tmp/store
night() {
	mkdir -p "$inbox" && for page in "$@"; do cp "$ROOT/examples/pages/$page.txt" "$inbox"; done
	"$ROOT/examples/nightly.sh" "$inbox" "$store" >"$tmp/log" 2>&1
	ok $? "cron: a night with ${*:-nothing}" "$(cat "$tmp/log")"
	is "$(cat "$tmp/log")" '' 'cron: silent'
}
night wire-satellite gazette-talks
is "$(wc -l <"$store/articles.tsv")" 3 'cron: two articles and a header'
night digest-satellite korean-dialogue
is "$(wc -l <"$store/articles.tsv")" 4 'cron: the copy is known, the new one is added'
cp "$store/articles.tsv" "$tmp/before"
night
same "$store/articles.tsv" "$tmp/before" 'cron: nothing new, nothing changed'
is "$(ls "$inbox")" 'done' 'cron: pages are put away'
is "$(grep -c '^article' "$store/mentions.tsv")" 1 'cron: one header a table'
is "$(cut -f 1 "$store/mentions.tsv" | sort -u | grep -vcxFf <(cut -f 1 "$store/articles.tsv"))" 1 'cron: mentions belong to articles'
printf 'Minister Han said Monday that the \377 road was open.\n' >"$inbox/bad.txt"
"$ROOT/examples/nightly.sh" "$inbox" "$store" >"$tmp/log" 2>&1
ok $? 'cron: a damaged page is taken in' "$(cat "$tmp/log")"
is "$(wc -l <"$store/articles.tsv")" 5 'cron: and is in the tables'

"$ROOT/examples/nightly.sh" "$inbox" >"$tmp/log" 2>&1
is "$? $(wc -l <"$tmp/log")" '2 1' 'cron: a folder too few'

# A night on which ktag could not write: nothing is lost, the next one adds it, once.
cp "$ROOT/examples/pages/business-forum.txt" "$inbox"
mkdir "$tmp/full" && printf '#!/bin/sh\nexit 2\n' >"$tmp/full/ktag" && chmod +x "$tmp/full/ktag"
PATH=$tmp/full:$PATH "$ROOT/examples/nightly.sh" "$inbox" "$store" >"$tmp/log" 2>&1
is $? 2 'cron: a failure is told'
is "$(wc -l <"$store/articles.tsv")" 5 'cron: the tables stand as they were'
night
is "$(wc -l <"$store/articles.tsv")" 6 'cron: the next night makes good for it'
is "$(cut -f 1 "$store/articles.tsv" | sort | uniq -d)" '' 'cron: no article twice'

# More pages than a command line holds: they are taken in by and by.
mkdir "$tmp/many"
for ((i = 0; i < 5001; i++)); do echo "Report number $i says that the ministry in Seoul met on the matter." >"$tmp/many/p$i.txt"; done
"$ROOT/examples/nightly.sh" "$tmp/many" "$tmp/manystore" >"$tmp/log" 2>&1
is "$? $(wc -l <"$tmp/manystore/articles.tsv") $(ls "$tmp/many")" '0 5002 done' 'cron: many pages'

# A page that cannot be read ends the night; the others are not forgotten.
cp "$store/articles.tsv" "$tmp/before"
ln -s "$tmp/nowhere" "$inbox/gone.txt"
cp "$ROOT/examples/pages/daily-exercise.txt" "$inbox"
"$ROOT/examples/nightly.sh" "$inbox" "$store" >"$tmp/log" 2>&1
is $? 2 'cron: a page that cannot be read'
same "$store/articles.tsv" "$tmp/before" 'cron: then nothing is added'
rm "$inbox/gone.txt"
# A night cut short when the articles were kept, and one when the tables were made, are finished by the next.
cp "$store/seen.db" "$store/seen.next"
knorm "$inbox/daily-exercise.txt" | ksplit | kdedup --state "$store/seen.next" >"$store/new.jsonl"
night
is "$(wc -l <"$store/articles.tsv")" 7 'cron: added once by the next night'
mkdir "$store/ready"
cp "$store/articles.tsv" "$store/ready"
cp "$tmp/before" "$store/articles.tsv"
: >"$store/new.jsonl"
night
is "$(wc -l <"$store/articles.tsv")" 7 'cron: tables that were ready are put in place'
is "$(ls "$store" | tr '\n' ' ')" 'articles.tsv dates.tsv lock mentions.tsv pairs.tsv quotes.tsv roles.tsv seen.db ' 'cron: nothing is left over'
done_testing
