# Hostile text costs time in proportion to its length: four times the text at most some four times the time, whatever is repeated.
# Source it after tap.sh, write `hostile BYTES UNIT`, which prints an input, and call linear. Times are the processor's, and
# differences below half a second say nothing.
# shellcheck shell=bash disable=SC2154

# over BYTES UNIT: UNIT over and over; %% in it is a new word each time
over() {
	perl -CAS -e '
		my ($n, $unit) = @ARGV;
		for (my ($length, $k) = (0, 0); $length < $n; $k++) {
			my $part = $unit;
			if ($part =~ /%%/) {
				my $word = join "", map { chr(ord("a") + int($k / 11 ** $_) % 11) } 0 .. 4;
				$part =~ s/%%/$word/g;
			}
			print $part;
			$length += length $part;
		}' "$@"
}

# seconds PROGRAM FILE: what it takes, in hundredths; nothing if it is stopped
seconds() {
	local TIMEFORMAT=%U used
	used=$( (ulimit -t 60 && time "$BIN/$1" <"$2" >/dev/null 2>&1) 2>&1)
	[ $? -le 1 ] || return 1 # 1: so many short lines are cut
	used=${used/./}
	echo $((10#${used:0:-1}))
}

# linear PROGRAM BYTES NAME UNIT
linear() {
	local once four
	hostile "$2" "$4" >"$tmp/once"
	hostile $(($2 * 4)) "$4" >"$tmp/four"
	four=$(seconds "$1" "$tmp/four") && once=$(seconds "$1" "$tmp/once") && [ "$four" -le $((once * 8 + 50)) ]
	ok $? "$3: linear" "${once:-?} and ${four:-stopped} hundredths of a second"
}
