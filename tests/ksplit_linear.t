# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154,SC2016
# ksplit is linear in the length of a page.
. "$(dirname "$0")/tap.sh"
. "$(dirname "$0")/linear.sh"

# Two paragraphs, the hostile lines, two paragraphs.
hostile() {
	local words='The two sides said on Monday that they would meet again before the end of the month to go on with the plan. '
	local story="SEOUL, Nov. 4 -- $words$words$words
$words$words$words$words"
	printf '%s\n' "$story"
	over "$@"
	printf '\n%s\n' "$story"
}

linear ksplit 500000 headlines $'Ministers Of Xa%% And Yo%% Agree On Plan\n'
linear ksplit 500000 'one headline' $'Ministers Of Two States Agree On Plan\n'
linear ksplit 500000 'names in a paragraph' 'Xa%% Yo%% said so. '
linear ksplit 500000 'paragraphs that begin like articles' $'SEOUL, Nov. 4 -- The minister Xa%% said on Monday that the two would meet again before the end of the month.\n'
linear ksplit 500000 'paragraphs' $'The minister Xa%% said on Monday that the two would meet again before the end of the month to go on with it.\n'
linear ksplit 500000 'one paragraph' 'The minister said on Monday that the two would meet again. '
linear ksplit 500000 'sentences without a blank between them' 'Xa%% said so.Yo%% did not say.'
linear ksplit 500000 'lines without a blank' $'Read more on XaYo%%Ministers Of Two States\n'
linear ksplit 500000 'paragraphs without a blank' $'The two met on Monday in Seoul to talk of it.The minister Xa%% said on Tuesday that they would meet again.\n'
linear ksplit 500000 captions $'Photo by Xa%% Yo%%/Yonhap\n'
linear ksplit 500000 bylines $'By Xa%% Yo%%\n'
linear ksplit 500000 dates $'Nov. 4, 2025\n'
linear ksplit 500000 'legal lines' $'Copyright (c) Xa%% News. All rights reserved.\n'
linear ksplit 500000 'addresses' $'https://www.xa%%.com/news\n'
linear ksplit 500000 rules $'====\n'
linear ksplit 500000 'headlines in one line' 'Most Viewed Ministers Of Xa%% Agree On Plan Share '
linear ksplit 500000 'Hangul' $'국방부는 3일 새 계획을 밝혔다. Xa%%\n'
linear ksplit 500000 'capitals' 'XA%% '
linear ksplit 500000 'opening brackets' '['
linear ksplit 500000 'blank lines' $'\n'
linear ksplit 500000 'names of reporters' $'가나다\n'
linear ksplit 500000 'pages in one line' 'date 2025-09-09 '
linear ksplit 500000 'menus in one line' 'Go to Contents Go to Navigation '
linear ksplit 500000 'breaks in one line' '<br>'
linear ksplit 500000 'credits in one line' '(Yonhap)A '
linear ksplit 500000 'Latin behind brackets' '(ab)Abc'
linear ksplit 500000 'Latin behind Hangul' '는Resolution the'
linear ksplit 500000 'notices in one line' 'All rights reserved. '
linear ksplit 500000 'closing quotes' '"'
linear ksplit 500000 'letters behind quotes' 'net". and '
linear ksplit 500000 'initials' 'Q.'
linear ksplit 500000 'writers and their mail' $'By Xa%% Yo%% (xa%%@paper.example)\n'
linear ksplit 500000 'days that could be months' $'03/04/2025\n'
linear ksplit 100000 'marks on marks' $'\u0323\u0301'
done_testing
