#!/usr/bin/python3
"""Makes one site for Gongshi and twice for Hugo: `make_sites.py OUT N` writes OUT/gongshi, OUT/hugo-same and OUT/hugo with the same N items.
Of hugo-same Hugo makes the same site as Gongshi, file by file (same_site.py): its theme is in hugo/ here, its records are those of
OUT/gongshi. The pages of OUT/hugo are plain: a page an item, lists by unit, category and status in pages, a feed, a site map and one JSON
file of all items."""
import argparse
import datetime
import json
import pathlib
import shutil

HERE = pathlib.Path(__file__).resolve().parent
ASSETS = HERE.parent.parent / 'themes/default/assets'

UNITS = [f'dw-{n:02d}' for n in range(30)]
CATEGORIES = [f'类别{name}' for name in '甲乙丙丁戊己']
STATUSES = ('planned', 'active', 'overdue')
AS_OF = datetime.date(2026, 6, 30)
PARAGRAPH = ('群众反映第{n}号点位的问题长期没有解决，责任单位到现场看了情况，与居民代表商量了办法，'
             '**先解决最急的**，再逐步完善，进展每月向群众说明一次。')
ROUNDS = 6    # of heading, paragraph and list in a body, which makes 1.5 to 2 KB of a record

HUGO_CONFIG = '''baseURL: https://example.org/bench/
title: 整改公开
languageCode: zh-CN
paginate: 100
taxonomies: {unit: units, category: categories, status: statuses}
outputs: {home: [HTML, RSS, JSON], section: [HTML], taxonomy: [HTML], term: [HTML]}
'''
HUGO_LAYOUTS = {
    '_default/baseof.html': '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
                            '<body><header><a href="/">{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>',
    '_default/single.html': '{{ define "main" }}<h1>{{ .Title }}</h1><dl><dt>责任单位</dt><dd>{{ .Params.unit }}</dd>'
                            '<dt>问题</dt><dd>{{ .Params.problem }}</dd><dt>整改期限</dt><dd>{{ .Params.deadline }}</dd></dl>'
                            '{{ .Content }}{{ end }}',
    '_default/list.html': '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">'
                          '{{ .Title }}</a> {{ .Params.deadline }}</li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}',
    '_default/taxonomy.html': '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">'
                              '{{ .Title }}</a></li>{{ end }}</ul>{{ end }}',
    'index.html': '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ len site.RegularPages }}</p>{{ end }}',
    'index.json': '[{{ range $i, $p := site.RegularPages }}{{ if $i }},{{ end }}{{ dict "title" .Title "unit" .Params.unit '
                  '"problem" .Params.problem "deadline" .Params.deadline "category" .Params.category "body" .RawContent | jsonify }}{{ end }}]',
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf-8')


def body(n):
    parts = [f'## 第{r + 1}步\n\n{PARAGRAPH.format(n=n)}\n\n- 现场查看\n- 听取意见\n' for r in range(ROUNDS)]
    return '\n'.join(parts)


def item(n):
    status = STATUSES[n % len(STATUSES)]
    raised = AS_OF - datetime.timedelta(days=20 + n % 20)
    deadline = AS_OF + datetime.timedelta(days=-1 - n % 9 if status == 'overdue' else 10 + n % 90)
    fields = {
        'title': f'第{n}号点位的路灯和道路', 'scope': 'public', 'problem': f'居民反映第{n}号点位夜间照明不足，道路破损。', 'origin': 'inspection',
        'category': CATEGORIES[n // 7 % len(CATEGORIES)], 'class': 'by-deadline', 'unit': UNITS[n % len(UNITS)], 'lead': '主任',
        'measures': [{'text': f'更换第{n}号点位的灯具'}, {'text': '修补道路'}], 'raised': {'date': raised.isoformat()}, 'deadline': deadline.isoformat(),
    }
    if status != 'planned':
        fields['started'] = (raised + datetime.timedelta(days=1)).isoformat()
    return status, fields


def front_matter(fields):
    # Dates stand bare, as people write them; a mapping or a list of JSON is YAML too.
    plain = {'deadline', 'started', 'scope', 'origin', 'class', 'unit', 'title', 'problem', 'category', 'lead'}
    lines = []
    for key, value in fields.items():
        if key == 'raised':
            value = '{date: ' + value['date'] + '}'
        elif key not in plain:
            value = json.dumps(value, ensure_ascii=False)
        lines.append(f'{key}: {value}\n')
    return '---\n' + ''.join(lines) + '---\n'


def terms(status, fields):
    """What Hugo makes its lists from; ours come from the fields and the derived status."""
    return {'units': [fields['unit']], 'categories': [fields['category']], 'statuses': [status]}


def make_same(out):
    """What hugo/ here does not have: assets, and for each unit and category the files that tell Hugo of their pages and feeds."""
    shutil.copytree(HERE / 'hugo', out)
    shutil.copytree(ASSETS, out / 'static/assets')
    for number, category in enumerate(CATEGORIES, 1):
        write(out / f'content/category/{category}/_index.md', f'---\nslug: "{number}"\n---\n')
    for unit in UNITS:
        write(out / f'content/units/{unit}/_index.md', '---\nlayout: unit\n---\n')
        write(out / f'content/units/{unit}/own/_index.md', '---\nlayout: own\n---\n')
        write(out / f'content/feeds/unit-{unit}.md', f'---\ntitle: 单位{unit}\nurl: /feeds/unit-{unit}.xml\n'
              f'links_to: units/{unit}.html\nentries_of: {unit}\n---\n')


def make(out, count):
    ours, hugo = out / 'gongshi', out / 'hugo'
    write(ours / 'site.yaml', 'title: 整改公开\norganisation: 某某局\n' + f'as_of: {AS_OF}\nbase_url: https://example.org/bench/\n'
          f'categories: [{", ".join(CATEGORIES)}]\noutputs: [json, feeds]\n')
    for unit in UNITS:
        write(ours / f'content/units/{unit}.yaml', f'title: 单位{unit}\nscope: public\ntype: office\nhead: 主任\n')
    make_same(out / 'hugo-same')
    write(hugo / 'config.yaml', HUGO_CONFIG)
    for name, text in HUGO_LAYOUTS.items():
        write(hugo / 'layouts' / name, text)
    for n in range(count):
        status, fields = item(n)
        folder, text = f'content/items/{n // 1000:03d}', body(n)
        write(ours / folder / f'zg-{n:06d}.md', front_matter(fields) + '\n' + text)
        write(hugo / folder / f'zg-{n:06d}.md', front_matter(fields | terms(status, fields)) + '\n' + text)


def main():
    parser = argparse.ArgumentParser(description='Make one site for Gongshi and twice for Hugo.')
    parser.add_argument('out', type=pathlib.Path, help='folder to write; must not exist')
    parser.add_argument('count', type=int, help='number of items')
    options = parser.parse_args()
    if options.out.exists():
        parser.error(f'{options.out} exists')
    make(options.out, options.count)


if __name__ == '__main__':
    main()
