#!/usr/bin/env python3
"""Measure where ksplit cuts pages that cat glued without a mark between them.

usage: glue.py [-v] [-n ORDERS] [--join=asis|end|none] [--raw] [--by-page] PAGE...     (knorm and ksplit are found in PATH)

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
import shutil
import subprocess
import sys

KEYS = ("title", "deck", "date", "updated", "author", "source", "agency", "place", "section", "text", "captions")


def run(command, data):
    done = subprocess.run(command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout


def split(data):
    return [json.loads(line) for line in run(["ksplit", "-k"], data).decode().splitlines()]


def number(data):
    """The number of each line among those that hold text, which is the same however blank lines come and go."""
    out, n = [], 0
    for line in data.split(b"\n"):
        n += bool(line.strip(b" \t\r\x0c\x1c\xc2\xa0"))
        out.append(n)
    return out


def kept(articles, data):
    """(first, last) line, counted from 1, that each article keeps."""
    out, lines = [], number(data)
    for i, a in enumerate(articles):
        begin, end = lines[a["line"] - 1], lines[articles[i + 1]["line"] - 1] if i + 1 < len(articles) else lines[-1] + 1
        dropped = {lines[f["line"] - 1] for f in a.get("furniture", [])}
        own = [n for n in range(begin, end) if n not in dropped] or [begin]
        out.append((own[0], own[-1]))
    return out


class Page:
    def __init__(self, path, join):
        self.name = os.path.basename(path)
        with open(path, "rb") as f:
            self.raw = f.read()
        data = run(["knorm"], self.raw)
        self.articles = split(data)
        self.kept = kept(self.articles, data)
        self.lines = number(data)[-1]
        if join == "none" or (join == "asis" and not self.raw.endswith(b"\n")):
            data = data.rstrip(b"\n")
        if join != "asis":
            self.raw = self.raw.rstrip(b"\r\n") + (b"\n" if join == "end" else b"")
        self.data = data


def glue(pages, raw):
    """The stream, and (page, article, first, last, line that it shares with the page before) in its lines for all articles."""
    stream, units, line = b"", [], 0
    for page in pages:
        shared = line if stream and not stream.endswith((b"\n", b"\r", b"\n\0")) else 0
        line -= bool(shared)
        for article, (first, last) in zip(page.articles, page.kept):
            units.append((page, article, line + first, line + last, shared))
        stream += page.raw if raw else page.data
        line = number(run(["knorm"], stream))[-1] if raw else line + page.lines # what knorm joins depends on what stands around
    return run(["knorm"], stream) if raw else stream, units


def main():
    try:
        options, paths = getopt.getopt(sys.argv[1:], "vn:", ["join=", "raw", "by-page"])
    except getopt.GetoptError as error:
        sys.exit(f"glue.py: {error}\n\n{__doc__}")
    options = dict(options)
    if not shutil.which("knorm") or not shutil.which("ksplit"):
        sys.exit("glue.py: knorm and ksplit are not in PATH")
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
        lines = number(stream)
        starts = [lines[a["line"] - 1] for a in got]
        for i, (page, article, first, last, shared) in enumerate(units):
            count["articles"] += 1
            inside = [s for s in starts if first < s <= last and not (i + 1 < len(units) and s in (units[i + 1][2], units[i + 1][4]))]
            count["cut"] += bool(inside)
            for s in inside:
                wrong["cut", page.name, stream.split(b"\n")[lines.index(s)].decode("utf-8", "replace")[:100]] += 1
            if i and units[i - 1][0] is not page:
                before, end = units[i - 1][0], units[i - 1][3]
                found = any((end < s or s == shared) and s <= first for s in starts)
                count["boundaries"] += 1
                count["found"] += found
                if not found:
                    wrong["missed", before.name, page.name] += 1
                    ends["end of " + before.name] += 1
                    ends["head of " + page.name] += 1
            ours = [a for a, s in zip(got, starts) if s <= first and (s > (units[i - 1][3] if i else 0) or s == shared)]
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
