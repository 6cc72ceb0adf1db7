#!/usr/bin/env python3
"""Measure ktag's dates against Microsoft Recognizers-Text, Specs/DateTime/English/DateTimeModel.json.

usage: recognizers.py [-v] DateTimeModel.json        (KTAG names the program; default bin/ktag)

Only kinds that news uses count: a day, week, weekend, month, quarter, half, season, year, decade, ranges of them (two mentions), also
behind "since", "before", "mid-", "the end of", in any wording but those that are no dates by ktag's guidelines or are not written by
editors; NOT_NEWS lists these with their kinds. Months, days of the week and Q1 get their capital first. A case is right if mentions lie
on the expected words and cover the same days as one of the values that the case allows; what is open on one side has that side right;
"two months ago" is a month, where the case has the day in it."""
import datetime
import json
import os
import re
import subprocess
import sys

DAY = datetime.timedelta(days=1)
RANGE = re.compile(r"\((\d{4}|XXXX)-(\d\d|XX)-\d\d,(\d{4}|XXXX)-\d\d-\d\d,P\d+[DMY]\)$")
KIND = re.compile(r"(\d{4}-\d\d-\d\d|XXXX-\d\d-\d\d|XXXX-WXX-\d|XXXX-XX-\d\d|\d{4}|\d{4}-\d\d|XXXX-\d\d|\d{4}-W\d\d(-WE)?"
                  r"|(\d{4}|XXXX)-(SP|SU|FA|WI))$")
UNIT = r"(business |upcoming |past |next |previous )?(day|week|month|quarter|year|decade)s?\b"
COUNT = r"(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|few|couple( of)?|several|half)"
NOT_NEWS = [re.compile(p, re.I) for p in (
    # lengths of time and points counted from now into the future or from a day: no dates by the guidelines
    rf"\b(in|within|for|after|next|last|past|previous|following|coming|upcoming|first|the) (the )?(next |last |past |first |a )*{COUNT} {UNIT}(?! ago)",
    rf"\b{COUNT} {UNIT}.*\b(from|after|before|since|starting|than)\b", r"\brest of|remaining|\bto date\b|\bytd\b|\btill date|\bnow\b|fortnight",
    # the calendar's bare units, and units by number or inside others
    r"^(in |for |at |by |before |after )?(the )?(end of )?(the )?(day|week|month|year|weekend)$", r"\bweek \d|\bcw\b|\bkw\b|\b(day|week|month) of|\bw/c\b|\d(st|nd|rd|th) +(week|month|day|century)",
    r"(working|business|school|fiscal|work) ?(day|week|year)|weekday", r"\bday (before|after)$|week after next",
    # holidays by their names
    r"christmas|easter|thanksgiving|halloween|mother|father|martin|labor|memorial|new year|valentine|independence|\beve\b|earth day|ramadan|juneteenth"
    r"|lunar|patrick|\beid\b|black friday|workers'|boxing|may day|teacher|girls?|columbus|veterans?|inauguration|loyalty|groundhog|fool",
    # numbers in words
    r"\b(hundred|thousand|ninety|eighty|seventy|sixty|fifty|forty|thirty|twenty|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth|second|third|fifth|sixth|seventh)\b",
    # day and month or month and year in digits alone; computer forms; a day behind the name of the weekday without a month; shorthand
    r"(?<![\d/.-])\d{1,2}[/.]\d{1,2}($|[^\d/.])|(^|from |between )\d{1,2}-\d{1,2}($|[^\d-])|(?<![\d/.-])\d{1,2}-\d{4}$|^\d{4}-\d{1,2}$|\d{8}|\d{4} \d\d \d\d|\d[-/](\d{4}[-/])?[a-z]{3,9}([-/]|$)|[a-z]{3}[-/]\d|[a-z]{3}\d|\d-\d{4}-[a-z]"
    r"|\d-\d{1,2}-\d{4}-", r"\b(sun|mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?)(day)? \d", r"^cy|^otd$|[<>=]|\d s$|of '?\d\d$|tmr|tmrw|2day|2moro|\btdy\b|\beo[dmy]\b|\bto?mor\b|greater",
)]
EDGE = re.compile(r"\b(beginning|start|middle|end) of\b", re.I)


