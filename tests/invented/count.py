#!/usr/bin/python3
# The second opinion: counts a site's records for one audience, reading the YAML itself and sharing no code with the maker or the
# program. `count.py SITE_DIR [--as-of DATE] [--audience public]` prints JSON with sorted keys. Every step says which sentence of
# design.md it follows ("3", "4", "10") and, where the design leaves a choice, which way was taken ("Choice"). It expects a valid site
# written with English keys, and reads dates as text (BaseLoader), so that 2026, 2026-05 and 2026-05-10 all arrive as written.
import argparse
import calendar
import datetime
import gc
import json
import os
import sys
from collections import Counter

import yaml

LOADER = getattr(yaml, 'CBaseLoader', yaml.BaseLoader)
KINDS = ('phases objectives units consultations opinions plans items surveys lookbacks institutions duties bulletins feedback pages '
         'holidays').split()                                                                     # 3: the folders
STATUSES = 'not-started under-way claimed accepted in-notice notice-over closed returned reopened'.split()   # 3
FLAGS = 'overdue stale disputed extended partial'.split()                                        # 3
ACCEPTED_OR_LATER = {'accepted', 'in-notice', 'notice-over', 'closed'}
EVER = datetime.date.max


# ---- reading ----
def read_record(path):
    """A .yaml is one mapping; a .md is a mapping between two lines --- and a body (3)."""
    with open(path, encoding='utf-8') as handle:
        text = handle.read()
    if path.endswith('.md'):
        text = text.split('---\n', 2)[1]
    return yaml.load(text, LOADER) or {}


def read_site(folder):
    site = yaml.load(open(os.path.join(folder, 'site.yaml'), encoding='utf-8'), LOADER)
    records = {}
    for kind in KINDS:
        records[kind] = {}
        for where, folders, files in os.walk(os.path.join(folder, 'content', kind)):      # sub-folders are free (3)
            folders.sort()
            for name in sorted(files):
                stem, extension = os.path.splitext(name)
                if extension in ('.yaml', '.md'):
                    if stem in records[kind]:
                        sys.exit(f'two {kind} are called {stem}')
                    records[kind][stem] = read_record(os.path.join(where, name))          # the id is the file name (3)
    return site, records


def day(text):
    """A date known to the month or year is compared by its last day (3)."""
    parts = [int(part) for part in text.split('-')]
    if len(parts) == 1:
        return datetime.date(parts[0], 12, 31)
    if len(parts) == 2:
        return datetime.date(parts[0], parts[1], calendar.monthrange(*parts)[1])
    return datetime.date(*parts)


def first_day(text):
    """The day on which a date known to the month or year begins."""
    return datetime.date(*([int(part) for part in text.split('-')] + [1, 1])[:3])


def date_of(entry, key='date'):
    return day(entry[key]) if entry.get(key) else None


def as_list(value):
    """claimed, acceptance, notice and closed are one mapping or a list, round by round (3)."""
    return value if isinstance(value, list) else [value] if value else []


# ---- what happened to an item ----
def dated_entries(item):
    """The dates of what happened. Limits (deadline, due, extensions.to) and ends of windows (notice.to) are not entries: only they
    may lie in the future (4). Choice: every event in the record counts as an entry, also moves, revisions, responses and measures."""
    found = [date_of(item, 'started')]
    for key in ('raised', 'response', 'claimed', 'acceptance', 'closed', 'progress', 'extensions', 'reopened', 'inspections', 'moves',
                'revisions', 'merged_into', 'split_into', 'withdrawn'):
        found += [date_of(entry) for entry in as_list(item.get(key))]
    found += [date_of(entry, 'from') for entry in as_list(item.get('notice'))]
    found += [date_of(entry, 'done') for entry in as_list(item.get('measures'))]
    found += [date_of(entry) for entry in as_list((item.get('quantity') or {}).get('done'))]
    return sorted(date for date in found if date)


def entered(item, as_of):
    """10: on raised.date, else on its earliest date; with none it is counted apart (None)."""
    raised = date_of(item.get('raised') or {})
    if raised:
        return min(raised, as_of)       # Choice: a month that has begun has happened, at the latest on the as-of day
    return next(iter(dated_entries(item)), None)


def newest(entries, key='date'):
    """The entry with the newest date; of two on one day the one further down; an undated one is older than all."""
    return max(enumerate(entries), key=lambda pair: (date_of(pair[1], key) or datetime.date.min, pair[0]), default=(0, None))[1]


def latest(dates):
    """The newest of some dates; an undated one is taken as newer than all (10: a refusal without a date counts against the latest claim)."""
    return max((date or EVER for date in dates), default=None)


