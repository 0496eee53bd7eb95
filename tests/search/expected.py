#!/usr/bin/python3
"""What a search of a site must find, by brute force: expected.py BUILT [--queries N] [--seed S] [--most N] > JSON.

Reads every page of a record with a reader of its own, folds its text (NFKC, case, and Han characters by ICU's uconv), and looks for
each query in each text. Shares nothing with the program or its script but what is meant by a line and by the order of records."""
import argparse
import html.parser
import json
import multiprocessing
import pathlib
import random
import re
import subprocess
import sys
import unicodedata

sys.dont_write_bytecode = True
from make_site import GIVEN, MIXED, SURNAMES, TRADITIONAL, VILLAGES  # noqa: E402

KINDS = ['units', 'items', 'surveys', 'pages']     # in the order of the program's table, as far as the site has them
WITHIN_LINES = set('a b bdi cite code em i mark small span strong sub sup time'.split())
HEAVY = 200     # hits
VOID = set('area base br col embed hr img input link meta source track wbr'.split())


class Page(html.parser.HTMLParser):
    """The lines of <main>; those of its <h1> are the title."""

    def __init__(self, text):
        super().__init__()
        self.lines, self.title, self.line, self.left_out, self.in_main, self.in_title, self.after_span = [], '', '', 0, False, False, False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if self.left_out or ('data-unsearched', '') in [(k, v or '') for k, v in attributes]:
            self.left_out += tag not in VOID
            return
        if tag not in WITHIN_LINES or (tag == 'span' and self.after_span):
            self.end_line()
        self.after_span = False
        self.in_main |= tag == 'main'
        self.in_title |= tag == 'h1'

    def handle_endtag(self, tag):
        if self.left_out:
            self.left_out -= 1
            return
        if tag not in WITHIN_LINES:
            self.end_line()
        self.after_span = tag == 'span'
        self.in_main &= tag != 'main'
        self.in_title &= tag != 'h1'

    def handle_data(self, data):
        if self.in_main and not self.left_out:
            self.line += data
        self.after_span = False

    def end_line(self):
        line = ' '.join(self.line.split())
        if line:
            self.lines.append(line)
            self.title += line if self.in_title else ''
        self.line = ''


class Fold:
    def __init__(self, texts):
        plain = sorted(set(''.join(self.plain(text) for text in texts)) - set('\n'))
        simple = subprocess.run(['uconv', '-f', 'utf-8', '-t', 'utf-8', '-x', 'Hant-Hans'], input='\n'.join(plain), capture_output=True,
                                text=True, check=True).stdout.split('\n')
        self.simple = str.maketrans({a: b for a, b in zip(plain, simple) if a != b})

    @staticmethod
    def plain(text):
        text = unicodedata.normalize('NFKC', unicodedata.normalize('NFKC', text).casefold())
        return ''.join(c for c in text if unicodedata.category(c) != 'Cf' and (c == '\n' or not c.isspace()))

    def __call__(self, text):
        return self.plain(text).translate(self.simple)


def read(built):
    """[(address, title, lines)] in the order of records, and behind them the pages on which polls go on."""
    records, further = [], []
    for kind in KINDS:
        for path in sorted((built / kind).glob('*.html'), key=lambda path: path.stem):
            if path.stem == 'index' or path.stem.startswith('cause-'):
                continue
            records.append(path)
            further += sorted((path.with_suffix('') / 'results').glob('*.html'), key=lambda more: int(more.stem))
    with multiprocessing.Pool() as pool:
        told = pool.map(read_page, records + further, chunksize=100)
    return [(str(path.relative_to(built)), title, lines) for path, (title, lines) in zip(records + further, told)]


def read_page(path):
    page = Page(path.read_text(encoding='utf-8'))
    return page.title, page.lines


