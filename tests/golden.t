# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# Golden pairs: tests/FILTER/NAME.in through FILTER gives NAME.out. Beside them, all optional: NAME.args (one line, shell
# quoting), NAME.rc (exit status, default 0), NAME.err (standard error, default empty). NAME.once: no variants.
# Each pair is run again with reads of 1, 2, 3 and 4,095 bytes, with CRLF line ends, and without its final newline.
# `bash tests/golden.t --regen FILTER/NAME` writes the output again and shows the difference.
. "$(dirname "$0")/tap.sh"

# run FILTER NAME INPUT [PREFIX...]: leaves $tmp/out, $tmp/err, $tmp/rc
run() {
	local filter=$1 name=$2 input=$3 args=
	shift 3
	[ ! -f "$ROOT/tests/$filter/$name.args" ] || args=$(cat "$ROOT/tests/$filter/$name.args")
	(
		cd "$ROOT/tests/$filter" || exit 2
		eval "set -- \"\$@\" \"\$BIN/\$filter\" $args"
		"$@" <"$input" >"$tmp/out" 2>"$tmp/err"
	)
	echo $? >"$tmp/rc"
}

if [ "${1-}" = --regen ]; then
	filter=${2%%/*} name=${2#*/} base=$ROOT/tests/$2
	run "$filter" "$name" "$base.in"
	[ "$(cat "$tmp/rc")" != 0 ] || : >"$tmp/rc"
	for kind in out err rc; do # an empty one is kept for the output alone
		touch "$tmp/$kind"
		[ -f "$base.$kind" ] && diff -a -u --label "$2.$kind before" --label "$2.$kind now" "$base.$kind" "$tmp/$kind"
		if [ -s "$tmp/$kind" ] || [ $kind = out ]; then cp "$tmp/$kind" "$base.$kind"; else rm -f "$base.$kind"; fi
	done
	exit 0
fi

# check FILTER NAME VARIANT: all three results against the files
check() {
	local base=$ROOT/tests/$1/$2 wanted_err=/dev/null wanted_rc=0 why=
	[ ! -f "$base.err" ] || wanted_err=$base.err
	[ ! -f "$base.rc" ] || wanted_rc=$(cat "$base.rc")
	why=$(diff -a -u --label wanted --label got "$base.out" "$tmp/out") || true
	[ -n "$why" ] || why=$(diff -a -u --label wanted --label got "$wanted_err" "$tmp/err") || true
	[ -n "$why" ] || [ "$(cat "$tmp/rc")" = "$wanted_rc" ] || why="status $(cat "$tmp/rc"), not $wanted_rc"
	[ -z "$why" ]
	ok $? "$1/$2$3" "$why"
}

for in in "$ROOT"/tests/*/*.in; do
	[ -f "$in" ] || continue
	name=$(basename "$in" .in) filter=$(basename "$(dirname "$in")")
	run "$filter" "$name" "$in"
	check "$filter" "$name" ''
	[ ! -f "${in%.in}.once" ] || continue
	for most in 1 2 3 4095; do
		run "$filter" "$name" "$in" short_reads "$most"
		check "$filter" "$name" " (reads of $most)"
	done
	if ! grep -qa $'\r' "$in"; then
		sed 's/$/\r/' "$in" >"$tmp/crlf"
		run "$filter" "$name" "$tmp/crlf"
		check "$filter" "$name" ' (CRLF)'
	fi
	if [ -s "$in" ] && [ "$(tail -c 1 "$in" | od -An -tx1)" = ' 0a' ]; then
		head -c -1 "$in" >"$tmp/cut"
		run "$filter" "$name" "$tmp/cut"
		check "$filter" "$name" ' (no final newline)'
	fi
done
done_testing
