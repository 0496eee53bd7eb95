"""The open data read back by readers that share nothing with the program: csv, json, zipfile and sqlite3 of Python, openpyxl.

Cells are None, WITHHELD, NOT_STATED, str, int, Decimal, bool, or a date; what a column holds is what datapackage.json says of it."""
import csv
import datetime
import io
import json
import pathlib
import sqlite3
from decimal import Decimal

import openpyxl

WITHHELD, NOT_STATED = 'withheld', 'not stated'


class Mark:
    """A cell that holds no value, and why."""
    def __init__(self, why):
        self.why = why

    def __repr__(self):
        return f'<{self.why}>'


MARKS = {'': None, '[c]': Mark(WITHHELD), '[x]': Mark(NOT_STATED)}


def typed(text, field):
    """The text of a CSV cell as the descriptor types it."""
    if text in MARKS:
        return MARKS[text]
    kind = field['type']
    if kind == 'integer':
        return int(text)
    if kind == 'number':
        return Decimal(text)
    if kind == 'boolean':
        return {'true': True, 'false': False}[text]
    if kind == 'date' or ('pattern' in field.get('constraints', {}) and len(text) == 10):
        return datetime.date.fromisoformat(text)
    return text


class Package:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.descriptor = json.loads((self.folder / 'datapackage.json').read_text(encoding='utf-8'))
        self.schemas = {r['name']: r['schema'] for r in self.descriptor['resources'] if r.get('type') == 'table'}

    def raw(self, table, suffix='.csv', encoding='utf-8'):
        """Header and rows as texts."""
        text = (self.folder / f'{table}{suffix}').read_bytes().decode(encoding)
        rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
        return rows[0], rows[1:]

    def rows(self, table):
        """The rows of the plain CSV, as lists of typed cells."""
        fields = self.schemas[table]['fields']
        head, rows = self.raw(table)
        assert head == [field['name'] for field in fields], f'{table}: header {head}'
        assert all(len(row) == len(fields) for row in rows), f'{table}: rows of different length'
        return [[typed(text, field) for text, field in zip(row, fields)] for row in rows]


def workbook(path):
    """Sheets by name: rows of (value, type) as openpyxl reads them; a formula is type 'f'."""
    book = openpyxl.load_workbook(path)
    return {sheet.title: [[(cell.value, cell.data_type, cell.number_format) for cell in row] for row in sheet.iter_rows()]
            for sheet in book.worksheets}, book


def database(path):
    return sqlite3.connect(f'file:{path}?mode=ro', uri=True)
