# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154,SC2016
# Hostile text costs ktag time in proportion to its length: four times the text at most some four times the time, whatever is
# repeated. Times are the processor's, and differences below half a second say nothing.
. "$(dirname "$0")/tap.sh"

# article BYTES UNIT: one article whose text is UNIT over and over; %% in it is a new word each time
article() {
	perl -CA -Mutf8 -e '
		my ($n, $unit) = @ARGV;
		my ($text, $length, $k) = ("", 0, 0);
		while ($length < $n) {
			my $part = $unit;
			if ($part =~ /%%/) {
				my $word = join "", map { chr(ord("a") + int($k / 11 ** $_) % 11) } 0 .. 4;
				$part =~ s/%%/$word/g;
			}
			$text .= $part;
			$length += length $part;
			$k++;
		}
		utf8::encode($text);
		$text =~ s/(["\\])/\\$1/g;
		$text =~ s/\n/\\n/g;
		print qq({"id":"00000000000000000001","date":"2025-11-04","title":"X","text":"$text"}\n)' "$@"
}

# seconds FILE: what ktag takes, in hundredths; nothing if it is stopped
seconds() {
	local TIMEFORMAT=%U used
	used=$( (ulimit -t 60 && time "$BIN/ktag" <"$1" >/dev/null 2>&1) 2>&1) || return 1
	used=${used/./}
	echo $((10#${used:0:-1}))
}

linear() {
	local once four
	article 100000 "$2" >"$tmp/once"
	article 400000 "$2" >"$tmp/four"
	four=$(seconds "$tmp/four") && once=$(seconds "$tmp/once") && [ "$four" -le $((once * 8 + 50)) ]
	ok $? "$1: linear" "${once:-?} and ${four:-stopped} hundredths of a second"
}

linear capitals 'Abc '
linear 'capitals alone' 'ABC '
linear 'new capitals' 'Xa%% Yo%% '
linear brackets '('
linear 'letters in brackets' '(A) '
linear initials 'A.B.'
linear 'opening marks' '“ '
linear 'marks and words' '"a" '
linear 'quotations inside quotations' '“He said “no” '
linear 'quotations that nobody closes' $'\n“The plan is done and will go on'
linear 'quotations and their speakers' '"We go on," Kim said. '
linear 'one surname' 'Kim '
linear 'one surname, joined' 'Kim-'
linear persons 'Kim Min-jun, '
linear 'new persons' 'Minister Xa%% Yo%% said. '
linear 'titles and surnames' 'Defense Minister Kim '
linear 'titles in a chain' 'Minister of '
linear 'bodies of many states' 'Defense Ministry '
linear 'new bodies' 'Xa%% Institute and '
linear 'acronyms' 'Xa%% Yo%% Za%% (XYZ) '
linear 'lists of persons' 'Kim Min-jun, Lee Seo-jun and '
linear weekdays 'Tuesday '
linear 'dates relative to dates' 'a day earlier the 26th and '
linear amounts '61.2 trillion won $3-'
linear designations 'F-'
linear 'one word' 'a'
linear 'one sentence' 'who said that the man with the plan to '
linear paragraphs $'a\n'
linear 'Hangul' '김민준 국방부 장관은 3일 '
linear 'Hangul without blanks' '김민준'
done_testing
