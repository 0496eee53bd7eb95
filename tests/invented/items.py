# The items of the invented site. Each lives one of the stories below, so that every status and flag of design 3 occurs.
import words as W
from base import CURES, SCOPES, TODAY, URL, Base, day, rounds

# ---- values of the enumerations (design 10) that are dealt out in turn ----
CLASSES = ('immediate', 'by-deadline', 'stepwise')
ORIGINS = ('inspection', 'audit', 'petition', 'self-found', 'plan')                # and opinion, every second item
OPEN_STAGES = ('on-agenda', 'tasked', 'decided', 'put-forward', 'preliminary-approval', 'drafting', 'set-up', 'issued', 'in-force', 'improving')
METHODS = ('on-site', 'documents', 'call-back', 're-test')
POSITIONS = ('agrees', 'in-principle', 'in-part', 'disagrees')

# ---- the life of an item, by story: weight, steps, the last step so many days before as-of, class, deadline ----
# Steps: S started, P progress, M measures done, C p s claimed in full, in part, in stages, A accepted, R acceptance returned,
# I i u inspection returned, passed, under way, N notice, X closed, O reopened, E extension, L leaves (merged, split, withdrawn).
# Deadline: ahead or behind as-of, between claim and as-of, early (before the claim), soft and soft-late (month or year only), ext…
GAPS = {'S': (2, 9), 'P': (4, 20), 'M': (2, 10), 'C': (1, 8), 'p': (1, 8), 's': (1, 8), 'N': (1, 4), 'X': (1, 5), 'O': (8, 25)}
STORIES = {
    'fresh': (3, '', (0, 12), 'immediate', ''), 'idle': (1, '', (30, 58), 'immediate', ''), 'idle-stale': (1, '', (70, 120), 'by-deadline', 'ahead'),
    'undated': (1, '', (0, 0), 'stepwise', ''), 'undated-now': (1, '', (0, 0), 'immediate', ''), 'started': (3, 'S', (0, 50), '', ''),
    'progress': (2, 'P', (0, 50), '', ''), 'measure': (2, 'M', (0, 50), '', ''), 'tasked': (2, '', (0, 40), '', ''),
    'active': (9, 'SPP', (0, 50), 'by-deadline', 'ahead'), 'late': (2, 'SP', (3, 50), 'by-deadline', 'behind'),
    'stale': (2, 'SP', (62, 150), '', 'ahead'), 'extended': (2, 'SPE', (12, 40), 'by-deadline', 'ext-ahead'),
    'extended-late': (1, 'SEPE', (25, 50), 'by-deadline', 'ext-behind'), 'asked': (1, 'SPE', (15, 40), 'by-deadline', 'ext-asked'),
    'ext-refused': (1, 'SPE', (15, 40), 'by-deadline', 'ext-refused'), 'claimed': (4, 'SPMC', (0, 40), '', 'ahead'),
    'claimed-in-time': (1, 'SPMC', (10, 40), 'by-deadline', 'between'), 'claimed-late': (1, 'SPMC', (2, 40), 'by-deadline', 'early'),
    'partial': (2, 'SPp', (0, 50), '', 'ahead'), 'stages': (2, 'SPsPs', (0, 50), '', 'ahead'), 'accepted': (3, 'SPMCA', (0, 40), '', ''),
    'accepted-late': (1, 'SPMCA', (2, 40), 'by-deadline', 'behind'), 'in-notice': (4, 'SPMCAN', (0, 13), '', ''),
    'notice-open': (0, 'SPMCAN', (5, 30), '', ''), 'notice-over': (3, 'SPMCAN', (18, 50), '', ''), 'done': (30, 'SPPMCANX', (0, 160), '', ''),
    'not-applicable': (1, 'CANX', (0, 150), '', ''), 'refused': (1, 'CANX', (0, 150), '', ''), 'unfounded': (1, 'SCANX', (0, 150), '', ''),
    'returned': (2, 'SPMCR', (0, 40), '', ''), 'returned-check': (1, 'SPMCAI', (0, 40), '', ''), 'returned-undated': (1, 'SPMC', (5, 40), '', ''),
    'returned-notice': (1, 'SPMCANI', (0, 9), '', ''), 'reclaimed': (2, 'SPMCRPC', (0, 40), '', 'ahead'),
    'again-done': (3, 'SPMCRPCANX', (0, 100), '', ''), 'reopened': (2, 'SPMCANXO', (0, 50), '', ''), 'reopened-claimed': (1, 'SPMCANXOPC', (0, 50), '', 'ahead'),
    'reopened-done': (2, 'SPMCANXOPCANX', (0, 60), '', ''), 'inspected': (1, 'SPIP', (0, 50), '', ''), 'checked': (2, 'SPuPi', (0, 50), '', ''),
    'months': (0, '', (0, 0), 'by-deadline', 'soft-late'), 'soft': (1, 'SP', (0, 50), 'by-deadline', 'soft'),
    'soft-late': (1, 'SP', (5, 50), 'by-deadline', 'soft-late'), 'sourced': (1, 'S', (0, 50), 'by-deadline', 'none'),
    'withdrawn': (1, 'SL', (0, 90), '', ''), 'merged': (1, 'SPL', (30, 60), '', ''), 'survivor': (0, 'SP', (0, 50), '', 'ahead'),
    'split': (1, 'SPL', (20, 45), '', 'ahead'), 'child': (0, 'S', (0, 0), '', 'ahead'), 'child-idle': (0, '', (0, 0), 'stepwise', ''),
    'continued': (1, 'SPMCANX', (45, 70), '', ''), 'continuing': (0, 'SP', (0, 0), '', 'ahead'),
}
TOGETHER = {'merged': ('merged', 'survivor'), 'split': ('split', 'child', 'child-idle'), 'continued': ('continued', 'continuing')}
FOLLOWERS = {name for group in TOGETHER.values() for name in group[1:]}
# Stories whose first item is public, so that even a small site shows every status and flag to the public.
SHOWN = {'fresh', 'idle', 'idle-stale', 'undated', 'started', 'active', 'late', 'extended', 'claimed', 'claimed-in-time', 'partial', 'stages', 'accepted',
         'in-notice', 'notice-over', 'done', 'not-applicable', 'refused', 'unfounded', 'returned', 'returned-check', 'reclaimed', 'again-done', 'reopened',
         'merged', 'survivor', 'split', 'child', 'child-idle', 'withdrawn', 'continued', 'continuing'}


