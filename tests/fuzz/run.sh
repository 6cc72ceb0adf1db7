#!/usr/bin/env bash
# run.sh FILTER SECONDS SEED: fuzzes with the filter's golden inputs as seeds. A crash leaves its input and the command to run it again.
set -u
cd "$(dirname "$0")/../.." || exit 2
filter=$1 seconds=$2 seed=$3 corpus=build/fuzz/corpus-$1
mkdir -p "$corpus"
for in in tests/"$filter"/*.in; do
	[ ! -f "$in" ] || cp "$in" "$corpus/"
done
printf '{"title":"T","date":"2025-11-04","text":"Kim said: \\"Yes.\\""}\n' >"$corpus/article"
if ! build/fuzz/fuzz-"$filter" -max_total_time="$seconds" -seed="$seed" -max_len=65536 -timeout=20 -rss_limit_mb=2048 -verbosity=0 \
	-print_final_stats=1 -close_fd_mask=2 -artifact_prefix="build/fuzz/$filter-" "$corpus"; then
	echo "fuzz: $filter failed; run again: build/fuzz/fuzz-$filter build/fuzz/$filter-*" >&2
	exit 1
fi
echo "fuzz: $filter: $seconds s without a finding"
