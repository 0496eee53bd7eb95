#!/usr/bin/python3
"""Unpacks all output and searches it again, sharing nothing with the program: unpack_and_search.py PROGRAM SCRATCH.

The invented site is built for each audience. What the audience may not see is read from the YAML by itself: notes for internal
use, and the names and titles of withheld records. Every file is looked at as it is, as text with entities, escapes and percent
signs undone, in other encodings, with what Base64 is in it decoded, and archives member by member. A plant proves that it bites."""
import base64
import gzip
import html
import io
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
import zipfile
from urllib.parse import unquote_to_bytes

HERE = pathlib.Path(__file__).resolve().parent
AUDIENCES = ('public', 'system', 'unit', 'internal')


def bare(text):
    return re.sub(r'\s+', '', unicodedata.normalize('NFKC', text).casefold())


def front(path):
    text = path.read_text(encoding='utf-8')
    return text.split('\n---\n')[0] if path.suffix == '.md' else text


def value_of(text, key):
    found = re.search(rf'^{key}: (.*)$', text, re.M)
    return found.group(1).strip('"') if found else None


def withheld_values(content, audience):
    """(value, whose): what must be nowhere; and all that the audience may see, as one text."""
    seen = set(AUDIENCES[:AUDIENCES.index(audience) + 1])
    secrets, public = [], []
    for path in sorted(content.rglob('*')):
        if path.suffix not in ('.yaml', '.md'):
            continue
        text = front(path)
        kind = path.relative_to(content).parts[0]
        note = value_of(text, 'internal_note')
        if note:
            secrets.append((note, f'{kind}/{path.stem} internal_note'))
        if (value_of(text, 'scope') or 'internal') in seen:
            public.append(re.sub(r'^internal_note: .*$', '', path.read_text(encoding='utf-8'), flags=re.M))
            public.append(f'{kind}/{path.stem}.html')
        else:
            secrets.append((f'{kind}/{path.stem}', f'{kind}/{path.stem} id'))
            secrets.append((value_of(text, 'title'), f'{kind}/{path.stem} title'))
    known = bare('\n'.join(public))
    return [(bare(value), whose) for value, whose in secrets if value and bare(value) not in known and len(bare(value)) > 5]


def readings(data):
    for encoding in ('utf-8', 'utf-16-le', 'utf-16-be', 'gb18030'):
        yield data.decode(encoding, 'ignore')
    yield data.replace(b'\r\n ', b'').decode('utf-8', 'ignore')     # a calendar cuts its lines anywhere
    text = data.decode('utf-8', 'ignore')
    yield html.unescape(text)
    yield re.sub(r'\\u([0-9a-fA-F]{4})', lambda m: chr(int(m.group(1), 16)), text)
    yield unquote_to_bytes(data).decode('utf-8', 'ignore')
    for found in re.finditer(rb'[A-Za-z0-9+/_-]{24,}', data):
        run = found.group().replace(b'-', b'+').replace(b'_', b'/')
        for start in range(4):
            part = run[start:]
            yield base64.b64decode(part[:len(part) // 4 * 4]).decode('utf-8', 'ignore')


def tables_in(data):
    """What is in the tables of a database: a long text lies in pieces in the file."""
    with sqlite3.connect(':memory:') as database:
        database.deserialize(data)
        database.text_factory = bytes
        for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            table = table.decode()
            rows = database.execute('SELECT * FROM "' + table.replace('"', '""') + '"')
            yield table, b'\n'.join(b'|'.join(cell for cell in row if isinstance(cell, bytes)) for row in rows)


def files_in(name, data):
    yield name, data
    if data[:2] == b'\x1f\x8b':
        yield from files_in(f'{name}!', gzip.decompress(data))
    if name.endswith('.br'):
        yield from files_in(f'{name}!', subprocess.run(['brotli', '-dc'], input=data, stdout=subprocess.PIPE, check=True).stdout)
    if data[:16] == b'SQLite format 3\0':
        for table, text in tables_in(data):
            yield f'{name}!{table}', text
    if data[:2] == b'PK' and zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from files_in(f'{name}!{member}', archive.read(member))


def search(out, secrets):
    # One expression over all values: a few thousand needles, some megabytes of text.
    pattern = re.compile('|'.join(re.escape(value) for value, _ in sorted(secrets, key=lambda s: -len(s[0]))))
    whose = dict(secrets)
    for path in sorted(out.rglob('*')):
        if not path.is_file():
            continue
        for name, data in files_in(str(path.relative_to(out)), path.read_bytes()):
            texts = {bare(reading) for reading in readings(data)} | {bare(name)}
            for text in texts:
                found = pattern.search(text)
                if found:
                    yield name, whose[found.group()]


def main():
    program, scratch = sys.argv[1], pathlib.Path(sys.argv[2])
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    site = scratch / 'site'
    subprocess.run([sys.executable, HERE.parent / 'invented' / 'make.py', site, '--items', '60'], check=True)
    failures = 0
    for audience in AUDIENCES:
        out = scratch / audience
        subprocess.run([program, 'build', '--site', site / 'site.yaml', '--out', out, '--audience', audience, '--quiet', '--lang', 'en'],
                       check=True, capture_output=True)
        secrets = withheld_values(site / 'content', audience)
        found = sorted(set(search(out, secrets)))
        failures += len(found)
        print(f'{audience}: {len(secrets)} values looked for, {len(found)} found')
        for name, owner in found[:10]:
            print(f'  {name}: {owner}')
        banner = [page for page in out.rglob('*.html') if page.parts[-2] != 'files' and
                  ('class="banner narrow"' in page.read_text(encoding='utf-8')) != (audience != 'public')]
        failures += len(banner)
        print('\n'.join(f'  {page}: the banner of narrower builds' for page in banner[:10]))
    # The search must find what is there.
    secret = secrets[0][0]
    (out / 'planted.txt').write_bytes(b'x' + base64.b64encode(secret.encode() + b'end'))
    with zipfile.ZipFile(out / 'planted.zip', 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('inner.html', ''.join(f'&#{ord(c)};' for c in secret))
    planted = {name for name, _ in search(out, secrets)}
    if not {'planted.txt', 'planted.zip!inner.html'} <= planted:
        failures += 1
        print(f'a plant was not found: {planted}')
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
