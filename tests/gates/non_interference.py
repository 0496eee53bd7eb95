#!/usr/bin/python3
"""Nothing withheld moves a byte of what is published: non_interference.py PROGRAM LEAKING_PROGRAM SCRATCH.

The invented site, which has every kind and scope, is built with all outputs for each audience but the narrowest; then again with
other words, numbers, dates and fixed values in all that the audience may not see, with further records that it may not see, and
without those that nobody names. The trees must be the same, manifest included. A program that lets something of them through
which is no value, as an order, a size, a count or a pair of characters, shows that this test sees what no search can."""
import copy
import datetime
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent / 'invented'))

from make import Site  # noqa: E402

ITEMS = 400
SCOPES = ('public', 'system', 'unit', 'internal')
UNIT = 'jiguan'             # whose own records the audience unit:jiguan sees
AUDIENCES = ('public', 'system', 'unit', f'unit:{UNIT}')
HIDDEN_FLOWS = ('order', 'size', 'count', 'gap', 'pairs')       # tests/gates/leaking/leaks.cpp
# Words that no rule looks into; what is chosen, named or counted must stay valid.
WORDS = {'title', 'problem', 'analysis', 'summary', 'reply', 'note', 'explanation', 'effect', 'text', 'internal_note', 'place', 'direction',
         'aim', 'what', 'trigger', 'population', 'question', 'reasons', 'reason', 'investigation'}
# Fixed values that may be exchanged for others without breaking what holds between the keys of a record.
CHOICES = {
    'urgency': ('high', 'normal', 'low'), 'difficulty': ('high', 'normal', 'low'), 'condition': ('present', 'with-effort', 'limited'),
    'horizon': ('near', 'medium', 'long'), 'priority': (True, None), 'respondents': ('own-staff', 'members', 'service-users', 'public'),
    'channel': ('座谈会', '来访', '信函'), 'satisfied': (True, None),
    'deadline_kind': ('set', 'estimated'), 'phase': ('jd-1', 'jd-2', 'jd-3'),
}
MOVED = ('items', 'bulletins', 'institutions', 'lookbacks')     # kinds whose dates may all be earlier without breaking what others say of them
DAY = re.compile(r'\d{4}-\d\d-\d\d$')


class Varied(Site):
    """The same site with one thing changed that `audience` may not see."""

    def __init__(self, out, audience, words=None, values=None, more=False, fewer=(), still=()):
        super().__init__(str(out), ITEMS, 1)
        base = audience.partition(':')[0]
        self.seen = set(SCOPES[:SCOPES.index(base) + 1])
        self.own = audience.partition(':')[2]
        self.words = random.Random(words) if words is not None else None
        self.values = random.Random(values) if values is not None else None
        self.days = self.values.randrange(1, 9) if self.values else 0
        self.more, self.fewer, self.still = more, fewer, still
        self.withheld, self.changed = set(), set()

    def may_not_be_seen(self, fields):
        scope = fields.get('scope') or 'internal'
        return scope not in self.seen or bool(self.own) and scope == 'unit' and fields.get('unit') != self.own

    def other(self):
        return ''.join(chr(self.words.randrange(0x4E00, 0x9FA0)) for _ in range(self.words.randrange(1, 60)))

    def internal_note(self, mark):
        return self.other() if self.words else super().internal_note(mark)

    def other_words(self, value):
        if isinstance(value, dict):
            return {k: self.other() if k in WORDS and isinstance(v, str) else self.other_words(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.other_words(v) for v in value]
        return value

    def other_values(self, value, days):
        """All dates move together, so that they stay in their order."""
        if isinstance(value, dict):
            return {k: self.values.choice(CHOICES[k]) if k in CHOICES and v in CHOICES[k] else self.other_values(v, days) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.other_values(v, days) for v in value]
        if isinstance(value, str) and DAY.match(value):
            return (datetime.date.fromisoformat(value) - datetime.timedelta(days)).isoformat()
        return value

    def other_figures(self, kind, fields):
        more = self.values.randrange(1, 90)
        if kind == 'opinions' and fields.get('voices'):
            fields['voices'] = self.values.randrange(1, fields['voices'] + 1)
        for row in fields.get('results', ()) if kind == 'surveys' else ():
            if 'counts' in row:
                first = next(iter(row['counts']))
                row['counts'][first] += more
                for size in ('invited', 'issued', 'returned', 'valid'):
                    if size in row:
                        row[size] += more
            fields.pop('claims', None)
        if kind == 'surveys' and 'population_size' in fields:
            fields['population_size'] += more * len(fields['results'])
        if 'quantity' in fields:
            fields['quantity'] = {**fields['quantity'], 'of': fields['quantity']['of'] + more}
        if 'target' in fields:
            fields['target'] = {**fields['target'], 'value': more}

    def record(self, kind, name, fields, k, body=None, folder=''):
        fields = {key: value for key, value in copy.deepcopy(fields).items() if value is not None}
        before = copy.deepcopy(fields)
        withheld = self.may_not_be_seen(fields)
        if withheld:
            self.withheld.add((kind, name))
            if (kind, name) in self.fewer:
                return
        if withheld and self.words:
            fields = self.other_words(fields)
            body = self.other() if body else body
        if withheld and self.values:
            fields = self.other_values(fields, self.days if kind in MOVED and name not in self.still else 0)
            self.other_figures(kind, fields)
        if fields != before:
            self.changed.add((kind, name))
        super().record(kind, name, fields, k, body, folder)
        # A copy of what others answer for would be without that answer.
        if withheld and self.more and kind not in ('surveys', 'lookbacks', 'holidays') and 'cause' not in fields:
            super().record(kind, 'a-' + name, fields, k, body, folder)
            super().record(kind, name + '-z', fields, k, body, folder)


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob('*')) if path.is_file()}


