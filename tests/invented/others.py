# The records around the items of the invented site: opinions, consultations, surveys with look-backs, institutions, plans, duties,
# bulletins and feedback. Every figure is made so that it adds up; every date so that it follows what it answers.
import words as W
from base import CURES, RULE_STAGES, SCOPES, TODAY, URL, Base, Number, day, percent

LINKED = ('adopted', 'adopted', 'adopted', 'partly', 'planned')                    # dispositions that lead to an item
UNLINKED = ('explained', 'noted', 'not-adopted', 'passed-on', 'pending')
CHANNELS = ('座谈会', '征求意见表', '意见箱', '网上留言', '来访', '信函')
RELATIONS = ('superior', 'within', 'self', 'independent', 'joint', 'oversight')
RESPONDENTS = ('own-staff', 'members', 'service-users', 'public')
OPTIONS, POSITIVE = ['满意', '基本满意', '不满意'], ['满意', '基本满意']
VARIANTS = (       # one survey after the other: method, what it measures, shape of its rows
    ('census', 'satisfaction', 'low'), ('census', 'satisfaction', 'again'), ('random-sample', 'satisfaction', 'units'),
    ('representatives', None, 'aspects'), ('self-selected', 'satisfaction', 'objects'), ('intercept', 'satisfaction', 'objects'),
    ('vote', 'support', 'vote'), ('census', 'satisfaction', 'rates'), ('self-selected', None, 'shares'), ('random-sample', 'other', 'scores'),
    ('census', 'satisfaction', 'small'), ('census', None, 'cells'), ('census', 'satisfaction', 'rest'), ('representatives', 'support', 'vote'))
ABOUT = ('items', 'items', 'surveys', 'items', 'bulletins', 'institutions', 'items', 'units', 'consultations', 'opinions')


