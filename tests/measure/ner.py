#!/usr/bin/env python3
"""Measures ktag's persons, organisations and places against news annotated by others; neither set is part of the project.

usage: ner.py [-v TYPE] [-k KTAG] klue FILE     KLUE-NER's development set (github.com/KLUE-benchmark/KLUE): sentences of Korean news,
                                                its film reviews left out
       ner.py [-v TYPE] [-k KTAG] conll FILE    a file of CoNLL-2003 (English news of 1996), its sport left out

Spans must be equal. Their guidelines differ from ours (KLUE takes titles into some names and an address as one place, both count clubs
and firms by the hundred), so the figures compare two versions of ktag rather than say how often it is right."""
import argparse
import collections
import json
import re
import subprocess
import sys

OURS = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "place"}
THEIRS = {"PS": "person", "OG": "org", "LC": "place", "PER": "person", "ORG": "org", "LOC": "place"}
SPORT = re.compile(r"\b(SOCCER|TENNIS|CRICKET|BASEBALL|BASKETBALL|HOCKEY|RUGBY|GOLF|BOXING|CYCLING|ATHLETICS|SKIING|MOTOR|[NM]BA|[NM]FL|NHL|MLB"
                   r"|LEAGUE|CUP|OPEN|SQUASH|SWIMMING|BADMINTON|VOLLEYBALL|CHAMPIONSHIP|SNOOKER|RALLY|PRIX|STANDINGS|RESULTS|MATCHES|SCORES)\b")


class Text:
    """A text that grows by tokens with their BIO tags; spans are (start, end, type)."""

    def __init__(self):
        self.text, self.spans, self.open = "", [], False

    def add(self, token, tag, space=""):
        self.text += space
        start = len(self.text)
        self.text += token
        kind = THEIRS.get(tag[2:])
        if kind and self.open == kind and tag[0] == "I":
            self.spans[-1] = (self.spans[-1][0], len(self.text), kind)
        elif kind:
            self.spans.append((start, len(self.text), kind))
        self.open = kind


def klue(path):
    texts = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("## klue"):
            texts.append(Text() if "wikitree" in line else None)
        elif "\t" in line and texts and texts[-1]:
            texts[-1].add(*line.rsplit("\t", 1))
    return [t for t in texts if t]


def space_before(word, last, inside):
    if last is None or word in ",.;:?!)%-" or word.startswith("'") or word == "n't" or last in "($-" or (last == '"' and inside):
        return ""
    return "" if word == '"' and inside else " "


def conll(path):
    texts, text, inside, last = [], None, False, None
    for line in open(path, encoding="utf-8"):
        fields = line.split()
        if line.startswith("-DOCSTART-"):
            text = Text()
            texts.append(text)
        elif not fields and text.text:
            text.text += "\n"
            text.open = last = None
            inside = False
        elif fields:
            text.add(fields[0], fields[-1], space_before(fields[0], last, inside))
            inside ^= fields[0] == '"'
            last = fields[0]
    return [t for t in texts if t.text.count("\n") > 3 and not SPORT.search(" ".join(t.text.split("\n")[:2]))]


def tagged(ktag, texts):
    lines = [json.dumps({"id": str(i), "text": t.text.rstrip()}, ensure_ascii=False) for i, t in enumerate(texts)]
    out = subprocess.run([ktag], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        yield {(e["start"], e["end"], OURS[e["type"]]) for e in json.loads(line).get("entities", []) if e["type"] in OURS}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("-v", dest="show")
    parser.add_argument("-k", dest="ktag", default="ktag")
    parser.add_argument("format", choices=["klue", "conll"])
    parser.add_argument("file")
    args = parser.parse_args()
    texts = {"klue": klue, "conll": conll}[args.format](args.file)
    right, ours, theirs = collections.Counter(), collections.Counter(), collections.Counter()
    for t, found in zip(texts, tagged(args.ktag, texts)):
        wanted = set(t.spans)
        for count, spans in ((right, wanted & found), (ours, found), (theirs, wanted)):
            count.update(kind for _, _, kind in spans)
        for start, end, kind in sorted(wanted ^ found):
            if kind == args.show:
                which = "missed" if (start, end, kind) in wanted else "extra "
                print(which, repr(t.text[start:end]), "in", repr(t.text[max(0, start - 30):end + 30]))
    print(len(texts), "texts")
    for kind in ("person", "org", "place"):
        p, r = right[kind] / max(1, ours[kind]), right[kind] / max(1, theirs[kind])
        print(f"{kind:7} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}  ({right[kind]} of {theirs[kind]}, {ours[kind]} found)")


if __name__ == "__main__":
    sys.exit(main())