def span(value):
    """First and last day of a value of ktag."""
    m = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
    if m:
        d = datetime.date(*map(int, m.groups()))
        return d, d + DAY
    m = re.fullmatch(r"(\d{4})-(\d\d)", value)
    if m:
        y, k = map(int, m.groups())
        return datetime.date(y, k, 1), datetime.date(y + k // 12, k % 12 + 1, 1)
    m = re.fullmatch(r"(\d{4})-W(\d\d)", value)
    if m:
        d = datetime.date.fromisocalendar(int(m.group(1)), int(m.group(2)), 1)
        return d, d + 7 * DAY
    m = re.fullmatch(r"(\d{4})-([QH])(\d)", value)
    if m:
        y, n = int(m.group(1)), 3 if m.group(2) == "Q" else 6
        k = (int(m.group(3)) - 1) * n + 1
        e = k + n
        return datetime.date(y, k, 1), datetime.date(y + (e - 1) // 12, (e - 1) % 12 + 1, 1)
    m = re.fullmatch(r"(\d{4})(s?)", value)
    if m:
        y = int(m.group(1))
        return datetime.date(y, 1, 1), datetime.date(y + (10 if m.group(2) else 1), 1, 1)
    return None


def allowed(result):
    out = []
    for v in result["Resolution"]["values"]:
        start, end = v.get("start"), v.get("end")
        if "value" in v:
            d = datetime.date.fromisoformat(v["value"])
            out.append((d, d + DAY))
        else:
            out.append((start and datetime.date.fromisoformat(start), end and datetime.date.fromisoformat(end)))
    return out


def agrees(result, ours):
    """Do our mentions, as spans of days, say what the case says?"""
    text = result["Text"]
    modified = any("Mod" in v for v in result["Resolution"]["values"])
    for start, end in allowed(result):
        if len(ours) == 2 and start and end:  # a range is two mentions
            if ours[0][0] == start and end in ours[1]:
                return True
            if EDGE.search(text) and ours[0][0] <= start <= ours[0][1] and ours[1][0] <= end <= ours[1][1]:
                return True
        for a, b in ours:
            if (a, b) == (start, end):
                return True
            if modified and len(ours) == 1:  # "before June" ends on its first day; "mid-June", "since late June" lie in it
                if (start is None or end is None) and a <= (start or end) <= b:
                    return True
                if start and end and a <= start and end <= b:
                    return True
            if ("weekend" in text or " ago" in text) and start and end and a <= start and end <= b:
                return True
    return False


def wanted(case):
    for r in case["Results"]:
        values = (r.get("Resolution") or {}).get("values") or []
        if r.get("TypeName") not in ("datetimeV2.date", "datetimeV2.daterange") or not values:
            return False
        if not all((KIND.match(v.get("timex", "")) or RANGE.match(v["timex"])) and v.get("value") != "not resolved" for v in values):
            return False
        if any(p.search(r["Text"]) for p in NOT_NEWS) or NOT_NEWS[0].search(case["Input"]):
            return False
    return bool(case["Results"])


NAMES = re.compile(r"\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|q[1-4]|h[12]"
                   r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b")


def edited(text):
    return NAMES.sub(lambda m: m.group().capitalize(), text)


def main():
    verbose = "-v" in sys.argv
    path = [a for a in sys.argv[1:] if a != "-v"][0]
    cases = [c for c in json.load(open(path, encoding="utf-8-sig"))
             if "Results" in c and "ReferenceDateTime" in c.get("Context", {}) and wanted(c)]
    lines = "".join(json.dumps({"date": c["Context"]["ReferenceDateTime"][:10], "text": edited(c["Input"])}) + "\n" for c in cases)
    out = subprocess.run([os.environ.get("KTAG", "bin/ktag")], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    right = total = 0
    for case, line in zip(cases, out.decode().splitlines()):
        mine = [e for e in json.loads(line).get("entities", []) if e["type"] == "DATE"]
        for r in case["Results"]:
            total += 1
            hits = [e for e in mine if e["start"] <= r["End"] and e["end"] > r["Start"]]
            season = re.search(r"-(SP|SU|FA|WI)", r["Resolution"]["values"][0]["timex"])
            timexes = [v["timex"] for v in r["Resolution"]["values"]]
            ours = [s for s in (span(e.get("value", "")) for e in hits) if s]
            ok = agrees(r, ours) or any(e.get("value") in timexes for e in hits)
            if season:
                ok = ok or any(e.get("value", "")[4:] == t[4:] for e in hits for t in timexes)
            right += ok
            if not ok and verbose:
                print(case["Context"]["ReferenceDateTime"][:10], repr(case["Input"]), r["Text"],
                      [v["timex"] + v.get("Mod", "") + "=" + (v.get("value") or f"{v.get('start')}..{v.get('end')}") for v in r["Resolution"]["values"]],
                      "got", [(e["text"], e.get("value")) for e in mine])
    print(f"cases {len(cases)}, dates {total}, right {right} = {right / max(1, total):.3f}")


if __name__ == "__main__":
    main()
