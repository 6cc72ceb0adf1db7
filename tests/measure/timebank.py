#!/usr/bin/env python3
"""Measure ktag's dates against TimeML files (TimeBank, AQUAINT: TempEval-3's TBAQ-cleaned).

usage: timebank.py [-v] FILE.tml...        (KTAG names the program; default bin/ktag)

The article's date is the document's creation time. Only mentions that ktag's guidelines know count: TIMEX3 of type DATE whose
value lies on the calendar. Values without a place on it (PRESENT_REF, PAST_REF, FUTURE_REF) and the types TIME, DURATION and SET
are neither missed nor wrongly found where ktag agrees or stays silent. A match is strict where the spans are equal but for a
leading article or "about", "nearly", "end of" and the like, relaxed where they overlap. A value is exact if it is equal, with X in
the gold value for any digit; by the words if the gold value says more than the words do and begins with ktag's ("a year ago"
1988-Q3 in a company's report, ktag 1988)."""
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

LEAD = re.compile(r"^(the|a|an|about|nearly|almost|only|just|some|over|more than|sometime|end of|beginning of|middle of)\s+", re.I)


def parse(path):
    root = ET.parse(path).getroot()
    dct = root.find("DCT/TIMEX3").get("value")
    text, times = "", []

    def walk(node):
        nonlocal text
        start = len(text)
        text += node.text or ""
        for child in node:
            walk(child)
            text += child.tail or ""
        if node.tag == "TIMEX3":
            times.append((start, len(text), node.get("type"), node.get("value") or ""))

    walk(root.find("TEXT"))
    return dct, text, times


def core(text):
    text = " ".join(text.split())
    while LEAD.match(text):
        text = LEAD.sub("", text)
    return text


def same(gold, got):
    gold = re.sub(r"-WE$|-XX-XX$", "", gold)
    if re.fullmatch(r"\d{3}X?", gold):  # a decade: 198, 198X
        gold = gold[:3] + "0s"
    gold = re.sub(r"-W(\d)$", r"-W0\1", gold)
    if re.fullmatch(r"\d\dXX", gold):
        gold = gold[:2]
    return bool(re.fullmatch(gold[:10].replace("X", "."), got))


def main():
    verbose = "-v" in sys.argv
    paths = [p for p in sys.argv[1:] if p != "-v"]
    docs = [parse(p) for p in paths]
    lines = "".join(json.dumps({"date": d[:10], "text": t}) + "\n" for d, t, _ in docs)
    out = subprocess.run([os.environ.get("KTAG", "bin/ktag")], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    gold_n = found = strict = relaxed = values = coarse = 0
    for path, (dct, text, times), line in zip(paths, docs, out.decode().splitlines()):
        name = os.path.basename(path)
        mine = [e for e in json.loads(line).get("entities", []) if e["type"] == "DATE" and e.get("field", "text") == "text"]
        used = set()

        def show(kind, start, end, note):
            if verbose:
                print(kind, name, dct[:10], re.sub(r"\s+", " ", text[max(0, start - 60):start] + "[[" + text[start:end] + "]]"
                      + text[end:end + 40]), note)

        for start, end, kind, value in times:
            hits = [i for i, e in enumerate(mine) if e["start"] < end and e["end"] > start and i not in used]
            real = kind == "DATE" and re.match(r"\d\d", value)
            if not real:
                used.update(hits)
                continue
            gold_n += 1
            if not hits:
                show("MISSED", start, end, value)
                continue
            used.update(hits)
            best = max(hits, key=lambda i: mine[i]["end"] - mine[i]["start"])
            e = mine[best]
            relaxed += 1
            found += 1
            if core(text[start:end]) == core(text[e["start"]:e["end"]]):
                strict += 1
            else:
                show("SPAN", start, end, text[e["start"]:e["end"]])
            if same(value, e.get("value", "")):
                values += 1
            elif e.get("value") and value.startswith(e["value"] + "-"):
                coarse += 1
            else:
                show("VALUE", start, end, value + " got " + e.get("value", "") + " " + e.get("rule", ""))
        for i, e in enumerate(mine):
            if i not in used:
                found += 1
                show("EXTRA", e["start"], e["end"], e.get("rule", ""))

    def f1(hit):
        p, r = hit / max(1, found), hit / max(1, gold_n)
        return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}"

    print(f"documents {len(docs)}, dates {gold_n}, found {found}")
    print("relaxed", f1(relaxed))
    print("strict ", f1(strict))
    print(f"values  exact {values}/{relaxed} = {values / max(1, relaxed):.3f}, by the words "
          f"{(values + coarse) / max(1, relaxed):.3f}")


if __name__ == "__main__":
    main()
