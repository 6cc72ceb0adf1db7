#!/usr/bin/env bash
# ksplit on pages: raw text cut and cleaned, pages between certain boundaries and one endless article.
set -u
. "$(dirname "$0")/lib.sh"
pages=$(corpus pages) clean=$(corpus utf8)
row 'ksplit (pages)' "$pages" "ksplit <$pages" iconv "iconv -f utf-8 -t utf-16le <$pages" cat "cat <$pages | cat"
row 'ksplit (one text without end)' "$clean" "ksplit <$clean 2>/dev/null || [ \$? = 1 ]" iconv "iconv -f utf-8 -t utf-16le <$clean"
row 'ksplit -k --report' "$pages" "ksplit -k --report=/dev/null <$pages"
