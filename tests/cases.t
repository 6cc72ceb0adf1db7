# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# Line cases: tests/FILTER/*.case, groups of three lines: arguments, input, expected output. `#` opens a comment between groups,
# blank lines are skipped there. Arguments `-` means none. The input line gets its newline; newlines inside the output are shown
# as ` | `.
. "$(dirname "$0")/tap.sh"

for file in "$ROOT"/tests/*/*.case; do
	[ -f "$file" ] || continue
	filter=${file%/*} filter=${filter##*/} n=0
	while IFS= read -r line <&3; do
		n=$((n + 1))
		case $line in '' | '#'*) continue ;; esac
		args=$line at=$n
		[ "$args" != - ] || args=
		IFS= read -r input <&3
		IFS= read -r wanted <&3
		n=$((n + 2))
		eval "set -- $args"
		got=$("$BIN/$filter" "$@" 2>&1 <<<"$input"; echo .) got=${got%.} got=${got%$'\n'}
		is "${got//$'\n'/ | }" "$wanted" "${file##*/}:$at"
	done 3<"$file"
done
done_testing