class Others(Base):
    # ---- opinions, then the consultations that must hold them ----
    def gather(self):
        self.consultations = max(7, min(600, self.n // 60))
        told = [{'voices': 0, 'unit': {}, 'category': {}, 'channel': {}} for _ in range(self.consultations)]
        blocks = [[k for k in range(self.consultations) if k % 6 == b and not self.silent(k)] for b in range(6)]
        self.opinion_count = 3 * self.n
        for j in range(self.opinion_count):
            items, latest, unit, category = self.opinions[j] if j < len(self.opinions) else ([], None, self.pick(self.fixers), self.pick(W.CATEGORIES))
            self.opinion(j, items, latest, unit, category, blocks, told)
        for k in range(self.consultations):
            self.consultation(k, told[k])

    def silent(self, k):
        """A consultation of which no opinion is told one by one, only a tally."""
        return k == self.consultations - 1 or k % 12 == 11

    def opinion(self, j, items, latest, unit, category, blocks, told):
        received = latest - self.r(1, 20) if items else TODAY - self.r(1, 360)
        disposition = LINKED[j % 5] if items else UNLINKED[j % 5]
        theme = self.pick([t for t in W.THEMES if t[0] == category])
        voices = self.r(2, 12) if j % 3 == 0 else None
        month_only = not items and j % 25 == 24
        silent = not items and j % 60 == 31
        block = blocks[max(0, min(5, (received - TODAY + 365) // 61))]
        chosen = self.pick(block) if block and received >= TODAY - 365 and not month_only and j % 8 != 7 else None
        channel = self.pick(CHANNELS)
        if chosen is not None:
            held = told[chosen]
            held['voices'] += voices or 1
            for part, key in (('unit', unit), ('category', category), ('channel', channel)):
                held[part][key] = held[part].get(key, 0) + (voices or 1)
        answered = disposition != 'pending' and j % 4 != 3
        f = {'title': f'第{j + 1}号意见：{theme[1]}{theme[2]}', 'scope': SCOPES[(j * 7 + j // 10) % 10],
             'summary': f'{self.pick(W.PLACES)}{theme[1]}{theme[2]}，希望{theme[3]}。', 'category': category,
             'consultation': self.id('zq', chosen + 1) if chosen is not None else None, 'channel': channel,
             'received': day(received)[:7] if month_only else day(received), 'voices': voices, 'unit': None if silent else unit,
             'assigned': {'to': self.pick(self.fixers), 'date': day(min(TODAY, received + self.r(0, 3)))} if j % 2 and not month_only else None,
             'disposition': disposition, 'reason': W.OPINION_REASONS.get(disposition),
             'items': items if j % 3 != 1 else None,             # one side of the link is enough; items name the others
             'replied_on': day(min(TODAY, received + self.r(5, 25))) if answered and not month_only else None,
             'reply': f'已收到，{theme[3]}。' if answered else None}
        if silent:
            f['source'], f['not_stated'] = {'document': f'{W.CITY}意见汇总', 'place': '第4页'}, ['unit']
        if j % 97 == 50:
            f['withdrawn'] = self.withdrawn(min(TODAY, received + 25), j)
        self.record('opinions', self.id('yj', j + 1), f, j, f'- 渠道：{channel}\n- 类别：{category}' if j % 20 == 9 else None)

    def consultation(self, k, told):
        start = TODAY - 365 + 61 * (k % 6)
        forms, units = self.r(200, 600), [self.pick(self.fixers)]
        f = {'title': f'第{k + 1}次征求意见', 'scope': SCOPES[(k * 3) % 10], 'by': ['dangzu', units[0]] if k % 3 == 1 and units[0] != 'dangzu' else 'dangzu',
             'phase': f'jd-{k % 3 + 1}', 'period': {'from': day(start), 'to': day(min(TODAY, start + 60))}}
        online = told['channel'].get('网上留言', 0) + self.r(0, 9)
        f['channels'] = [{'channel': '座谈会', 'count': self.r(3, 30), 'counted': 'held'},
                         {'channel': '征求意见表', 'count': forms, 'counted': 'distributed', 'of_which': [{'unit': units[0], 'count': forms // 5}]},
                         {'channel': '征求意见表', 'count': forms - self.r(5, 50), 'counted': 'returned'},
                         {'channel': '意见箱', 'count': self.r(2, 20), 'counted': 'installed'},
                         {'channel': '网上留言', 'count': max(1, online), 'counted': 'opinions'},
                         {'channel': '来访', 'count': told['channel'].get('来访', 0) + self.r(3, 40), 'counted': 'people'}, {'channel': '信函'}]
        total = told['voices'] + max(1, online) + self.r(10, 60)
        if self.silent(k):
            counts = [{'disposition': d, 'count': self.r(2, 40)} for d in ('adopted', 'partly', 'planned', *UNLINKED)]
            f.update({'total': sum(c['count'] for c in counts) + online, 'unit_word': '条', 'sorted': True, 'dispositions': counts})
            counts[0]['count'] += online
        elif k % 3 == 0:
            counts = [{'category': c, 'count': told['category'].get(c, 0) + self.r(1, 20)} for c in W.CATEGORIES]
            counts[0]['count'] += max(1, online)
            f.update({'total': sum(c['count'] for c in counts), 'unit_word': '条', 'sorted': True, 'categories': counts})
        elif k % 3 == 1:
            f.update({'total': total + 20, 'unit_word': '条', 'sorted': True, 'merged': total})
        else:
            f.update({'total': total, 'unit_word': '条', 'sorted': False, 'areas': list(W.CATEGORIES[:3]), 'approximate': True if k % 6 == 2 else None})
        if told['unit'] and k % 2 == 0:
            unit = sorted(told['unit'])[0]
            f['total_of_which'] = [{'unit': unit, 'count': told['unit'][unit]}]
        self.record('consultations', self.id('zq', k + 1), f, k, '## 说明\n\n- 各渠道计数单位不同，不相加' if k % 4 == 1 else None)

    # ---- surveys and look-backs ----
    def surveys(self):
        self.survey_end, self.lookback_count, self.low = {}, 0, []
        count = max(14, self.n * 7 // 100)
        for k in range(count):
            self.survey(k, k + 1 < count)

    def answers(self, n, negative, options=OPTIONS):
        middle = (n - negative) * self.r(5, 30) // 100
        return {options[0]: n - negative - middle, options[1]: middle, options[2]: negative}

    def row(self, who, n, negative, invited=True):
        void, absent = self.r(0, 3), self.r(0, 8)
        asked = {'invited': n + void + absent, 'issued': n + void + absent // 2} if invited else {}
        return {**who, **asked, 'returned': n + void, 'void': void, 'valid': n, 'counts': self.answers(n, negative)}

    def survey(self, k, more):
        r, pick = self.r, self.pick
        method, measures, shape = VARIANTS[k % 14]
        name, relation = self.id('cp', k + 1), RELATIONS[(k + k // 14) % 6]
        end = TODAY - (r(100, 190) if shape == 'low' else r(2, 25) if shape == 'again' else r(20, 200))
        units = [{'unit': u} for u in self.rng.sample(self.fixers, min(len(self.fixers), r(5, 8)))]
        objects = [{'object': f'{place}{W.THEMES[k % 12][1]}'} for place in self.rng.sample(W.PLACES, 3)]
        f = {'title': f'第{k + 1}次测评', 'scope': SCOPES[(k * 3 + k // 10) % 10], 'phase': f'jd-{k % 3 + 1}', 'measures': measures, 'conductor': None,
             'commissioned_by': 'dangzu' if k % 2 else f'{W.CITY}示例委托方', 'relation': relation, 'method': method, 'respondents': RESPONDENTS[k % 4],
             'period': {'from': day(end - 4), 'to': day(end)}, 'population': '参加测评范围内的人员'}
        options, positive, again, sizes = list(OPTIONS), list(POSITIVE), [], []
        if shape == 'again' and self.low:
            units = [{'unit': self.low[0]}] + [u for u in units if u['unit'] != self.low[0]][:2]
        if shape in ('low', 'again', 'units', 'rest', 'cells', 'small', 'aspects'):
            sizes = [r(20, 240) for _ in units]
            if shape == 'small':
                sizes[0], sizes[1] = 3, 4
            if shape == 'cells':
                sizes = [r(100, 240) for _ in units]
            low = 2 if shape == 'low' else 0
            rows = [self.row(u, n, n * r(20, 40) // 100 if i < low else 0 if n < 5 else n * r(0, 8) // 100) for i, (u, n) in enumerate(zip(units, sizes))]
        elif shape == 'objects':
            rows = [self.row(o, n, n * r(0, 12) // 100, False) for o, n in zip(objects, (r(30, 400) for _ in objects))]
        elif shape == 'vote':
            options, positive = ['同意', '不同意', '弃权'], ['同意']
            n = r(60, 300)
            rows = [{**objects[0], 'invited': n + 10, 'issued': n + 5, 'returned': n + 2, 'void': 2, 'valid': n,
                     'counts': {'同意': n - n // 5 - n // 10, '不同意': n // 5, '弃权': n // 10}}]
        elif shape == 'rates':
            n, m = r(60, 190), r(400, 900)
            rows = [{**units[0], 'participants': n, 'reported_rate': percent(n - n // 20, n, 0), 'bound': 'exact'},
                    {**units[1], 'participants': n + 7, 'reported_rate': percent(n, n + 7, 1)},
                    {'object': '各站点合计', 'participants': m, 'reported_rate': Number('92'), 'covers': 3, 'bound': 'at-least'}]
        elif shape == 'shares':
            rows = [{**o, 'participants': n, 'reported': {a: percent(c, n, 1) for a, c in self.answers(n, n * 9 // 100).items()}}
                    for o, n in ((o, r(100, 500)) for o in objects)]
        else:
            rows = [{**o, 'score': {'value': Number(f'{r(700, 980) / 10:.1f}'), 'of': 100}} for o in objects]
        if shape == 'rest':
            options.append('不了解')
            f['excluded'] = ['不了解']
            for row in rows[1:]:
                row['counts']['不了解'] = row['counts']['基本满意'] // 10
                row['counts']['基本满意'] -= row['counts']['不了解']
            rows[0]['rest_not_published'] = True
            rows[0]['counts'] = {a: rows[0]['counts'][a] for a in POSITIVE}
        first = units[0]['unit']
        f['conductor'] = {'self': first, 'within': 'bangongshi', 'independent': 'waibu', 'joint': ['ducha', 'bangongshi']}.get(relation, 'ducha')
        if method == 'random-sample':
            f.update({'population_size': 5000, 'selected_by': '由第三方按名册随机抽取', 'design_effect': Number('1.2')})
        elif method == 'representatives':
            f['selected_by'] = '社区议事会推选'
        elif method == 'census' and shape != 'rates':
            f['population_size'] = sum(row.get('invited', 0) for row in rows)
        f['question'] = '您对整改结果是否满意？' if measures != 'support' else '您是否同意该整改方案？'
        if shape != 'scores':
            f['options'], f['positive'] = options, positive
        f['results'] = rows
        if shape in ('low', 'again', 'units'):
            last = rows[-1]
            x, n = last['counts']['满意'] + last['counts']['基本满意'], last['valid']
            f['claims'] = [{'unit': last['unit'], 'rate': percent(x, n, 0 if n < 200 else 1), 'text': '组织者公布的比率', 'bound': 'exact' if shape == 'low' else None},
                           {'unit': last['unit'], 'rate': Number(100 * x // n), 'text': '组织者称不低于此数', 'bound': 'at-least'}]
        f['items'] = [t['id'] for t in (pick(self.live) for _ in range(6)) if t['claim'] and t['claim'] < end - 4][:3] if self.live else None
        if shape == 'aspects':
            f['aspects'] = [{'title': '问题是否找准', 'results': [{**u, 'valid': n, 'counts': self.answers(n, n // 10)} for u, n in zip(units, sizes)]},
                            {'title': '长效机制'}]
        if k % 2 == 0:
            f['announced'] = {'date': day(min(TODAY, end + r(1, 10))), 'where': '网站和公告栏'}
        f['small_cell'] = {'cells': {'mode': 'cells'}, 'small': {'mode': 'base'}, 'vote': {'mode': 'none', 'reason': '公开表决，逐项公布。'}}.get(shape)
        if k % 28 == 27:
            f['withdrawn'] = self.withdrawn(TODAY, k)
        self.survey_end[name] = end
        if shape == 'low':
            self.low = [row['unit'] for row in rows[:2]]
            for i, unit in enumerate(self.low):
                self.lookback(unit, name, self.id('cp', k + 2) if i == 0 and more else None, end)
        self.record('surveys', name, f, k, '## 口径\n\n比率按有效回答计算。' if k % 5 == 4 else None)

    def lookback(self, unit, survey, again, end):
        k, self.lookback_count = self.lookback_count, self.lookback_count + 1
        steps = [{'text': '逐条回看不满意的原因', 'due': day(end + 30), 'done': day(end + self.r(10, 40))}, {'text': '补齐整改措施', 'due': day(end + 60)}]
        self.record('lookbacks', self.id('hk', k + 1), {'title': f'第{k + 1}次回头看', 'scope': SCOPES[(k * 2 + k // 5) % 10], 'unit': unit, 'survey': survey,
                    'reasons': '整改进度告知不够，回访不及时。', 'measures': steps, 'resurvey': again}, k)

    # ---- institutions, plans, duties ----
    def institutions(self):
        self.rule_date = {}
        for x in range(self.rules):
            cause, action = CURES[x % 3]
            stage = RULE_STAGES[x // 3 % 9] if action != 'enforced' else 'in-force'
            date, name, practice = TODAY - self.r(10, 300), self.id('zd', x + 1), x % 5 == 4
            known = RULE_STAGES.index(stage) >= 4
            theme = W.THEMES[x % 12]
            self.rule_date[name] = date
            f = {'title': f'第{x + 1}号办法：{theme[1]}管理', 'scope': SCOPES[(x * 7) % 10], 'number': f'虚整发〔2026〕{x + 1}号' if stage in ('issued', 'in-force') else None,
                 'action': action, 'stage': stage, 'origin': 'practice' if practice else 'problem', 'cause': None if practice else cause,
                 'items': self.rule_items.get(x), 'date': day(date) if known else None}
            self.record('institutions', name, f, x, f'## 主要内容\n\n1. {theme[3]}\n2. 每季度检查一次' if x % 4 else None)

    def plans(self):
        self.plan_of = {}
        for k, unit in enumerate(self.fixers):
            if k % 6 == 5:
                continue
            self.plan_of[unit] = name = self.id('fa', k + 1)
            self.record('plans', name, {'title': f'第{k + 1}号整改方案', 'scope': SCOPES[(k * 3) % 10], 'unit': unit, 'phase': 'jd-2', 'heard_from': '服务对象和职工代表',
                        'items': self.plan_items.get(unit, [])[:10], 'adopted': day(TODAY - self.r(100, 240)), 'text': '措施、时限、责任岗位逐项列明。'}, k,
                        '方案全文存档备查。' if k % 4 == 2 else None)

    def duties(self):
        for k in range(max(6, len(self.fixers) // 3)):
            to = ['jiguan'] + [u for u in self.rng.sample(self.fixers, 3) if u != 'jiguan']
            date, done = TODAY - self.r(60, 90), []
            for m, unit in enumerate(to[:k % 4]):            # the head office first, the others after it
                record = f'plans/{self.plan_of[unit]}' if unit in self.plan_of else f'bulletins/{self.id("tb", 1)}'
                done.append({'unit': unit, 'date': day(date + m * 5), 'record': record})
            self.record('duties', self.id('rw', k + 1), {'title': f'第{k + 1}项任务', 'scope': SCOPES[(k * 7) % 10], 'to': to, 'what': '报送整改进展并向群众说明。',
                        'trigger': '阶段结束时', 'phase': f'jd-{k % 4 + 1}', 'fulfilled': done}, k)

    # ---- bulletins and feedback ----
    def bulletins(self):
        self.bulletin_date = {}
        for k in range(max(16, self.n * 6 // 100)):
            kind, date, name = tuple(W.BULLETINS)[k % 4], TODAY - self.r(12, 280), self.id('tb', k + 1)
            self.bulletin_date[name] = date
            shown = [t for t in (self.pick(self.live) for _ in range(6)) if t['scope'] == 'public' or k % 5 == 0][:3] if self.live else []
            rows = ''.join(f'| {m + 1} | [[items/{t["id"]}]] |\n' for m, t in enumerate(shown))
            f = {'title': f'{W.BULLETINS[kind]}第{k + 1}期', 'scope': 'public' if k == 0 else SCOPES[(k * 3) % 10], 'kind': kind, 'number': f'第{k + 1}期', 'date': day(date),
                 'unit': self.pick(self.fixers) if k % 2 else None, 'published_by': 'bangongshi' if k % 3 else f'{W.CITY}公开栏',
                 'window': {'from': day(date + 1), 'to': day(date + self.r(8, 40))} if kind in ('notice', 'report') or k % 8 == 1 else None}
            if k % 13 == 12:
                f['withdrawn'] = self.withdrawn(date + 10, k)
            self.record('bulletins', name, f, k, f'## 本期内容\n\n| 序号 | 事项 |\n|---|---|\n{rows}| 合计 | {len(shown)} 项 |\n\n- 数据截至当期\n- 详见 [{W.CITY}网站]({URL})')

    def feedback(self):
        last = {}
        for f in range(max(60, self.n * 2 // 5)):
            self.one_feedback(f, tuple(W.FEEDBACK)[f % 6], last)

    def one_feedback(self, f, kind, last):
        r, turn, name = self.r, f // 6, self.id('fk', f + 1)
        target = self.pick(self.live) if self.live else None
        if kind == 'objection' and turn < 6:                 # so that even a small site shows the public a disputed item
            target = next((t for t in self.live[turn:] if t['scope'] == 'public' and not t['closed']), target)
        table = 'items' if kind == 'objection' and turn % 8 != 7 else ABOUT[(turn + f) % 10]
        about = f'{table}/' + {'items': lambda: target['id'], 'surveys': lambda: self.pick(tuple(self.survey_end)), 'bulletins': lambda: self.pick(tuple(self.bulletin_date)),
                               'institutions': lambda: self.pick(tuple(self.rule_date)), 'units': lambda: self.pick(self.unit_ids),
                               'consultations': lambda: self.id('zq', r(1, self.consultations)), 'opinions': lambda: self.id('yj', r(1, self.opinion_count))}[table]()
        known = {'items': target and target['raised'], **{t: d.get(about.split('/')[1]) for t, d in
                 (('surveys', self.survey_end), ('bulletins', self.bulletin_date), ('institutions', self.rule_date))}}.get(table)
        closed = target['closed'] if table == 'items' else None
        status = ('answered', 'received', 'answered', 'accepted', 'answered', 'assigned')[turn % 6] if kind == 'objection' else \
            ('answered', 'received', 'accepted', 'assigned')[turn % 4]
        received, latest = r(known if known else TODAY - 100, TODAY), TODAY
        if kind == 'objection' and closed and status == 'answered' and target['notice']:     # within the notice: answered before it closed
            received, latest = r(*target['notice']), closed
        elif kind == 'objection' and closed:                 # unanswered: only after the closing
            if closed == TODAY:
                status = 'answered'
            received = r(min(TODAY, closed + 1), TODAY)
        elif kind == 'objection' and table == 'items' and target['notice']:
            received = r(target['notice'][0], min(TODAY, target['notice'][1]))
        repeats, before = None, last.get(kind)
        if before and turn % 9 == 8 and not closed and not before['closed']:
            about, repeats, received = before['about'], before['id'], r(before['received'], TODAY)
        fields = {'title': f'第{f + 1}件反馈', 'scope': SCOPES[(turn * 7 + f) % 10] if kind != 'objection' else SCOPES[turn % 10], 'about': about, 'kind': kind,
                  'received': day(received), 'summary': W.FEEDBACK[kind], 'status': status}
        if status == 'answered':
            replied = min(latest, received + r(0, 9))
            satisfied = (True, False, False, None)[turn // 2 % 4]
            fields.update({'reply': '已核实，情况见整改页面。', 'replied_on': day(replied), 'outcome': ('solved', 'explained', 'unreachable')[turn % 3], 'satisfied': satisfied})
            if satisfied is False and turn // 2 % 4 == 2:
                fields['rechecked'] = {'by': 'ducha', 'date': day(r(replied, min(TODAY, replied + 12))), 'note': '到场复核，结果属实。'}
        fields['repeats'] = repeats
        if f % 31 == 30:
            fields['withdrawn'] = self.withdrawn(TODAY, f)
        else:
            last[kind] = {'id': name, 'about': about, 'received': received, 'closed': closed}
        self.record('feedback', name, fields, f)
