#!/usr/bin/python3
"""What a site brings for its server and for paper: server_files.py PROGRAM.

`precompressed:` puts copies beside the files that other programs unpack to the same bytes, and beside no attachment;
`_headers` says of every page what its own policy says; the QR codes on paper hold the page's address, read by zbar.
"""
import gzip
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = {'.html', '.css', '.js', '.json', '.jsonld', '.csv', '.xml', '.svg', '.txt', '.ics'}


def expect(fine, what):
    if not fine:
        sys.exit(what)


def build(program, site, **keys):
    text = (ROOT / 'site.yaml').read_text()
    for key, value in keys.items():
        text = re.sub(rf'(?m)^{key}:.*\n', '', text) + (f'{key}: {value}\n' if value else '')
    site.mkdir()
    (site / 'site.yaml').write_text(text)
    shutil.copytree(ROOT / 'content', site / 'content')
    attachment = site / 'content/files/readme.csv'
    attachment.parent.mkdir(exist_ok=True)
    attachment.write_text('a,b\n' + '1,2\n' * 500)
    item = next(file for file in sorted((site / 'content/items').glob('*.md')) if 'progress:' not in file.read_text())
    item.write_text(item.read_text().replace(
        '---\n', '---\nprogress: [{date: 2005-05-01, text: 已登记。, evidence: [{title: 登记表, file: readme.csv}]}]\n', 1))
    done = subprocess.run([program, 'build', '--quiet'], cwd=site, capture_output=True, text=True, check=False)
    return done, site / 'public'


def unpack(copy):
    if copy.suffix == '.gz':
        return gzip.decompress(copy.read_bytes())
    return subprocess.run(['brotli', '--decompress', '--stdout', copy], check=True, capture_output=True).stdout


def check_copies(public, ways):
    listed = {file['path'] for file in json.loads((public / 'manifest.json').read_text())['files']}
    found = 0
    for file in sorted(path for path in public.rglob('*') if path.suffix in TEXTS):
        path = file.relative_to(public)
        for way in ('.gz', '.br'):
            copy = file.with_name(file.name + way)
            expected = way in ways and path.parts[0] != 'files' and file.name != 'manifest.json' and file.stat().st_size > 500
            if expected:
                expect(copy.exists(), f'{path}: no {way} beside it')
            elif copy.exists():
                expect(way in ways and path.parts[0] != 'files', f'{path}: a {way} beside it')
            if copy.exists():
                found += 1
                expect(unpack(copy) == file.read_bytes(), f'{path}{way} unpacks to something else')
                expect(copy.stat().st_size < file.stat().st_size, f'{path}{way} is no smaller')
                expect(f'{path}{way}' in listed, f'{path}{way} is not in the manifest')
    expect(not [path for path in listed if not (public / path).exists()], 'the manifest lists what is not there')
    return found


def check_headers(public):
    text = (public / '_headers').read_text()
    policy = re.search(r'^/\*\n(?:  .*\n)*?  Content-Security-Policy: (.*)\n', text, re.M).group(1)
    for page in public.rglob('*.html'):
        said = html.unescape(re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page.read_text()).group(1))
        expect(policy == f"{said}; frame-ancestors 'none'", f'{page}: its policy is not that of _headers')
        expect("default-src 'none'" in said and 'unsafe' not in said, f'{page}: a weak policy')


def read_code(svg, room):
    """The text of a drawn code, made into a picture with nothing of the program's own and read by zbar."""
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg).group(1))
    dark = [[False] * size for _ in range(size)]
    path = re.search(r'<path stroke="#000" d="M(\d+) (\d+)\.5h(\d+)((?:m-?\d+ \d+h\d+)*)"/>', svg)
    x, y = int(path.group(1)), int(path.group(2))
    for right, down, width in [('0', '0', path.group(3)), *re.findall(r'm(-?\d+) (\d+)h(\d+)', path.group(4))]:
        x, y = x + int(right), y + int(down)
        dark[y][x:x + int(width)] = [True] * int(width)
        x += int(width)
    scale = 6
    picture = room / 'code.pbm'
    rows = [' '.join('1' if cell else '0' for cell in row for _ in range(scale)) for row in dark for _ in range(scale)]
    picture.write_text(f'P1\n{size * scale} {size * scale}\n' + '\n'.join(rows) + '\n')
    read = subprocess.run(['zbarimg', '--quiet', '--raw', picture], check=True, capture_output=True, text=True)
    return read.stdout.rstrip('\n')


def check_codes(public, room):
    posted = 0
    for page in sorted(public.rglob('*.html')):
        text = page.read_text()
        drawn = re.findall(r'<svg class="paper qr".*?</svg>', text, re.S)
        path = page.relative_to(public).as_posix()
        kind = path.split('/')[0]
        wanted = path == 'index.html' or (kind in ('units', 'surveys') and page.name != 'index.html' and 'page-' not in page.name) or kind == 'report'
        if drawn:
            posted += 1
            address = re.search(r'<link rel="canonical" href="([^"]*)"', text).group(1)
            expect(read_code(drawn[0], room) == address, f'{path}: the code says something else than {address}')
        if path == 'index.html' or (kind == 'units' and page.stem in ('jiguan',)):
            expect(drawn, f'{path}: no code')
        expect(not drawn or wanted or kind == 'items', f'{path}: a code that nobody needs')
    return posted


def main():
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        room = Path(scratch)
        done, public = build(program, room / 'both', precompressed='[gz, br, gz]')
        expect(done.returncode == 0, done.stderr)
        copies = check_copies(public, {'.gz', '.br'})
        check_headers(public)
        codes = check_codes(public, room)
        done, again = build(program, room / 'none')
        expect(done.returncode == 0 and check_copies(again, set()) == 0, 'copies that nobody asked for')
        done, only = build(program, room / 'only', precompressed='[br]', outputs='[json]')
        expect(done.returncode == 0 and check_copies(only, {'.br'}) > 0, done.stderr)
        expect('class="paper qr"' not in (only / 'index.html').read_text(), 'a code that the site does not make')
        theme = shutil.copytree(ROOT / 'themes/default', room / 'both/themes/default')
        (theme / 'assets/site.css.gz').write_bytes(gzip.compress(b'x'))
        taken = subprocess.run([program, 'build', '--quiet', '--lang', 'en'], cwd=room / 'both', capture_output=True, text=True, check=False)
        expect(taken.returncode == 1 and 'assets/site.css.gz' in taken.stderr and '[output-collision]' in taken.stderr, taken.stderr)
        expect(check_copies(public, {'.gz', '.br'}) == copies, 'the site that stood is no more')
        print(f'{copies} copies, {codes} codes')


if __name__ == '__main__':
    main()
