# The ground of the maker of the invented site: the clock that stands still, YAML text, random choices, and writing a record.
import datetime
import json
import os
import random
import re

import words as W

TODAY = datetime.date(2026, 6, 30).toordinal()   # the site's as_of; the maker counts days as ordinals
URL = 'https://example.org/invented/'
SCOPES = ('public', 'public', 'system', 'public', 'unit', 'public', 'public', 'internal', 'public', None)   # 60 % public; None: absent
RULE_STAGES = ('planned', 'drafting', 'improving', 'consulting', 'put-forward', 'made', 'issued', 'in-force', 'repealed')
CURES = (('no-rule', 'new'), ('incomplete', 'revised'), ('not-kept', 'enforced'))     # cause and the action that fits it
LEAVING = ('error', 'duplicate', 'not-ours', 'redaction')

# ---- YAML: block style, short lists in one line, everything doubtful in double quotes ----
DATE = re.compile(r'\d{4}(-\d\d){0,2}\Z')
PLAIN = re.compile(r'[A-Za-z\u4e00-\u9fff《〔][A-Za-z0-9\u4e00-\u9fff，。、；：？！《》〔〕（）/._-]*\Z')
WORDS_WITH_MEANING = {'true', 'false', 'yes', 'no', 'on', 'off', 'null', 'y', 'n'}


class Number(str):
    """A decimal number with exactly these digits."""


def scalar(value):
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, (int, Number)):
        return str(value)
    if DATE.match(value) or PLAIN.match(value) and value.lower() not in WORDS_WITH_MEANING:
        return value
    return json.dumps(value, ensure_ascii=False)


def emit(out, mapping, pad=''):
    for key, value in mapping.items():
        if value is None or value == {} or value == []:
            continue
        head = pad + scalar(key) + ':'
        if isinstance(value, dict):
            out.append(head)
            emit(out, value, pad + '  ')
        elif isinstance(value, (list, tuple)):
            if isinstance(value[0], dict):
                out.append(head)
                for entry in value:
                    first = len(out)
                    emit(out, entry, pad + '    ')
                    out[first] = pad + '  - ' + out[first].lstrip()
            else:
                out.append(head + ' [' + ', '.join(map(scalar, value)) + ']')
        elif isinstance(value, str) and '\n' in value:
            out.append(head + ' |-')
            out.extend(pad + '  ' + line for line in value.split('\n'))
        else:
            out.append(head + ' ' + scalar(value))


ISO = {}


def day(ordinal):
    if ordinal is None:
        return None
    if ordinal not in ISO:
        ISO[ordinal] = datetime.date.fromordinal(ordinal).isoformat()
    return ISO[ordinal]


def rounds(entries, i):
    """One mapping, or round by round a list (now and then a list of one)."""
    return entries[0] if len(entries) == 1 and i % 11 else entries


def percent(x, n, digits):
    """x of n in percent, rounded half up, with exactly so many decimals."""
    scaled = (2 * x * 10 ** (digits + 2) + n) // (2 * n)
    return Number(f'{scaled // 10 ** digits}.{scaled % 10 ** digits:0{digits}d}' if digits else str(scaled))


class Base:
    def __init__(self, out, n, seed):
        self.out, self.n, self.rng = out, n, random.Random(seed)
        self.width = max(3, len(str(3 * n)))
        self.folders = set()
        self.turns = {}           # see turn()
        self.live = []            # items that have not left: what later records need to know of them
        self.opinions = []        # linked opinions: (item ids, latest day of receipt, unit, category)
        self.plan_items = {}      # unit → items
        self.rule_items = {}      # number of the institution → items it answers

    def r(self, low, high):
        return low + int(self.rng.random() * (high - low + 1))

    def pick(self, choices):
        return choices[int(self.rng.random() * len(choices))]

    def turn(self, name, choices):
        """The choices one after the other, so that all of them occur."""
        self.turns[name] = self.turns.get(name, -1) + 1
        return choices[self.turns[name] % len(choices)]

    def id(self, prefix, number):
        return f'{prefix}-{number:0{self.width}d}'

    def file(self, path, text):
        path = os.path.join(self.out, path)
        folder = os.path.dirname(path)
        if folder not in self.folders:
            os.makedirs(folder, exist_ok=True)
            self.folders.add(folder)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)     # the bare calls: half a million files
        os.write(handle, text.encode())
        os.close(handle)

    def internal_note(self, mark):
        return f'内部备注：仅供内部核对，标记 {mark}'

    def record(self, kind, name, fields, k, body=None, folder=''):
        """Writes one record; k deals out the common fields. Many records are spread over folders of a thousand."""
        if (k % 7 == 3 or fields.get('not_stated')) and 'source' not in fields:     # what is not stated has a source that is silent
            fields['source'] = {'document': self.id('tb', 1) if k % 2 else f'{W.CITY}整改工作通报', 'place': f'第{k % 9 + 1}页'}
        if k % 9 == 5:
            fields['internal_note'] = self.internal_note(f'{kind}-{name}-N{k * 7919 % 100003}')
        out = []
        emit(out, fields)
        text = '\n'.join(out) + '\n'
        folder = f'content/{kind}/{folder}' + (f'{k // 1000:03d}/' if self.n > 2000 and k >= 0 else '')
        self.file(f'{folder}{name}.yaml' if body is None else f'{folder}{name}.md', text if body is None else f'---\n{text}---\n\n{body}\n')

    def withdrawn(self, date, k):
        kind = LEAVING[k % 4]
        return {'date': day(date), 'kind': kind, 'reason': W.WITHDRAWN[kind], 'by': 'ducha'}