def derive_status(item, as_of, taken_up):
    """taken_up: the dates on which other records take this one up (`continues`: it then counts as reopened, 10)."""
    claims = as_list(item.get('claimed'))
    claim = newest(claims)
    claim_date = date_of(claim) or datetime.date.min if claim else None

    # Under-way = started, a progress entry, or a measure with done or a stage (10); else not started.
    begun = item.get('started') or item.get('progress') or any(m.get('done') or m.get('stage') for m in item.get('measures') or [])
    status = 'under-way' if begun else 'not-started'

    # A reopening ends everything before it: what is closed on the same day was closed first. It lasts until a newer claim (10).
    reopening = latest([date_of(entry) for entry in as_list(item.get('reopened'))] + taken_up)
    # A refusal, by an acceptance or an inspection, counts only after (or on the day of) a claim (3), and lasts until a newer claim (10).
    # An inspection that returns an item never claimed changes nothing.
    refusals = [date_of(entry) for key in ('acceptance', 'inspections') for entry in as_list(item.get(key)) if entry.get('result') == 'returned']
    refusal = latest(refusals) if claim else None
    closings = [date_of(entry) or EVER for entry in as_list(item.get('closed'))]
    reopened = reopening is not None and (claim is None or claim_date <= reopening) and not any(date > reopening for date in closings)
    returned = refusal is not None and claim_date <= refusal
    if reopened and returned:             # Choice: the later of the two speaks; on the same day the reopening
        reopened, returned = reopening >= refusal, reopening < refusal
    if returned:
        return 'returned'
    if reopened:
        return 'reopened'

    # A claim whose extent is not full leaves it under-way (10); absent extent is full.
    since = max(claim_date or datetime.date.min, reopening or datetime.date.min)
    full = claim is not None and claim.get('extent', 'full') == 'full'
    if claim is not None:
        status = 'claimed' if full else 'under-way'
    # What was accepted, noticed or closed counts when it is not older than the newest claim: older ones belong to an earlier round (3).
    # Choice: an acceptance after a claim in part or in stages accepts the part; the item stays under-way.
    current = [entry for entry in as_list(item.get('acceptance')) if entry.get('result') == 'accepted' and (date_of(entry) or EVER) >= since]
    if current and (full or claim is None):
        status = 'accepted'
    if status == 'accepted':
        # In-notice while from ≤ as-of ≤ to; without an end it stays in-notice (10). A notice that has not begun changes nothing.
        notices = [entry for entry in as_list(item.get('notice')) if since <= (date_of(entry, 'from') or EVER)]
        if notices:
            notice = newest(notices, 'from')
            start, end = date_of(notice, 'from'), date_of(notice, 'to')
            if start is None or first_day(notice['from']) <= as_of:     # Choice: a month that has begun has happened
                status = 'in-notice' if end is None or as_of <= end else 'notice-over'
    # Closed, whatever it was closed as (3), unless a claim or a reopening is newer.
    if any(date >= since and (reopening is None or date > reopening) for date in closings):
        status = 'closed'
    return status


def current_deadline(item):
    """4, 10: the last granted extension, else the deadline; absent state is granted."""
    granted = [entry for entry in as_list(item.get('extensions')) if entry.get('state', 'granted') == 'granted']
    if granted:
        return date_of(newest(granted), 'to'), True
    return date_of(item, 'deadline'), False


def derive_flags(item, status, as_of, thresholds, objections):
    flags = set()
    deadline, extended = current_deadline(item)
    if extended:                                                    # 3: extended = a granted extension
        flags.add('extended')
    # 4: overdue = as-of after the current deadline and neither accepted nor closed; a claim does not stop the clock.
    if deadline and as_of > deadline and status not in ACCEPTED_OR_LATER:
        flags.add('overdue')
    # 4, 10: immediate not started within start_days, calendar days counted inclusively: the day of entering is day 1.
    # Choice: it is said of items that are (still) not started; once begun late, only a deadline can make them overdue.
    begin = entered(item, as_of)
    if item.get('class') == 'immediate' and status == 'not-started' and begin and (as_of - begin).days + 1 > thresholds['start_days']:
        flags.add('overdue')
    # 4: stale = no dated entry for stale_days and not closed. Counted inclusively: none of the last stale_days days, as-of included,
    # has an entry. Choice: an item without any date is not stale, it is counted apart (10): nothing says since when it is silent.
    entries = dated_entries(item)
    if status != 'closed' and entries and (as_of - entries[-1]).days >= thresholds['stale_days']:
        flags.add('stale')
    # 4: disputed = an objection unanswered, or dissatisfied with the answer and not yet re-checked. Closed items can be disputed.
    for entry in objections:
        if entry['status'] != 'answered' or entry.get('satisfied') == 'false' and not entry.get('rechecked'):
            flags.add('disputed')
    # 3, 10: partial = claimed in part or in stages. Choice: by the newest claim; a later claim in full ends it, so does a reopening.
    claim = newest(as_list(item.get('claimed')))
    if claim and status != 'reopened' and claim.get('extent', 'full') != 'full':
        flags.add('partial')
    return flags


# ---- counting ----
def tally(values, words=()):
    counted = Counter(values)
    return {**{word: 0 for word in words}, **counted}


def scopes_shown(site, audience):
    """6: audiences from widest to narrowest; a build shows records of its own audience and of wider ones."""
    audiences = site.get('audiences') or ['public', 'system', 'unit', 'internal']
    return set(audiences[:audiences.index(audience) + 1])


