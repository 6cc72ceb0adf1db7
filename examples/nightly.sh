#!/usr/bin/env bash
# A cron job: takes in the pages that a crawler has left since last night, drops stories seen before (also on earlier nights),
# and adds what is new to the tables. Silent on success.
#
#	15 3 * * *  /srv/kwire/nightly.sh /srv/kwire/inbox /srv/kwire/store
set -euo pipefail
[ $# -eq 2 ] || { echo 'usage: nightly.sh INBOX STORE' >&2; exit 2; }
inbox=$1 store=$2
PATH=$PATH:/usr/local/bin # where make install puts the filters; cron does not look there
tables='articles mentions roles quotes dates pairs'

mkdir -p "$inbox/done" "$store"
exec 9>"$store/lock"
flock -n 9 || exit 0 # last night's run is still busy

# Status 1 is no failure: some input could not be used, and each case was reported.
fine() {
	local status
	for status; do [ "$status" -le 1 ] || exit "$status"; done
}

# What a night has made is put in place by renaming, step by step, so that a night cut short anywhere is finished by the next:
# new.jsonl is there when its articles are to be added, seen.next then is the state that knows them, ready/ holds whole tables.

# Adds the articles of $store/new.jsonl to copies of the tables.
add() {
	[ ! -f "$store/seen.next" ] || mv "$store/seen.next" "$store/seen.db"
	rm -rf "$store/next"
	mkdir "$store/next"
	ktag "$store/new.jsonl" >"$store/tagged.jsonl" || fine $?
	ktsv --outdir "$store/next" -t "${tables// /,}" "$store/tagged.jsonl" || fine $?
	for table in $tables; do
		[ ! -f "$store/$table.tsv" ] || tail -n +2 "$store/next/$table.tsv" | cat "$store/$table.tsv" - >"$store/all"
		[ ! -f "$store/all" ] || mv "$store/all" "$store/next/$table.tsv"
	done
	mv "$store/next" "$store/ready"
}

# Makes the copies the tables.
finish() {
	rm -f "$store/new.jsonl" "$store/tagged.jsonl"
	for table in $tables; do
		[ ! -f "$store/ready/$table.tsv" ] || mv "$store/ready/$table.tsv" "$store"
	done
	rmdir "$store/ready"
}

# Reads pages. kdedup remembers in a copy of the state: it counts only when all has been read and written. If anything fails, the
# pages are read again next time.
take_in() {
	rm -f "$store"/seen.next*
	[ ! -f "$store/seen.db" ] || cp "$store/seen.db" "$store/seen.next"
	set +e
	knorm --names "$@" | ksplit | kdedup --state "$store/seen.next" >"$store/new.part"
	fine "${PIPESTATUS[@]}"
	set -e
	mv "$store/new.part" "$store/new.jsonl"
}

if [ -d "$store/ready" ]; then finish; fi
if [ -f "$store/new.jsonl" ]; then
	add
	finish
fi
shopt -s nullglob
most=5000 # pages at a time: what a command line holds is limited
while pages=("$inbox"/*.txt) && [ ${#pages[@]} -gt 0 ]; do
	pages=("${pages[@]:0:most}")
	take_in "${pages[@]}"
	add
	mv "${pages[@]}" "$inbox/done"
	finish
done
