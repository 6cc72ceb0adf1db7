# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# Every example of the man pages is run: in a `.Bd -literal` block under EXAMPLES, a line `$ command` is run by bash with pipefail
# in examples/ with the built filters in PATH (lines `> ` continue it), and what follows must be its output, standard error included.
# What they write to /tmp goes to a folder of this run.
. "$(dirname "$0")/tap.sh"

# Prints blocks as shell-friendly records: file, command, expected, each ended by NUL.
extract() {
	perl -e '
		for my $file (@ARGV) {
			open my $f, "<", $file or die; my ($in, $block, $cmd, $out) = (0, 0);
			my $flush = sub { print "$file\0$cmd\0$out\0" if defined $cmd; undef $cmd; $out = "" };
			while (<$f>) {
				if (/^\.Sh (.*)/) { $in = $1 eq "EXAMPLES"; next }
				next unless $in;
				if (/^\.Bd -literal/) { $block = 1; next }
				if (/^\.Ed/) { $flush->(); $block = 0; next }
				next unless $block;
				s/\\&//g; s/\\-/-/g; s/\\e/\\/g; s/\\\(aq/\x27/g; s/\\\(dq/"/g; s/\\\(ga/`/g; s/\\\(ti/~/g; s/\\\(ha/^/g;
				if (s/^\$ //) { $flush->(); chomp; $cmd = $_ }
				elsif (s/^> // && $out eq "") { chomp; $cmd .= "\n$_" }
				else { $out .= $_ }
			}
		}' "$@"
}

shopt -s nullglob
pages=("$ROOT"/man/*.[157])
while IFS= read -r -d '' file && IFS= read -r -d '' command && IFS= read -r -d '' wanted; do
	printf '%s' "$wanted" >"$tmp/wanted"
	(cd "$ROOT/examples" && bash -o pipefail -c "${command//\/tmp\//$tmp/}") >"$tmp/got" 2>&1 </dev/null
	same "$tmp/got" "$tmp/wanted" "$(basename "$file"): $(printf '%s' "$command" | head -n 1)"
done < <(extract "${pages[@]}")
for page in "${pages[@]}"; do
	grep -q '^\.Sh EXIT STATUS' "$page" || [ "$(basename "$page")" = kwire.5 ]
	ok $? "$(basename "$page") has EXIT STATUS"
	[ "$(extract "$page" | tr -cd '\0' | wc -c)" -ge 3 ]
	ok $? "$(basename "$page") has an example that runs"
	mandoc -T lint -W warning "$page" >"$tmp/lint"
	ok $? "$(basename "$page") is lint-clean" "$(cat "$tmp/lint")"
done
done_testing
