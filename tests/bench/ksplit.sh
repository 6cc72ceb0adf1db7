#!/usr/bin/env bash
# ksplit on pages: raw text cut and cleaned, pages between certain boundaries and one endless article. Real pages are short and full of
# menus: of sites that come again, as in a crawl, and each from another site, where no line helps to tell another.
set -u
. "$(dirname "$0")/lib.sh"
pages=$(corpus pages) clean=$(corpus utf8) sites=$(corpus sites) strays=$(corpus strays)
row 'ksplit (pages)' "$pages" "ksplit <$pages" iconv "iconv -f utf-8 -t utf-16le <$pages" cat "cat <$pages | cat"
row 'ksplit (short pages of 40 sites)' "$sites" "ksplit <$sites" iconv "iconv -f utf-8 -t utf-16le <$sites"
row 'ksplit (short pages, no site twice)' "$strays" "ksplit <$strays" iconv "iconv -f utf-8 -t utf-16le <$strays"
row 'ksplit (one text without end)' "$clean" "ksplit <$clean 2>/dev/null || [ \$? = 1 ]" iconv "iconv -f utf-8 -t utf-16le <$clean"
row 'ksplit -k --report' "$pages" "ksplit -k --report=/dev/null <$pages"
