#!/usr/bin/python3
"""Every file of the open data says the same, and the same as the pages: compare_formats.py PROGRAM SCRATCH.

The invented site and the repository's own are built; CSV, CSV for spreadsheets, workbook, SQLite, JSON and archive are read back by
independent readers and compared cell by cell; hashes, counts and rates are compared with descriptors and pages."""
import datetime
import hashlib
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile
from decimal import Decimal

from readers import NOT_STATED, WITHHELD, Mark, Package, database, workbook

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FORMULA = '=+-@＝＋－＠'
wrong = []


def complain(text):
    wrong.append(text)


def same(name, got, wanted):
    if got != wanted:
        complain(f'{name}: {got!r} instead of {wanted!r}')


def is_formula(text):
    bare = text.lstrip(' \t\r\n\u00a0\u3000\ufeff')
    return bare[:1] in tuple(FORMULA) and bare != '' or text[:1] in ('\t', '\r', '\n')


def check_excel_csv(package, table):
    """Byte order mark, CR LF, the same cells; text that may be a formula behind an apostrophe, and nothing else changed."""
    data = (package.folder / f'{table}.excel.csv').read_bytes()
    plain = (package.folder / f'{table}.csv').read_bytes()
    same(f'{table}.excel.csv begins', data[:3], b'\xef\xbb\xbf')
    if plain[:3] == b'\xef\xbb\xbf':
        complain(f'{table}.csv has a byte order mark')
    for name, text in (('csv', plain), ('excel.csv', data)):
        if not text.endswith(b'\r\n'):
            complain(f'{table}.{name} does not end in CR LF')
    head, rows = package.raw(table, '.excel.csv', 'utf-8-sig')
    plain_head, plain_rows = package.raw(table)
    same(f'{table}.excel.csv header', head, plain_head)
    same(f'{table}.excel.csv rows', len(rows), len(plain_rows))
    types = [field['type'] for field in package.schemas[table]['fields']]
    for row, wanted in zip(rows, plain_rows):
        for kind, got, text in zip(types, row, wanted):
            is_text = kind in ('string', 'list') and text not in ('[c]', '[x]')
            same(f'{table}.excel.csv', got, "'" + text if is_text and is_formula(text) else text)


def check_workbook(package, out, words):
    sheets, book = workbook(out / 'data/all.xlsx')
    names = {resource['name']: resource['title'] for resource in package.descriptor['resources'] if resource['name'] in package.schemas}
    same('sheets', set(list(sheets)[2:]), set(names.values()))
    same('created', book.properties.created.date().isoformat(), package.descriptor['created'][:10])
    for table, schema in package.schemas.items():
        name = names[table]
        sheet = sheets[name]
        same(f'{name}: header frozen', book[name].freeze_panes, 'A2')
        same(f'{name}: filter', book[name].auto_filter.ref.split(':')[0], 'A1')
        same(f'{name}: header', [cell[0] for cell in sheet[0]], [field['title'] for field in schema['fields']])
        rows = package.rows(table)
        same(f'{name}: rows', len(sheet) - 1, len(rows))
        for got, wanted in zip(sheet[1:], rows):
            for cell, value, field in zip(got, wanted, schema['fields']):
                check_cell(f'{name}.{field["name"]}', cell, value, field, words)


def check_cell(where, cell, value, field, words):
    got, kind, number_format = cell
    if kind == 'f':
        complain(f'{where}: a formula: {got}')
    if value is None:
        return same(where, got, None)
    if isinstance(value, Mark):
        return same(where, got, words[value.why])
    if isinstance(value, bool):
        return same(where, got, words['yes'] if value else words['no'])
    if isinstance(value, (int, Decimal)):
        same(f'{where}: is a number', kind, 'n')
        same(f'{where}: decimals', len(number_format.partition('.')[2]), len(str(value).partition('.')[2]))
        return same(where, float(got), float(value))
    if isinstance(value, datetime.date):
        same(f'{where}: is a date', kind, 'd')
        return same(where, got.date(), value)
    labels = {entry['value']: entry['label'] for entry in field.get('categories', [])}
    return same(where, got, labels.get(value, value))


