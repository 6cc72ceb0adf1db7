#!/usr/bin/env bash
# A cron job: takes in the pages that a crawler has left since last night, drops stories seen before (also on earlier nights),
# and appends what is new to the tables. Silent on success.
#
#	15 3 * * *  /srv/kwire/nightly.sh /srv/kwire/inbox /srv/kwire/store
set -euo pipefail
inbox=$1 store=$2
tables='articles mentions roles quotes dates pairs'

mkdir -p "$inbox/done" "$store"
exec 9>"$store/lock"
flock -n 9 || exit 0 # last night's run is still busy
shopt -s nullglob
pages=("$inbox"/*.txt)
[ ${#pages[@]} -gt 0 ] || exit 0

# kdedup remembers what it has let through only when all of it is on the disk: if this stops half-way, nothing is forgotten and
# the pages are read again next time.
knorm "${pages[@]}" | ksplit | kdedup --state "$store/seen.db" >"$store/new.jsonl"
ktag "$store/new.jsonl" >"$store/tagged.jsonl"
ktsv --outdir "$store/new" -t "${tables// /,}" "$store/tagged.jsonl"
for table in $tables; do
	[ -s "$store/$table.tsv" ] || head -n 1 "$store/new/$table.tsv" >"$store/$table.tsv"
	tail -n +2 "$store/new/$table.tsv" >>"$store/$table.tsv"
done
mv "${pages[@]}" "$inbox/done"
rm -r "$store/new" "$store/new.jsonl" "$store/tagged.jsonl"
