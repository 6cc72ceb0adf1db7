#!/usr/bin/env python3
"""Measures ktag's quotes against PolNeAR (github.com/networkdynamics/PolNeAR), which is not part of the project.

usage: polnear.py [-v] [-n ARTICLES] [-k KTAG] FOLDER     FOLDER holds text/, attributions/ and, for pronouns, corenlp/

PolNeAR marks source, cue and content of every attribution. Its direct quotes are the parts of a content that stand between
double quotation marks. A quote of ktag's is right when it covers such a part (80 % of the characters of both). The speaker of a
right quote is right when its name and the marked source share a word that is no title, article or pronoun; else the names of the
source's coreference chain (CoreNLP's, made by machine) are asked ("he", "the mayor"). A pronoun without a chain and a source
that is but a verb of speech (a slip of the marks) are not counted."""
import glob
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

STOP = set("the a an of in at for mr mrs ms dr sen rep gov president senator representative his her their its who and s".split())
PRONOUNS = set("he she they it i we you who him her his himself herself".split())


def words(text):
    return [w for w in re.findall(r"\w+", text.lower()) if w not in STOP]


def spans(text):
    return [tuple(map(int, part.split())) for part in text.split(";")]


def read_gold(path):
    marks, links = {}, []
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) < 2: continue
        if fields[0].startswith("T"):
            kind, _, where = fields[1].partition(" ")
            marks[fields[0]] = (kind, spans(where))
        elif fields[0].startswith("E"):
            links.append([pair.split(":")[-1] for pair in fields[1].split()[1:]])
    for ids in links:
        parts = [marks[i] for i in ids if i in marks]
        content = [s for kind, where in parts if kind == "Content" for s in where]
        source = [s for kind, where in parts if kind == "Source" for s in where]
        yield content, source


def quoted(text):
    """The stretches between double marks; marks are paired by their sides, paragraph by paragraph."""
    out = []
    for para in re.finditer(r"[^\n]+", text):
        start = None
        for m in re.finditer(r"(?:''|[\"“”])", para.group()):
            at = m.start()
            before = para.group()[at - 1] if at else " "
            opens = m.group() == "“" or (m.group() in ('"', "''") and before in " ([—-'‘")
            if start is None:
                if opens or m.group() in ('"', "''"):
                    start = m.end()
            else:
                out.append((para.start() + start, para.start() + at))
                start = None
        if start is not None:
            out.append((para.start() + start, para.end()))
    return out


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def direct(text, gold):
    """(span, sources) of every quoted stretch that lies in a content."""
    out = []
    for q in quoted(text):
        best = max(gold, key=lambda g: sum(overlap(q, c) for c in g[0]), default=None)
        if best and sum(overlap(q, c) for c in best[0]) >= 0.8 * (q[1] - q[0]) > 0:
            out.append((q, best[1]))
    return out


def chains(path):
    """Offset of a mention -> names of its chain."""
    if not os.path.exists(path):
        return {}
    root = ET.parse(path).getroot().find("document")
    begin = {}
    for s in root.find("sentences"):
        for t in s.find("tokens"):
            begin[s.get("id"), t.get("id")] = int(t.find("CharacterOffsetBegin").text)
    out = {}
    for chain in root.find("coreference") if root.find("coreference") is not None else []:
        mentions = [(begin.get((m.find("sentence").text, m.find("start").text), -1), m.find("text").text) for m in chain]
        names = [(at, t) for at, t in mentions if t.lower() not in PRONOUNS and re.search("[A-Z]", t) and len(t) < 60]
        for at, t in mentions:
            if names:
                out[at] = " ".join(n for _, n in names)
    return out


def main():
    args, verbose, ktag, limit = sys.argv[1:], False, "ktag", 10**6
    while args and args[0].startswith("-"):
        flag = args.pop(0)
        if flag == "-v":
            verbose = True
        elif flag == "-k":
            ktag = args.pop(0)
        elif flag == "-n":
            limit = int(args.pop(0))
    if len(args) != 1:
        sys.exit(__doc__)
    paths = sorted(glob.glob(os.path.join(args[0], "text", "*.txt")))[:limit]
    texts = [open(p, encoding="utf-8", newline="").read() for p in paths]
    feed = "".join(json.dumps({"text": t, "date": "2016-09-15"}) + "\n" for t in texts)
    out = subprocess.run([ktag], input=feed.encode(), stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    right = n_gold = n_ours = speaker_right = speaker_all = 0
    for path, text, line in zip(paths, texts, out):
        stem = os.path.basename(path)[:-4]
        anns = sorted(glob.glob(os.path.join(args[0], "attributions", glob.escape(stem) + "*.ann")))
        if not anns:
            continue
        gold = list(read_gold(anns[0]))
        want, ours = direct(text, gold), json.loads(line).get("quotes", [])
        chain = chains(os.path.join(args[0], "corenlp", stem + ".txt.xml"))
        n_gold, n_ours, used = n_gold + len(want), n_ours + len(ours), set()
        for q in ours:
            span = (q["start"], q["end"])
            hit = next((i for i, (g, _) in enumerate(want) if i not in used
                        and overlap(span, g) >= 0.8 * max(span[1] - span[0], g[1] - g[0] - 2)), None)
            if hit is None:
                if verbose:
                    print(f"extra   {stem[:30]}: {q['speaker']!r}: {text[max(0, span[0] - 70):span[1] + 50]!r}")
                continue
            used.add(hit)
            right += 1
            source = want[hit][1]
            if not source:
                continue
            name = " ".join(text[a:b] for a, b in source)
            linked = chain.get(source[0][0], "")
            if name.lower() in ("said", "says") or name.strip().lower() in PRONOUNS and not linked:
                continue
            speaker_all += 1
            good = bool(set(words(name + " " + linked)) & set(words(q["speaker"])))
            speaker_right += good
            if verbose and not good:
                print(f"speaker {stem[:30]}: is {name!r}, got {q['speaker']!r}: {text[max(0, span[0] - 90):span[1] + 90]!r}")
        if verbose:
            for i, (g, s) in enumerate(want):
                if i not in used:
                    print(f"missed  {stem[:30]}: {[text[a:b] for a, b in s]}: {text[max(0, g[0] - 90):g[1] + 60]!r}")
    p, r = right / max(1, n_ours), right / max(1, n_gold)
    print(f"direct quotes: {n_gold} marked, {n_ours} found, {right} right: precision {p:.3f} recall {r:.3f} "
          f"F1 {2 * p * r / max(1e-9, p + r):.3f}")
    print(f"speakers: {speaker_right} of {speaker_all} right: {speaker_right / max(1, speaker_all):.3f}")


if __name__ == "__main__":
    main()
