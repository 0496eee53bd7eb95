#!/usr/bin/python3
"""Pages that say the same are taken over from the published site, and no byte tells: kept_pages.py PROGRAM SCRATCH.

A site lives through a random sequence of changes: records edited, added, removed and renamed, faults made and mended, theme and site file
changed. After each it is built upon what stands and also made anew elsewhere: both end alike, with the same bytes and the same findings.
That pages are taken over at all is seen by their inodes, and so is that nothing stale, touched or damaged is."""
import collections
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CHANGES = 200
wrong = []


def same(name, got, wanted):
    if got != wanted:
        wrong.append(f'{name}: {got!r}'[:600] + f', wanted {wanted!r}'[:600])


class Site:
    """A site with its program; `public` is built upon what stands, `anew` without anything kept."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.out, self.anew = folder / 'public', folder / 'anew'

    def run(self, *options):
        done = subprocess.run([self.program, 'build', '--site', self.folder / 'site.yaml', '--lang', 'en', *options],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False)
        return done.returncode, done.stderr.partition('\nerrors:')[0]  # where the site is now is told behind

    def build(self, name):
        """Builds both; they must not differ. How it ended, and the pages that were taken over."""
        before = inodes(self.out)
        kept, told = self.run()
        shutil.rmtree(self.anew, ignore_errors=True)
        anew, told_anew = self.run('--no-cache', '--out', self.anew)
        same(f'{name}: ends', kept, anew)
        same(f'{name}: tells', told, told_anew)
        if anew == 0:
            same(f'{name}: differs', differing(self.out, self.anew), [])
        after = inodes(self.out)
        return kept, {path for path in after if before.get(path) == after[path]}

    def record(self, kind, rng):
        return rng.choice(sorted((self.folder / 'content' / kind).rglob('*.*')))


def inodes(out):
    return {str(p.relative_to(out)): p.stat().st_ino for p in out.rglob('*.html')}


def contents(out):
    return {str(p.relative_to(out)): p.read_bytes() for p in out.rglob('*') if p.is_file()}


def differing(out, other):
    a, b = contents(out), contents(other)
    return sorted(path for path in a.keys() | b.keys() if a.get(path) != b.get(path))


def replaced(file, pattern, by):
    text = file.read_text(encoding='utf-8')
    file.write_text(re.sub(pattern, by, text, count=1, flags=re.M), encoding='utf-8')


# Changes. One that is refused, as some are, is taken back, so that the site lives on.

def edit_title(site, rng):
    replaced(site.record('items', rng), r'^title: .*', f'title: 改过的标题第{rng.randrange(10 ** 6)}号')


def edit_body(site, rng):
    with site.record('items', rng).open('a', encoding='utf-8') as file:
        file.write(f'\n又补充了第{rng.randrange(10 ** 6)}句说明，见[[items/zg-001]]。\n')


def edit_any_title(site, rng):
    kind = rng.choice(sorted(folder.name for folder in (site.folder / 'content').iterdir() if folder.name != 'files'))
    replaced(site.record(kind, rng), r'^title: .*', f'title: 改名第{rng.randrange(10 ** 6)}号')


def edit_deadline(site, rng):
    replaced(site.record('items', rng), r'^deadline: .*', f'deadline: 2026-{rng.randrange(7, 13):02}-{rng.randrange(1, 29):02}')


def reorder_counts(site, rng):
    """What is the same to a reader of the data is not the same on a page."""
    replaced(site.record('surveys', rng), r'counts:\n( +\S+: \d+)\n( +\S+: \d+)', r'counts:\n\2\n\1')


def edit_unit(site, rng):
    replaced(site.record('units', rng), r'^title: .*', f'title: 虚构单位第{rng.randrange(10 ** 6)}号')


def add_item(site, rng):
    old = site.record('items', rng)
    new = old.with_name(f'xz-{rng.randrange(10 ** 6)}{old.suffix}')
    shutil.copy(old, new)
    replaced(new, r'^title: .*', f'title: 新增事项第{rng.randrange(10 ** 6)}号')


def remove_item(site, rng):
    added = sorted((site.folder / 'content/items').rglob('xz-*'))
    if added:
        rng.choice(added).unlink()


def rename_item(site, rng):
    added = sorted((site.folder / 'content/items').rglob('xz-*'))
    if added:
        old = rng.choice(added)
        old.rename(old.with_name(f'xz-{rng.randrange(10 ** 6)}{old.suffix}'))


def change_scope(site, rng):
    replaced(site.record('opinions', rng), r'^scope: .*', f'scope: {rng.choice(["public", "internal"])}')


def change_word(site, rng):
    replaced(site.folder / 'themes/own/strings/zh-CN.yaml', r'^site_map: .*|^( +)title: .*', f'\\1title: 词{rng.randrange(10 ** 6)}')


def change_template(site, rng):
    file = site.folder / 'themes/own/templates/layout.mustache'
    replaced(file, r'<!-- \d+ -->|</body>', f'<!-- {rng.randrange(10 ** 6)} -->' if '<!-- ' in file.read_text(encoding='utf-8') else '<!-- 1 --></body>')


def change_asset(site, rng):
    with next((site.folder / 'themes/own/assets').rglob('*.css')).open('a', encoding='utf-8') as file:
        file.write(f'/* {rng.randrange(10 ** 6)} */\n')


def change_config(site, rng):
    file = site.folder / 'site.yaml'
    key, value = rng.choice([('as_of', rng.choice(['2026-06-30', '2026-07-04'])), ('title', f'虚构市整改公示第{rng.randrange(10 ** 6)}版'),
                             ('precompressed', rng.choice(['[]', '[gzip]'])), ('notice', f'通知第{rng.randrange(10 ** 6)}号')])
    replaced(file, rf'^{key}: .*', f'{key}: {value}')


def make_fault(site, rng):
    with site.record('items', rng).open('a', encoding='utf-8') as file:
        file.write(rng.choice(['\n见[[items/bu-cunzai]]。\n', '\n# 标题\n\n#### 跳级\n', '\n<b>生</b>\n']))


KINDS = [edit_title, edit_title, edit_title, edit_any_title, edit_any_title, edit_deadline, reorder_counts, edit_body, edit_body, edit_unit, add_item, remove_item, rename_item, change_scope, change_word,
         change_template, change_asset, change_config, make_fault]


def live(site, rng):
    """The random sequence: every kind is built, a fault is refused, and pages are taken over all along."""
    taken, counts = 0, collections.Counter()
    for number in range(CHANGES):
        before = contents(site.folder / 'content')
        change = rng.choice(KINDS)
        change(site, rng)
        ended, pages = site.build(f'change {number}, {change.__name__}')
        taken += len(pages)
        counts[change.__name__, ended == 0] += 1
        if ended != 0:
            shutil.rmtree(site.folder / 'content')
            for path, bytes_ in before.items():
                (site.folder / 'content' / path).parent.mkdir(parents=True, exist_ok=True)
                (site.folder / 'content' / path).write_bytes(bytes_)
    same('kinds of change that were never built', {change.__name__ for change in KINDS if not counts[change.__name__, True]}, set())
    same('a fault was refused', counts['make_fault', False] > 0, True)
    same('a third of all pages was taken over', taken > CHANGES * len(inodes(site.out)) // 3, True)


def by_themselves(site):
    """What one change takes over and what not, one by one."""
    pages = set(inodes(site.out))
    same('nothing changed: all is taken over', site.build('nothing')[1], pages)

    item = next((site.folder / 'content/items').rglob('zg-001.*'))
    replaced(item, r'^title: .*', 'title: 只改这一个标题')
    taken = site.build('one title')[1]
    same('the item is made', 'items/zg-001.html' in taken, False)
    same('most others are not', len(taken) > len(pages) // 2, True)

    what_is_gone(site)

    page = site.out / 'items/zg-001.html'
    status, bytes_ = page.stat(), page.read_bytes()
    with page.open('r+b') as file:
        file.write(b'<!DOCTYPE HTML>')
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    same('a page touched in its place is made', 'items/zg-001.html' in site.build('touched')[1], False)
    same('and says what it should', page.read_bytes(), bytes_)

    page.unlink()
    page.symlink_to('zg-003.html')
    site.build('a link in its place')
    same('a link is no page', page.is_symlink(), False)

    kept = site.folder / '.gongshi/public/pages'
    whole = kept.read_bytes()
    for name, damaged in {'a byte in the middle': whole[:len(whole) // 2] + b'\0' + whole[len(whole) // 2 + 1:], 'a torn end': whole[:-1],
                          'another head': whole.replace(b'pages ', b'pages 0', 1), 'nothing': b'', 'no head': b'x' * 5000}.items():
        kept.write_bytes(damaged)
        same(f'{name}: nothing is taken over', site.build(name)[1], set())
        same(f'{name}: kept again', site.build(name)[1], pages)

    kept_without_a_site(site)


def kept_without_a_site(site):
    """What is kept serves without the site that it was made with, and out of an archive; never if it was touched."""
    store = site.folder / '.public.kept'
    shutil.rmtree(site.out)
    site.build('removed')
    same('no site: all is taken over', inodes(site.out), inodes(store))
    there = site.folder / 'there'
    same('another place has nothing', (site.run('--out', there)[0], differing(site.out, there)), (0, []))
    same('and leaves what the first has', (site.run()[0], inodes(site.out)), (0, inodes(store)))

    shutil.copytree(store, site.folder / 'carried')
    shutil.rmtree(store)
    (site.folder / 'carried').rename(store)
    carried = inodes(store)
    site.build('carried')
    same('carried: all is taken over', inodes(site.out), carried)

    shutil.rmtree(site.out)
    with (store / 'items/zg-001.html').open('r+b') as file:
        file.write(b'<!DOCTYPE HTML>')
    (store / 'items/zg-003.html').unlink()
    carried = inodes(store)
    site.build('touched in the store')
    same('two are made', {path for path, number in inodes(site.out).items() if carried.get(path) != number}, {'items/zg-001.html', 'items/zg-003.html'})
    shutil.copy(store / 'items/zg-003.html', store / 'items/xz-9.html')
    for damage in (b'', b'x'):
        (site.folder / '.gongshi/public/pages').write_bytes(damage)
        site.build('unknown')
    same('what nobody knows of is removed', (store / 'items/xz-9.html').exists(), False)
    item = site.folder / 'content/items/xz-7.md'
    shutil.copy(next((site.folder / 'content/items').rglob('zg-001.md')), item)
    same('one more', (site.build('one more')[0], (store / 'items/xz-7.html').exists()), (0, True))
    item.unlink()
    same('one less', (site.build('one less')[0], (store / 'items/xz-7.html').exists()), (0, False))


def what_is_gone(site):
    """Pages that are taken over lead to what is there: the theme of this site links each page to one item, and to a place on its page."""
    layout = site.folder / 'themes/own/templates/layout.mustache'
    plain, item = layout.read_text(encoding='utf-8'), site.folder / 'content/items/xz-1.md'
    shutil.copy(next((site.folder / 'content/items').rglob('zg-001.md')), item)
    replaced(layout, '</body>', '<a href="{{root}}items/xz-1.html#trace">1</a></body>')
    whole = item.read_text(encoding='utf-8')
    same('all is there', site.build('linked from each page')[0], 0)
    replaced(item, r'^title: .*', 'title: 它还在，只是改了名')
    same('most pages are taken over', len(site.build('it says something else')[1]) > len(inodes(site.out)) // 2, True)
    replaced(item, r'^opinions: .*\n', '')
    same('a place is gone', site.build('nothing to trace')[0], 1)
    item.unlink()
    same('a page is gone', site.build('no item')[0], 1)
    item.write_text(whole, encoding='utf-8')
    same('it is back', site.build('back')[0], 0)
    item.unlink()
    layout.write_text(plain, encoding='utf-8')
    same('as before', site.build('as before')[0], 0)


def make(program, folder):
    subprocess.run([sys.executable, HERE / 'invented/make.py', folder, '--items', '8'], check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(HERE.parent / 'themes/default', folder / 'themes/own')
    replaced(folder / 'site.yaml', r'^theme: .*', 'theme: own\nprecompressed: []\noutputs: [json, feeds, search]')
    site = Site(program, folder)
    same('the site is sound', site.run()[0], 0)
    return site


def main():
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    by_themselves(make(program, folder))
    memory = pathlib.Path('/dev/shm')    # a disk takes four times as long
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else folder) as room:
        live(make(program, pathlib.Path(room) / 'site'), random.Random(11))
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
