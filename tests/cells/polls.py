# Random polls over random trees of units, written as a site: what is true, known to the test alone.
import json
import random

OPTIONS = ('很满意', '满意', '不满意', '很不满意')
UNKNOWN = '不了解'


class Tree:
    """Units of up to four levels: ids, the parent of each, and which are leaves."""

    def __init__(self, rng, name, depth):
        self.parent = {}
        self.units = []
        self._grow(rng, name, None, depth)
        self.leaves = [unit for unit in self.units if unit not in self.parent.values()]

    def _grow(self, rng, name, parent, depth):
        self.units.append(name)
        if parent:
            self.parent[name] = parent
        if depth > 1:
            for i in range(rng.randint(2, 4)):
                self._grow(rng, f'{name}{"abcd"[i]}', name, depth - (1 if rng.random() < 0.75 else 2))


class Poll:
    """A poll of the units of a tree: `rows` by unit, each the counts of the options in order."""

    def __init__(self, rng, name, tree):
        self.name, self.tree = name, tree
        self.mode = rng.choice(('base', 'cells', 'cells'))
        self.options = list(OPTIONS[:3] if rng.random() < 0.5 else OPTIONS)
        self.positive = self.options[:2]
        self.excluded = [UNKNOWN] if rng.random() < 0.3 else []
        self.options += self.excluded
        small = rng.choice((0.15, 0.3, 0.5))
        size = rng.choice((12, 40, 150))
        own = {unit: self._counts(rng, small, size) for unit in tree.leaves}
        for unit in tree.units:
            if unit not in own:     # people of an inner unit itself, whom no row shows singly
                own[unit] = self._counts(rng, small, size) if rng.random() < 0.25 else [0] * len(self.options)
        self.rows = {}
        for unit in tree.units:
            if rng.random() < (0.95 if unit in tree.leaves else 0.8):
                below = [other for other in tree.units if self.is_below(other, unit)]
                self.rows[unit] = [sum(own[other][k] for other in below) for k in range(len(self.options))]

    def is_below(self, unit, above):
        while unit is not None:
            if unit == above:
                return True
            unit = self.tree.parent.get(unit)
        return False

    def _counts(self, rng, small, size):
        if rng.random() < 0.12:                                          # a small group
            counts = [0] * len(self.options)
            for _ in range(rng.randint(1, 4)):
                counts[rng.randrange(len(counts))] += 1
            return counts
        return [rng.choice((0, 0, 1, 2, 3, 4, 5)) if rng.random() < small else rng.randint(5, size) for _ in self.options]

    def yaml(self):
        lines = [f'title: 测评 {self.name}', 'scope: public', 'measures: support', f'conductor: {self.tree.units[0]}',
                 'relation: within', 'method: census', 'respondents: own-staff', 'period: {from: 2026-05-01, to: 2026-05-03}',
                 'population: 全体职工', 'question: 是否支持', f'options: {flow(self.options)}', f'positive: {flow(self.positive)}',
                 f'small_cell: {{mode: {self.mode}}}', 'results:']
        if self.excluded:
            lines.append('excluded: ' + flow(self.excluded))
            lines[-1], lines[-2] = lines[-2], lines[-1]
        for unit, counts in self.rows.items():
            valid = sum(counts)
            by_option = ', '.join(f'{option}: {count}' for option, count in zip(self.options, counts))
            lines.append(f'  - {{unit: {unit}, invited: {valid + 7}, issued: {valid + 5}, returned: {valid + 1}, void: 1, '
                         f'valid: {valid}, counts: {{{by_option}}}}}')
        return '\n'.join(lines) + '\n'


def flow(words):
    return '[' + ', '.join(words) + ']'


def write_site(folder, seed, small_cell, polls):
    """A site of so many polls in `folder`; returns them."""
    rng = random.Random(seed)
    trees = [Tree(rng, f't{i}', 1 + i % 4) for i in range(16)]
    for name in ('units', 'surveys'):
        (folder / 'content' / name).mkdir(parents=True)
    (folder / 'site.yaml').write_text(
        f'title: 整改公开\norganisation: 某局\nas_of: 2026-06-30\noutputs: [json]\nthresholds: {{small_cell: {small_cell}}}\n')
    for tree in trees:
        for unit in tree.units:
            parent = f'parent: {tree.parent[unit]}\n' if unit in tree.parent else ''
            (folder / 'content/units' / f'{unit}.yaml').write_text(
                f'title: 单位 {unit}\nscope: public\ntype: office\nhead: 主任\n{parent}')
    made = {}
    for i in range(polls):
        poll = Poll(rng, f'p{i:03d}', trees[rng.randrange(len(trees))])
        if poll.rows:
            (folder / 'content/surveys' / f'{poll.name}.yaml').write_text(poll.yaml())
            made[poll.name] = poll
    return made


def read_tables(folder):
    """The published rows of each poll, by unit, and the parents of units: the written files alone."""
    surveys = json.loads((folder / 'public/data/surveys.json').read_text())
    units = json.loads((folder / 'public/data/units.json').read_text())
    rows = {survey['id']: {row['unit']: row for row in survey['results']} for survey in surveys}
    return rows, {unit['id']: unit['parent'] for unit in units if 'parent' in unit}
