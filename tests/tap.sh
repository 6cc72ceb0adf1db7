# TAP for shell tests: source it, call ok/is/skip, end with `done_testing`.
# shellcheck shell=bash
tap_n=0
tap_failed=0

# ok STATUS NAME [DETAIL]: passes if STATUS is 0.
ok() {
	tap_n=$((tap_n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tap_n - $2"
	else
		tap_failed=$((tap_failed + 1))
		echo "not ok $tap_n - $2"
		[ -z "${3-}" ] || printf '%s\n' "$3" | head -n 40 | sed 's/^/# /'
	fi
}

# is GOT WANTED NAME: passes if the two strings are equal.
is() {
	[ "$1" = "$2" ]
	ok $? "$3" "got:    $1
wanted: $2"
}

# same FILE WANTED NAME: passes if the two files are equal, else shows the difference.
same() {
	local difference
	difference=$(diff -a -u --label wanted --label got "$2" "$1" 2>&1)
	ok $? "$3" "$difference"
}

# skip NAME WHY
skip() {
	tap_n=$((tap_n + 1))
	echo "ok $tap_n - $1 # skip $2"
}

done_testing() {
	echo "1..$tap_n"
	[ "$tap_failed" -eq 0 ]
}

[[ ${TMPDIR-} != *[[:space:]]* ]] || unset TMPDIR # the commands of pages and of --load are words
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
: "${ROOT:=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}" "${OUT:=$ROOT/build}" "${BIN:=$ROOT/bin}"
ln -s "$OUT/tools" "$tmp/.tools" # LD_PRELOAD ends a path at a blank

# comes COMMAND: waits until the command succeeds, 20 seconds at most: how long another process takes is nobody's failure.
comes() {
	local tries
	for ((tries = 0; tries < 200; tries++)); do
		eval "$1" && return
		sleep 0.1
	done
	return 1
}

# Runs a command whose reads return at most $1 bytes.
short_reads() {
	local most=$1
	shift
	SHORT_READS=$most ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD="${PRELOAD_FIRST:+$PRELOAD_FIRST:}$tmp/.tools/shortread.so" "$@"
}
