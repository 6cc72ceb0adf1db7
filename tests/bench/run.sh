#!/usr/bin/env bash
# make bench: throughput of the filters as MB/s of input and as a ratio to a peer on the same file in the same run
# ("2.00 x iconv" is twice as fast as iconv), and their start-up. FILTER=NAME runs one filter's rows.
set -u
. "$(dirname "$0")/lib.sh"

articles=$(corpus articles)
if [ -z "${FILTER-}" ]; then
	row 'ksplit, articles passing through' "$articles" "ksplit <$articles" \
		iconv "iconv -f utf8 -t utf8 <$articles" cat "cat <$articles | cat"
	for f in knorm ksplit kdedup ktag ktsv; do
		us=$(best "for i in {1..100}; do $f </dev/null; done")
		empty=$(best 'for i in {1..100}; do /bin/true </dev/null; done')
		printf '%-44s %6d us  (/bin/true %d us)\n' "$f, start-up and empty input" $((us / 100)) $((empty / 100))
	done
fi
for f in ${FILTER:-knorm ksplit kdedup ktag ktsv}; do
	script=$(dirname "$0")/$f.sh
	[ ! -f "$script" ] || bash "$script"
done
if [ -z "${FILTER-}" ]; then
	pages=$(corpus pages)
	row 'knorm | ktag | ktsv, two cores' "$pages" "knorm <$pages | ktag | ktsv" cat "cat <$pages | cat"
	row 'knorm | ksplit | kdedup | ktag | ktsv' "$pages" "knorm <$pages | ksplit | kdedup | ktag | ktsv"
fi
