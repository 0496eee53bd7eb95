# The second opinion on the flow of the ledger: from the sentence of design 4 "opening + new + reopened + split in + moved in - closed -
# merged - split - withdrawn - moved out = closing", item by item, period by period, slice by slice, without a thought of speed.
import calendar
import datetime

import count
from count import EVER, as_list, date_of, day, entered

ACTS = 'move split merge withdraw claim refuse close reopen'.split()                             # the order of one day
TERMS = 'new reopened split_in moved_in closed merged_out split_out withdrawn moved_out'.split()  # 4: the terms between opening and closing
CLASSES = {'立行立改': 'immediate', '限期整改': 'by-deadline', '逐步解决': 'stepwise'}


def item_acts(item, as_of, taken_up):
    """What happened, as (day, act): undated things count as of the as-of day, a claim without a date as the oldest; nothing lies later."""
    found = [(entry, 'claim', 'date') for entry in as_list(item.get('claimed'))]
    found += [(entry, 'refuse', 'date') for key in ('acceptance', 'inspections') for entry in as_list(item.get(key)) if entry['result'] == 'returned']
    found += [(entry, 'close', 'date') for entry in as_list(item.get('closed'))] + [(entry, 'reopen', 'date') for entry in item.get('reopened') or []]
    found += [(item[key], act, 'date') for key, act in (('split_into', 'split'), ('merged_into', 'merge'), ('withdrawn', 'withdraw')) if item.get(key)]
    found += [({'date': date.isoformat() if date else None}, 'reopen', 'date') for date in taken_up]
    acts = [(min(date_of(entry) or as_of, as_of) if entry.get('date') or act != 'claim' else datetime.date.min, act) for entry, act, _ in found]
    acts += [(min(date_of(entry) or as_of, as_of), 'move') for entry in item.get('moves') or []]
    return sorted(acts, key=lambda pair: (pair[0], ACTS.index(pair[1])))


def places(item, units, shown):
    """The place of an item after its 0, 1, 2 … moves, newest last: what a move came from held before it, the record says what holds now."""
    now = {'unit': item.get('unit'), 'class': item.get('class'), 'scope': item.get('scope')}
    found = [now]
    for move in sorted(item.get('moves') or [], key=lambda entry: date_of(entry) or EVER, reverse=True):
        now = {**now, move['field']: CLASSES.get(move['from'], move['from'])}
        found.append(now)
    return [((place['scope'] or 'internal') in shown, place['unit'] if place['unit'] in units else None, place['class']) for place in reversed(found)]


def history(item, as_of, taken_up, split_on, units, shown):
    """Steps (day, term, state, place). 10: an item enters on raised.date, else its earliest date; a part of another when that was split."""
    begin = split_on or entered(item, as_of)
    if begin is None:
        return []
    begin = min(begin, as_of)
    where = places(item, units, shown) if not item.get('withdrawn') else [(True, None, None)]    # 3: of a withdrawn one nothing else is left
    state, refused, claimed, moved = 'open', False, False, 0
    steps = [(begin, 'split_in' if split_on else 'new', state, where[0])]
    for date, act in item_acts(item, as_of, taken_up):
        before, date = (state, moved), max(date, begin)
        term = {'split': 'split_out', 'merge': 'merged_out', 'withdraw': 'withdrawn', 'close': 'closed', 'move': 'moved'}.get(act, 'reopened')
        if act == 'move':
            moved += 1
        elif act in ('split', 'merge', 'withdraw'):
            state = 'gone'
        elif state == 'gone':
            continue
        elif act == 'close':
            state = state if refused else 'closed'                # a refusal lasts until a newer claim (10)
        else:
            claimed, refused = claimed or act == 'claim', refused if act == 'reopen' else act == 'refuse' and claimed
            if act != 'refuse' or refused:
                state = 'open'
        if (state, moved) != before:
            steps.append((date, term, state, where[moved]))
    return steps


def open_in(slice_, state, place):
    seen, unit, cls = place
    return seen and state == 'open' and slice_[0] in ('*', unit) and slice_[1] in ('*', cls)


def flow_of(histories, slice_, start, end):
    """One row: opening, all terms, closing (4), counted by walking every history, for the days start to end."""
    row, items = {term: 0 for term in TERMS}, set()
    row.update(opening=0, closing=0, closed_stock=0)
    for name, steps in histories.items():
        was, last = False, None
        for date, term, state, place in steps:
            here = open_in(slice_, state, place)
            if date > end:
                break
            if date >= start and here != was:
                if term == 'moved':
                    term = 'moved_in' if here else 'moved_out'
                row[term] += 1
                items |= {name} if term == 'closed' else set()
            if date < start:
                row['opening'] += here - was
            row['closing'] += here - was
            was, last = here, (state, place)
        row['closed_stock'] += bool(last and last[0] == 'closed' and open_in(slice_, 'open', last[1]))
    row['closed_items'] = len(items)
    return row


def count_flow(site, records, audience, as_of):
    """Every row of data/flows.json, by `period phase from to unit class`: * is not counted by, ? is not known. Zero rows are left out."""
    shown = count.scopes_shown(site, audience)
    visible = count.visible_records(records, shown)
    standing = {kind: {name: record for name, record in table.items() if not record.get('withdrawn')} for kind, table in visible.items()}
    withdrawn = {name: {'withdrawn': item['withdrawn']} for name, item in visible['items'].items() if item.get('withdrawn')}
    units, taken_up = visible['units'], {}
    for item in standing['items'].values():
        if item.get('continues'):
            taken_up.setdefault(item['continues'], []).append(entered(item, as_of))
    split_on = {child: date_of(item['split_into']) for item in standing['items'].values() if item.get('split_into') for child in item['split_into']['items']}
    histories = {name: history(item, as_of, taken_up.get(name, []), split_on.get(name), units, shown)
                 for name, item in {**standing['items'], **withdrawn}.items()}
    histories = {name: steps for name, steps in histories.items() if steps}
    first = min(steps[0][0] for steps in histories.values())
    periods = [('all', '', first, as_of)]
    for name, phase in sorted(standing['phases'].items()):
        if phase.get('from') and day(phase['from']) <= as_of:
            periods.append(('phase', name, day(phase['from']), min(day(phase['to']), as_of) if phase.get('to') else as_of))
    month = first.replace(day=1)
    while month <= as_of:
        end = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        periods.append(('month', '', month, min(end, as_of)))
        month = end + datetime.timedelta(days=1)
    touched = {(place[1], place[2]) for steps in histories.values() for *_, place in steps}
    slices = sorted({slice_ for unit, cls in touched for slice_ in (('*', '*'), (unit, '*'), ('*', cls), (unit, cls))}, key=str)
    rows = {}
    for kind, phase, start, end in periods:
        for slice_ in slices:
            row = flow_of(histories, slice_, start, end)
            if any(row.values()) or slice_ == ('*', '*'):
                rows[f'{kind} {phase} {start} {end} {slice_[0] or "?"} {slice_[1] or "?"}'] = row
    return rows
