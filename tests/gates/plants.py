#!/usr/bin/python3
"""Every gate holds, and it is that gate that holds: plants.py PROGRAM LEAKING_PROGRAM SCRATCH.

Each plant is a mistake of a writer, made on purpose by a program that is the real one but for it (leaking/). With all gates the
build must end with status 3, name the output, the place in it, the record and the field, keep silent about the value, and leave
the published site as it was. With the one gate switched off the same build must go through, and the value must be in the output,
as other code unpacks it: so it was this gate, and the plant is one."""
import base64
import hashlib
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))

from unpack_and_search import bare, search  # noqa: E402

SECRET = '尚未公开的处置意见草稿'
SAYS = 'text of objectives/mb-9'
NAMES = 'id of objectives/mb-9'
FILES = {
    'site.yaml': 'title: 整改公开\norganisation: 某某局\nas_of: 2026-06-30\nbase_url: https://example.org/zg/\n',
    'content/units/bangongshi.yaml': 'title: 办公室\nscope: public\ntype: office\nhead: 主任\n',
    'content/items/zg-1.yaml': '''title: 窗口排队时间长
scope: public
problem: 上午办事要等一个小时以上。
origin: self-found
class: by-deadline
deadline: 2026-12-31
unit: bangongshi
lead: 分管副局长
measures: [{text: 增开两个窗口。}]
raised: {date: 2026-06-01}
progress: [{date: 2026-06-01, text: 已增开一个。}]
''',
    'content/objectives/mb-9.yaml': f'title: 第九项内部目标\nscope: internal\ntext: {SECRET}\n',
}

# name of the plant: where it must be found, and what it must be called
PLANTS = {
    'page-text': ('items/zg-1.html', SAYS), 'page-title': ('index.html', SAYS), 'page-description': ('items/zg-1.html', SAYS),
    'page-alt': ('items/zg-1.html', SAYS), 'page-comment': ('about.html', SAYS), 'page-entities': ('items/zg-1.html', SAYS),
    'page-svg': ('oversight/index.html', SAYS), 'page-id': ('items/zg-1.html', SAYS), 'page-hint': ('items/index.html', SAYS),
    'page-of-errors': ('404.html', SAYS), 'page-of-checks': ('check/index.html', SAYS),
    'page-of-list': ('items/list/unit/bangongshi.html', SAYS), 'site-map': ('sitemap.xml', NAMES), 'robots': ('robots.txt', NAMES),
    'table-json': ('data/items.json', SAYS), 'table-json-escaped': ('data/flows.json', SAYS), 'record-json': ('items/zg-1.json', SAYS),
    'csv': ('data/items.csv', SAYS), 'csv-for-spreadsheets': ('data/items.excel.csv', SAYS), 'csv-of-a-list': ('data/items-measures.csv', SAYS),
    'workbook-cell': ('data/all.xlsx!xl/worksheets/sheet3.xml', SAYS), 'workbook-shared-text': ('data/all.xlsx!xl/sharedStrings.xml', SAYS),
    'workbook-properties': ('data/all.xlsx!docProps/core.xml', SAYS), 'workbook-comment': ('data/all.xlsx!xl/comments1.xml', SAYS),
    'workbook-sheet-name': ('data/all.xlsx!xl/workbook.xml', SAYS), 'archive-member': ('data/all.zip!items.csv', SAYS),
    'archive-member-name': ('data/all.zip!…', SAYS), 'archive-comment': ('data/all.zip', SAYS), 'archive-in-archive': ('data/all.zip!x.zip!y.txt', SAYS),
    'database-cell': ('data/data.sqlite', SAYS), 'database-cut-text': ('data/data.sqlite!_notes', SAYS), 'database-table-name': ('data/data.sqlite', SAYS),
    'database-free-page': ('data/data.sqlite', SAYS), 'package': ('data/datapackage.json', SAYS), 'csvw': ('data/csv-metadata.json', SAYS),
    'csvw-of-a-table': ('data/items.csv-metadata.json', SAYS), 'catalogue': ('data/catalog.jsonld', SAYS), 'dataset': ('data/dataset.jsonld', SAYS),
    'sums': ('data/SHA256SUMS', SAYS), 'feed-title': ('feeds/all.xml', SAYS), 'feed-id': ('feeds/unit-bangongshi.xml', NAMES),
    'calendar': ('calendar.ics', SAYS), 'search-text': ('search/t/1.js', SAYS), 'search-index': ('search/p/0.js', SAYS), 'file-name': ('data/…', SAYS),
}


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob('*') if path.is_file()}