def queries(records, fold, rng, count, hits_of, heavy):
    """`count` of 2 to 8 characters, and some of one character and of two words: (what it is a case of, query, hits). `heavy` of them
    are of what stands in hundreds of records."""
    further = [record for record in records if '/results/' in record[0]]

    def piece(least=2, most=8, among=records):
        while True:
            line = rng.choice(rng.choice(among)[2])
            length = rng.randint(least, most)
            if len(line) < length:
                continue
            at = rng.randrange(len(line) - length + 1)
            text = line[at:at + length]
            if ' ' not in text and fold(text) and re.search(r'\w', text):
                return text

    def name():
        return rng.choice(SURNAMES) + ''.join(rng.choices(GIVEN, k=rng.choice((1, 2, 2))))

    def told(pattern):
        found = [m for _, _, lines in rng.sample(records, min(len(records), 150)) for line in lines for m in re.findall(pattern, line)]
        return rng.choice(found)

    def mixed():
        word = rng.choice(MIXED).replace(' ', '')
        at = rng.randrange(max(1, len(word) - 3))
        return word[at:at + rng.randint(3, 8)]

    def traditional():
        text = rng.choice(TRADITIONAL)
        at = rng.randrange(len(text) - 4)
        text = re.sub(r'\W', '', text[at:at + rng.randint(2, 8)])
        return text if rng.random() < 0.5 else fold(text)

    def other_width():
        text = piece(2, 6)
        return ''.join(chr(ord(c) + 0xFEE0) if '!' <= c <= '~' else c for c in text.upper())

    def trap():
        """Pairs that follow each other somewhere, put together as they need not."""
        first, second = piece(2, 4), piece(2, 4)
        return first + second

    cases = [('part', piece, 34), ('name', name, 8), ('name told', lambda: told(r'经办人(\w{2,4})说明')[:rng.randint(2, 4)], 8),
             ('place', lambda: rng.choice(VILLAGES), 8), ('number', lambda: told(r'[\d,.]{3,8}|〔\d{4}〕\d+号')[:8], 10), ('mixed', mixed, 8),
             ('traditional', traditional, 6), ('further page', lambda: piece(3, 8, further), 4), ('width and case', other_width, 6), ('trap', trap, 8)]
    made = []
    for kind, make, weight in cases:
        while sum(1 for one in made if one[0] == kind) < count * weight // 100:
            text = make()
            if not 2 <= len(fold(text)) <= 8:
                continue
            hits = hits_of(kind, text)
            if len(hits) > HEAVY:
                heavy -= 1
            if len(hits) <= HEAVY or heavy >= 0:
                made.append((kind, text, hits))
    for _ in range(max(1, count // 20)):
        for kind, text in (('one character', re.sub(r'\W', '', fold(rng.choice(records)[1]))[0]), ('two words', piece(2, 3) + ' ' + piece(1, 3))):
            made.append((kind, text, hits_of(kind, text)))
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('built', type=pathlib.Path)
    parser.add_argument('--queries', type=int, default=200)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--most', type=int, help='how many hits of each are listed, where not all are looked at')
    options = parser.parse_args()
    records = read(options.built)
    fold = Fold([line for _, _, lines in records for line in lines] + TRADITIONAL + MIXED + VILLAGES + [SURNAMES, GIVEN])
    folded = [(address, fold(title), '\n'.join(fold(line) for line in lines)) for address, title, lines in records]

    def hits_of(kind, query):
        parts = [fold(part) for part in query.split()]
        by_title = [address for address, title, _ in folded if all(part in title for part in parts)]
        known = set(by_title)
        rest = [] if kind == 'one character' else [address for address, _, text in folded
                                                   if address not in known and all(part in text for part in parts)]
        return by_title + rest

    heavy = options.queries if options.most else options.queries // 25      # each hit that is looked at costs time
    asked = queries(records, fold, random.Random(options.seed), options.queries, hits_of, heavy)
    found = [{'kind': kind, 'query': query, 'count': len(hits), 'hits': hits[:options.most]} for kind, query, hits in asked]
    json.dump({'records': len(records), 'queries': found}, sys.stdout, ensure_ascii=False)


if __name__ == '__main__':
    main()
