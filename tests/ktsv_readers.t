# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# Every reader loads what `ktsv --load` tells it to, and has every cell as the articles have it (tests/ktsv/cells.py).
# A reader that is not installed is skipped.
. "$(dirname "$0")/tap.sh"
cells="$ROOT/tests/ktsv/cells.py"
columns=value,article,start,end,text,rule
PATH=$BIN:$ROOT/build/venv/bin:$PATH
export TZ=UTC # Miller fails where TZ is no name of a zone: Foo-13:45

# A python3 that has pandas, if there is one; the newest installed by hand may not.
pandas=
for python in python3 /usr/bin/python3; do
	"$python" -c 'import pandas' 2>/dev/null && pandas=$python && break
done

cd "$tmp" || exit 2
python3 "$cells" articles >articles.jsonl || { skip 'readers' 'no python3'; done_testing; exit; }

# has COMMAND NAME: skips if the reader is not there.
has() {
	command -v "$1" >/dev/null && return
	skip "$2" "$1 is not installed"
	return 1
}

# load READER: runs the very commands that are printed, in a folder of its own.
load() {
	mkdir "$1" && cp articles.jsonl "$1" && cd "$1" || return
	ktsv --load "$1" -t mentions -f "$columns" >load.sh && bash -euo pipefail load.sh >log 2>&1
	ok $? "$1: the commands run" "$(cat log)"
	cd ..
}

# load_all READER: all tables at once, into the same folder's database.
load_all() {
	mkdir "$1-all" && cp "$ROOT/tests/ktsv/sample.jsonl" "$1-all/articles.jsonl" && cd "$1-all" || return
	ktsv --load "$1" -t all >load.sh && bash -euo pipefail load.sh >log 2>&1
	ok $? "$1: all tables load" "$(cat log)"
	cd ..
}

# rows READER COMMAND...: count(*) of all tables, by a command that takes SQL as its last argument
counted='select count(*) from articles union all select count(*) from mentions union all select count(*) from roles union all
	select count(*) from quotes union all select count(*) from dates union all select count(*) from pairs union all
	select count(*) from counts union all select count(*) from paragraphs'
wanted=$(for t in articles mentions roles quotes dates pairs counts paragraphs; do ktsv -H -t $t "$ROOT/tests/ktsv/sample.jsonl" | wc -l; done)
rows() { is "$("${@:2}" "$counted" | sort)" "$(sort <<<"$wanted")" "$1: all rows of all tables"; }

# none_of READER COMMAND...: an article that stands twice is refused, and with it all the rest; the command counts the tables
none_of() {
	mkdir "$1-twice" && cat "$1-all/articles.jsonl" "$1-all/articles.jsonl" >"$1-twice/articles.jsonl" && cd "$1-twice" || return
	ktsv --load "$1" -t all | sh >log 2>&1
	[ $? -ne 0 ] && [ -s log ]
	ok $? "$1: an article that stands twice is refused" "$(cat log)"
	is "$("${@:2}")" 0 "$1: nothing of the rest is there"
	cd ..
}

# check MODE FORM FILE NAME
check() {
	local why
	why=$("${5-python3}" "$cells" check "$1" "$2" "$3" 2>&1)
	ok $? "$4" "$why"
}

if has sqlite3 sqlite; then
	load sqlite
	check plain sqlite sqlite/kwire.db 'sqlite: every cell'
	load_all sqlite
	! ktsv --load sqlite -t all missing.jsonl | sh >log 2>&1 && [ ! -e kwire.db ]
	ok $? 'sqlite: no database where ktsv could not read its input' "$(cat log)"
	{ cat articles.jsonl; echo '{"text":5}'; } >some.jsonl
	ktsv --load sqlite -t all some.jsonl | sh >log 2>&1 && [ -s kwire.db ]
	ok $? 'sqlite: one where a line of it was no article' "$(cat log)"
	rows sqlite sqlite3 sqlite-all/kwire.db
	none_of sqlite sqlite3 kwire.db 'select count(*) from sqlite_master'
	ktsv -f "$columns" articles.jsonl >mentions.tsv
	sqlite3 ascii.db '.mode ascii' '.separator "\t" "\n"' '.import mentions.tsv mentions' 2>/dev/null
	is "$(sqlite3 ascii.db 'select count(*) from mentions')" "$(tail -n +2 mentions.tsv | grep -vc '^	')" \
		'sqlite .mode ascii: all rows but those with an empty first cell, as ktsv(1) warns'
fi

