#!/usr/bin/python3
"""Hundreds of random edits of the invented site, by openpyxl: random_edits.py PROGRAM. What was typed is what a later export has, cell by
cell, every other cell is as it was, records that nobody touched are the same to the byte, and so is every line of the others that the
edits had no reason to change."""
import difflib
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
from site_of_test import ROOT, Desk

MAKE = ROOT / "tests/invented/make.py"
EDITS = 400
FREE = ("内部备注", "原因剖析", "成效", "内容", "说明", "理由")
ALWAYS_FREE = "内部备注"  # may be given where it is not there
PIECES = ("甲", "乙。", ": ", " #", "#", "- ", "'", '"', "\\", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "\n",
          "\n\n", "\n  ", "？", "~", "null", "12", "2026-01-01", "=1+1", "🚰", "a", "----", "...", "é", " ")


def typed(rng):
    while True:
        text = "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 12))).strip()
        if len(text) > 2 and text not in ("null", "---", "...."):
            return text + "完"


def cells_of(path):
    book = openpyxl.load_workbook(path)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.value is not None and cell.value != "" and sheet.title not in ("取值", "字段说明", "填写说明")}


def edit(book, rng):
    """Types into random cells; gives what was typed, by sheet and cell."""
    places = []
    for sheet in book:
        for heading in sheet[1]:
            if heading.value in FREE and sheet["A1"].value == "编号":
                column = heading.column
                places += [(sheet, row, column) for row in range(2, sheet.max_row + 1)
                           if sheet.cell(row, column).value or heading.value == ALWAYS_FREE]
    made = {}
    for sheet, row, column in rng.sample(places, EDITS):
        cell = sheet.cell(row, column)
        cell.value = typed(rng)
        cell.data_type = "s"
        made[(sheet.title, cell.coordinate)] = cell.value
    return made


def main():
    desk = Desk(sys.argv[1])
    rng = random.Random(20260601)
    with tempfile.TemporaryDirectory(prefix="gongshi-random-edits-") as room:
        site = Path(room) / "site"
        subprocess.run([sys.executable, str(MAKE), str(site), "--items", "80"], check=True, capture_output=True)
        desk.run(site, "export", "before.xlsx")
        before = {path: path.read_text() for path in (site / "content").rglob("*") if path.is_file()}
        book = openpyxl.load_workbook(site / "before.xlsx")
        made = edit(book, rng)
        book.save(site / "edited.xlsx")
        done = desk.run(site, "import", "edited.xlsx", "--yes")
        desk.run(site, "export", "after.xlsx")
        if not desk.faults:
            want = {**cells_of(site / "before.xlsx"), **made}
            got = cells_of(site / "after.xlsx")
            for place in sorted(set(want) | set(got)):
                desk.expect(f"{place}: {want.get(place)!r}, got {got.get(place)!r}", want.get(place) == got.get(place))
        touched = {line.split("  ")[0] for line in done.stdout.splitlines() if line.startswith("content/")}
        removed = added = 0
        for path, old in before.items():
            new = path.read_text()
            if str(path.relative_to(site)) not in touched:
                desk.expect(f"{path} is untouched", new == old)
                continue
            changes = [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]
            removed += sum(line.startswith("- ") for line in changes)
            added += sum(line.startswith("+ ") for line in changes)
        desk.expect(f"{len(touched)} records are told", len(touched) > 100)
        desk.expect(f"{removed} lines gone for {EDITS} edits", removed <= EDITS)
        desk.expect(f"{added} lines new", added >= EDITS)
    return desk.done()


if __name__ == "__main__":
    sys.exit(main())
