# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# Tables beyond golden pairs: all in one pass, completely or not at all; bounded memory; wrong usage; what is printed about them.
. "$(dirname "$0")/tap.sh"
PATH=$BIN:$PATH
sample=$ROOT/tests/ktsv/sample.jsonl
cd "$tmp" || exit 2
tables='articles mentions roles quotes dates pairs counts paragraphs'

# usage ARGS WORDS: status 2, nothing on standard output, a message that holds the words and a hint
usage() {
	eval "ktsv $1" <"$sample" >out 2>err
	local rc=$?
	[ "$rc" = 2 ] && [ ! -s out ] && grep -qF -- "$2" err && [ "$(wc -l <err)" = 2 ]
	ok $? "usage: ktsv $1" "status $rc: $(cat err)"
}
usage '-t mention' "no table 'mention': the tables are articles mentions"
usage '-f article,titel' "no column 'titel' in mentions: its columns are article date source type"
usage '-f text,text' 'named twice'
usage '-f ""' "no column ''"
usage '--type PERSONS' "no type 'PERSONS': the types are PERSON ORG"
usage '--since 2025-13' 'no date'
usage '--since yesterday' 'no date'
usage '--until 2025-02-30' 'no date'
usage '-t counts --by year' 'day, week, month, source'
usage '-t roles --by day' 'counts'
usage '--format xlsx' 'tsv, csv, jsonl'
usage '--format jsonl --escape' 'jsonl'
usage '--null "$(printf "a\\tb")"' 'break'
usage '--format csv --null ,' 'break'
usage '--outdir d -f text' '--outdir'
usage '--outdir d -t articles,nothing' "no table 'nothing'"
usage '--schema oracle' 'sqlite, postgres, duckdb'
usage '--load excel' 'sqlite, duckdb, postgres'
usage '--load sqlite --format csv' 'dialect'
usage '--schema sqlite -t all -f id' 'one table'
[ ! -e d ]
ok $? 'wrong usage makes no folder'

# One pass gives what eight runs give.
ktsv --outdir all "$sample"
ok $? 'outdir: status'
for t in $tables; do
	ktsv -t "$t" "$sample" >"$t.tsv"
	same "all/$t.tsv" "$t.tsv" "outdir: $t as by -t"
done
is "$(ls all | wc -l)" 8 'outdir: nothing else is left'
ktsv --outdir all --format csv -t pairs,articles "$sample"
is "$(ls all | tr '\n' ' ')" 'articles.csv articles.tsv counts.tsv dates.tsv mentions.tsv pairs.csv pairs.tsv paragraphs.tsv quotes.tsv roles.tsv ' \
	'outdir: tables and format chosen'

# A run that fails leaves the old tables and no others. A directory in the way fails the last step but the rename.
echo old >all/articles.tsv
(ulimit -f 1; trap '' XFSZ; for _ in {1..200}; do cat "$sample"; done | ktsv --outdir all >log 2>&1)
is $? 2 'outdir: status of a full disk'
is "$(cat all/articles.tsv)" old 'outdir: the old table stands after a full disk'
is "$(find all -name '*.part' | wc -l)" 0 'outdir: no part is left'
ktsv --outdir "$sample/sub" "$sample" 2>log
is $? 2 'outdir: a folder that cannot be'
mkfifo pipe && (ktsv --outdir all pipe & pid=$!; exec 3>pipe; cat "$sample" >&3; sleep 0.2; kill -9 $pid; wait $pid) 2>/dev/null
is "$(cat all/articles.tsv)" old 'outdir: the old table stands after a kill'

(ktsv --outdir all pipe & exec 3>pipe; comes '[ -n "$(find all -name "*.part")" ]'; ktsv --outdir all "$sample" 2>log; echo $? >rc; exec 3>&-; wait)
is "$(cat rc) $(cat log)" '2 ktsv: all: another ktsv is writing there' 'outdir: one at a time'
is "$(wc -l <all/articles.tsv)" 1 'outdir: the first one was not disturbed'