if has duckdb duckdb; then
	load duckdb
	duckdb -json duckdb/kwire.duckdb -c 'select * from mentions order by rowid' >duckdb.json
	check plain json duckdb.json 'duckdb: every cell'
	load_all duckdb
	rows duckdb duckdb -csv -noheader duckdb-all/kwire.duckdb -c
	none_of duckdb duckdb -csv -noheader kwire.duckdb -c 'select count(*) from duckdb_tables()'
	ktsv -f "$columns" --format csv articles.jsonl >mentions.csv
	duckdb -json -c "select * from read_csv('mentions.csv', header = true, all_varchar = true)" >duckdb.json
	check plain json duckdb.json 'duckdb, csv: every cell'
fi

if has mlr miller; then
	load miller
	check escape json miller/mentions.json 'miller: every cell'
	load_all miller
	ktsv -f "$columns" --format csv articles.jsonl | mlr --icsv --ojson -S cat >miller.json
	check plain json miller.json 'miller, csv: every cell'
fi

if [ -n "$pandas" ]; then
	mkdir python && ln -s "$(command -v "$pandas")" python/python3
	PATH=$PWD/python:$PATH load pandas
	check plain pickle pandas/mentions.pkl 'pandas: every cell' "$pandas"
	PATH=$PWD/python:$PATH load_all pandas
	ktsv -f "$columns" --format csv articles.jsonl >mentions.csv
	"$pandas" -c 'import pandas
pandas.read_csv("mentions.csv", dtype=str, keep_default_na=False).to_pickle("csv.pkl")'
	check plain pickle csv.pkl 'pandas, csv: every cell' "$pandas"
else
	skip pandas 'python3-pandas is not installed'
fi

if has csvjson csvkit; then
	ktsv -f "$columns" --format csv articles.jsonl | csvjson -I --blanks >csvkit.json 2>log
	check plain json csvkit.json 'csvkit: every cell'
fi

if has Rscript r; then
	load r
	(cd r && Rscript -e 'm <- readRDS("mentions.rds")
hex <- function(x) paste(as.character(charToRaw(enc2utf8(as.character(x)))), collapse = "")
for (i in seq_len(nrow(m))) cat(paste(sapply(m[i, ], hex), collapse = "\t"), "\n", sep = "")' >cells.hex)
	check plain hex r/cells.hex 'r: every cell'
	load_all r
fi

if has soffice libreoffice; then
	ktsv -f "$columns" --excel articles.jsonl >excel.csv 2>log
	is "$(head -c 3 excel.csv | od -An -tx1)" ' ef bb bf' 'excel: a byte order mark'
	grep -q 'cut to 32767' log
	ok $? 'excel: says that a cell was cut'
	mkdir office && HOME=$tmp/office soffice --headless --infilter='Text - txt - csv (StarCalc):44,34,76,1' \
		--convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false' --outdir office excel.csv >log 2>&1
	check excel csv office/excel.csv 'libreoffice: every cell'
fi

ktsv -f "$columns" --format jsonl articles.jsonl >mentions.jsonl
python3 -c 'import json, sys
a = [e["value"] or None for l in open("articles.jsonl", newline="\n") for e in json.loads(l)["entities"]]
b = [json.loads(l)["value"] for l in open("mentions.jsonl", newline="\n")]
sys.exit(a != b)'
ok $? 'jsonl: every cell, with tabs and line ends'

# PostgreSQL: a server of our own on a socket in a folder of its own. It refuses to run as root.
pg_bin=$(find /usr/lib/postgresql -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -n 1)
if [ -z "$pg_bin" ] || ! command -v psql >/dev/null; then
	skip postgres 'postgresql is not installed'
elif [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then
	skip postgres 'root, and there is no user postgres'
else
	as() { "$@"; }
	server=$(mktemp -d)
	if [ "$(id -u)" = 0 ]; then
		chown postgres "$server"
		as() { (cd / && runuser -u postgres -- "$@"); }
	fi
	trap 'as "$pg_bin/pg_ctl" -D "$server/data" -m immediate stop >/dev/null 2>&1; rm -rf "$server" "$tmp"' EXIT
	as "$pg_bin/initdb" -D "$server/data" -A trust -U postgres -E UTF8 --locale=C --no-sync >server.log 2>&1 &&
		as "$pg_bin/pg_ctl" -D "$server/data" -w -l "$server/log" -o "-k $server -c listen_addresses= -F" start >>server.log 2>&1
	ok $? 'postgres: a server starts' "$(cat server.log)"
	export PGHOST=$server PGUSER=postgres PGDATABASE=postgres
	load postgres
	psql -X -At -c 'select json_agg(m order by article) from mentions m' >postgres.json
	check escape json postgres.json 'postgres: every cell'
	psql -X -q -c 'drop table mentions'
	load_all postgres
	rows postgres psql -X -At -c
fi
done_testing
