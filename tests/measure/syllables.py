#!/usr/bin/env python3
"""Counts the weights of src/ktag/data/hangul_names.tsv anew: naive Bayes of the syllables of names against those of other words.

usage: syllables.py NAMES GIVEN FOREIGN WORDS >src/ktag/data/hangul_names.tsv

NAMES holds full Korean names of three syllables, GIVEN given names of two, FOREIGN words of foreign names as Korean spells them, WORDS
running text without names; none is part of the project. Older lists of names lack the given names of today, so each of GIVEN counts as
COMMON people. Words count by the root of how often they stand: a text that says one word a hundred times shows it once. A syllable that
stands in no name and in few words has the row of *."""
import collections
import math
import re
import sys

COMMON = 15
NONE = "\0"
HEAD = """# How much more often a syllable stands in a name than in other words; tenths of a natural logarithm. Columns: the syllable; its weight as
# surname (- where it is none) and as first and as second syllable of the given name in a Korean name of three, against the same place of
# words of three that begin with the syllable of a surname; its weight anywhere in a foreign name, against words of two to six syllables. The
# row of * is for all others. Counted on 20,700 names of candidates in Korean elections (1995-2014) and of the persons of this project, 530
# given names of today, 5,300 words of foreign names, and 120,000 words of running text, by tests/measure/syllables.py."""


def words_of(path):
    with open(path, encoding="utf-8") as f:
        return re.findall("[가-힣]+", f.read())


def count(items):
    places = [collections.Counter() for _ in range(3)]
    for text, weight in items:
        for place, syllable in enumerate(text):
            places[place][syllable] += weight
    return places


def log_odds(inside, outside, syllable, kinds):
    a = (inside[syllable] + 0.3) / (sum(inside.values()) + 300)
    b = (outside[syllable] + 1) / (sum(outside.values()) + kinds)
    return max(-127, min(127, round(10 * math.log(a / b))))


def main(names, given, foreign, words):
    inside = count((w, 1) for w in words_of(names) if len(w) == 3)
    surnames = set(inside[0])
    for w in words_of(given):
        if len(w) == 2:
            inside[1][w[0]] += COMMON
            inside[2][w[1]] += COMMON
    seen = {w: math.sqrt(n) for w, n in collections.Counter(words_of(words)).items()}
    outside = count((w, n) for w, n in seen.items() if len(w) == 3 and w[0] in surnames)
    loans, plain = collections.Counter(), collections.Counter()
    for w in words_of(foreign):
        loans.update(w)
    for w, n in seen.items():
        if 2 <= len(w) <= 6:
            for syllable in w:
                plain[syllable] += n

    def weights(s):
        return [log_odds(inside[1], outside[1], s, 600), log_odds(inside[2], outside[2], s, 600), log_odds(loans, plain, s, 1000)]

    others = weights(NONE)
    print(HEAD)
    print("*", "-", *others, sep="\t")
    for s in sorted(set().union(*inside, *outside[1:], loans, plain)):
        row = weights(s)
        if s in surnames or inside[1][s] + inside[2][s] or loans[s] or any(r > o + 8 or r < o - 15 for r, o in zip(row, others)):
            print(s, log_odds(inside[0], outside[0], s, 600) if s in surnames else "-", *row, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
