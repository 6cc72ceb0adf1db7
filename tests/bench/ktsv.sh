#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# ktsv on articles that ktag has tagged, against jq and Miller on the same columns of the same file in the same run.
set -u
. "$(dirname "$0")/lib.sh"
plain=$(corpus articles)
tagged=$data/tagged-$MB
[ -s "$tagged" ] && [ ! "$BIN/ktag" -nt "$tagged" ] || { ktag <"$plain" >"$tagged.new" && mv "$tagged.new" "$tagged"; }

peers=()
# peer NAME COMMAND: only if it is installed
peer() { ! command -v "${2%% *}" >/dev/null || peers+=("$1" "$2"); }
columns=id,date,source,title,lang
peer 'jq -r @tsv' "jq -r '[.id,.date,.source,.title,.lang]|@tsv' <$tagged"
peer Miller "mlr --ijsonl --otsv cut -o -f $columns then unsparsify <$tagged"
row "ktsv -t articles -f $columns" "$tagged" "ktsv -t articles -f $columns <$tagged" "${peers[@]}"
peers=()
peer 'jq -r @tsv' "jq -r '. as \$a | .entities[]? | [\$a.id,\$a.date,\$a.source,.type,.id,.name,.text,.start,.end,.value,.field,.rule] | @tsv' <$tagged"
row 'ktsv (mentions)' "$tagged" "ktsv <$tagged" "${peers[@]}"
row 'ktsv -t articles, with words counted' "$tagged" "ktsv -t articles <$tagged"
row 'ktsv -t quotes' "$tagged" "ktsv -t quotes <$tagged"
row 'ktsv -t pairs' "$tagged" "ktsv -t pairs <$tagged"
row 'ktsv -t counts' "$tagged" "ktsv -t counts <$tagged"
row 'ktsv, articles without entities' "$plain" "ktsv <$plain"
