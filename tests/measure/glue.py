#!/usr/bin/env python3
"""Measure where ksplit cuts pages that cat glued without a mark between them.

usage: glue.py [-v] [-n ORDERS] [--join=asis|end|none] [--raw] PAGE...     (knorm and ksplit are found in PATH)

The articles of a page alone are taken for right. The pages go through knorm one by one (--raw: only the whole, glued), are glued in
ORDERS orders (20), shuffled from a fixed seed, and cut by ksplit. --join says how pages end: as they do, with a line end, or without
one. A boundary is found if an article begins behind the last line that the article before it keeps, and not behind the first that
its own article keeps; a title counts as kept. An article is cut if another begins between its kept lines. -v lists what is wrong
once for each pair of pages, --by-page adds how often each page's two ends were missed."""
import collections
import getopt
import json
import os
import random
import subprocess
import sys

KEYS = ("title", "deck", "date", "updated", "author", "source", "agency", "place", "section", "text", "captions")


def run(command, data):
    done = subprocess.run(command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout


def split(data):
    return [json.loads(line) for line in run(["ksplit", "-k"], data).decode().splitlines()]


def kept(articles, lines):
    """(first, last) line, counted from 1, that each article keeps."""
    out = []
    for i, a in enumerate(articles):
        end = articles[i + 1]["line"] if i + 1 < len(articles) else len(lines) + 1
        dropped = {f["line"] for f in a.get("furniture", [])}
        own = [n for n in range(a["line"], end) if lines[n - 1].strip(b" \t\r\xc2\xa0") and n not in dropped] or [a["line"]]
        out.append((own[0], own[-1]))
    return out


class Page:
    def __init__(self, path, join):
        self.name = os.path.basename(path)
        with open(path, "rb") as f:
            self.raw = f.read()
        self.data = run(["knorm"], self.raw)
        if join != "asis":
            self.data = self.data.rstrip(b"\n") + (b"\n" if join == "end" else b"")
            self.raw = self.raw.rstrip(b"\n") + (b"\n" if join == "end" else b"")
        self.articles = split(self.data)
        self.kept = kept(self.articles, self.data.split(b"\n"))


def glue(pages, raw):
    """The stream, and (page, article, first, last) in its lines for all articles."""
    stream, units, line = b"", [], 0
    for page in pages:
        for article, (first, last) in zip(page.articles, page.kept):
            units.append((page, article, line + first, line + last))
        stream += page.raw if raw else page.data
        line += page.data.count(b"\n")
    return run(["knorm"], stream) if raw else stream, units


def main():
    options, paths = getopt.getopt(sys.argv[1:], "vn:", ["join=", "raw", "by-page"])
    options = dict(options)
    pages = [Page(p, options.get("--join", "asis")) for p in paths]
    pages = [p for p in pages if p.articles]
    orders = int(options.get("-n", 20))
    count = collections.Counter()
    wrong, ends = collections.Counter(), collections.Counter()

    for seed in range(orders):
        order = pages[:]
        random.Random(seed).shuffle(order)
        stream, units = glue(order, "--raw" in options)
        got = split(stream)
        starts = [a["line"] for a in got]
        for i, (page, article, first, last) in enumerate(units):
            count["articles"] += 1
            inside = [s for s in starts if first < s <= last and not (i + 1 < len(units) and units[i + 1][2] == s)]
            count["cut"] += bool(inside)
            for s in inside:
                wrong["cut", page.name, stream.split(b"\n")[s - 1].decode("utf-8", "replace")[:100]] += 1
            if i and units[i - 1][0] is not page:
                before, end = units[i - 1][0], units[i - 1][3]
                found = any((end < s or s == end == first) and s <= first for s in starts)
                count["boundaries"] += 1
                count["found"] += found
                if not found:
                    wrong["missed", before.name, page.name] += 1
                    ends["end of " + before.name] += 1
                    ends["head of " + page.name] += 1
            ours = [a for a in got if a["line"] <= first and a["line"] > (units[i - 1][3] if i else 0)]
            if not inside and ours:
                count["compared"] += 1
                off = [k for k in KEYS if ours[-1].get(k) != article.get(k)]
                count["changed"] += bool(off)
                for k in off:
                    wrong["changed", page.name, units[i - 1][0].name if i else "-", k, str(article.get(k))[-90:], str(ours[-1].get(k))[-90:]] += 1
    if "-v" in options:
        for what, n in sorted(wrong.items()):
            print(n, *what, sep="\t")
    if "--by-page" in options:
        for what, n in ends.most_common():
            print(n, what, sep="\t")
    print("boundaries %d, found %d (%.2f %%); articles %d, cut %d; of %d compared %d changed"
          % (count["boundaries"], count["found"], 100 * count["found"] / max(count["boundaries"], 1), count["articles"], count["cut"],
             count["compared"], count["changed"]))


main()
