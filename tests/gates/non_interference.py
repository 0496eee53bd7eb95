#!/usr/bin/python3
"""Nothing withheld moves a byte of what is published: non_interference.py PROGRAM SCRATCH.

The invented site, which has every kind and scope, is built for each audience but the narrowest; then again with other words in
all that the audience may not see, with further records that it may not see, and without those that nobody names. The trees
must be the same, manifest included."""
import copy
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

ITEMS = 60
AUDIENCES = ('public', 'system', 'unit', 'internal')
# Words that no rule looks into; what is chosen, named or counted must stay valid.
WORDS = {'title', 'problem', 'analysis', 'summary', 'reply', 'note', 'explanation', 'effect', 'text', 'internal_note', 'place'}


class Varied(Site):
    """The same site with one thing changed that `audience` may not see."""

    def __init__(self, out, audience, words=None, more=False, fewer=()):
        super().__init__(str(out), ITEMS, 1)
        self.seen = set(AUDIENCES[:AUDIENCES.index(audience) + 1])
        self.words = random.Random(words) if words is not None else None
        self.more, self.fewer = more, fewer
        self.withheld = set()

    def other(self, text):
        return ''.join(chr(self.words.randrange(0x4E00, 0x9FA0)) for _ in range(self.words.randrange(1, 60)))

    def vary(self, value):
        if isinstance(value, dict):
            return {k: self.other(v) if k in WORDS and isinstance(v, str) else self.vary(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.vary(v) for v in value]
        return value

    def record(self, kind, name, fields, k, body=None, folder=''):
        fields = copy.deepcopy(fields)
        withheld = fields.get('scope', 'internal') not in self.seen
        if withheld:
            self.withheld.add((kind, name))
            if (kind, name) in self.fewer:
                return
        if k % 9 == 5 and self.words:       # the note that record() would write, in words of our own
            fields['internal_note'] = self.other('')
            k = k - k % 9 + 4 if (k - 1) % 7 != 3 and k % 7 != 3 else k
        if withheld and self.words:
            fields = self.vary(fields)
            body = self.other(body) if body else body
        super().record(kind, name, fields, k, body, folder)
        # A copy of what others answer for would be without that answer.
        if withheld and self.more and kind not in ('surveys', 'lookbacks', 'holidays') and 'cause' not in fields:
            super().record(kind, 'a-' + name, fields, k, body, folder)
            super().record(kind, name + '-z', fields, k, body, folder)


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob('*')) if path.is_file()}


def build(program, scratch, audience, **change):
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    site = Varied(scratch, audience, **change)
    site.write()
    done = subprocess.run([program, 'build', '--site', scratch / 'site.yaml', '--out', scratch / 'out', '--audience', audience,
                           '--lang', 'en', '--quiet'], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f'{audience} {list(change)}: exit status {done.returncode}\n{done.stderr[-3000:]}')
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


def main():
    program, scratch = sys.argv[1], pathlib.Path(sys.argv[2])
    failures = 0
    for audience in AUDIENCES[:3]:
        base, site = build(program, scratch / 'base', audience)
        fewer = unnamed(site, scratch / 'base')
        if not site.withheld or not fewer:
            sys.exit(f'{audience}: nothing is withheld, so that nothing is tested')
        for name, change in (('other words', {'words': 1}), ('other words again', {'words': 2}), ('more records', {'more': True}),
                             ('fewer records', {'fewer': fewer})):
            other, _ = build(program, scratch / 'other', audience, **change)
            differing = [path for path in sorted(set(base) | set(other)) if base.get(path) != other.get(path)]
            failures += len(differing)
            print(f'{audience}, {name}: {len(base)} files, {len(site.withheld)} records withheld, {len(differing)} files differ')
            print('\n'.join(differing[:10]))
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