def check_database(package, out):
    base = database(out / 'data/data.sqlite')
    same('integrity', base.execute('PRAGMA integrity_check').fetchall(), [('ok',)])
    same('foreign keys that lead nowhere', base.execute('PRAGMA foreign_key_check').fetchall(), [])
    tables = {name for name, in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    same('tables', tables, set(package.schemas) | {'_notes', '_tables', '_columns'})
    for table, schema in package.schemas.items():
        key = [name for _, name, _, _, _, place in base.execute(f'PRAGMA table_info("{table}")') if place]
        same(f'{table}: key', key, schema.get('primaryKey', []))
        foreign = {(row[2], row[3], row[4]) for row in base.execute(f'PRAGMA foreign_key_list("{table}")')}
        same(f'{table}: foreign keys', foreign,
             {(key['reference'].get('resource', table), column, target) for key in schema.get('foreignKeys', [])
              for column, target in zip(key['fields'], key['reference']['fields'])})
        got = base.execute(f'SELECT * FROM "{table}" ORDER BY rowid').fetchall()
        wanted = [tuple(in_database(value) for value in row) for row in package.rows(table)]
        if not schema.get('primaryKey'):
            same(f'{table} in SQLite', got, wanted)
        else:
            same(f'{table} in SQLite', sorted(got, key=repr), sorted(wanted, key=repr))


def in_database(value):
    if value is None or isinstance(value, Mark):
        return None
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, datetime.date) else int(value) if isinstance(value, bool) else value


def follow(record, path):
    for key in path:
        record = record.get(key) if isinstance(record, dict) else None
    return record


def parts(record, path):
    """The parts of nested lists: (places, part, its record), each place counted from 1."""
    found = [((), record)]
    for key in path:
        step = []
        for places, value in found:
            value = value.get(key) if isinstance(value, dict) else None
            if isinstance(value, list):
                step += [((*places, n), part) for n, part in enumerate(value, 1)]
            elif isinstance(value, dict) and key != path[-1]:
                step.append((places, value))
            elif isinstance(value, dict):
                step += [((*places, None), {'key': k, 'value': v}) for k, v in value.items()]
        found = step
    return found


def as_cell(value):
    if isinstance(value, list):
        return ';'.join(str(part).replace(';', '；') for part in value)
    if isinstance(value, dict):
        raise ValueError(value)
    return value


def check_json(package, out):
    """The nested JSON holds the same cells: records by their id, parts by their places."""
    for table, schema in package.schemas.items():
        kind, *path = table.split('-')
        source = out / f'data/{kind}.json'
        if table in ('traces', 'waivers') or not source.exists():
            continue
        records = json.loads(source.read_text(encoding='utf-8'), parse_float=Decimal)
        found = [(record, places, part) for record in records for places, part in parts(record, path)]
        rows = package.rows(table)
        same(f'{table}: rows of the JSON', len(found), len(rows))
        names = [field['name'] for field in schema['fields']]
        by_key = found if None in [p for _, places, _ in found for p in places] else None
        if by_key is not None:  # entries of a mapping, which JSON sorts by key
            listed = sorted(repr((record['id'], places[:-1], part['key'], part['value'])) for record, places, part in found)
            same(table, sorted(repr((row[0], tuple(row[1:-3]), row[-2], row[-1])) for row in rows), listed)
            continue
        for (record, places, part), row in zip(found, rows):
            keys = (record['id'], *places) if 'id' in record else ()
            same(f'{table}: key', tuple(row[:len(keys)]), keys)
            for name, value in list(zip(names, row))[len(keys):]:
                check_json_cell(f'{table} {keys} {name}', record, part, name, value, path)


