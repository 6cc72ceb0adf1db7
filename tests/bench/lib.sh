# For the benchmarks: source it. Figures are the best of $RUNS runs and ratios within one run of the script: machines differ and
# are noisy.
# shellcheck shell=bash
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
: "${OUT:=$ROOT/build}" "${BIN:=$ROOT/bin}" "${RUNS:=3}" "${MB:=64}"
PATH=$BIN:$PATH
data=$OUT/bench
mkdir -p "$data"

# corpus KIND [MB]: prints the path of generated text, made once
corpus() {
	local file=$data/$1-${2-$MB}
	[ -s "$file" ] || { "$OUT/tools/gen" "$1" "${2-$MB}" >"$file.new" && mv "$file.new" "$file"; }
	echo "$file"
}

# best COMMAND: microseconds of the fastest of $RUNS runs of a shell command; ends the script if the command fails
best() {
	local i start end least=
	for ((i = 0; i < RUNS; i++)); do
		start=${EPOCHREALTIME/./}
		bash -o pipefail -c "$1" >/dev/null || { echo "bench: failed: $1" >&2 && exit 1; }
		end=${EPOCHREALTIME/./}
		if [ -z "$least" ] || [ $((end - start)) -lt "$least" ]; then least=$((end - start)); fi
	done
	echo "$least"
}

# rate FILE MICROSECONDS: MB/s
rate() { echo $(($(stat -Lc %s "$1") / ($2 > 0 ? $2 : 1))); }

# row NAME FILE COMMAND [PEER COMMAND]...: one line: MB/s of COMMAND and its ratio to each peer
row() {
	local name=$1 file=$2 mine line
	mine=$(best "$3") || exit 1
	line=$(printf '%-44s %6d MB/s' "$name" "$(rate "$file" "$mine")")
	shift 3
	while [ $# -gt 1 ]; do
		line+=$(printf '  %s x %s' "$(awk -v a="$(best "$2")" -v b="$mine" 'BEGIN { printf "%.2f", a / b }')" "$1")
		shift 2
	done
	echo "$line"
}
