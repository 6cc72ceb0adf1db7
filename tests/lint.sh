#!/usr/bin/env bash
# make lint: warnings by gcc and clang, cppcheck, shellcheck, mandoc, and the layers of src.
set -u
cd "$(dirname "$0")/.." || exit 2
bad=0
say() {
	echo "lint: $*" >&2
	bad=1
}

for cc in gcc clang; do
	if command -v "$cc" >/dev/null; then
		make -s CC="$cc" OUT="build/$cc" all || say "$cc warns"
	else
		echo "lint: $cc is not installed" >&2
	fi
done
# Left out: findings in system headers, compound literals that its parser does not know, bytes above 127 as characters, results
# given back through pointers.
cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,portability,performance --inline-suppr --library=tests/cppcheck.cfg \
	--suppress=missingIncludeSystem --suppress=invalidFunctionArg --suppress=duplicateAssignExpression --suppress=ctuuninitvar --suppress=internalAstError -DVERSION="kwire" -Isrc/lib src || say 'cppcheck'
shopt -s nullglob
shellcheck -S warning -e SC2154 tests/*.sh tests/*.t tests/*/*.sh .ci/run examples/*.sh || say 'shellcheck'
for page in man/*.[157]; do
	mandoc -T lint -W warning "$page" || say "$page"
done
# A room includes the hall and itself, never another room: no path with a folder in it.
if grep -n '#include "[^"]*/' src/*/*.[ch]; then say 'a room reaches into another'; fi
# Functions of more than 100 lines want to be split.
awk '/^{/ { start = FNR } /^}/ { if (start && FNR - start > 100) { print FILENAME ":" start ": " FNR - start " lines"; bad = 1 } start = 0 }
	END { exit bad }' src/*/*.c || say 'a function is too long'
# As .clang-format has it.
if perl -CSD -ne 's/\t/        /g; print "$ARGV:$.: long line\n" if length > 141; close ARGV if eof' src/*/*.[ch] tests/*/*.[ch] | grep .; then
	say 'lines of more than 140 columns'
fi
# A file of more than 600 lines has more than one noun.
if wc -l src/*/*.[ch] | awk '$1 > 600 && $2 != "total"' | grep .; then say 'a file is too long'; fi
# Each file of the hall has its place in the map.
for file in src/lib/*.[ch]; do
	name=$(basename "${file%.*}")
	grep -qw -- "${name#split_}" src/lib/README.md || say "$file is not in src/lib/README.md"
done
exit $bad
