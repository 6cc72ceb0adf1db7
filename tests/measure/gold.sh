#!/usr/bin/env bash
# Scores against hand-made answers: gold.sh SHARED SET WAY
#   SHARED  folder that holds seeds/, gold/ and eval/
#   SET     seeds, dev, dev-even or dev-odd (by the number of the page)
#   WAY     ktag: the gold's own title, date, source and text are tagged, so that ktag alone is measured
#           pipe: the raw pages go through knorm | ksplit | ktag
# Prints what eval/score.py prints; further arguments (-v, --fine) go to it.
set -u -o pipefail
command -v knorm ksplit ktag >/dev/null || { echo "gold.sh: knorm, ksplit and ktag are not in PATH" >&2; exit 2; }
shared=$1 set=$2 way=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

case $set in
seeds) raw="$shared/seeds/*.txt" gold="$shared/gold/seeds/*.gold" ;;
dev) raw="$shared/gold/dev/raw/*.txt" gold="$shared/gold/dev/gold/*.gold" ;;
dev-even) raw="$shared/gold/dev/raw/[0-9][02468]_*.txt" gold="$shared/gold/dev/gold/[0-9][02468]*.gold" ;;
dev-odd) raw="$shared/gold/dev/raw/[0-9][13579]_*.txt" gold="$shared/gold/dev/gold/[0-9][13579]*.gold" ;;
*) echo "gold.sh: no set $set" >&2 && exit 2 ;;
esac
# shellcheck disable=SC2086 # patterns
python3 "$shared/eval/gold2jsonl.py" $gold >"$work/gold"
if [ "$way" = ktag ]; then
	python3 -c '
import json, sys
for line in sys.stdin:
    a = json.loads(line)
    print(json.dumps({k: a[k] for k in ("id", "title", "date", "source", "text") if a.get(k)}, ensure_ascii=False))
' <"$work/gold" | ktag >"$work/ours"
else
	# copies of other pages (17-22) have no answers of their own
	pages=()
	for page in $raw; do
		case $page in *_dup[0-9]*) ;; *) pages+=("$page") ;; esac
	done
	knorm "${pages[@]}" | ksplit | ktag >"$work/ours"
fi
python3 "$shared/eval/score.py" "$@" "$work/gold" "$work/ours"
