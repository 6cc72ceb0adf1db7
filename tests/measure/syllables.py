#!/usr/bin/env python3
"""Counts the weights of src/ktag/data/hangul_names.tsv anew: naive Bayes of the syllables of Korean names against those of other words.

usage: syllables.py NAMES GIVEN WORDS >src/ktag/data/hangul_names.tsv

NAMES holds full names of three syllables, GIVEN given names of two, WORDS running text without names; none is part of the project.
Older lists of names lack the given names of today, so each of GIVEN counts as COMMON people. Words count by the root of how often they
stand: a text that says one word a hundred times shows it once. A syllable that stands in no name and in few words has the row of *."""
import collections
import math
import re
import sys

COMMON = 15
NONE = "\0"
HEAD = """# How much more often a syllable stands in a Korean name of three than at the same place of another word of three that begins with the
# syllable of a surname; tenths of a natural logarithm. Columns: the syllable, its weight as surname (- where it is none), as first and as
# second syllable of the given name; the row of * is for all others. Counted on 20,700 names of candidates in Korean elections (1995-2014)
# and of the persons of this project, 530 given names of today, and 5,800 words of running text, by tests/measure/syllables.py."""


def words_of(path):
    with open(path, encoding="utf-8") as f:
        return re.findall("[가-힣]+", f.read())


def count(items):
    places = [collections.Counter() for _ in range(3)]
    for text, weight in items:
        for place, syllable in enumerate(text):
            places[place][syllable] += weight
    return places


def main(names, given, words):
    full = [w for w in words_of(names) if len(w) == 3]
    inside = count((w, 1) for w in full)
    surnames = set(inside[0])
    for w in words_of(given):
        if len(w) == 2:
            inside[1][w[0]] += COMMON
            inside[2][w[1]] += COMMON
    seen = collections.Counter(w for w in words_of(words) if len(w) == 3 and w[0] in surnames)
    outside = count((w, math.sqrt(n)) for w, n in seen.items())

    def weight(place, syllable):
        a = (inside[place][syllable] + 0.3) / (sum(inside[place].values()) + 300)
        b = (outside[place][syllable] + 1) / (sum(outside[place].values()) + 600)
        return max(-127, min(127, round(10 * math.log(a / b))))

    others = [weight(place, NONE) for place in (1, 2)]
    print(HEAD)
    print("*", "-", *others, sep="\t")
    for s in sorted(set().union(*inside, *outside[1:])):
        row = [weight(place, s) for place in (1, 2)]
        if s in surnames or inside[1][s] + inside[2][s] or any(r > o + 8 or r < o - 15 for r, o in zip(row, others)):
            print(s, weight(0, s) if s in surnames else "-", *row, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