class Items(Base):
    def items(self):
        groups = [TOGETHER.get(name, (name,)) for name in STORIES if name not in FOLLOWERS]
        weights = [STORIES[group[0]][0] for group in groups]
        queue, order, shown = groups + [('withdrawn',)] * 3, [], set()     # each story once (withdrawn once for each kind), then by weight
        while len(order) < self.n:
            group = queue.pop(0) if queue else self.rng.choices(groups, weights)[0]
            order += group if len(order) + len(group) <= self.n else ('active',)
        rest = 10 * (6 * self.n - 10 * len(SHOWN)) // max(1, self.n - len(SHOWN))      # so that 60 of 100 items are public
        before = {}
        for i, story in enumerate(order):
            public = story in SHOWN and story not in shown or self.r(1, 100) <= rest
            shown.add(story)
            before = self.item(i, story, 'public' if public else ('system', 'unit', 'internal', None)[i % 4], before)

    def steps(self, steps, last, at):
        """Days of the steps, the last of them `last` days before as-of; with `at`, counted from that day on instead."""
        t, events = 0, []
        for k, step in enumerate(steps):
            if step == 'X':
                t = events[-1][2]
            t += self.r(*GAPS.get(step, (3, 9)) if k else (2, 9))
            events.append((step, t, t + self.r(13, 17) if step == 'N' else None))    # 14 days or more: always over 5 working days
        start = TODAY - last - t if at is None else at
        return start, [(step, start + a, b and start + b) for step, a, b in events]

    def item(self, i, story, scope, before):
        _, steps, last, cls, limit = STORIES[story]
        r, pick, name = self.r, self.pick, self.id('zg', i + 1)
        at = None                                            # followers enter when what they follow allows it
        if story in FOLLOWERS:
            at = {'survivor': before['raised'] + r(0, 5), 'continuing': (before['closed'] or 0) + r(3, 9)}.get(story, before['end'])
        raised, events = self.steps(steps, r(*last), at)
        if limit == 'soft-late':                             # found so early that a limit in 2025 is possible
            raised = min(raised, TODAY - 290 - r(0, 60))
        end = events[-1][1] if events else raised
        when = {}
        for step, a, b in events:
            when.setdefault(step, []).append((a, b))
        undated, months = story.startswith('undated'), story == 'months'
        cls = cls or CLASSES[i % 3]
        theme = W.THEMES[(i * 5 + i // 12) % 12]
        unit = before['unit'] if story in FOLLOWERS else pick(self.fixers)
        body = ('ducha', 'waibu', 'ducha', 'dangzu')[i % 4]
        partners = [p for p in {pick(self.fixers): 1, pick(self.fixers): 1} if p != unit and p != 'dangzu'] if i % 4 == 1 else []
        if unit == 'dangzu':                                 # nothing above it but the bodies outside
            body = 'ducha'
        place = f'{pick(W.PLACES)}{i + 1}号点位'
        f = {'title': f'{place}{theme[1]}{theme[2]}', 'scope': scope}
        opinions, plain = [], undated or months or story in ('sourced', 'withdrawn', 'child', 'child-idle')
        origin = 'opinion' if i % 2 == 0 and not plain else ORIGINS[i // 2 % 5]
        if story in FOLLOWERS and before['opinions'] and story != 'continuing':
            origin, opinions = 'opinion', before['opinions'] if story == 'survivor' else (before['opinions'][story == 'child-idle'::2] or before['opinions'])
            for j in opinions:
                self.opinions[j][0].append(name)
        if origin == 'opinion' and (not opinions or story == 'survivor'):
            for _ in range(r(2, 4)):
                if len(self.opinions) < self.n * 2:
                    opinions = opinions + [len(self.opinions)]
                    self.opinions.append(([name], raised, unit, theme[0]))
            origin = origin if opinions else 'inspection'
        f['problem'] = None if origin == 'plan' and i % 4 == 1 else f'{pick(W.WHO)}反映{place}{theme[1]}{theme[2]}，影响日常生活。'
        f['analysis'] = pick(W.ANALYSES) if i % 3 == 1 else None
        f['origin'] = origin
        f['opinions'] = [self.id('yj', j + 1) for j in opinions if j % 3 != 2]      # the rest is linked from the opinion's side
        f.update({'category': theme[0], 'objective': f'mb-{i % 8 + 1}', 'phase': f'jd-{i % 3 + 1}', 'class': cls, 'horizon': ('near', 'medium', 'long')[i // 3 % 3],
                  'urgency': ('high', 'normal', 'low')[i % 3], 'difficulty': ('high', 'normal', 'low')[i // 2 % 3],
                  'condition': ('present', 'with-effort', 'limited')[i // 4 % 3], 'priority': i % 5 == 0 or None})
        pressure, recurrent = (None, 'strong', None, 'long-standing', None, None)[i % 6], True if i % 10 == 7 else False if i % 10 == 2 else None
        f.update({'pressure': pressure, 'recurrent': recurrent, 'unit': unit, 'partners': partners, 'lead': W.POSTS[1 + i % 3]})
        not_stated = ['lead'] if story == 'sourced' or i % 40 == 7 else []
        if not_stated:
            f['lead'] = None
            f['waivers'] = [{'code': 'missing-lead', 'field': 'lead', 'reason': '牵头岗位正在调整。'}] if i % 40 == 7 else None

        # measures
        done = when['M'][0][0] if 'M' in when else None
        whole = 'M' in when and steps != 'M'
        measures = []
        for m in range(r(1, 3) + (steps == 'M')):
            mine = done - (m % 2) if done and (whole or m == 0) else when['p'][0][0] - 1 if 'p' in when and m == 0 else None
            moving = story == 'tasked' or any(s in 'SP' for s in steps) and i % 2 and 'C' not in steps
            measures.append({'text': f'{theme[3]}（第{m + 1}项）', 'result': pick(W.RESULTS) if m % 2 == 0 else None,
                             'due': None if undated else day(raised + r(30, 90)), 'done': '2026-02' if months else day(mine),
                             'stage': ('done' if i % 2 else None) if mine or months else self.turn('stage', OPEN_STAGES) if moving and m == 0 else None})
        f['measures'] = measures
        if not undated:
            known = story not in ('progress', 'measure') and i % 12 != 11 or steps == ''     # some enter on their earliest date
            f['raised'] = {'date': '2025' if months else day(raised), 'by': body, 'number': f'XG-{i + 1:06d}' if i % 4 == 2 else None} if known else None
            if i % 3 == 2 and not months:
                f['response'] = {'position': POSITIONS[i // 3 % 4], 'date': day(min(raised + r(0, 2), TODAY)), 'text': '已组织研究，按职责办理。'}
        if i % 6 == 4:
            of = r(20, 200)
            entries = [{'date': day(a), 'n': of // 4} for a, b in when.get('P', ())[:2]]
            f['quantity'] = {'of': of, 'unit': '处', 'done': [{'date': day(done), 'n': of}] if whole else entries}
        if i % 7 == 5:
            f['target'] = {'text': '回访认可率达到目标', 'value': 80 + i % 20, 'unit': '%'}
        f['started'] = '2026-01' if months else day(when['S'][0][0]) if 'S' in when else None

        # deadline and extensions
        ext = [a for a, b in when.get('E', ())]
        claim = when['C'][-1][0] if 'C' in when else end
        deadline = None
        if ext:
            deadline, f['extensions'] = ext[0] + r(3, 9), []
            for k, a in enumerate(ext):
                final = k == len(ext) - 1
                to = ext[1] + r(3, 10) if not final else TODAY - r(1, 5) if limit == 'ext-behind' else TODAY + r(20, 100)
                state = {'ext-asked': 'asked', 'ext-refused': 'refused'}.get(limit, 'granted' if i % 2 else None)
                f['extensions'].append({'to': day(to), 'date': day(a), 'by': body, 'reason': '雨季施工条件不足。', 'state': state})
        elif limit == 'ahead':
            deadline = TODAY + r(10, 120)
        elif limit == 'behind':
            deadline = max(raised + 5, TODAY - r(1, 40))
        elif limit == 'between':
            deadline = claim + r(0, TODAY - 1 - claim)
        elif limit == 'early':
            deadline = claim - r(1, 4)
        elif not limit and cls == 'by-deadline':
            deadline = raised + r(60, 150)
        f['deadline'] = {'soft': ('2026-06', '2026', '2026-08')[i // 2 % 3], 'soft-late': ('2026-05', '2025', '2025-12')[i % 3]}.get(limit, day(deadline))
        if months:
            f['deadline'] = '2026-05'
        f['deadline_kind'] = ('set', 'estimated')[i % 2] if f['deadline'] else None
        if limit == 'none':
            f['source'] = {'document': f'{W.CITY}整改工作通报', 'place': '第2页'}
            not_stated.append('deadline')
        if cls == 'stepwise':
            f['explanation'] = '目前条件不完全具备。\n将分步推进，每一步都向社会说明。' if i % 2 else '目前条件不完全具备，将分步推进。'
            f['next_step'] = {'text': '完成可行性论证', 'due': day(TODAY + r(20, 180))}
            f['path'] = {'investigation': '走访摸底', 'direction': '明确方向', 'plan': '拟订方案', 'policy': '争取政策'} if i % 2 else None
        if i % 9 == 4:
            f['participation'] = {'finding': f'consultations/{self.id("zq", 1)}', 'planning': '邀请代表参与方案讨论', 'correcting': '现场开放日',
                                  'judging': f'surveys/{self.id("cp", 1)}'}

        # what happened
        f['progress'] = [self.progress(i, k, day(a), 'A' in when or months) for k, (a, b) in enumerate(when.get('P', ()))]
        if months:
            f['progress'] = [self.progress(i, 0, '2026-02', True)]
        claims = sorted((a, e) for s, e in (('C', 'full'), ('p', 'partial'), ('s', 'staged')) for a, b in when.get(s, ()))
        as_ = story if story in ('not-applicable', 'refused', 'unfounded') else 'done'
        text = '已按措施完成整改，申请验收。' if as_ == 'done' else W.REASONS[as_]
        f['claimed'] = rounds([{'date': day(a), 'text': text, 'extent': None if e == 'full' and i % 2 else e} for a, e in claims], i) if claims else None
        judged = sorted((a, s) for s in 'AR' for a, b in when.get(s, ()))
        f['acceptance'] = rounds([self.acceptance(i, body, day(a), s) for a, s in judged], i) if judged else None
        notices = when.get('N', ())
        f['notice'] = rounds([self.notice(i, body, day(a), None if story == 'notice-open' else day(b)) for a, b in notices], i) if notices else None
        closed = [a for a, b in when.get('X', ())]
        f['closed'] = rounds([{'date': day(a), 'by': body, 'as': None if as_ == 'done' and i % 2 else as_,
                               'reason': W.REASONS[as_] if as_ != 'done' or i % 3 == 0 else None} for a in closed], i) if closed else None
        if months:
            f['claimed'] = {'date': '2026-03', 'text': text}
            f['acceptance'] = self.acceptance(i, body, '2026-03', 'A')
            f['notice'], f['closed'] = self.notice(i, body, '2026-04-08', '2026-04-21'), {'date': '2026-05', 'by': body, 'as': 'done'}
        f['effect'] = theme[4] + '。' if months or closed and as_ == 'done' else None
        f['reopened'] = [{'date': day(a), 'reason': pick(W.REOPENED)} for a, b in when.get('O', ())]
        checks = sorted((a, s) for s in 'Iiu' for a, b in when.get(s, ()))
        f['inspections'] = [{'date': day(a), 'by': body, 'result': {'I': 'returned', 'i': 'passed', 'u': 'under-way'}[s],
                             'note': pick(W.REFUSALS) if s == 'I' else '按计划检查。'} for a, s in checks]
        if story == 'returned-undated':
            f['inspections'].append({'by': body, 'result': 'returned', 'note': W.REFUSALS[0]})
            not_stated.append('inspections.date')

        # cause and cure, relations, changes
        if pressure or recurrent or i % 8 == 3:
            kind = i // 2 % 3
            f['cause'] = CURES[kind][0]
            if i % 5 == 3:
                f['no_institution'] = '属个别管理疏漏，现有制度足以约束。'
            else:
                rule = pick(self.pool[kind])
                f['institutions'] = [self.id('zd', rule + 1)] if i % 3 != 2 else None
                if i % 3 != 0:
                    self.rule_items.setdefault(rule, []).append(name)
        f['related'] = [pick(self.live)['id']] if i % 13 == 6 and self.live else None
        f['continues'] = before['id'] if story == 'continuing' else None
        if story == 'merged':
            f['merged_into'] = {'item': self.id('zg', i + 2), 'date': day(end), 'reason': '同一地点的同类问题合并办理。'}
        if story == 'split':
            f['split_into'] = {'items': [self.id('zg', i + 2), self.id('zg', i + 3)], 'date': day(end), 'reason': '责任不同，分开办理。'}
        f['withdrawn'] = self.withdrawn(end, i) if story == 'withdrawn' else None
        if f.get('raised') and i % 5 == 1 and not months and not closed and story not in FOLLOWERS:
            field = self.turn('move', ('unit', 'class', 'scope') if scope else ('unit', 'class'))
            others = {'unit': self.fixers, 'class': CLASSES, 'scope': SCOPES[:8]}[field]
            f['moves'] = [{'date': day(min(raised + 1, TODAY)), 'field': field, 'from': pick([o for o in others if o != f[field]]), 'to': f[field],
                           'reason': '职责和情况核对后调整。', 'by': 'ducha'}]
        if i % 8 == 2 and not undated and not months:
            f['revisions'] = [{'date': day(end), 'kind': ('correction', 'revision', 'redaction')[i // 8 % 3], 'fields': ['category'], 'reason': '核对原始登记。', 'by': unit}]
        f['by_editor'] = ['class'] if i % 6 == 5 else None
        f['not_stated'] = not_stated
        text = None
        if i % 3 == 0:
            text = f'## 情况说明\n\n{place}的{theme[1]}属于{theme[0]}。\n\n| 项目 | 内容 |\n|---|---|\n| 问题 | {theme[2]} |\n| 办法 | {theme[3]} |\n\n1. 先摸底\n2. 再整改'
            links = [f'[[items/{pick(self.live)["id"]}]]'] if self.live else []
            links += [f'[[opinions/{self.id("yj", opinions[0] + 1)}]]'] if opinions else []
            text += '\n\n另见：' + '、'.join(links) if links else ''
        self.record('items', name, f, i, text, f'{day(raised)[:4]}/')
        me = {'id': name, 'n': i, 'scope': scope, 'raised': raised, 'notice': notices[-1] if notices and story != 'notice-open' else None, 'closed': closed[-1] if closed else None,
              'reopened': 'O' in when, 'end': end, 'claim': claim if 'C' in when else None, 'unit': unit, 'opinions': opinions}
        if story not in ('merged', 'split', 'withdrawn', 'months'):
            self.live.append(me)
        if not f.get('withdrawn'):
            self.plan_items.setdefault(unit, []).append(name)
        return me if story not in ('child', 'survivor', 'continuing') else before

    def progress(self, i, k, date, proven):
        evidence = [{'title': self.pick(W.EVIDENCE), 'url': f'{URL}evidence/{i + 1}-{k + 1}.jpg', 'kind': '照片'}]
        if i % 5 == 1:
            evidence.append({'title': W.EVIDENCE[2], 'file': f'zhengju-{i % 3 + 1}.txt', 'kind': '文件'})
        if i % 4 == 0:                                       # seen on the spot: those acceptances are on site
            evidence.append({'title': W.EVIDENCE[1], 'where': '政务大厅一楼资料架'})
        return {'date': date, 'text': W.DONE[(i + k) % 5], 'evidence': evidence if proven and k == 0 or (i + k) % 2 else None}

    def acceptance(self, i, body, date, step):
        return {'by': body, 'date': date, 'result': 'accepted' if step == 'A' else 'returned', 'method': METHODS[i % 4],
                'note': self.pick(W.REFUSALS) if step == 'R' else '逐项核对，予以通过。' if i % 2 else None,
                'evidence': [{'title': '验收记录', 'url': f'{URL}acceptance/{i + 1}.pdf', 'kind': '文件'}] if i % 3 == 0 else None}

    def notice(self, i, body, start, end):
        return {'from': start, 'to': end, 'channels': ['网站', '公告栏'] if i % 2 else ['网站'], 'recipient': body if i % 3 else f'{W.CITY}公开意见窗口',
                'contact': '政务大厅一楼意见箱'}
