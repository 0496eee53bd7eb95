#!/usr/bin/python3
"""Is anybody pinned? Builds sites of random polls with the program and plays the outsider: from the written files alone, a linear
programme (GLPK) finds for each withheld cell the largest number that it can be. That must be the threshold at least, and what the
closed form says, on which the program's own audit rests. Usage: outsider.py PROGRAM SCRATCH [--polls N]"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys

from polls import read_tables, write_site

NO_LIMIT = 100000
MOST_ASKED = 40                      # cells a poll, the smallest first


class Table:
    """What the files say of one poll, column by column: cells are (unit, column), a column a tuple of options."""

    def __init__(self, poll, rows, parents):
        self.poll, self.rows = poll, rows
        self.options = range(len(poll.options))
        negative = [k for k in self.options if poll.options[k] not in poll.positive + poll.excluded]
        positive = [k for k in self.options if poll.options[k] in poll.positive]
        excluded = [k for k in self.options if poll.options[k] in poll.excluded]
        self.ballots, self.base = tuple(self.options), tuple(positive + negative)
        self.groups = [tuple(group) for group in (positive, negative, excluded) if group]
        self.columns = list(dict.fromkeys([self.ballots, self.base, *self.groups, *((k,) for k in self.options)]))
        self.total = {}
        for unit in rows:
            above = parents.get(unit)
            while above is not None and above not in rows:
                above = parents.get(above)
            self.total[unit] = above
        self.leaves = [unit for unit in rows if unit not in self.total.values()]
        self.known = {(unit, column): value for unit, row in rows.items() for column, value in self.read(row).items()}

    def read(self, row):
        """The columns that a row gives."""
        known = {}
        if 'valid' in row:
            known[self.ballots] = row['valid']
            if not self.poll.excluded:
                known[self.base] = row['valid']
        for option, count in row.get('counts', {}).items():
            known[(self.poll.options.index(option),)] = count
        if 'counts' in row:
            for group in (self.base, *self.groups):
                known[group] = sum(row['counts'][self.poll.options[k]] for k in group)
        if row.get('satisfied') is not None:     # with its rate: the whole class of groups, as the base follows from the two
            unit = row['unit']
            for group in (self.base, *self.groups):
                known[group] = self.truth(unit, group)
            known[self.groups[0]] = row['satisfied']
        return known

    def truth(self, unit, column):
        return sum(self.poll.rows[unit][k] for k in column)

    def rest(self, unit, column):
        """What is left of the nearest total that shows the column, less all below it that show it."""
        near = self.total[unit]
        while near is not None and (near, column) not in self.known:
            near = self.total[near]
        if near is None:
            return NO_LIMIT
        return self.known[near, column] - sum(self.known[part, column] for part in self.shown_below(near, column))

    def shown_below(self, unit, column):
        for part, above in self.total.items():
            if above == unit:
                if (part, column) in self.known:
                    yield part
                else:
                    yield from self.shown_below(part, column)

    def closed_form(self, unit, column):
        """The least of what shows of the cell, its group and its row, or of the rests that they are in."""
        chain = [wider for wider in self.columns if set(column) <= set(wider)]
        return min(self.known[unit, wider] if (unit, wider) in self.known else self.rest(unit, wider) for wider in chain)

    def withheld(self):
        """Cells of single rows that are somebody's and do not show, the smallest first."""
        guarded = [self.ballots, self.base] if self.poll.mode == 'base' else self.columns
        cells = [(unit, column) for unit in self.leaves for column in guarded
                 if (unit, column) not in self.known and self.truth(unit, column) > 0]
        return sorted(cells, key=lambda cell: self.truth(*cell))

    def people(self, unit):
        """The unknowns whose sum is a row: its own people and those of the rows below it, option by option."""
        return [unit] + [below for part, above in self.total.items() if above == unit for below in self.people(part)]

    def constraints(self, number):
        for (unit, column), value in self.known.items():
            yield ' + '.join(f'x{number}_{other}_{k}' for other in self.people(unit) for k in column) + f' = {value}'