class Site:
    """A site in a fresh folder, and what is wrong with how it was built."""

    def __init__(self, program, leaking, folder):
        self.program, self.leaking, self.folder = program, leaking, folder
        self.wrong = []

    def fresh(self, **more):
        shutil.rmtree(self.folder, ignore_errors=True)
        for name, text in {**FILES, **more}.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def run(self, leak='', off='', command='build', options=()):
        return subprocess.run([self.leaking if leak or off else self.program, command, '--lang', 'en', *options], cwd=self.folder,
                              capture_output=True, text=True, check=False, env={**os.environ, 'GONGSHI_LEAK': leak, 'GONGSHI_GATES_OFF': off})

    def expect(self, what, right):
        if not right:
            self.wrong.append(what)

    def stopped(self, what, done, status, *told):
        """The build ended so, said so, told no secret, and touched nothing that was published."""
        told_all = all(part in done.stderr for part in told)
        self.expect(f'{what}: status {done.returncode} instead of {status}, or not told {told}:\n{done.stderr}', done.returncode == status and told_all)
        self.expect(f'{what}: the value is told', SECRET not in done.stderr + done.stdout)

    def through(self, what, done):
        self.expect(f'{what}, gate off: status {done.returncode}\n{done.stderr}', done.returncode == 0)

    def holds(self, value):
        return {name for name, _ in search(self.folder / 'leaked', [(bare(value), 'planted')])}


def scan(site):
    site.fresh()
    for name, (place, value) in PLANTS.items():
        # The archive would hold what leaked into its members too.
        site.write('site.yaml', FILES['site.yaml'] + ('' if 'archive' in name else 'outputs: [csv, json, records, xlsx, sqlite, feeds, calendar, search]\n'))
        if name in (next(iter(PLANTS)), 'archive-member'):
            site.through('nothing planted', site.run())
            before = tree(site.folder / 'public')
        done = site.run(name)
        site.stopped(name, done, 3, f'{place}: error: at byte ', f'this file holds something that is withheld: {value} [withheld-value]')
        site.expect(f'{name}: the published site was touched', tree(site.folder / 'public') == before)
        site.through(name, site.run(name, 'scan', options=['--out', 'leaked', '--no-cache']))
        wanted = 'objectives/mb-9' if value == NAMES else SECRET
        found = site.holds(wanted)
        plain = place.replace('…', SECRET + '.csv') if '…' in place else place
        site.expect(f'{name}, gate off: the value is in {found}, not in {plain}', plain in found)
        offset = re.search(r'at byte (\d+)', done.stderr)
        if offset and '!' not in place and '…' not in place and SECRET.encode() in (site.folder / 'leaked' / place).read_bytes():
            there = (site.folder / 'leaked' / place).read_bytes()[int(offset.group(1)):]
            site.expect(f'{name}: byte {offset.group(1)} is another', there.startswith(SECRET.encode()))
    return len(PLANTS)


WITHHELD = {      # all that the projection leaves out, each with words of its own: gate, file, words
    'scope': ('content/objectives/mb-9.yaml', f'title: 第九项内部目标\nscope: internal\ntext: {SECRET}\n', SECRET),
    'fields': ('content/objectives/mb-1.yaml', 'title: 第一项目标\nscope: public\ninternal_note: 只供内部核对的备注内容\n', '只供内部核对的备注内容'),
    'references': ('content/objectives/mb-9.yaml', f'title: 第九项内部目标\nscope: internal\ntext: {SECRET}\n', 'mb-9'),
    'withdrawal': ('content/bulletins/tb-1.md', '---\ntitle: 通报之一\nscope: public\nkind: brief\ndate: 2026-06-01\n'
                   'withdrawn: {date: 2026-06-10, kind: error, reason: 数字有误。, by: bangongshi}\n---\n\n已经收回的通报正文\n', '已经收回的通报正文'),
    'withdrawn-title': ('content/bulletins/tb-2.md', '---\ntitle: 须遮盖的通报标题\nscope: public\nkind: brief\ndate: 2026-06-01\n'
                        'withdrawn: {date: 2026-06-10, kind: redaction, reason: 涉及个人。, by: bangongshi}\n---\n\n正文。\n', '须遮盖的通报标题'),
}


