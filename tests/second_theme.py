#!/usr/bin/python3
"""The contract of themes/README.md suffices: second_theme.py PROGRAM SCRATCH.

`themes/plain` shares nothing with the default theme but the words: no table, no navigation above the text, one short file per
page kind. Of the sample and of the invented site it makes the same pages, with every link between records, and the same data.
"""
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def expect(fine, what):
    if not fine:
        sys.exit(what)


class Main(HTMLParser):
    """What <main> links to, its first heading and whether anything is left open."""
    VOID = {'meta', 'link', 'br', 'hr', 'img', 'input', 'path', 'rect', 'line', 'circle'}

    def __init__(self, text):
        super().__init__()
        self.links, self.heading, self.inside, self.open, self.classes = set(), '', False, [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == 'main':
            self.inside = True
        if self.inside and tag == 'a':
            self.links.add(attrs.get('href', '').split('#')[0])
        self.classes.update((attrs.get('class') or '').split())
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.classes.update((dict(attrs).get('class') or '').split())

    def handle_endtag(self, tag):
        if tag == 'main':
            self.inside = False
        if tag not in self.VOID:
            expect(self.open and self.open.pop() == tag, f'</{tag}> closes something else')

    def handle_data(self, data):
        if 'h1' in self.open:
            self.heading += data


def build(program, site, out, theme):
    text = (site / 'site.yaml').read_text()
    (site / 'site.yaml').write_text(re.sub(r'(?m)^theme:.*$', f'theme: {theme}', text))
    done = subprocess.run([program, 'build', '--quiet', '--no-cache', '--out', out], cwd=site, capture_output=True, text=True, check=False)
    expect(done.returncode == 0, f'{site.name}, {theme}: {done.stderr}')


def compare(program, site, scratch):
    shutil.copytree(ROOT / 'tests/themes/plain', site / 'themes/plain')
    shutil.copytree(ROOT / 'themes/default/strings', site / 'themes/plain/strings')
    scratch.mkdir()
    usual, other = scratch / 'usual', scratch / 'other'
    build(program, site, usual, 'default')
    build(program, site, other, 'plain')
    pages = {path.relative_to(usual) for path in usual.rglob('*.html')}
    expect(pages == {path.relative_to(other) for path in other.rglob('*.html')}, f'{site.name}: other pages')
    records = 0
    for page in sorted(pages):
        default, plain = Main((usual / page).read_text()), Main((other / page).read_text())
        expect(plain.heading.strip(), f'{site.name}/{page}: no heading')
        expect('rows' not in plain.classes and 'masthead' not in plain.classes, f'{site.name}/{page}: classes of the default theme')
        if page.parts[0] == 'data' or not (usual / page).with_suffix('.json').exists():
            continue
        records += 1
        expect(default.heading.strip() in plain.heading, f'{site.name}/{page}: another title')
        lost = {link for link in default.links - plain.links if re.search(r'(^|/)[a-z]+/[^/]+\.html$', '/' + link)}
        expect(not lost, f'{site.name}/{page}: no link to {sorted(lost)}')
    for folder in ('data', 'items', 'feeds'):
        for file in sorted((usual / folder).glob('*')):
            if file.suffix in ('.json', '.csv', '.xml') and file.is_file():
                expect(file.read_bytes() == (other / folder / file.name).read_bytes(), f'{site.name}: other data in {file.name}')
    expect(records > 20, f'{site.name}: only {records} records')
    return len(pages)


def main():
    program, scratch = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    shutil.rmtree(scratch, ignore_errors=True)
    sample = scratch / 'sample'
    sample.mkdir(parents=True)
    shutil.copy(ROOT / 'site.yaml', sample)
    shutil.copytree(ROOT / 'content', sample / 'content')
    invented = scratch / 'invented'
    subprocess.run([sys.executable, ROOT / 'tests/invented/make.py', invented, '--items', '60'], check=True)
    lines = sum(len(file.read_text().splitlines()) for file in (ROOT / 'tests/themes/plain').rglob('*.mustache'))
    expect(lines <= 110, f'{lines} lines of templates')
    made = {site.name: compare(program, site, scratch / f'of-{site.name}') for site in (sample, invented)}
    print(f'{lines} lines of templates; pages: {made}')
    shutil.rmtree(scratch)


if __name__ == '__main__':
    main()
