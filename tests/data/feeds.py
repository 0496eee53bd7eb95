#!/usr/bin/python3
"""Feeds and calendar as readers take them: feeds.py PROGRAM SCRATCH.

Atom by the rules of RFC 4287 and by feedparser, the calendar by icalendar; both against the tables; and once more as of a later
day, on which ids and times of what did not change stay as they were."""
import csv
import datetime
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import feedparser
import icalendar

HERE = pathlib.Path(__file__).resolve().parent
ATOM = '{http://www.w3.org/2005/Atom}'
LEFT = ('withdrawn.date', 'merged_into.date', 'split_into.date')
TIME = re.compile(r'\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z')
wrong = []


def same(name, got, wanted):
    if isinstance(got, (set, dict)) and got != wanted:  # what differs
        got, wanted = ([item for item in sorted(one.items() if isinstance(one, dict) else one, key=repr)
                        if item not in (other.items() if isinstance(other, dict) else other)] for one, other in ((got, wanted), (wanted, got)))
    if got != wanted:
        wrong.append(f'{name}: {str(got)[:200]} instead of {str(wanted)[:200]}')


def build(program, site, out, as_of):
    subprocess.run([program, 'build', '--site', site / 'site.yaml', '--out', out, '--as-of', as_of, '--lang', 'en', '--quiet'], check=True)


def table(out, name):
    with open(out / f'data/{name}.csv', encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def one(name, parent, tag):
    found = parent.findall(ATOM + tag)
    same(f'{name}: {tag}', len(found), 1)
    return (found[0].text or '').strip() if found else ''


def check_feed(path, base, out, as_of):
    """What RFC 4287 asks of a feed and its entries; entries by id."""
    name = path.relative_to(out).as_posix()
    root = ElementTree.parse(path).getroot()
    same(f'{name}: root', root.tag, ATOM + 'feed')
    same(f'{name}: id', one(name, root, 'id'), base + name)
    same(f'{name}: title', bool(one(name, root, 'title')), True)
    same(f'{name}: author', bool(root.find(f'{ATOM}author/{ATOM}name').text), True)
    links = {link.get('rel'): link.get('href') for link in root.findall(ATOM + 'link')}
    same(f'{name}: self', links['self'], base + name)
    same(f'{name}: page', (out / links['alternate'].removeprefix(base)).is_file(), True)
    entries, times = {}, []
    for entry in root.findall(ATOM + 'entry'):
        key, time = one(name, entry, 'id'), one(name, entry, 'updated')
        same(f'{name}: {key} twice', key in entries, False)
        same(f'{name}: {key}: time', (bool(TIME.fullmatch(time)), time[:10] <= as_of), (True, True))
        same(f'{name}: {key}: title', bool(one(name, entry, 'title')), True)
        link = entry.find(ATOM + 'link')
        same(f'{name}: {key}: link', (link.get('rel'), (out / link.get('href').removeprefix(base)).is_file()), ('alternate', True))
        entries[key] = time
        times.append(time)
    same(f'{name}: newest first', times, sorted(times, reverse=True))
    same(f'{name}: updated', one(name, root, 'updated'), times[0] if times else as_of + 'T00:00:00Z')
    parsed = feedparser.parse(path.read_bytes())
    same(f'{name}: feedparser', (parsed.bozo, parsed.version, len(parsed.entries)), (False, 'atom10', len(entries)))
    return entries


def was_due(item, as_of):
    due = item['current_deadline']
    return due if due and str(last_day(due)) < as_of else 'start'


def check_feeds(out, base, as_of):
    feeds = {path.stem: check_feed(path, base, out, as_of) for path in sorted((out / 'feeds').glob('*.xml'))}
    units = table(out, 'units')
    same('feeds', set(feeds), {'all', 'overdue', 'corrections', 'bulletins'} | {f'unit-{unit["id"]}' for unit in units})
    items = table(out, 'items')
    overdue = {f'{base}{item["url"]}#overdue-{was_due(item, as_of)}' for item in items if 'overdue' in item['flags'].split(';')
               and not any(item[key] for key in LEFT)}
    same('overdue', set(feeds['overdue']), overdue)
    revisions = {f'{base}items/{row["id"]}.html#revision-{row["n"]}' for row in table(out, 'items-revisions')}
    withdrawn = {f'{base}{item["url"]}#withdrawn' for item in items if item['withdrawn.date']}
    same('corrections', set(feeds['corrections']) >= revisions | withdrawn, True)
    same('bulletins', set(feeds['bulletins']), {base + row['url'] for row in table(out, 'bulletins') if (row['withdrawn.date'] or row['date'])[:4].isdigit()})
    for unit in units:
        own = {base + item['url'] for item in items if item['unit'] == unit['id']} & set(feeds['all'])
        same(f'unit {unit["id"]}', {key for key in feeds[f'unit-{unit["id"]}'] if '/items/' in key}, own)
    return feeds


def last_day(text):
    """The day that a date counts as: 2026-05 is the end of that month."""
    year, month, day = (*map(int, text.split('-')), None, None)[:3]
    if day:
        return datetime.date(year, month, day)
    month = month or 12
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)


