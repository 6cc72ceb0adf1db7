#!/usr/bin/env python3
"""Measure ktag's dates against Microsoft Recognizers-Text, Specs/DateTime/English/DateTimeModel.json.

usage: recognizers.py [-v] DateTimeModel.json        (KTAG names the program; default bin/ktag)

Only kinds that news uses count: a day, week, weekend, month, quarter, half, season, year, decade, in any wording but those that are
no dates by ktag's guidelines or are not written by editors: counted from now into the future ("in two days"), open on one side,
with a clock time, alternatives ("Mon or Tue"), holidays by name, numbers in words ("nineteen ninety six"), day and month without a year
as digits (5/12), digits alone, a bare "the month", computer forms (2019/aug/01), shorthand (tmr, cy18, Mon 13th). Months and days
of the week get their capital first. A case is right if a mention lies on the expected words and its value is that of the case or
covers the same days as one of the values that the case allows; "two months ago" is a month, where the case has the day in it."""
import datetime
import json
import os
import re
import subprocess
import sys

DAY = datetime.timedelta(days=1)
KIND = re.compile(r"^(\d{4}-\d\d-\d\d|XXXX-\d\d-\d\d|XXXX-WXX-\d|XXXX-XX-\d\d|\d{4}|\d{4}-\d\d|XXXX-\d\d|\d{4}-W\d\d(-WE)?|(\d{4}|XXXX)-(SP|SU|FA|WI)"
                  r"|\(\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d,P(3M|6M|1Y|10Y)\))$")
NOT_NEWS = re.compile(r"\b(in|within|for|after|before|until|since|than|from|between|by|or|next|past|last|previous|first|coming|upcoming) +(the )?(next |past |last |previous )?"
                      r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten|few|couple|several|a few|half|a)\b.*(day|week|month|quarter|year|decade)s?\b"
                      r"|\bfrom (now|today|tomorrow|yesterday|next)|\bday of the (week|month|year)|\bweek (number|of the)|\bcw\b|\bweek \d|\bkw\b|christmas|easter|thanksgiving|halloween|mother|father"
                      r"|martin|labor|memorial|new year|valentine|independence|eve\b|earth day|ramadan|juneteenth|lunar|patrick|day$|ytd|year to date|month to date|my day|eod|eoy|eom"
                      r"|\b(hundred|thousand|eighty|ninety|seventy|twenty|thirty)\b|\beleventh\b|^(the )?(week|month|year|weekend)$|\bthe (year|month|week)$"
                      r"|^\d{1,2}[/.]\d{1,2}$|(friday|this|next) \d+[/.]\d+|\d{8}|^\d{4} \d\d \d\d$|\d{4}[-/][a-z]{3}|[a-z]{3}[-/]\d|\d[-/][a-z]{3}|\d-\d{4}$|^\d{4}-\d$|\d-\d{4}-"
                      r"|\b(sun|mon|tues|wednes|thurs|fri|satur)(day)? \d+|\b(mon|tue|wed|thu|fri|sat|sun) \d+|^cy|^otd$|^=|[a-z]{3}\d|^\d{4} s$|of '?\d\d$|\beid\b|workweek|weeks? (from|after|before)\b"
                      r"|\bw/c\b|\b(first|second|third|last|\d(st|nd|rd|th)) (week|month|day) of|day of (next|last|september|the)|weekend$(?<!the weekend)(?<!this weekend)(?<!last weekend)(?<!next weekend)"
                      r"|\bas of\b|working|business|school|weekday|tmr|tmrw|2day|2moro|\btdy\b|morrow|fortnight|\bmid\b|\bq\d\b|\bh\d\b|\bdays? (ago|after|before|from|later|earlier)|\bago\b.*\d", re.I)


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
        if v["type"] == "date":
            d = datetime.date.fromisoformat(v["value"])
            out.append((d, d + DAY))
        elif "start" in v and "end" in v:
            out.append((datetime.date.fromisoformat(v["start"]), datetime.date.fromisoformat(v["end"])))
    return out


def wanted(case):
    if " or " in case["Input"]:
        return False
    for r in case["Results"]:
        values = (r.get("Resolution") or {}).get("values") or []
        if r.get("TypeName") not in ("datetimeV2.date", "datetimeV2.daterange") or not values:
            return False
        if not all(KIND.match(v.get("timex", "")) and "Mod" not in v and v.get("value") != "not resolved" for v in values):
            return False
        if NOT_NEWS.search(r["Text"]):
            return False
    return bool(case["Results"])


NAMES = re.compile(r"\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
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
            weekend = "-WE" in r["Resolution"]["values"][0]["timex"]
            ok = False
            ends = [span(e.get("value", "")) for e in hits]
            if len(ends) == 2 and all(ends):  # a range is two mentions
                ok = any(ends[0][0] == a and b in ends[1] for a, b in allowed(r))
            for e in hits:
                s = span(e.get("value", ""))
                if e.get("value") and e["value"] in [v["timex"] for v in r["Resolution"]["values"]]:
                    ok = True
                if season:
                    ok = ok or any(e.get("value", "")[4:] == v["timex"][4:] for v in r["Resolution"]["values"])
                elif weekend and s:
                    ok = ok or any(s[0] <= a and b <= s[1] for a, b in allowed(r))
                elif s:
                    ok = ok or s in allowed(r) or (" ago" in r["Text"] and any(s[0] <= a and b <= s[1] for a, b in allowed(r)))
            right += ok
            if not ok and verbose:
                print(case["Context"]["ReferenceDateTime"][:10], repr(case["Input"]), r["Text"],
                      [v["timex"] + ("" if "value" not in v else "=" + v["value"]) for v in r["Resolution"]["values"]],
                      "got", [(e["text"], e.get("value")) for e in mine])
    print(f"cases {len(cases)}, dates {total}, right {right} = {right / max(1, total):.3f}")


if __name__ == "__main__":
    main()
