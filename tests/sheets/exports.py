#!/usr/bin/python3
"""The workbooks that export writes, read by openpyxl: exports.py PROGRAM. A template has every kind, notes, and lists to choose from
that hold what they should; an export of the sample has its records; all cells are text; and the same site gives the same bytes."""
import sys
import tempfile
from pathlib import Path

import openpyxl
from site_of_test import ROOT, Desk

KINDS = ("阶段 整改目标 单位 征求意见 意见 整改方案 整改事项 满意度测评 回头看 制度 要求 通报简报 群众反馈 说明 节假日").split()


def choices(book, sheet, heading):
    column = next(cell for cell in sheet[1] if cell.value == heading).column_letter
    for rule in sheet.data_validations.dataValidation:
        if str(rule.sqref).startswith(column + "2:"):
            name, cells = rule.formula1.split("!")
            return [cell.value for row in book[name.strip("'")][cells.replace("$", "")] for cell in row]
    return None


def main():
    desk = Desk(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="gongshi-exports-") as room:
        room = Path(room)
        for name in ("a.xlsx", "b.xlsx"):
            desk.run(ROOT, "export", room / name)
        desk.expect("the same bytes", (room / "a.xlsx").read_bytes() == (room / "b.xlsx").read_bytes())
        desk.run(ROOT, "export", "--template", room / "template.xlsx")

        template = openpyxl.load_workbook(room / "template.xlsx")
        desk.expect("every kind", [name for name in template.sheetnames if name in KINDS] == KINDS)
        items = template["整改事项"]
        desk.expect("nothing in the template", items.max_row == 1)
        desk.expect("notes", all(cell.comment is not None for cell in items[1]))
        desk.expect("fixed values", choices(template, items, "整改分类") == ["立行立改", "限期整改", "逐步解决"])
        desk.expect("flags", choices(template, items, "优先") == ["是", "否"])
        units = sorted(path.stem for path in (ROOT / "content/units").iterdir())
        desk.expect("ids of units", choices(template, items, "责任单位") == units)
        desk.expect("free cells", choices(template, items, "问题") is None)
        desk.expect("text", items.column_dimensions["A"].width > 10)

        book = openpyxl.load_workbook(room / "a.xlsx")
        found = sorted(row[0].value for row in book["整改事项"].iter_rows(min_row=2))
        desk.expect("all items", found == sorted(path.stem for path in (ROOT / "content/items").iterdir()))
        for sheet in book:
            desk.expect(f"{sheet.title} is text", all(cell.data_type in "sn" and (cell.value is None or cell.data_type == "s")
                                                      for row in sheet.iter_rows() for cell in row))
    return desk.done()


if __name__ == "__main__":
    sys.exit(main())
