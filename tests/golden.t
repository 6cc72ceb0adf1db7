# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# Golden pairs: tests/FILTER/NAME.in through FILTER gives NAME.out. Beside them, all optional: NAME.args (one line, shell
# quoting), NAME.rc (exit status, default 0), NAME.err (standard error, default empty). NAME.once: no variants.
# Each pair is run again with reads of 1, 2, 3 and 4,095 bytes, with CRLF line ends, and without its final newline.
# `bash tests/golden.t --regen FILTER/NAME` writes the output again and shows the difference.
. "$(dirname "$0")/tap.sh"

# run FILTER NAME INPUT [PREFIX...]: leaves $tmp/out, $tmp/err, and the status in rc
run() {
	local filter=$1 name=$2 input=$3 args=
	shift 3
	cd "$ROOT/tests/$filter" || exit 2
	[ ! -f "$name.args" ] || args=$(<"$name.args")
	eval "set -- \"\$@\" \"\$BIN/\$filter\" $args"
	"$@" <"$input" >"$tmp/out" 2>"$tmp/err"
	rc=$?
}

if [ "${1-}" = --regen ]; then
	filter=${2%%/*} name=${2#*/} base=$ROOT/tests/$2
	[ -f "$base.in" ] || { echo "regen: no tests/$2.in" >&2; exit 2; }
	run "$filter" "$name" "$base.in"
	: >"$tmp/rc"
	[ $rc = 0 ] || echo $rc >"$tmp/rc"
	for kind in out err rc; do # an empty one is kept for the output alone
		touch "$tmp/$kind"
		[ -f "$base.$kind" ] && diff -a -u --label "$2.$kind before" --label "$2.$kind now" "$base.$kind" "$tmp/$kind"
		if [ -s "$tmp/$kind" ] || [ $kind = out ]; then cp "$tmp/$kind" "$base.$kind"; else rm -f "$base.$kind"; fi
	done
	exit 0
fi

# differs WANTED GOT: adds what differs to why
differs() { cmp -s "$1" "$2" || why+=$(diff -a -u --label wanted --label got "$1" "$2"); }

# check FILTER NAME VARIANT: all three results against the files
check() {
	local base=$ROOT/tests/$1/$2 wanted_rc=0 why=
	[ ! -f "$base.rc" ] || wanted_rc=$(<"$base.rc")
	differs "$base.out" "$tmp/out"
	if [ -f "$base.err" ]; then differs "$base.err" "$tmp/err"; else why+=$(<"$tmp/err"); fi
	[ "$rc" = "$wanted_rc" ] || why+="status $rc, not $wanted_rc"
	[ -z "$why" ]
	ok $? "$1/$2$3" "$why"
}

for in in "$ROOT"/tests/*/*.in; do
	[ -f "$in" ] || continue
	name=${in##*/} name=${name%.in} filter=${in%/*} filter=${filter##*/}
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
