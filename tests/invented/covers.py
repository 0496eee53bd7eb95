#!/usr/bin/python3
"""Holds the invented site to what it is for: covers.py PROGRAM SCRATCH. It has as many records as promised, and every kind, scope,
derived status and flag, and every value of every fixed list that the program's schema has for a record."""
import json
import pathlib
import shutil
import subprocess
import sys

import count

HERE = pathlib.Path(__file__).resolve().parent
NUMBERS = {'units': 30, 'items': 400, 'opinions': 1200}
SCOPES = {'public', 'system', 'unit', 'internal', None}


def lists_of(schema, name=''):
    """Of a schema: (name of the field, value) for each value of a fixed list, by its key."""
    for part in (*schema.get('allOf', ()), *schema.get('anyOf', ()), *(schema[key] for key in ('items',) if key in schema)):
        yield from lists_of(part, name)
    yield from ((name, value) for value in schema.get('enum', ()) if value.isascii())
    for key, field in schema.get('properties', {}).items():
        if key.isascii():
            yield from lists_of(field, key)


def scalars_of(value, name=''):
    """Of a record: (name of the field, value) for each value that is no list or mapping."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from scalars_of(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars_of(inner, name)
    else:
        yield name, value


def main():
    program, site = sys.argv[1], pathlib.Path(sys.argv[2]) / 'site-covers'
    shutil.rmtree(site, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, HERE / 'make.py', site], check=True, stdout=subprocess.DEVNULL)
    counted = json.loads(subprocess.run([sys.executable, HERE / 'count.py', site, '--audience', 'internal'], check=True,
                                        capture_output=True, text=True).stdout)
    schemas = json.loads(subprocess.run([program, 'schema'], check=True, capture_output=True, text=True).stdout)['$defs']
    _, records = count.read_site(site)

    missing = [f'{len(records[kind])} {kind}, not {number}' for kind, number in NUMBERS.items() if len(records[kind]) != number]
    missing += [f'kind {kind}' for kind in count.KINDS if not records[kind]]
    missing += [f'scope {scope}' for scope in SCOPES - {record.get('scope') for kind in records.values() for record in kind.values()}]
    missing += [f'status {status}' for status in count.STATUSES if not counted['items']['by_status'].get(status)]
    missing += [f'flag {flag}' for flag in count.FLAGS if not counted['items']['by_flag'].get(flag)]
    wanted = {pair for kind, schema in schemas.items() if kind != 'site' for pair in lists_of(schema)}
    missing += [f'{name}: {value}' for name, value in sorted(wanted - set(scalars_of(records)))]
    print('\n'.join(missing) or f'all there, {len(wanted)} values of fixed lists among it')
    sys.exit(1 if missing else 0)


if __name__ == '__main__':
    main()
