"""Cells chosen to hurt, for the tests that load tables into readers.

cells.py articles             prints articles whose entities hold the cells
cells.py check MODE FORM FILE compares what a reader has (FILE) with what the articles say, cell by cell
    MODE: plain (a space for what breaks lines), escape (tab, line feed, carriage return kept) or excel (plain, with an
    apostrophe before formulas and a limit of 32,767)
    FORM: json, jsonl, sqlite, pickle, csv, hex (a row a line, cells as hexadecimal UTF-8, tab between)
The table is `ktsv -t mentions -f value,article,start,end,text,rule`: a cell that hurts comes first, last and in between.
"""
import json
import re
import sys

COLUMNS = ["value", "article", "start", "end", "text", "rule"]
CELLS = [
    '', '"Peace" begins', '"opens and never ends', 'a lone " in the middle', '""', '"', '"""', '"a","b"', "it's", "'", "''",
    'tab\there', '\tleading tab', 'trailing tab\t', 'line\nfeed', 'carriage\rreturn', 'both\r\nends', '\n', '\r',
    'literal \\t \\n \\r', 'back\\slash', 'trailing backslash\\', '\\', '\\\\', '\\N', '\\.', 'C:\\temp\\new',
    'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL', 'None', 'TRUE', 'false', 'inf', '-inf', '-', '--', '.', '#', '# comment',
    '007', '00', '1e5', '12e4567', '12345678901234567890', '1,234.5', '0x1F', '1/2', '2025-11-04', '3.10', '+82-2-748-1111',
    '=1+2', '=HYPERLINK("http://x.example","x")', '+1', '-1', '@x', "'quoted", '|pipe|', ';', ',', 'a,b', ', ', ' leading',
    'trailing ', ' ', '  ', '%s %n', '$(echo x)', '`x`', '{"a": 1}', '[1]', '<b>x</b>', '&amp;', "'; DROP TABLE mentions; --",
    'bell\x07', 'nul\x00nul', 'escape\x1b[0m', 'delete\x7f', 'unit\x1fseparator', 'next\x85line', 'line\u2028separator',
    'paragraph\u2029separator', '\ufeffbyte order mark', 'no\u00a0break', 'zero\u200bwidth', '\u2014 dash', '\u201ccurly\u201d',
    'NFD \u1112\u1161\u11ab\u1100\u1173\u11af', '\ud55c\uad6d', 'emoji \U0001f1f0\U0001f1f7 \U0001f680', 'U+FFFD \ufffd', 'e\u0301',
    'end', 'text', 'id', 'x' * 40000, '\u00e9' * 20000, 'row\x0b\x0cend', '\x1c', 'ctrl-z \x1a here',
]


def rows():
    """(value, article, start, end, text, rule) with each cell in each of the three places."""
    short = [c for c in CELLS if len(c) < 10000]
    n = len(short)
    for i, cell in enumerate(CELLS):
        big = len(cell) > 10000
        yield [cell, 'a%03d' % i, 0, 4, 'v' if big else short[(i * 7 + 3) % n], '' if big else short[(i * 5 + 1) % n]]
    for i, cell in enumerate(CELLS):
        yield ['', 'b%03d' % i, i % 5, 4, 'v', cell]


def articles():
    for value, article, start, end, text, rule in rows():
        entity = {'type': 'ORG', 'start': start, 'end': end, 'value': value, 'rule': rule}
        if text:
            entity['text'] = text
        print(json.dumps({'id': article, 'text': 'text', 'entities': [entity]}, ensure_ascii=len(value) % 2 == 0))


HARM = '[\x00-\x1f\x7f-\x9f\u2028\u2029]'


def wanted(mode, cell):
    if isinstance(cell, int):
        return cell
    if mode == 'escape':
        return re.sub('(?![\t\n\r])' + HARM, ' ', cell)
    cell = re.sub(HARM, ' ', cell)
    if mode == 'excel':
        return ("'" + cell if cell[:1] in list('=+-@') else cell)[:32767]
    return cell


def read(form, path):
    if form == 'json':
        return [[r.get(c) for c in COLUMNS] for r in json.load(open(path, encoding='utf-8'))]
    if form == 'jsonl':
        with open(path, encoding='utf-8', newline='\n') as lines:
            return [[r.get(c) for c in COLUMNS] for r in map(json.loads, lines)]
    if form == 'sqlite':
        import sqlite3
        return [list(r) for r in sqlite3.connect(path).execute('select * from mentions order by rowid')]
    if form == 'pickle':
        import pandas
        return pandas.read_pickle(path).values.tolist()
    if form == 'csv':
        import csv
        csv.field_size_limit(1 << 30)
        with open(path, encoding='utf-8', newline='') as lines:
            return list(csv.reader(lines))[1:]
    if form == 'hex':
        with open(path, encoding='ascii') as lines:
            return [[bytes.fromhex(c).decode() for c in line.rstrip('\n').split('\t')] for line in lines]
    sys.exit('unknown form')


def check(mode, form, path):
    expected = [[wanted(mode, c) for c in r] for r in rows()]
    for r in expected:
        r[4] = r[4] or 'text'[r[2]:r[3]]  # cut out of the article
    got = read(form, path)
    if len(got) != len(expected):
        sys.exit('%d rows, not %d' % (len(got), len(expected)))
    for n, (g, w) in enumerate(zip(got, expected)):
        for column, a, b in zip(COLUMNS, g, w):
            if a is None:
                a = ''
            if isinstance(b, int):
                a = int(a)
            if a != b:
                sys.exit('row %d, %s: %r, not %r' % (n + 1, column, str(a)[:80], str(b)[:80]))
        if len(g) != len(w):
            sys.exit('row %d: %d cells, not %d' % (n + 1, len(g), len(w)))


if sys.argv[1] == 'articles':
    articles()
else:
    check(*sys.argv[2:5])