def projection(site):
    """What the projection leaves out is nowhere; where one of its rules is off, the search above has nothing to go by, and it is."""
    site.fresh(**{path: text for path, text, _ in WITHHELD.values()})
    site.write('content/items/zg-1.yaml', FILES['content/items/zg-1.yaml'] + 'objective: mb-9\n')
    site.through('nothing planted', site.run(options=['--out', 'leaked']))
    for gate, (_, _, words) in WITHHELD.items():
        site.expect(f'{gate}: its words are in {site.holds(words)}', not site.holds(words))
    for gate, (_, _, words) in WITHHELD.items():
        site.through(gate, site.run(off=gate + ' links', options=['--out', 'leaked', '--no-cache']))
        site.expect(f'{gate}, off: its words are nowhere', site.holds(words))
    return len(WITHHELD)


def standing(site):
    """A page that is taken over from the site that stands is searched as if it were made: this one leaked while nothing was searched."""
    site.fresh()
    site.through('page-text', site.run('page-text', 'scan'))
    site.stopped('a page that stands', site.run(off='nothing'), 3, 'items/zg-1.html: error: at byte ', SAYS, '[withheld-value]')
    return 1


def links(site):
    """A link to what is not there is one gate, what it names another; each holds by itself."""
    site.fresh()
    site.stopped('page-link', site.run('page-link'), 3, NAMES, '[dead-link]')
    site.stopped('page-link, scan off', site.run('page-link', 'scan'), 1, 'items/zg-1.html: error: ', '[dead-link]')
    site.through('page-link', site.run('page-link', 'scan links'))
    return 1


def hidden_sheet():
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as book:
        book.writestr('xl/workbook.xml', '<workbook><sheets><sheet name="a" state="hidden"/></sheets></workbook>')
    return out.getvalue()


def checks(site):
    """Gates before the projection."""
    evidence = FILES['content/items/zg-1.yaml'].replace('已增开一个。', '已增开一个。, evidence: [{title: 统计表, file: a.xlsx}]')
    plants = {
        'personal-data': (3, 'content/items/zg-1.yaml', FILES['content/items/zg-1.yaml'] + 'analysis: 来电 13800138000 反映。\n', '[personal-data]'),
        'attachments': (3, 'content/files/a.xlsx', hidden_sheet(), '[attachment-hidden]'),
        'public-only': (1, 'site.yaml', FILES['site.yaml'] + 'public_only: true\n', '[not-public]'),
    }
    for gate, (status, path, text, code) in plants.items():
        site.fresh(**({'content/items/zg-1.yaml': evidence} if gate == 'attachments' else {}))
        site.write(path, text)
        done = site.run()
        site.stopped(gate, done, status, code)
        site.expect(f'{gate}: something was published', not (site.folder / 'public').exists())
        site.through(gate, site.run(off=gate))
    return len(plants)


def place(site):
    """A narrower site never replaces a wider one, nor the other way round."""
    site.fresh()
    site.through('nothing planted', site.run())
    before = tree(site.folder / 'public')
    narrower = ['--audience', 'internal', '--out', 'public']
    site.stopped('place', site.run(options=narrower), 4, '[output-other-audience]')
    site.expect('place: the published site was touched', tree(site.folder / 'public') == before)
    site.through('place', site.run(off='place', options=narrower))
    site.stopped('place, the other way', site.run(), 4, '[output-other-audience]')
    return 2


