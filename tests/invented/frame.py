# The frame of the invented site: site file, phases, objectives, holidays, pages and units.
import words as W
from base import RULE_STAGES, SCOPES, TODAY, URL, Base, day, emit


class Frame(Base):
    def frame(self):
        site = {'title': f'{W.CITY}整改公示（虚构）', 'organisation': f'{W.CITY}整改工作办公室', 'base_url': URL, 'theme': 'default', 'language': 'zh-CN',
                'timezone': 'Asia/Shanghai', 'as_of': day(TODAY), 'notice': W.NOTICE, 'audiences': ['public', 'system', 'unit', 'internal'],
                'public_only': False, 'licence': 'CC0 1.0', 'next_release': day(TODAY + 31),
                'thresholds': {'satisfaction': 85, 'small_cell': 5, 'headline_base': 30, 'stale_days': 60, 'start_days': 15, 'notice_days': 5},
                'rules': {'missing-lead': {'level': 'warning', 'reason': '部分牵头岗位正在调整。'}}, 'categories': list(W.CATEGORIES),
                'contact': {'email': 'gongshi@example.org', 'address': f'{W.CITY}示例路1号', 'hours': '工作日9时至17时', 'tested_on': day(TODAY - 15)},
                'oversight': {'form_url': URL + 'form'}, 'government': {'host': f'{W.CITY}整改工作办公室', 'undertaker': f'{W.CITY}信息中心'}}
        out = ['# An invented site, written by tests/invented/make.py. Do not edit.']
        emit(out, site)
        self.file('site.yaml', '\n'.join(out) + '\n')
        for k, word in enumerate(('照片说明', '验收记录', '回访汇总')):
            self.file(f'content/files/zhengju-{k + 1}.txt', f'{word}：为测试而虚构。\n')
        for k, (title, state, start, end) in enumerate((('摸底排查', 'completed', -365, -250), ('集中整治', 'completed', -249, -120),
                                                        ('巩固提升', 'current', -119, 60), ('总结评估', 'planned', 61, 150))):
            self.record('phases', f'jd-{k + 1}', {'title': title, 'scope': 'public', 'from': day(TODAY + start), 'to': day(TODAY + end), 'state': state,
                                                  'aim': f'{title}：问题有清单，责任到岗位。', 'order': k + 1}, -1)
        for k in range(8):
            self.record('objectives', f'mb-{k + 1}', {'title': f'{W.CATEGORIES[k % 6]}目标之{k + 1}', 'scope': SCOPES[k], 'unit': 'dangzu',
                        'text': None if k % 2 else f'围绕{W.CATEGORIES[k % 6]}补短板。', 'order': k + 1}, -1,
                        f'## 目标说明\n\n1. 找准问题\n2. 按期整改\n\n见 [[phases/jd-{k % 4 + 1}]]。' if k % 2 else None)
        for year, off, on in ((2025, ('2025-01-01', '2025-05-01', '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-06', '2025-10-07'), ('2025-09-28',)),
                              (2026, ('2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-05-01'), ('2026-02-14', '2026-05-09'))):
            self.record('holidays', f'jiaqi-{year}', {'title': f'{year}年放假安排（虚构）', 'scope': 'public', 'days_off': list(off), 'workdays': list(on)}, -1)
        for k, (name, title) in enumerate((('guanyu', '关于本站'), ('koujing', '统计口径'), ('liucheng', '整改流程'), ('neibu', '内部说明'))):
            self.record('pages', name, {'title': title, 'scope': SCOPES[k] if k < 3 else 'internal', 'order': k + 1}, -1,
                        f'## {title}\n\n{W.NOTICE}\n\n| 阶段 | 说明 |\n|---|---|\n| 摸底 | [[phases/jd-1]] |\n| 整治 | [[phases/jd-2]] |\n\n- 数据有依据\n- 变更有记录')
        self.units()

    def units(self):
        size = max(12, min(300, self.n * 30 // 400))    # 12: so that every type of unit occurs
        fixed = (('dangzu', '党组', 'party-group', None), ('lingdao', '整改工作领导小组', 'leading-group', 'dangzu'),
                 ('bangongshi', '整改工作办公室', 'working-office', 'lingdao'), ('ducha', '督查组', 'supervision-group', None),
                 ('jiguan', '机关', 'office', 'dangzu'), ('waibu', '第三方评估机构', 'external', None))
        self.unit_ids, self.fixers, affiliated = [], [], []
        for k in range(size):
            if k < 6:
                name, title, kind, parent = fixed[k]
            else:
                kind = ('affiliated-unit', 'group', 'branch', 'other', 'affiliated-unit', 'affiliated-unit')[k % 6]
                name, title = f'dw-{k + 1:03d}', f'{W.PLACES[k % 12]}第{k + 1}{W.UNIT_KINDS[kind]}'
                parent = self.pick(affiliated) if kind == 'branch' and affiliated else 'dangzu'
                affiliated += [name] if kind == 'affiliated-unit' else []
            self.unit_ids.append(name)
            self.fixers += [name] if name not in ('ducha', 'waibu') else []
            head = None if k % 13 == 12 else W.POSTS[0]
            self.record('units', name, {'title': W.CITY + title, 'scope': 'public' if k < 6 else SCOPES[k % 10], 'type': kind,
                        'size': 6 + k if kind == 'group' else None, 'parent': parent, 'head': head, 'not_stated': None if head else ['head'],
                        'phone': '000-00000000' if k == 4 else None, 'order': k + 1, 'sort_key': f'dw{k + 1:03d}' if k % 5 == 0 else None,
                        'aliases': [f'{k + 1}号单位'] if k % 6 == 1 else None}, k, f'负责{W.CATEGORIES[k % 6]}方面的工作。' if k % 8 == 7 else None)
        self.rules = max(30, self.n // 10)
        self.pool = [[x for x in range(self.rules) if x % 3 == a and x % 5 != 4 and (a == 2 or RULE_STAGES[x // 3 % 9] not in ('planned', 'repealed'))]
                     for a in range(3)]