def solve(tables, asked, folder):
    """One linear programme for all tables, which share no unknown: the largest sum of one asked cell each."""
    lines = ['Maximize']
    terms = [f'x{i}_{unit}_{k}' for i, (unit, column) in asked.items() for k in column]
    lines += ['goal: ' + '\n + '.join(terms), 'Subject To']
    lines += [constraint.replace(' + ', '\n + ') for i in asked for constraint in tables[i].constraints(i)]
    lines.append('Bounds')
    lines += [f'x{i}_{unit}_{k} <= {NO_LIMIT}' for i in asked for unit in tables[i].rows for k in tables[i].options]
    (folder / 'cells.lp').write_text('\n'.join(lines) + '\nEnd\n')
    done = subprocess.run(['glpsol', '--lp', folder / 'cells.lp', '--write', folder / 'cells.sol'], capture_output=True, text=True, check=False)
    if 'OPTIMAL LP SOLUTION FOUND' not in done.stdout and 'OPTIMAL SOLUTION FOUND' not in done.stdout:
        sys.exit(f'glpsol found no optimum:\n{done.stdout[-2000:]}')
    # --write lists values by the number of the column, in the order in which the file names them.
    names = list(dict.fromkeys(re.findall(r'x\d+_\w+', (folder / 'cells.lp').read_text())))
    values = [float(line.split()[3]) for line in (folder / 'cells.sol').read_text().splitlines() if line.startswith('j ')]
    at = dict(zip(names, values, strict=True))
    return {i: round(sum(at[f'x{i}_{unit}_{k}'] for k in column), 4) for i, (unit, column) in asked.items()}


def judge(program, folder, seed, small_cell, polls, failures):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    made = write_site(folder, seed, small_cell, polls)
    done = subprocess.run([program, 'build', '--site', folder / 'site.yaml', '--quiet'], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f'the build ended with {done.returncode}:\n{done.stderr[-2000:]}')
    rows, parents = read_tables(folder)
    tables = [Table(made[name], rows[name], parents) for name in sorted(made)]
    for table in tables:
        for (unit, column), value in table.known.items():
            if value != table.truth(unit, column):
                failures.append(f'{table.poll.name} {unit} {column}: shows {value}, truth is {table.truth(unit, column)}')
    asked = [table.withheld()[:MOST_ASKED] for table in tables]
    small = 0
    for turn in range(MOST_ASKED):
        cells = {i: table_cells[turn] for i, table_cells in enumerate(asked) if turn < len(table_cells)}
        if not cells:
            break
        for i, most in solve(tables, cells, folder).items():
            table, (unit, column) = tables[i], cells[i]
            small += table.truth(unit, column) < small_cell
            said = table.closed_form(unit, column)
            where = f'{table.poll.name} ({table.poll.mode}) {unit} {[table.poll.options[k] for k in column]}'
            if most < small_cell:
                failures.append(f'{where}: can only be {most} at most')
            if min(said, NO_LIMIT) != min(most, NO_LIMIT):
                failures.append(f'{where}: the closed form says {said}, the linear programme {most}')
    cells = sum(map(len, asked))
    print(f'threshold {small_cell}: {len(tables)} tables, {cells} withheld cells, {small} of them small')
    if len(tables) < polls * 0.9 or small < polls:
        failures.append('too few tables or small cells to prove anything')
    bites(tables, small_cell, folder, failures)


def reveal(table):
    """The table with one withheld number put back that pins a small cell, and that cell; nothing if no single number does."""
    for unit, column in table.withheld():
        if table.truth(unit, column) < table.closed_form(unit, column):
            for other in table.leaves:
                if other != unit and (other, column) not in table.known:
                    table.known[other, column] = table.truth(other, column)
                    if table.closed_form(unit, column) == table.truth(unit, column):
                        return unit, column
                    del table.known[other, column]
    return None


def bites(tables, small_cell, folder, failures):
    """With a cover taken away, both ways must find the cell pinned."""
    cells = {i: reveal(table) for i, table in enumerate(tables)}
    cells = {i: cell for i, cell in cells.items() if cell and tables[i].truth(*cell) < small_cell}
    pinned = [i for i, most in solve(tables, cells, folder).items() if most == tables[i].truth(*cells[i])]
    print(f'threshold {small_cell}: {len(pinned)} of {len(cells)} cells pinned once a cover is shown')
    if len(pinned) != len(cells) or not cells:
        failures.append('showing a cover did not pin what it covered')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('program')
    parser.add_argument('scratch', type=pathlib.Path)
    parser.add_argument('--polls', type=int, default=180)
    arguments = parser.parse_args()
    failures = []
    for seed, small_cell in ((1, 5), (2, 3)):
        judge(arguments.program, arguments.scratch / str(small_cell), seed, small_cell, arguments.polls, failures)
    print('\n'.join(failures[:40]))
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
