#!/usr/bin/python3
"""Builds a large invented site and weighs every page of it, compressed as servers send it: none may grow with the site, so that a
list goes on over further pages instead. Usage: weigh.py PROGRAM SCRATCH [--items N]"""
import argparse
import gzip
import json
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
BUDGETS = json.loads((HERE.parent / 'page_budgets.json').read_text())
FURTHER = re.compile(r'/\d+\.html$')
# Bytes that pages of 3,000 items have beyond the budgets, as they are and compressed: tables of all units by all duties or plans,
# and the first entries of many lists. What is over is told here, so that it does not grow unseen.
OVER = {
    r'^duties/index\.html$': (352 * 1024, 9 * 1024 + 512),
    r'^plans/index\.html$': (84 * 1024, 7 * 1024),
    r'^report/[a-z0-9-]+\.html$': (72 * 1024, 8 * 1024 + 256),
    r'^units/dangzu\.html$': (56 * 1024, 7 * 1024 + 512),
    r'^bulletins/[a-z0-9-]+\.html$': (48 * 1024, 7 * 1024),
}


def excess(path, page, sheet):
    """What the page weighs too much, in words; nothing if it is within the budget of its kind. `sheet`: the bytes of the
    stylesheet, compressed."""
    budget = next((one for one in BUDGETS if re.search(one['pages'], path)), None)
    if budget is None:
        return f'{path}: no budget for such a page'
    over = next((most for pattern, most in OVER.items() if re.search(pattern, path)), None)
    raw, enough = over or (budget['raw'], budget.get('packed') or budget['styled'] - sheet)
    text = page.read_bytes()
    if len(text) > raw:
        return f'{path}: {len(text)} bytes, the budget of a {budget["what"]} is {raw}'
    packed = len(text) if len(text) <= enough else len(gzip.compress(text, 6))
    return f'{path}: {packed} bytes compressed, the budget of a {budget["what"]} is {enough}' if packed > enough else ''


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
    sheet = len(gzip.compress((out / 'assets/site.css').read_bytes(), 6))
    further = [page for page in pages if FURTHER.search(page)]
    print(f'{len(pages)} pages, {len(further)} of them go on with another')
    heavy = [said for said in (excess(page, out / page, sheet) for page in pages) if said]
    print(*heavy, sep='\n', end='\n' if heavy else '')
    shutil.rmtree(args.scratch)
    return 0 if not heavy and len(further) > 100 else 1


if __name__ == '__main__':
    sys.exit(main())
