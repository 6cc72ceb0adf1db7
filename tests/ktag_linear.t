# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154,SC2016
# ktag is linear in the length of an article.
. "$(dirname "$0")/tap.sh"
. "$(dirname "$0")/linear.sh"

hostile() {
	over "$@" | perl -0777 -pe '
		s/(["\\])/\\$1/g;
		s/\n/\\n/g;
		$_ = qq({"id":"00000000000000000001","date":"2025-11-04","title":"X","text":"$_"}\n)'
}

linear ktag 100000 capitals 'Abc '
linear ktag 100000 'capitals alone' 'ABC '
linear ktag 100000 'new capitals' 'Xa%% Yo%% '
linear ktag 100000 brackets '('
linear ktag 100000 'letters in brackets' '(A) '
linear ktag 100000 initials 'A.B.'
linear ktag 100000 'opening marks' '“ '
linear ktag 100000 'marks and words' '"a" '
linear ktag 100000 'quotations inside quotations' '“He said “no” '
linear ktag 100000 'quotations that nobody closes' $'\n“The plan is done and will go on'
linear ktag 100000 'quotations and their speakers' '"We go on," Kim said. '
linear ktag 100000 'one surname' 'Kim '
linear ktag 100000 'one surname, joined' 'Kim-'
linear ktag 100000 persons 'Kim Min-jun, '
linear ktag 100000 'new persons' 'Minister Xa%% Yo%% said. '
linear ktag 100000 'titles and surnames' 'Defense Minister Kim '
linear ktag 100000 'titles in a chain' 'Minister of '
linear ktag 100000 'bodies of many states' 'Defense Ministry '
linear ktag 400000 'bodies of no state' 'Ministry of Defense and '
linear ktag 100000 'new bodies' 'Xa%% Institute and '
linear ktag 100000 'acronyms' 'Xa%% Yo%% Za%% (XYZ) '
linear ktag 100000 'lists of persons' 'Kim Min-jun, Lee Seo-jun and '
linear ktag 400000 'one state by another name' '조선은 말했다. '
linear ktag 100000 weekdays 'Tuesday '
linear ktag 100000 'dates relative to dates' 'a day earlier the 26th and '
linear ktag 100000 amounts '61.2 trillion won $3-'
linear ktag 100000 designations 'F-'
linear ktag 100000 'one word' 'a'
linear ktag 100000 'one sentence' 'who said that the man with the plan to '
linear ktag 100000 paragraphs $'a\n'
linear ktag 100000 'Hangul' '김민준 국방부 장관은 3일 '
linear ktag 100000 'Hangul without blanks' '김민준'
linear ktag 100000 'quotations in one Korean sentence' '제한했다”고"'
done_testing
