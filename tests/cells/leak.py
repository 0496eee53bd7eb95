#!/usr/bin/python3
"""A program whose projection forgets small groups is stopped by the gate, before anything is published: leak.py PROGRAM LEAKING_PROGRAM"""
import os
import pathlib
import subprocess
import sys
import tempfile

SURVEY = '''title: 测评
scope: public
measures: support
conductor: d
relation: within
method: census
respondents: own-staff
period: {from: 2026-05-01, to: 2026-05-03}
population: 全体职工
question: 是否支持
options: [满意, 不满意]
positive: [满意]
results:
  - {unit: a, invited: 9, issued: 9, returned: 3, void: 0, valid: 3, counts: {满意: 1, 不满意: 2}}
  - {unit: d, invited: 90, issued: 90, returned: 80, void: 0, valid: 80, counts: {满意: 70, 不满意: 10}}
'''
UNIT = 'title: 单位\nscope: public\ntype: office\nhead: 主任\n'


def main():
    program, leaking = sys.argv[1:]
    failures = []

    def run(which, command, expected, off=''):
        done = subprocess.run([which, command, '--lang', 'en'], cwd=site, capture_output=True, text=True, check=False,
                              env={**os.environ, 'GONGSHI_LEAK': 'small-group', 'GONGSHI_GATES_OFF': off})
        if done.returncode != expected:
            failures.append(f'{command} ended with {done.returncode}, not {expected}:\n{done.stderr}')
        return done.stderr

    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder)
        for name in ('units', 'surveys'):
            (site / 'content' / name).mkdir(parents=True)
        (site / 'site.yaml').write_text('title: 整改公开\norganisation: 某局\nas_of: 2026-06-30\n')
        (site / 'content/units/a.yaml').write_text(UNIT + 'parent: d\n')
        (site / 'content/units/d.yaml').write_text(UNIT)
        (site / 'content/surveys/s.yaml').write_text(SURVEY)
        run(program, 'build', 0)
        before = (site / 'public/manifest.json').read_bytes()
        beside = sorted(path.name for path in site.iterdir())
        for command in ('check', 'build'):
            told = run(leaking, command, 3)
            line = 'data/surveys.json: error: in survey s, "valid" of a is below the threshold and follows from the row itself [cell-derivable]'
            if line not in told:
                failures.append(f'{command} does not say: {line}\nbut\n{told}')
        if (site / 'public/manifest.json').read_bytes() != before:
            failures.append('the published site was touched')
        if sorted(path.name for path in site.iterdir()) != beside:
            failures.append(f'left behind: {sorted(path.name for path in site.iterdir())}')
        # Without JSON among the outputs the gate looks at what it would have held.
        with (site / 'site.yaml').open('a') as config:
            config.write('outputs: [csv]\n')
        run(leaking, 'build', 3)
        run(program, 'build', 0)
        # It was this gate that held.
        run(leaking, 'build', 0, off='cells')
    print('\n'.join(failures) or 'the gate stops a leaking projection')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
