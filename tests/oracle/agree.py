#!/usr/bin/python3
"""The program and a second implementation, record by record: agree.py PROGRAM SCRATCH [--items N] [--polls N] [--seed S]
Status, flags and deadlines of every item, the figures of every result of a poll and every row of the flow, on the invented site and on a site of random
records. The other side is tests/invented/count.py and figures.py here, both written from the design."""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'invented')]
import compare                                           # noqa: E402
import count as second                                   # noqa: E402
import figures                                           # noqa: E402
from random_site import RandomSite                       # noqa: E402

LIMITS = {'stale_days': 60, 'start_days': 15}
CELL = 5


def standing(table):
    return {name: record for name, record in table.items() if record.get('scope') == 'public' and not record.get('withdrawn')}


def expected_items(site, records, as_of):
    items, objections, taken_up = standing(records['items']), {}, {}
    for entry in standing(records['feedback']).values():
        if entry['kind'] == 'objection':
            objections.setdefault(entry['about'], []).append(entry)
    for item in items.values():
        if item.get('continues'):
            taken_up.setdefault(item['continues'], []).append(second.entered(item, as_of))
    for name, item in items.items():
        status = second.derive_status(item, as_of, taken_up.get(name, []))
        flags = second.derive_flags(item, status, as_of, LIMITS, objections.get(f'items/{name}', []) + objections.get(name, []))
        wanted = {'status': status, 'flags': sorted(flags)}
        deadline = second.current_deadline(item)[0]
        yield name, wanted, deadline.isoformat() if deadline else None


def whole(text):
    return second.day(text).isoformat() if text else None


def compare_items(site, records, as_of, rows):
    found, seen = [], 0
    published = {row['id']: row for row in rows}
    for name, wanted, deadline in expected_items(site, records, as_of):
        row = published[name]
        got = {'status': row['status'], 'flags': sorted(row['flags'])}
        if got != wanted:
            found.append(f'items/{name}: the program says {got}, the design {wanted}')
        if whole(row.get('current_deadline')) != deadline and (row.get('current_deadline') or deadline):
            found.append(f'items/{name}: current deadline {row.get("current_deadline")}, by the design {deadline}')
        seen += 1
    return found, seen


def same_number(got, wanted):
    """Equal as numbers, and written with as many decimals."""
    return wanted is None and got is None or None not in (got, wanted) and float(got) == float(wanted)


def compare_polls(records, rows):
    units = standing(records['units'])              # a row about a unit that is not public is not public
    found, seen = [], 0
    published = {row['id']: row for row in rows}
    for name, survey in standing(records['surveys']).items():
        shown = [row for row in survey['results'] if 'unit' not in row or row['unit'] in units]
        for place, (row, got) in enumerate(zip(shown, published[name].get('results', []), strict=True), 1):
            wanted = figures.figures_of(survey, row)
            if got.get('marker') == 'withheld':          # may only be where a group is small, or covers one
                small = any(figures.base_of(survey, other) in range(1, CELL) for other in survey['results'])
                found += [] if small or (survey.get('small_cell') or {}).get('mode') == 'cells' else [f'surveys/{name} {place}: withheld without need']
                continue
            for key, value in wanted.items():
                right = got.get(key) == value if key == 'marker' else same_number(got.get(key), value)
                if not right and not (key != 'marker' and wanted['marker'] != 'none'):
                    found.append(f'surveys/{name} {place} {key}: the program says {got.get(key)}, the design {value}')
            seen += 1
    return found, seen


def write_lowered(program, folder, options):
    """Writes the random site, with every rule that it breaks lowered; a run names a hundred errors at most, so rules are found in turns."""
    rules = []
    while True:
        RandomSite(folder, options.items, options.polls, options.seed).write(rules)
        done = subprocess.run([program, 'check', '--site', folder / 'site.yaml', '--format', 'short', '--lang', 'en'], capture_output=True, text=True, check=False)
        more = set(re.findall(r': error: .*\[([a-z-]+)\]$', done.stderr, re.MULTILINE)) - set(rules)
        if not more:
            return rules
        rules = sorted(more.union(rules))


def agree(program, folder):
    subprocess.run([program, 'build', '--site', folder / 'site.yaml', '--out', folder / 'built', '--lang', 'en', '--quiet'], check=True,
                   stderr=subprocess.DEVNULL)
    site, records = second.read_site(folder)
    as_of = second.day(site['as_of'])
    table = lambda kind: json.loads((folder / f'built/data/{kind}.json').read_text(encoding='utf-8'))
    items, item_count = compare_items(site, records, as_of, table('items'))
    polls, poll_count = compare_polls(records, table('surveys'))
    flow = compare.published_flow(folder / 'built')
    wanted = compare.count_flow(site, records, 'public', as_of)
    flows = compare.differences('flow', flow, wanted) + compare.unbalanced(flow)
    print(f'{folder.name}: {item_count} items, {poll_count} results and {len(wanted)} rows of the flow compared')
    return items + polls + flows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('scratch', type=pathlib.Path)
    parser.add_argument('--items', type=int, default=1000)
    parser.add_argument('--polls', type=int, default=200)
    parser.add_argument('--seed', type=int, default=7)
    options = parser.parse_args()
    shutil.rmtree(options.scratch, ignore_errors=True)
    options.scratch.mkdir(parents=True)
    invented, chance = options.scratch / 'invented', options.scratch / 'random'
    subprocess.run([sys.executable, HERE.parent / 'invented/make.py', invented], check=True, stdout=subprocess.DEVNULL)
    rules = write_lowered(options.program, chance, options)
    print(f'random: breaks {len(rules)} rules, lowered: {" ".join(rules)}')
    found = [line for folder in (invented, chance) for line in agree(options.program, folder)]
    print('\n'.join(found[:40]))
    print(f'{len(found)} differences')
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