def check_json_cell(where, record, part, name, value, path):
    told = follow(part, name.split('.'))
    if told is None and path and name.split('.')[0] == path[-1]:
        told = follow(part, name.split('.')[1:])
    if value is None:
        return None if told in (None, []) else complain(f'{where}: empty, but the JSON has {told!r}')
    if isinstance(value, Mark):
        if value.why == NOT_STATED and not any('.'.join([*path, name]).startswith(n) or not n.isascii() for n in record['not_stated']):
            complain(f'{where}: not among not_stated')
        if value.why == WITHHELD and part['marker'] != 'withheld' and record.get('small_cell') is None:
            complain(f'{where}: withheld in a row that is marked {part["marker"]}')
        return same(where, told, None)
    if isinstance(value, datetime.date):
        value = value.isoformat()
    return same(where, as_cell(told), value)


def check_archive(package, out):
    with zipfile.ZipFile(out / 'data/all.zip') as archive:
        same('archive', archive.testzip(), None)
        names = archive.namelist()
        same('order of the archive', names, sorted(names))
        wanted = {p.name for p in (out / 'data').iterdir() if p.suffix != '.html'} - {'all.zip', 'catalog.jsonld', 'dataset.jsonld', 'SHA256SUMS'}
        same('members', set(names), wanted | {'README.txt'})
        as_of = tuple(int(part) for part in package.descriptor['created'][:10].split('-'))
        for info in archive.infolist():
            same(f'{info.filename}: time', info.date_time, (max(as_of[0], 1980), *as_of[1:], 0, 0, 0))
            if info.filename != 'README.txt':
                same(f'{info.filename} in the archive', archive.read(info), (out / 'data' / info.filename).read_bytes())


def check_hashes(package, out):
    told = {}
    for resource in package.descriptor['resources']:
        data = (package.folder / resource['path']).read_bytes()
        same(f'{resource["path"]}: bytes', resource['bytes'], len(data))
        same(f'{resource["path"]}: hash', resource['hash'], 'sha256:' + hashlib.sha256(data).hexdigest())
        told[resource['path']] = True
    page = html.unescape((out / 'data/index.html').read_text(encoding='utf-8'))
    sums = dict(reversed(line.split('  ')) for line in (out / 'data/SHA256SUMS').read_text(encoding='utf-8').splitlines())
    files = {p.name for p in (out / 'data').iterdir() if p.suffix != '.html'} - {'SHA256SUMS'}
    same('files with a hash', set(sums), files)
    for name in files:
        same(f'{name}: hash', sums[name], hashlib.sha256((out / 'data' / name).read_bytes()).hexdigest())
    same('files of the package', set(told), files - {'all.zip', 'datapackage.json', 'catalog.jsonld', 'dataset.jsonld'})
    for table in package.schemas:
        rows = len(package.rows(table))
        row = re.search(rf'<a href="../data/{table}\.html">.*?</tr>', page, re.S).group(0)
        same(f'{table}: rows on the page', re.search(r'class="number"[^>]*>(\d+)<', row).group(1), str(rows))
        check_table_page(out, table)
    block = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S).group(1))
    whole = json.loads((out / 'data/dataset.jsonld').read_text(encoding='utf-8'))
    whole['distribution'] = [file for file in whole['distribution'] if file['name'].split('.')[0] not in package.schemas]
    same('description on the page', block, whole)


def check_table_page(out, table):
    """The page of a table tells bytes and hash of its files as they are."""
    page = html.unescape((out / f'data/{table}.html').read_text(encoding='utf-8'))
    told = re.findall(r'<p class="item"><a href="../data/([^"]+)">.*?([\d,]+) .*?<code>([0-9a-f]{64})</code>', page, re.S)
    same(f'{table}: files on its page', {name for name, _, _ in told} >= {f'{table}.csv', f'{table}.excel.csv'}, True)
    for name, size, digest in told:
        data = (out / 'data' / name).read_bytes()
        same(f'{name}: bytes and hash on the page', (int(size.replace(',', '')), digest), (len(data), hashlib.sha256(data).hexdigest()))