def visible_records(records, shown):
    """Absent scope is internal (3)."""
    return {kind: {name: record for name, record in table.items() if record.get('scope', 'internal') in shown} for kind, table in records.items()}


def count(site, records, audience, as_of):
    given = site.get('thresholds') or {}
    thresholds = {'stale_days': int(given.get('stale_days', 60)), 'start_days': int(given.get('start_days', 15))}     # absent: as shown (10)
    shown = scopes_shown(site, audience)
    visible = visible_records(records, shown)
    # The page of a withdrawn record stays, without the content (3): it is visible, but nothing of its content is counted.
    standing = {kind: {name: record for name, record in table.items() if not record.get('withdrawn')} for kind, table in visible.items()}
    result = {'as_of': as_of.isoformat(), 'audience': audience,
              'records': {kind: {'visible': len(visible[kind]), 'withheld': len(records[kind]) - len(visible[kind])} for kind in KINDS},
              'withdrawn': {kind: len(visible[kind]) - len(standing[kind]) for kind in KINDS}}

    # Objections about items, and records that take up others: only what the audience sees, for the published view knows no more.
    objections, taken_up = {}, {}
    for name, entry in standing['feedback'].items():
        if entry['kind'] == 'objection':
            objections.setdefault(entry['about'], []).append(entry)
    for name, item in standing['items'].items():
        if item.get('continues'):
            taken_up.setdefault(item['continues'], []).append(entered(item, as_of))

    # Merged, split and withdrawn items have left the ledger: they are counted apart, not by status, flag, class, unit or origin.
    items = {name: item for name, item in standing['items'].items() if not item.get('merged_into') and not item.get('split_into')}
    by_status = {status: [] for status in STATUSES}
    flags, closed_as, in_time, undated = Counter(), Counter(), 0, 0
    for name, item in sorted(items.items()):
        status = derive_status(item, as_of, taken_up.get(name, []))
        found = derive_flags(item, status, as_of, thresholds, objections.get(f'items/{name}', []) + objections.get(name, []))
        by_status[status].append(name)
        flags.update(found)
        if status == 'closed':                  # the last round's; absent `as` is done (10)
            closed_as[as_list(item['closed'])[-1].get('as', 'done')] += 1
        if 'overdue' in found and status == 'claimed':           # 4: reported done in time, not yet accepted, is told apart
            deadline = current_deadline(item)[0]
            claimed = max(filter(None, map(date_of, as_list(item['claimed']))), default=None)
            in_time += bool(deadline and claimed and claimed <= deadline)
        undated += entered(item, as_of) is None
    result['items'] = {
        'by_status': {status: len(names) for status, names in by_status.items()}, 'ids_by_status': by_status, 'by_flag': tally(flags.elements(), FLAGS),
        'by_class': tally(item.get('class', '(none)') for item in items.values()), 'by_origin': tally(item.get('origin', '(none)') for item in items.values()),
        # A unit that is itself withheld has no name for this audience.
        'by_unit': tally((item['unit'] if item['unit'] in visible['units'] else '(withheld)') if item.get('unit') else '(none)' for item in items.values()),
        'closed_as': tally(closed_as.elements(), ('done', 'not-applicable', 'refused', 'unfounded')), 'overdue_claimed_in_time': in_time, 'undated': undated,
        'left': {'merged': sum(1 for item in standing['items'].values() if item.get('merged_into')),
                 'split': sum(1 for item in standing['items'].values() if item.get('split_into')), 'withdrawn': result['withdrawn']['items']},
        # Rows of the nested lists, merged and split items included (their pages keep their content), withdrawn ones not.
        'totals': {key: sum(len(item.get(key) or []) for item in standing['items'].values()) for key in ('measures', 'progress', 'extensions', 'inspections')}}
    result['opinions'] = {'by_disposition': tally(record.get('disposition', '(none)') for record in standing['opinions'].values())}
    result['surveys'] = {'by_method': tally(record.get('method', '(none)') for record in standing['surveys'].values())}
    result['feedback'] = {'by_kind': tally(record.get('kind', '(none)') for record in standing['feedback'].values()),
                          'by_status': tally(record.get('status', '(none)') for record in standing['feedback'].values())}
    return result


def main():
    parser = argparse.ArgumentParser(description='Golden counts of a site for one audience, as JSON.')
    parser.add_argument('site', help='folder with site.yaml and content/')
    parser.add_argument('--as-of', help='YYYY-MM-DD; default: as_of of site.yaml')
    parser.add_argument('--audience', default='public')
    options = parser.parse_args()
    gc.disable()                                                    # half a million records, none of them garbage
    site, records = read_site(options.site)
    if options.audience not in (site.get('audiences') or ['public', 'system', 'unit', 'internal']):
        parser.error(f'site.yaml has no audience {options.audience}')
    as_of = day(options.as_of or site['as_of'])                     # --as-of wins (10)
    print(json.dumps(count(site, records, options.audience, as_of), ensure_ascii=False, sort_keys=True, indent=1))


if __name__ == '__main__':
    main()