def build(program, scratch, audience, leak='', **change):
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    site = Varied(scratch, audience, **change)
    site.write()
    if leak:        # into one file, which nothing else is made from
        with (scratch / 'site.yaml').open('a') as config:
            config.write('outputs: [csv, json, search]\n')
    gates = 'scan links' if leak else ''
    done = subprocess.run([program, 'build', '--site', scratch / 'site.yaml', '--out', scratch / 'out', '--audience', audience,
                           '--lang', 'en', '--quiet', '--no-cache'], capture_output=True, text=True, check=False,
                          env={**os.environ, 'GONGSHI_LEAK': leak, 'GONGSHI_GATES_OFF': gates})
    if done.returncode != 0:
        sys.exit(f'{audience} {list(change)}: exit status {done.returncode}\n{done.stderr[-6000:]}')
    return tree(scratch / 'out'), site


def unnamed(site, scratch):
    """Withheld records that no other file names."""
    texts = {path: path.read_text() for path in (scratch / 'content').rglob('*') if path.suffix in ('.yaml', '.md')}
    words = {}
    for path, text in texts.items():
        for word in set(re.findall(r'[\w-]+', text)):
            words.setdefault(word, set()).add(path.stem)
    return {(kind, name) for kind, name in site.withheld
            if kind in ('feedback', 'bulletins', 'opinions', 'duties') and not words.get(name, set()) - {name}}


def answered(scratch):
    """What feedback is about: its dates are held against those of the feedback."""
    return {word for path in (scratch / 'content/feedback').rglob('*.yaml') for word in re.findall(r'[\w-]+', path.read_text())}


def differing(one, other):
    return [path for path in sorted(set(one) | set(other)) if one.get(path) != other.get(path)]


def hidden_flows(leaking, scratch):
    """What gets through without being a value is seen here, where the search for values sees nothing."""
    wrong = []
    for leak in HIDDEN_FLOWS:
        one, _ = build(leaking, scratch / 'base', 'public', leak=leak)
        other, _ = build(leaking, scratch / 'other', 'public', leak=leak, words=1, more=True)
        if not differing(one, other):
            wrong.append(f'{leak}: what leaks moves no byte, so that this test proves nothing')
    return wrong


def main():
    program, leaking, scratch = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    wrong = []
    for audience in AUDIENCES:
        base, site = build(program, scratch / 'base', audience)
        fewer, still = unnamed(site, scratch / 'base'), answered(scratch / 'base')
        if not site.withheld or not fewer:
            sys.exit(f'{audience}: nothing is withheld, so that nothing is tested')
        for name, change in (('other words', {'words': 1}), ('other values', {'values': 1, 'still': still}), ('more records', {'more': True, 'words': 2}),
                             ('fewer records', {'fewer': fewer, 'values': 2, 'still': still})):
            other, varied = build(program, scratch / 'other', audience, **change)
            found = differing(base, other)
            kinds = {kind for kind, _ in varied.changed}
            print(f'{audience}, {name}: {len(base)} files; of {len(site.withheld)} withheld records {len(varied.changed & site.withheld)} changed, '
                  f'of {len(kinds)} kinds; {len(found)} files differ')
            wrong += [f'{audience}, {name}: {path}' for path in found]
    wrong += hidden_flows(leaking, scratch)
    print('\n'.join(wrong[:400]))
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