# Text is cut into articles as ksplit cuts it.
ksplit "$ROOT"/examples/pages/*.txt | ktsv -t paragraphs >wanted.tsv
ktsv -t paragraphs "$ROOT"/examples/pages/*.txt >out
same out wanted.tsv 'text as by ksplit'
[ "$(wc -l <out)" -gt 20 ]
ok $? 'text has paragraphs'

# Columns always the same in number.
for t in $tables; do
	[ "$(ktsv -t "$t" "$sample" | awk -F '\t' '{ print NF }' | sort -u | wc -l)" = 1 ]
	ok $? "$t: each row has as many cells"
	ktsv -t help | awk -v t="$t:" '$1 == t { on = 1; next } $1 ~ /:$/ { on = 0 } on && !/-f only/ { print $1 }' >columns
	is "$(ktsv -t "$t" /dev/null | tr '\t' '\n')" "$(grep . columns)" "$t: -t help lists the columns of the header"
	while read -r column; do
		mandoc -T ascii "$ROOT/man/ktsv.1" | sed 's/.\x08//g' | grep -qw "$column" || echo "$column"
	done <columns >missing
	is "$(cat missing)" '' "$t: the manual names its columns"
done

# counts: more rows than memory is meant for.
awk 'BEGIN { for (i = 0; i < 320000; i++) printf "{\"id\":\"%d\",\"date\":\"2025-01-01\",\"text\":\"x\",\"entities\":[{\"type\":\"ORG\",\"start\":0,\"end\":1,\"id\":\"%d\"},{\"type\":\"ORG\",\"start\":0,\"end\":1,\"id\":\"same\"}]}\n", i, i }' >many.jsonl
if [ "$OUT" = "$ROOT/build" ]; then # not with sanitizers, which need address space
	(ulimit -v 65536; ktsv -t counts many.jsonl >counts.tsv 2>err)
	is $? 1 'counts: status when it comes in parts'
	is "$(wc -l <err)" 1 'counts: says once that it comes in parts'
	is "$(awk -F '\t' '$2 == "same" { n++; a += $5; m += $6 } END { print n, a, m }' counts.tsv)" '2 320000 320000' 'counts: the parts sum up'
fi
ktsv -t counts "$sample" | tail -n +2 | awk -F '\t' -v OFS='\t' '{ print $1, $2, $3, $4 }' >order
LC_ALL=C sort -c order
ok $? 'counts: sorted by type, id, name, period'

# A list of names is no paragraph.
awk 'BEGIN { printf "{\"id\":\"l\",\"text\":\"x\\ny\",\"entities\":["; for (i = 0; i < 400; i++) printf "%s{\"type\":\"ORG\",\"start\":0,\"end\":1,\"id\":\"%d\"}", i ? "," : "", i
	print ",{\"type\":\"ORG\",\"start\":2,\"end\":3,\"id\":\"a\"},{\"type\":\"ORG\",\"start\":2,\"end\":3,\"id\":\"b\"}]}" }' >list.jsonl
ktsv -t pairs list.jsonl >out 2>err
is "$? $(wc -l <out) $(cat err)" '1 2 ktsv: list.jsonl:1: paragraph 1 names 400 entities: no pairs made of it' 'pairs: a crowd is reported'

# All tables related: SQLite itself checks the keys.
if command -v sqlite3 >/dev/null; then
	cp "$sample" articles.jsonl
	ktsv -t all --load sqlite | bash -euo pipefail >log 2>&1
	ok $? 'sqlite: all tables load' "$(cat log)"
	is "$(sqlite3 kwire.db 'pragma foreign_key_check')" '' 'sqlite: no row without its article'
	is "$(sqlite3 kwire.db 'pragma foreign_key_list(mentions)' | cut -d '|' -f 3-5)" 'articles|article|id' 'sqlite: mentions refer to articles'
	is "$(sqlite3 kwire.db 'select count(*) from mentions join articles on article = articles.id')" 16 'sqlite: every mention joins'
	is "$(sqlite3 kwire.db 'select typeof("start") from mentions limit 1')" integer 'sqlite: offsets are numbers'
	ktsv --schema sqlite -t mentions -f text,start | sqlite3 schema.db
	is "$(sqlite3 schema.db .schema | grep -c .)" 4 'schema: the columns of -f'
fi

is "$(ktsv --stats "$sample" 2>&1 >/dev/null)" "$(printf 'ktsv\tarticles=4\trows=16')" '--stats'
is "$(ktsv -t all "$sample" 2>&1 | head -n 1)" 'ktsv: -t: several tables need --outdir, --schema or --load' 'all is for --outdir'
done_testing
