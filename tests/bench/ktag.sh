#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# ktag with everything on, on articles; without roles' work the same text goes through iconv and jq in the same run.
set -u
. "$(dirname "$0")/lib.sh"
plain=$(corpus articles)
row 'ktag (articles)' "$plain" "ktag <$plain" iconv "iconv -f utf-8 -t utf-16le <$plain" 'jq -c .' "jq -c . <$plain"
row 'ktag --only WEAPON' "$plain" "ktag --only WEAPON <$plain"

# 100,000 names of one's own: how long they take to load, and what they cost.
names=$data/names-100000
[ -s "$names" ] || awk 'BEGIN { for (i = 0; i < 100000; i++) printf "my/%d\tORG\tQ%s Harbor %d Office\n", i, substr("abcdefghij", i % 10 + 1, 1), i }' >"$names"
printf '%-44s %6d us\n' 'start' "$(best 'ktag </dev/null')"
printf '%-44s %6d us\n' 'start with 100,000 names' "$(best "ktag -g $names </dev/null")"
row 'ktag with 100,000 names' "$plain" "ktag -g $names <$plain"
