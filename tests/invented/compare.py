#!/usr/bin/python3
"""Builds the invented site with the program and counts it a second time: what the program publishes (data/*.json and the home page)
must agree with what count.py reads from the YAML by itself. Usage: compare.py PROGRAM SCRATCH [--items N] [--audience A]"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
from collections import Counter

import count
from flow import count_flow

HERE = pathlib.Path(__file__).resolve().parent
LEDGER_END = ('merged_into', 'split_into')


def published_counts(out):
    """The counts of count.py that the published tables can answer, taken from them alone."""
    files = {path.stem: json.loads(path.read_text(encoding='utf-8')) for path in sorted((out / 'data').glob('*.json'))}
    tables = {name: rows for name, rows in files.items() if isinstance(rows, list) and name != 'flows'}
    standing = {kind: [row for row in rows if 'withdrawn' not in row] for kind, rows in tables.items()}
    items = [row for row in standing['items'] if not any(key in row for key in LEDGER_END)]
    return {
        'visible': {kind: len(rows) for kind, rows in tables.items()},
        'withdrawn': {kind: len(rows) - len(standing[kind]) for kind, rows in tables.items()},
        'status_ids': {status: sorted(row['id'] for row in items if row['status'] == status)
                       for status in sorted({row['status'] for row in items})},
        'flags': dict(Counter(flag for row in items for flag in row['flags'])),
        'dispositions': dict(Counter(row['disposition'] for row in standing['opinions'])),
        'methods': dict(Counter(row['method'] for row in standing['surveys'])),
    }


def expected_counts(counted):
    return {
        'visible': {kind: row['visible'] for kind, row in counted['records'].items()},
        'withdrawn': counted['withdrawn'],
        'status_ids': {status: ids for status, ids in counted['items']['ids_by_status'].items() if ids},
        'flags': {flag: n for flag, n in counted['items']['by_flag'].items() if n},
        'dispositions': {word: n for word, n in counted['opinions']['by_disposition'].items() if n},
        'methods': {word: n for word, n in counted['surveys']['by_method'].items() if n},
    }


def home_counts(out):
    """The status table of the home page: the number printed in each row."""
    html = (out / 'index.html').read_text(encoding='utf-8')
    rows = re.findall(r'<span class="tag ([a-z-]+)">[^<]*</span></th><td class="number">(\d+)</td>', html)
    return {status: int(number) for status, number in rows}


FLOW_COUNTS = ('opening new reopened split_in moved_in closed merged_out split_out withdrawn moved_out closing closed_items '
               'closed_stock').split()


def published_flow(out):
    """The rows of data/flows.json under the names that count.py gives them; a slice by unit or class that names none is `?`."""
    rows = {}
    for row in json.loads((out / 'data/flows.json').read_text(encoding='utf-8')):
        unit = row.get('unit', '?') if row['slice'] in ('unit', 'unit-class') else '*'
        cls = row.get('class', '?') if row['slice'] in ('class', 'unit-class') else '*'
        rows[f'{row["period"]} {row.get("phase", "")} {row["from"]} {row["to"]} {unit} {cls}'] = {key: row[key] for key in FLOW_COUNTS}
    return rows


def unbalanced(flow):
    """Rows whose opening and terms do not make their closing."""
    def reckoned(row):
        return (row['opening'] + row['new'] + row['reopened'] + row['split_in'] + row['moved_in'] - row['closed'] - row['merged_out']
                - row['split_out'] - row['withdrawn'] - row['moved_out'])
    return [f'flow: {name} does not add up: {row}' for name, row in flow.items() if reckoned(row) != row['closing']]


def differences(name, got, wanted):
    if got == wanted:
        return []
    keys = sorted(set(got) | set(wanted))
    return [f'{name}.{key}: the program says {got.get(key)}, the count says {wanted.get(key)}'
            for key in keys if got.get(key) != wanted.get(key)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('scratch', type=pathlib.Path)
    parser.add_argument('--items', default='400')
    parser.add_argument('--audience', default='public')
    options = parser.parse_args()
    site = options.scratch / f'site-{options.items}-{options.audience}'
    shutil.rmtree(site, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, HERE / 'make.py', site, '--items', options.items], check=True, stdout=subprocess.DEVNULL)
    out = site / 'built'
    subprocess.run([options.program, 'build', '--site', site / 'site.yaml', '--out', out, '--audience', options.audience, '--lang', 'en',
                    '--quiet'], check=True)
    counted = json.loads(subprocess.run([sys.executable, HERE / 'count.py', site, '--audience', options.audience], check=True,
                                        capture_output=True, text=True).stdout)
    got, wanted = published_counts(out), expected_counts(counted)
    found = [line for key in wanted for line in differences(key, got[key], wanted[key])]
    found += differences('home', {k: n for k, n in home_counts(out).items() if n},
                         {status: len(ids) for status, ids in wanted['status_ids'].items()})
    flow = published_flow(out)
    records = count.read_site(site)
    as_of = count.day(records[0]['as_of'])
    found += differences('flow', flow, count_flow(*records, options.audience, as_of)) + unbalanced(flow)
    print('\n'.join(line[:300] for line in found) or f'{sum(wanted["visible"].values())} records agree')
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
