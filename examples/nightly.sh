#!/usr/bin/env bash
# A cron job: takes in the pages that a crawler has left since last night, drops stories seen before (also on earlier nights),
# and adds what is new to the tables. Silent on success.
#
#	15 3 * * *  /srv/kwire/nightly.sh /srv/kwire/inbox /srv/kwire/store
set -euo pipefail
inbox=$1 store=$2
tables='articles mentions roles quotes dates pairs'

mkdir -p "$inbox/done" "$store"
exec 9>"$store/lock"
flock -n 9 || exit 0 # last night's run is still busy

# Status 1 is no failure: some input could not be used, and each case was reported.
fine() {
	local status
	for status; do [ "$status" -le 1 ] || exit "$status"; done
}

# Adds the articles of $store/new.jsonl to the tables, which change all at the end.
add() {
	rm -rf "$store/next"
	mkdir "$store/next"
	ktag "$store/new.jsonl" >"$store/next/tagged.jsonl" || fine $?
	ktsv --outdir "$store/next" -t "${tables// /,}" "$store/next/tagged.jsonl" || fine $?
	for table in $tables; do
		[ ! -f "$store/$table.tsv" ] || tail -n +2 "$store/next/$table.tsv" | cat "$store/$table.tsv" - >"$store/next/all"
		[ ! -f "$store/next/all" ] || mv "$store/next/all" "$store/next/$table.tsv"
	done
	mv "$store"/next/*.tsv "$store"
	rm -r "$store/next" "$store/new.jsonl"
}

[ ! -f "$store/new.jsonl" ] || add # a night that was cut short
shopt -s nullglob
pages=("$inbox"/*.txt)
[ ${#pages[@]} -gt 0 ] || exit 0

# kdedup remembers what it has let through only when all of it is on the disk. If it fails, nothing is forgotten, and the pages
# are read again next time.
set +e
knorm "${pages[@]}" | ksplit | kdedup --state "$store/seen.db" >"$store/new.part"
fine "${PIPESTATUS[@]}"
set -e
mv "$store/new.part" "$store/new.jsonl"
mv "${pages[@]}" "$inbox/done"
add