def withdrawn(site):
    """The id of a withdrawn record is not used again, whatever the outputs of the site, and its page stays."""
    taken_back = 'title: 排队\nscope: public\nwithdrawn: {date: 2026-06-10, kind: error, reason: 重复登记。, by: bangongshi}\n'
    for outputs in ('', 'outputs: [csv]\n', 'outputs: [zip]\n'):
        site.fresh(**{'content/units/dw-2.yaml': taken_back + 'type: office\nhead: 主任\n', 'site.yaml': FILES['site.yaml'] + outputs})
        site.through('withdrawn', site.run())
        site.through('withdrawn, again', site.run())
        before = tree(site.folder / 'public')
        site.write('content/units/dw-2.yaml', FILES['content/units/bangongshi.yaml'])
        site.stopped('withdrawn-ids', site.run(), 1, 'content/units/dw-2.yaml:1:1: error: ', '[withdrawn-id]')
        (site.folder / 'content/units/dw-2.yaml').unlink()
        site.stopped('withdrawn-ids, gone', site.run(), 1, 'units/dw-2: error: ', '[withdrawn-gone]')
        site.expect('withdrawn-ids: the published site was touched', tree(site.folder / 'public') == before)
        site.through('withdrawn-ids', site.run(off='withdrawn-ids'))
    return 2


def kept(site):
    """What was kept of a narrower build is never used for a wider one; what is planted among it is searched like all else."""
    site.fresh()
    site.through('nothing planted', site.run())
    first = tree(site.folder / 'public')
    site.through('narrower', site.run(options=['--audience', 'internal']))
    cache = site.folder / '.gongshi'
    site.expect('an audience has a cache of its own', sorted(path.name for path in cache.iterdir()) == ['internal', 'public'])
    own = ['all.xlsx', 'all.zip', 'data.sqlite']
    # Trees are of the records as they were written: only who has the text finds one, and another audience's are no harm.
    site.expect('narrower builds keep something', sorted(tree(cache / 'public')) == sorted(tree(cache / 'internal')) == [*own, 'pages', 'trees'])
    for name in [*own, 'trees']:
        shutil.copy(cache / 'internal' / name, cache / 'public' / name)
    site.through('cache of another audience', site.run())
    site.expect('the cache of another audience was used', tree(site.folder / 'public') == first)
    # With the same records for both it is the audience alone that keeps them apart.
    (site.folder / 'content/objectives/mb-9.yaml').unlink()
    for audience in ('internal', 'public'):
        site.through('the same for both', site.run(options=['--audience', audience]))
    keys = {name: [(cache / audience / name).read_bytes()[:64] for audience in ('internal', 'public')] for name in own}
    site.expect('the same key for two audiences', all(one != other for one, other in keys.values()))
    site.write('content/objectives/mb-9.yaml', FILES['content/objectives/mb-9.yaml'])
    planted = f'x{SECRET}'.encode()
    for name in own:
        key = (cache / 'public' / name).read_bytes()[:64]
        (cache / 'public' / name).write_bytes(key + b' ' + hashlib.sha256(planted).hexdigest().encode() + b'\n' + planted)
        site.stopped(f'kept {name}', site.run(), 3, f'data/{name}: error: at byte 1 ', SAYS)
        site.through(f'kept {name}', site.run(off='scan'))
        shutil.rmtree(cache)
        site.through('without a cache', site.run())
    return len(own)


def theme(site):
    """What a theme says in plain words is known to be public, and listed for review; in disguise it is a leak."""
    shipped = HERE.parent.parent / 'themes' / 'default'
    for name, planted, found in (('style', f'/* {SECRET} */', False), ('base64', '/* ' + base64.b64encode(SECRET.encode()).decode() + ' */', True),
                                 ('other encoding', SECRET.encode('utf-16-le'), True), ('gb', SECRET.encode('gb18030'), True)):
        site.fresh()
        shutil.copytree(shipped, site.folder / 'themes/default')
        with (site.folder / 'themes/default/assets/site.css').open('ab') as style:
            style.write(planted if isinstance(planted, bytes) else planted.encode())
        done = site.run()
        if found:
            site.stopped(f'theme, {name}', done, 3, 'assets/site.css: error: at byte ', SAYS)
            site.through(f'theme, {name}', site.run(off='scan'))
        else:
            site.through(f'theme, {name}', done)
            site.expect('a value of the theme is not listed', 'objectives/mb-9\ttext\talso-public\n' in (site.folder / '.public.review').read_text())
    return 4


def main():
    program, leaking, scratch = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    site = Site(program, leaking, scratch)
    count = sum(part(site) for part in (scan, standing, projection, links, checks, place, withdrawn, kept, theme))
    print('\n'.join(site.wrong) or f'{count} plants, each found by its gate and by nothing else')
    return 1 if site.wrong else 0


if __name__ == '__main__':
    sys.exit(main())
