# A site of random items and polls: any event may be missing, doubled, out of order, or known only to its month or
# year. Nobody would keep such records; that is the point, for every one of them still has one status.
import datetime
import random

from base import Number, emit              # tests/invented: YAML text

TODAY = datetime.date(2026, 6, 30)
BODIES = ('a', 'b', 'c')
OPTIONS = ('满意', '基本满意', '不满意', '不了解')


class RandomSite:
    def __init__(self, folder, items, polls, seed):
        self.folder, self.items, self.polls, self.random = folder, items, polls, random.Random(seed)

    def write(self, rules):
        """Writes all records; `rules` are the codes to lower to warnings, since the records break most of them."""
        self.record('site.yaml', {'title': '随机', 'organisation': '随机', 'as_of': TODAY.isoformat(), 'audiences': ['public'],
                                  'rules': {code: {'level': 'warning', 'reason': '随机记录'} for code in rules} or None})
        for name in BODIES:
            self.record(f'content/units/{name}.yaml', {'title': name, 'scope': 'public', 'type': 'office', 'head': '主任'})
        names = [f'x-{k:04d}' for k in range(self.items)]
        for k, name in enumerate(names):
            self.record(f'content/items/{name}.yaml', self.item(names[:k]))
        for k in range(self.items // 5):
            self.record(f'content/feedback/f-{k:04d}.yaml', self.feedback(names))
        for k in range(self.polls):
            self.record(f'content/surveys/s-{k:04d}.yaml', self.poll())

    def record(self, path, fields):
        lines = []
        emit(lines, {key: value for key, value in fields.items() if value is not None})
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text('\n'.join(lines) + '\n', encoding='utf-8')

    # ---- chance ----
    def maybe(self, share, make):
        return make() if self.random.random() < share else None

    def day(self, low=-400, high=0):
        date = TODAY + datetime.timedelta(days=self.random.randint(low, high))
        return date.isoformat()[:self.random.choice((10,) * 12 + (7, 7, 4))]

    def event(self, **fields):
        """A mapping with a date, now and then without one where `dated` is false."""
        dated = fields.pop('dated', True)
        entry = {'date': self.day() if dated or self.random.random() < 0.9 else None, **fields}
        return {key: value for key, value in entry.items() if value is not None}

    def rounds(self, make):
        """One mapping, or two or three as a list."""
        found = [make() for _ in range(self.random.choice((1, 1, 1, 2, 3)))]
        return found[0] if len(found) == 1 and self.random.random() < 0.5 else found

    # ---- records ----
    def item(self, earlier):
        pick, maybe = self.random.choice, self.maybe
        return {
            'title': '随机事项', 'scope': 'public', 'problem': '问题', 'origin': 'self-found', 'lead': '主任', 'unit': pick(BODIES),
            'class': pick(('immediate', 'by-deadline', 'stepwise')),
            'measures': [{'text': '措施', **({'done': self.day()} if self.random.random() < 0.3 else {}),
                          **({'stage': 'drafting'} if self.random.random() < 0.2 else {})} for _ in range(pick((1, 2)))],
            'raised': maybe(0.5, self.event), 'started': maybe(0.4, self.day), 'deadline': maybe(0.6, lambda: self.day(-300, 200)),
            'extensions': maybe(0.25, lambda: [self.event(to=self.day(-200, 300), by='b', reason='理由', state=pick(('asked', 'granted', 'refused', None)))
                                               for _ in range(pick((1, 2)))]),
            'progress': maybe(0.4, lambda: [self.event(text='进展') for _ in range(pick((1, 3)))]),
            'claimed': maybe(0.6, lambda: self.rounds(lambda: self.event(extent=pick(('full', 'full', 'partial', 'staged', None))))),
            'acceptance': maybe(0.5, lambda: self.rounds(lambda: self.event(by='c', result=pick(('accepted', 'accepted', 'returned'))))),
            'inspections': maybe(0.2, lambda: [self.event(by='c', result=pick(('passed', 'returned', 'under-way')))]),
            'notice': maybe(0.4, lambda: self.rounds(self.notice)),
            'closed': maybe(0.35, lambda: self.rounds(lambda: self.event(by='c', **{'as': pick(('done', 'not-applicable', None))}, reason='理由'))),
            'reopened': maybe(0.2, lambda: [self.event(reason='理由') for _ in range(pick((1, 2)))]),
            'continues': maybe(0.05, lambda: pick(earlier)) if earlier else None,
        }

    def notice(self):
        return {'from': self.day(-120, 0), **({'to': self.day(-100, 60)} if self.random.random() < 0.85 else {})}

    def feedback(self, names):
        status = self.random.choice(('received', 'accepted', 'assigned', 'answered'))
        return {'title': '反馈', 'scope': 'public', 'about': f'items/{self.random.choice(names)}', 'kind': self.random.choice(('objection', 'objection', 'question')),
                'received': self.day(), 'status': status, 'satisfied': self.maybe(0.5, lambda: self.random.random() < 0.5) if status == 'answered' else None,
                'rechecked': self.maybe(0.2, lambda: self.event(by='c'))}

    def poll(self):
        method = self.random.choice(('random-sample', 'random-sample', 'census', 'representatives', 'self-selected'))
        rows = [self.result(name) for name in self.random.sample(BODIES, self.random.randint(1, 3))]
        return {'title': '随机测评', 'scope': 'public', 'conductor': 'c', 'relation': 'independent', 'method': method,
                'period': {'from': '2026-03-01', 'to': '2026-03-05'}, 'question': '问题', 'options': list(OPTIONS), 'positive': list(OPTIONS[:2]),
                'excluded': self.random.choice((None, [OPTIONS[3]])), 'population_size': self.maybe(0.5, lambda: self.random.choice((2000, 9000, 400000))),
                'design_effect': self.maybe(0.3, lambda: self.random.choice((Number('1.5'), 2, Number('1.25')))), 'results': rows}

    def result(self, unit):
        if self.random.random() < 0.1:
            return {'unit': unit, 'participants': 120, 'reported_rate': 95}
        n = self.random.choice((12, 48, 199, 200, 1800, 2500))
        cuts = sorted(self.random.randint(0, n) for _ in range(3))
        shares = [cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], n - cuts[2]]
        shares.sort(reverse=self.random.random() < 0.8)
        invited = n + self.random.choice((0, 1, n // 3, 6 * n))
        return {'unit': unit, 'invited': invited, 'valid': n, 'counts': dict(zip(OPTIONS, shares))}
