#!/usr/bin/python3
"""Builds a large invented site and weighs every page of it, compressed as servers send it: none may grow with the site, so that a
list goes on over further pages instead. Usage: weigh.py PROGRAM SCRATCH [--items N]"""
import argparse
import gzip
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
KB = 1024
FURTHER = re.compile(r'/\d+\.html$')
NO_RECORDS = ('report', 'oversight', 'check', 'data', 'search')


def budget(path):
    """Bytes that a page may have: the first page, that of a record, a list, any other."""
    folder, _, name = path.partition('/')
    if path == 'index.html':
        return 12 * KB
    if name == 'index.html' or name.startswith('list/') or FURTHER.search(path):
        return 12 * KB
    # A unit's page is an overview of its records, a poll's one of its groups.
    if name and '/' not in name and folder not in (*NO_RECORDS, 'units', 'surveys') and not name.startswith('cause-'):
        return 7 * KB
    return 14 * KB


def weight(page, enough):
    """Bytes of the page, compressed only where it is not light enough as it is."""
    text = page.read_bytes()
    return len(text) if len(text) <= enough else len(gzip.compress(text, 6))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('program', type=pathlib.Path)
    parser.add_argument('scratch', type=pathlib.Path)
    parser.add_argument('--items', default='3000')
    args = parser.parse_args()
    shutil.rmtree(args.scratch, ignore_errors=True)
    args.scratch.mkdir(parents=True)
    site, out = args.scratch / 'site', args.scratch / 'out'
    subprocess.run([sys.executable, HERE / 'make.py', site, '--items', args.items], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([args.program.resolve(), 'build', '--site', site / 'site.yaml', '--out', out, '--quiet'], check=True)
    pages = sorted(str(path.relative_to(out)) for path in out.rglob('*.html'))
    weights = {page: weight(out / page, budget(page)) for page in pages}
    for page in sorted(pages, key=weights.get, reverse=True)[:10]:
        print(f'{weights[page]:7} {page}')
    further = [page for page in pages if FURTHER.search(page)]
    print(f'{len(pages)} pages, {len(further)} of them go on with another')
    heavy = [f'{page}: {weights[page]} bytes compressed, the budget is {budget(page)}' for page in pages if weights[page] > budget(page)]
    print(*heavy, sep='\n', end='\n' if heavy else '')
    shutil.rmtree(args.scratch)
    return 0 if not heavy and len(further) > 100 else 1


if __name__ == '__main__':
    sys.exit(main())