def check_calendar(out, base):
    data = (out / 'calendar.ics').read_bytes()
    same('lines', [line for line in data.split(b'\r\n') if len(line) > 75], [])
    calendar = icalendar.Calendar.from_ical(data)
    events = {}
    for event in calendar.walk('VEVENT'):
        uid = str(event['uid'])
        same(f'{uid} twice', uid in events, False)
        events[uid] = (event['dtstart'].dt, event['dtend'].dt, int(event['sequence']))
    day = datetime.timedelta(1)
    granted = {}
    for row in table(out, 'items-extensions'):
        granted[row['id']] = granted.get(row['id'], 0) + (row['state'] in ('', 'granted'))
    wanted = {}
    standing = [item for item in table(out, 'items') if not any(item[key] for key in LEFT)]
    for item in standing:
        if item['current_deadline'] and item['status'] != 'closed':
            due = last_day(item['current_deadline'])
            wanted[f'{base}{item["url"]}#deadline'] = (due, due + day, granted.get(item['id'], 0))
    for row in table(out, 'items-notice'):
        if row['id'] in {item['id'] for item in standing} and row['from'][:4].isdigit():
            first = last_day(row['from'])
            last = last_day(row['to']) if row['to'][:4].isdigit() else first
            wanted[f'{base}items/{row["id"]}.html#notice-{row["n"]}'] = (first, last + day, 0)
    got = {uid: event for uid, event in events.items() if '/items/' in uid}
    same('events of items', got, wanted)
    same('next release', events.get(f'{base}#next-release', [None])[0], datetime.date(2026, 7, 31))
    return events


def main():
    program, scratch = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    shutil.rmtree(scratch, ignore_errors=True)
    site, base = scratch / 'site', 'https://example.org/invented/'
    subprocess.run([sys.executable, HERE.parent / 'invented/make.py', site, '--items', '200'], check=True, stdout=subprocess.DEVNULL)
    now, later = scratch / 'now', scratch / 'later'
    build(program, site, now, '2026-06-30')
    build(program, site, later, '2026-07-20')
    feeds, feeds_later = check_feeds(now, base, '2026-06-30'), check_feeds(later, base, '2026-07-20')
    same('times that stay', {key: feeds_later['all'].get(key) for key in feeds['all']}, feeds['all'])
    same('corrections that stay', {key: feeds_later['corrections'].get(key) for key in feeds['corrections']}, feeds['corrections'])
    events, events_later = check_calendar(now, base), check_calendar(later, base)
    same('events that stay', {uid: events_later.get(uid) for uid in events if 'notice' in uid}, {uid: e for uid, e in events.items() if 'notice' in uid})

    empty = scratch / 'empty'
    empty.mkdir()
    (empty / 'site.yaml').write_text('title: 空\norganisation: 某局\nas_of: 2026-06-30\nbase_url: https://example.org/zg/\n', encoding='utf-8')
    build(program, empty, empty / 'out', '2026-06-30')
    same('an empty calendar', icalendar.Calendar.from_ical((empty / 'out/calendar.ics').read_bytes()).walk('VEVENT'), [])
    check_feed(empty / 'out/feeds/all.xml', 'https://example.org/zg/', empty / 'out', '2026-06-30')
    print('\n'.join(wrong[:40]) or f'{len(feeds)} feeds with {sum(map(len, feeds.values()))} entries, {len(events)} events')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
