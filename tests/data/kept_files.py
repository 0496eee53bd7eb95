#!/usr/bin/python3
"""What is kept beside the site saves work and changes nothing: kept_files.py PROGRAM SCRATCH.

Workbook, database, archive and the trees of all records are the same bytes whether they were made or kept; what is damaged, of other
rows or of another program is made anew; a folder that cannot be written stops nothing; `check` writes nothing; --no-cache reads and
writes nothing."""
import hashlib
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
MADE = ('all.xlsx', 'data.sqlite', 'all.zip')
TREES = 'trees'
PAGES = 'pages'  # tests/kept_pages.py
NAMES = (*MADE, TREES)
wrong = []


def same(name, got, wanted):
    if got != wanted:
        wrong.append(name)


def build(program, site, *options, command='build'):
    subprocess.run([program, command, '--site', site / 'site.yaml', '--lang', 'en', '--quiet', *options], check=True)
    out = site / 'public'
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob('*')) if p.is_file()} if out.exists() else {}


def kept(site):
    folder = site / '.gongshi/public'
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.name != PAGES} if folder.is_dir() else {}


def plant(site, name, bytes_, key=None):
    """Puts other bytes in the place of what is kept, as if they had been made of what has this key."""
    file = site / '.gongshi/public' / name
    key = key or file.read_bytes().split(b' ')[0]
    file.write_bytes(key + b' ' + hashlib.sha256(bytes_).hexdigest().encode() + b'\n' + bytes_)


def main():
    program, site = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    shutil.rmtree(site, ignore_errors=True)
    subprocess.run([sys.executable, HERE.parent / 'invented/make.py', site, '--items', '30'], check=True, stdout=subprocess.DEVNULL)

    build(program, site, command='check')
    same('check writes nothing', (site / '.gongshi').exists(), False)
    build(program, site, '--no-cache')
    same('--no-cache writes nothing', [(site / name).exists() for name in ('.gongshi', '.public.kept')], [False, False])
    first = build(program, site)
    same('four files are kept', sorted(kept(site)), sorted(NAMES))
    was_kept = kept(site)
    same('a second build makes the same', build(program, site), first)
    same('and keeps the same', kept(site), was_kept)

    config = site / 'site.yaml'
    as_made = config.read_text(encoding='utf-8')
    config.write_text(as_made.replace('9时至17时', '8时至16时', 1), encoding='utf-8')
    other_pages = build(program, site, '--no-cache')
    same('pages change where no row does', [other_pages[name] != first[name] for name in ('about.html', 'data/all.zip')], [True, False])
    for name in MADE:     # each alone, since the archive holds the others
        plant(site, name, b'planted')
        same(f'{name} is not made again unless a row changes', build(program, site)[f'data/{name}'], b'planted')
        same('but with --no-cache', build(program, site, '--no-cache'), other_pages)
        shutil.rmtree(site / '.gongshi')
        build(program, site)
    config.write_text(as_made, encoding='utf-8')

    trees = was_kept[TREES]
    for at in range(0, len(trees), max(1, len(trees) // 20)):
        (site / '.gongshi/public' / TREES).write_bytes(trees[:at] + bytes([trees[at] ^ 0x40]) + trees[at + 1:])
        same(f'a tree damaged at {at} is made anew', build(program, site), first)
        same(f'a tree damaged at {at} is kept again', kept(site), was_kept)

    for name in NAMES:
        file = site / '.gongshi/public' / name
        for what, damage in (('cut', lambda b: b[:-1]), ('changed', lambda b: b[:-9] + b'x' + b[-8:]), ('empty', lambda b: b''),
                             ('headless', lambda b: b'x'), ('longer', lambda b: b + b'x')):
            file.write_bytes(damage(file.read_bytes()))
            same(f'{name} {what} is made anew', build(program, site), first)
            same(f'{name} {what} is kept again', kept(site), was_kept)
    plant(site, 'all.xlsx', b'planted', key=b'0' * 64)
    same('of another key', build(program, site), first)
    (site / '.gongshi/public/all.xlsx').unlink()
    (site / '.gongshi/public/all.xlsx').mkdir()
    same('a folder in its place', build(program, site), first)

    shutil.rmtree(site / '.gongshi')
    (site / '.gongshi').write_text('no folder')
    same('a folder that cannot be made', build(program, site), first)
    (site / '.gongshi').unlink()

    build(program, site)
    record = next((site / 'content/units').glob('*.yaml'))
    record.write_text(record.read_text(encoding='utf-8').replace('title: ', 'title: 改名后的', 1), encoding='utf-8')
    changed = build(program, site)
    same('other rows, other files', [name for name in MADE if changed[f'data/{name}'] == first[f'data/{name}']], [])
    same('as if nothing had been kept', build(program, site, '--no-cache'), changed)
    print('\n'.join(wrong) or 'kept files save work and change nothing')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
