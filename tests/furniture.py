#!/usr/bin/python3
"""What a government site must carry in the head of each page, and that a column without records is in no navigation: builds the site
of the case commands/build/record-pages, as a government site and as any other. Usage: furniture.py PROGRAM"""
import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent
GOVERNMENT = 'government: {site_id_code: "1234567890", host: 某某局}\n'

# page, tag, value; None: the page has no such tag
EXPECTED = [
    ('index.html', 'SiteName', '整改公开'),
    ('index.html', 'SiteDomain', 'example.org'),
    ('index.html', 'SiteIDCode', '1234567890'),
    ('index.html', 'ColumnName', None),
    ('index.html', 'ArticleTitle', None),
    ('opinions/index.html', 'ColumnName', '意见办理'),
    ('opinions/index.html', 'ColumnType', '征集调查'),
    ('opinions/index.html', 'PubDate', None),
    ('items/zg-6.html', 'ColumnType', '回应关切'),
    ('items/zg-6.html', 'ArticleTitle', '指示牌看不清'),
    ('items/zg-6.html', 'PubDate', '2026-06-22'),  # its latest entry; what is only planned is none
    ('items/zg-6.html', 'ContentSource', '某某局'),
    ('bulletins/tb-1.html', 'ColumnType', '工作动态'),
    ('bulletins/tb-1.html', 'PubDate', '2026-06-10'),
    ('bulletins/tb-2.html', 'ContentSource', '第 3 号文件'),
    ('feedback/fk-2.html', 'PubDate', '2026-06-09'),
    ('feedback/fk-2.html', 'ColumnType', '咨询投诉'),
    ('objectives/mb-1.html', 'PubDate', '2026-06-30'),  # it names no day, so that of the whole site
    ('institutions/index.html', 'ColumnType', '政策文件'),
    ('surveys/index.html', 'ColumnType', '数据发布'),
    ('units/index.html', 'ColumnType', '机构职能'),
]


class Head(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags = {}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == 'meta' and 'name' in attributes:
            self.tags[attributes['name']] = attributes['content']


def build(program, site):
    subprocess.run([program.resolve(), 'build', '--site', site / 'site.yaml', '--out', site / 'out', '--quiet'], check=True,
                   stderr=subprocess.DEVNULL)
    return site / 'out'


def navigation(page):
    return re.findall(r'href="([^"]+)"', re.search(r'<nav aria-label.*?</nav>', page, re.S).group(0))


def main():
    program = pathlib.Path(sys.argv[1])
    wrong = []
    with tempfile.TemporaryDirectory() as scratch:
        site = pathlib.Path(scratch) / 'site'
        for part in ('trace', 'record-pages'):
            shutil.copytree(TESTS / 'commands/build' / part / 'site', site, dirs_exist_ok=True)
        with (site / 'content/bulletins/tb-2.md').open('r+', encoding='utf-8') as bulletin:
            text = bulletin.read().replace('kind: report', 'kind: report\nsource: {document: 第 3 号文件}')
            bulletin.seek(0)
            bulletin.write(text)
        plain = build(program, site)
        wrong += [f'{path}: has {name}, and the site is no government site' for path, name, _ in EXPECTED
                  if name in Head((plain / path).read_text('utf-8')).tags]
        with (site / 'site.yaml').open('a', encoding='utf-8') as config:
            config.write(GOVERNMENT)
        out = build(program, site)
        for path, name, value in EXPECTED:
            found = Head((out / path).read_text('utf-8')).tags.get(name)
            if found != value:
                wrong.append(f'{path}: {name} is {found}, not {value}')
        if 'bulletins/index.html' not in navigation((out / 'index.html').read_text('utf-8')):
            wrong.append('a column with records is not in the navigation')
        shutil.rmtree(site / 'content/bulletins')
        if 'bulletins/index.html' in navigation((build(program, site) / 'index.html').read_text('utf-8')):
            wrong.append('a column without records is in the navigation')
    print('\n'.join(wrong) or f'{len(EXPECTED)} tags are as they must be')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