def check_pages(package, out):
    """What record pages, the first page and the pages of polls print."""
    columns = {table: [f['name'] for f in schema['fields']] for table, schema in package.schemas.items()}
    for table in package.schemas:
        if '-' in table or 'sha256' not in columns[table]:
            continue
        for row in package.rows(table):
            record = dict(zip(columns[table], row))
            page = (out / record['url']).read_text(encoding='utf-8')
            if record['url'] != 'about.html' and record['sha256'] not in page:
                complain(f'{record["url"]}: another hash')
            source = out / f'{table}/{record["id"]}.json'
            same(f'{record["url"]}: hash', hashlib.sha256(source.read_bytes()).hexdigest(), record['sha256'])
    items = [dict(zip(columns['items'], row)) for row in package.rows('items')]
    status = {}
    for item in items:
        if item['status'] and not item['withdrawn.date'] and not item['merged_into.date'] and not item['split_into.date']:
            status[item['status']] = status.get(item['status'], 0) + 1
    home = (out / 'index.html').read_text(encoding='utf-8')
    printed = re.findall(r'<span class="tag ([a-z-]+)">[^<]*</span></th><td class="number">(\d+)</td>', home)
    same('first page', {name: int(n) for name, n in printed if int(n)}, status)
    if 'surveys-results' not in columns:
        return
    for row in package.rows('surveys-results'):
        result = dict(zip(columns['surveys-results'], row))
        if not isinstance(result['rate'], Decimal):
            continue
        page = (out / f'surveys/{result["id"]}.html').read_text(encoding='utf-8')
        if not re.search(rf'<td [^>]*class="number">{result["satisfied"]}</td>', page) or f'<data value="{result["rate"]}">' not in page:
            complain(f'surveys/{result["id"]}.html: does not print {result["satisfied"]}, {result["rate"]}')


def marks_in(package):
    return {value.why for table in package.schemas for row in package.rows(table) for value in row if isinstance(value, Mark)}


def check_site(program, site, out, *, wants_marks):
    subprocess.run([program, 'build', '--site', site / 'site.yaml', '--out', out, '--lang', 'en', '--quiet'], check=True)
    package = Package(out / 'data')
    import yaml  # the theme's words, which the workbook uses
    theme = yaml.safe_load((ROOT / 'themes/default/strings/zh-CN.yaml').read_text(encoding='utf-8'))
    words = {WITHHELD: theme['data_files']['withheld'], NOT_STATED: theme['data_files']['not_stated'], 'yes': theme['yes'], 'no': theme['no']}
    for table in package.schemas:
        check_excel_csv(package, table)
    check_workbook(package, out, words)
    check_database(package, out)
    check_json(package, out)
    check_archive(package, out)
    check_hashes(package, out)
    check_pages(package, out)
    if wants_marks:
        same('marks', marks_in(package), {WITHHELD, NOT_STATED})
        zeros = sum(value == 0 for row in package.rows('surveys-results') for value in row if type(value) is int)
        if not zeros:
            complain('no zero beside what is withheld')
    cells = sum(len(row) for table in package.schemas for row in package.rows(table))
    print(f'{site.name}: {len(package.schemas)} tables, {cells} cells read back from every format')
    return package


def main():
    program, scratch = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    invented = scratch / 'invented'
    subprocess.run([sys.executable, HERE.parent / 'invented/make.py', invented, '--items', '120'], check=True, stdout=subprocess.DEVNULL)
    check_site(program, invented, scratch / 'invented-out', wants_marks=True)
    own = scratch / 'own'
    own.mkdir()
    shutil.copytree(ROOT / 'content', own / 'content')
    shutil.copy(ROOT / 'site.yaml', own / 'site.yaml')
    check_site(program, own, scratch / 'own-out', wants_marks=False)
    print('\n'.join(wrong[:40]) or 'all formats agree')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
