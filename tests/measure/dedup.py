#!/usr/bin/env python3
"""Measures kdedup on real stories: copies of them are edited in the ways of desks and sites, and looked for among the stories.

usage: dedup.py [-s SEED] [-n COPIES] [-k KDEDUP] FILE...

A FILE is the text of a story, or articles (JSON Lines). COPIES of each kind are made (default 250). A copy is found when kdedup
leaves it out, or keeps it as a superset, because of its story. What two stories of the input have in common is not known: those
that kdedup takes for copies of each other are listed, to be looked at, with the share of the shorter one's runs of five words."""
import collections
import getopt
import json
import random
import re
import subprocess
import sys

QUOTE = re.compile(r'["“][^"”“]{15,400}["”]')
CREDIT = ["The Associated Press contributed to this report.", "Copyright 2016 The Associated Press. All rights reserved."]


def stories(paths):
    for path in paths:
        text = open(path, encoding="utf-8", errors="replace").read()
        texts = [json.loads(line).get("text") or "" for line in text.splitlines()] if text.startswith("{") else [text]
        for one in texts:
            lines = [" ".join(line.split()) for line in one.split("\n")]
            lines = [line for line in lines if line]
            if count(lines) >= 80: yield lines


def count(lines):
    return sum(len(line.split()) for line in lines)


class Desk:
    """What is done to a story: each method takes its paragraphs and gives those of the copy."""

    def __init__(self, originals, seed):
        self.random, self.originals = random.Random(seed), originals
        self.words = [w for lines in originals[:200] for line in lines for w in line.split()]

    def cut(self, lines, share):
        left, out = int(count(lines) * share), []
        for line in lines:
            if left <= 0: break
            out.append(" ".join(line.split()[:left]))
            left -= len(line.split())
        return out

    def change(self, lines, rate):
        return [" ".join(self.random.choice(self.words) if self.random.random() < rate else w for w in line.split()) for line in lines]

    def translate(self, found):
        words = [w if self.random.random() < .35 else self.random.choice(self.words) for w in found.group(0)[1:-1].split()]
        return "“" + " ".join(words).replace('"', "") + "”"

    def quotes(self, lines):
        return [QUOTE.sub(self.translate, line) for line in lines]

    def credit(self, lines):
        return ["WASHINGTON (AP) — " + lines[0]] + lines[1:] + CREDIT

    def lead(self, lines):
        return [" ".join(self.random.choice(self.words) for _ in range(max(15, len(lines[0].split()))))] + lines[1:]

    def style(self, lines):
        pairs = ((" percent", "%"), ("U.S.", "US"), ("’", "'"), ("“", '"'), ("”", '"'), (" – ", " - "),
                 ("ization", "isation"), ("President ", "Pres. "))
        for a, b in pairs:
            lines = [line.replace(a, b) for line in lines]
        return lines

    def insert(self, lines, share):
        want, other, more = int(count(lines) * share), list(self.random.choice(self.originals)), []
        self.random.shuffle(other)
        while other and count(more) < want: more.append(other.pop())
        at = self.random.randrange(1, len(lines) + 1)
        return lines[:at] + more + lines[at:]

    def shuffle(self, lines):
        rest = lines[1:]
        self.random.shuffle(rest)
        return lines[:1] + rest

    def drop(self, lines, rate):
        return lines[:1] + [line for line in lines[1:] if self.random.random() >= rate]

    def figure(self, lines):
        at = [i for i, line in enumerate(lines) if re.search(r"\d", line)]
        i = self.random.choice(at) if at else 0
        return [re.sub(r"\d", lambda d: str((int(d.group(0)) + 1) % 10), line, count=1) if k == i else line for k, line in enumerate(lines)]

    def kinds(self):
        kinds = {f"the first {p} %": lambda x, p=p: self.cut(x, p / 100) for p in (80, 60, 40, 20)}
        kinds.update({f"{p} % of words changed": lambda x, p=p: self.change(x, p / 100) for p in (2, 5, 10, 20)})
        kinds.update({f"{p} % of paragraphs dropped": lambda x, p=p: self.drop(x, p / 100) for p in (30, 50)})
        kinds["30 % of another story inserted"] = lambda x: self.insert(x, .3)
        kinds.update({"dateline, credit, rights": self.credit, "quotes translated": self.quotes, "a figure corrected": self.figure,
                      "house style": self.style, "new first paragraph": self.lead, "paragraphs in other order": self.shuffle})
        kinds["all of: cut to 70 %, new lead, quotes, credit"] = lambda x: self.credit(self.lead(self.cut(self.quotes(x), .7)))
        return kinds


def runs(lines):
    words = re.findall(r"\w+", " ".join(lines).lower())
    return {tuple(words[i:i + 5]) for i in range(len(words) - 4)}


def main():
    options, paths = getopt.getopt(sys.argv[1:], "s:n:k:")
    options = dict(options)
    originals = list(stories(paths))
    desk = Desk(originals, int(options.get("-s", 1)))
    articles = [(f"0 {i}", lines) for i, lines in enumerate(originals)]
    for kind, edit in desk.kinds().items():
        for i in desk.random.sample(range(len(originals)), min(int(options.get("-n", 250)), len(originals))):
            articles.append((f"{kind} {i}", edit(originals[i])))
    records = "".join(json.dumps({"id": name, "text": "\n".join(lines)}, ensure_ascii=False) + "\n" for name, lines in articles)
    run = subprocess.run([options.get("-k", "bin/kdedup"), "--annotate"], input=records.encode(), stdout=subprocess.PIPE, check=True)
    made, found, wrong, twins = collections.Counter(), collections.Counter(), 0, {}
    for line in run.stdout.decode().splitlines():
        record = json.loads(line)
        kind, story = record["id"].rsplit(" ", 1)
        dup = record.get("dup", {"rel": "none"})
        of = dup.get("of", "0 -").rsplit(" ", 1)[1]
        made[kind] += 1
        if kind == "0":
            if dup["rel"] in ("exact", "same", "subset"): twins[story] = of
        elif of in (story, twins.get(story)): found[kind] += dup["rel"] != "template"
        else: wrong += dup["rel"] in ("exact", "same", "subset")
    for kind in made:
        if kind != "0": print(f"{kind:46} {made[kind]:5} {found[kind] / made[kind]:.3f}")
    print(f"all: found {sum(found.values()) / (sum(made.values()) - made['0']):.3f}; {wrong} left out for another story than their own")
    print(f"{made['0']} stories, copies of each other: {len(twins)}")
    for a, b in twins.items():
        x, y = runs(originals[int(a)]), runs(originals[int(b)])
        print(f"  {a} of {b}: {len(x & y) / min(len(x), len(y)):.2f}  {originals[int(a)][0][:60]}")


main()
