#!/usr/bin/python3
"""Leaks through the whole program: planted_attachments.py PROGRAM.

An attachment is the one thing that gets into the output as it came. Each plant puts a withheld value into one, in another
disguise; the build must end with status 3, name the file, record and field, keep silent about the value, and leave the
published site as it was. Without the plant it must succeed."""
import base64
import bz2
import gzip
import io
import lzma
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse
import zipfile

SECRET = '尚未公开的处置意见草稿'
HERE = pathlib.Path(__file__).resolve().parent
ITEM = '''title: 窗口排队时间长
scope: public
problem: 上午办事要等一个小时以上。
origin: self-found
class: immediate
unit: bangongshi
lead: 分管副局长
measures: [{text: 增开两个窗口。}]
progress: [{date: 2026-06-01, text: 已增开一个。, evidence: [{title: 统计表, file: NAME}]}]
'''


def zipped(name, data, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', method) as archive:
        archive.writestr(name, data)
    return out.getvalue()


PLANTS = {
    'a.txt': SECRET.encode(),
    'b.csv': SECRET.encode('gb18030'),
    'c.csv': '\ufeff'.encode('utf-16-le') + SECRET.encode('utf-16-le'),
    'd.csv': '\ufeff'.encode('utf-16-be') + SECRET.encode('utf-16-be'),
    'e.json': ''.join(f'\\u{ord(c):04x}' for c in SECRET).encode(),
    'f.txt': ''.join(f'&#{ord(c)};' for c in SECRET).encode(),
    'g.txt': urllib.parse.quote(SECRET).encode(),
    'h.txt': base64.b64encode(SECRET.encode()),
    'i.txt': base64.b64encode(b'x' + SECRET.encode()),
    'j.txt': base64.urlsafe_b64encode(b'xy' + SECRET.encode()),
    'k.txt': ' \n'.join(SECRET).encode(),
    'l.zip': zipped('inner.txt', SECRET),
    'm.zip': zipped('outer.zip', zipped('inner.bin', b'\0\1' + SECRET.encode())),
    'n.xlsx': zipped('xl/sharedStrings.xml', f'<sst><si><t>{SECRET}</t></si></sst>'),
    'o.docx': zipped('word/document.xml', f'<document><p>{SECRET}</p></document>'),
    'p.svg': f'<svg><title>{SECRET}</title></svg>'.encode(),
    'q.bin': b'\0\1\2' + SECRET.encode(),
}

# Nobody can look into these, so that nobody knows what they hold.
SEALED = {
    'r.gz': gzip.compress(SECRET.encode()),
    's.bz2': bz2.compress(SECRET.encode()),
    't.7z': b"7z\xBC\xAF'\x1C" + SECRET.encode(),
    'u.doc': b'\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' + SECRET.encode('utf-16-le'),
    'v.zip': zipped('inner.xz', lzma.compress(SECRET.encode())),
}


def tree(folder):
    return {path: path.read_bytes() for path in folder.rglob('*') if path.is_file()}


def build(program, site):
    return subprocess.run([program, 'build', '--site', site / 'site.yaml', '--lang', 'en'], capture_output=True, text=True, check=False)


def main():
    program = sys.argv[1]
    failures = []
    with tempfile.TemporaryDirectory(prefix='gongshi-gates-') as room:
        site = pathlib.Path(room) / 'site'
        subprocess.run(['cp', '-r', HERE.parent / 'sites' / 'minimal', site], check=True)
        (site / 'content/files').mkdir()
        (site / 'content/items').mkdir(exist_ok=True)
        (site / 'content/objectives').mkdir(exist_ok=True)
        (site / 'content/objectives/mb-9.yaml').write_text(f'title: 目标\nscope: internal\ntext: {SECRET}\n')
        for name, planted in PLANTS.items():
            (site / 'content/items/zg-1.yaml').write_text(ITEM.replace('NAME', name))
            innocent = zipped('a.xml', '<a/>') if name.endswith(('.xlsx', '.docx', '.zip')) else b'x'
            (site / f'content/files/{name}').write_bytes(innocent)
            done = build(program, site)
            if done.returncode != 0:
                failures.append(f'{name} without the plant: {done.returncode} {done.stderr}')
            before = tree(site / 'public')
            (site / f'content/files/{name}').write_bytes(planted)
            done = build(program, site)
            if done.returncode != 3 or f'files/{name}' not in done.stderr or 'text of objectives/mb-9' not in done.stderr:
                failures.append(f'{name}: {done.returncode} {done.stderr}')
            if SECRET in done.stderr + done.stdout:
                failures.append(f'{name}: the value is told')
            if tree(site / 'public') != before:
                failures.append(f'{name}: the published site was touched')
            (site / f'content/files/{name}').unlink()
        for name, sealed in SEALED.items():
            (site / 'content/items/zg-1.yaml').write_text(ITEM.replace('NAME', name))
            (site / f'content/files/{name}').write_bytes(sealed)
            done = build(program, site)
            if done.returncode != 1 or '[attachment-unreadable]' not in done.stderr:
                failures.append(f'{name}: {done.returncode} {done.stderr}')
            if tree(site / 'public') != before:
                failures.append(f'{name}: the published site was touched')
    print('\n'.join(failures) or f'{len(PLANTS)} plants, each found; {len(SEALED)} sealed files, each refused')
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
