#!/usr/bin/python3
"""Sheets as offices make them, by openpyxl: office_sheets.py PROGRAM. Each trap is put right and said, or refused with its cell named, and
what is refused changes nothing; the report marks what was refused; comments and order in the records stay."""
import datetime
import sys
import tempfile
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from site_of_test import Desk

HEADS = ("编号", "标题", "问题", "问题来源", "整改分类", "责任单位", "责任人", "整改措施", "整改期限")
ROW = ("", "排队久", "窗口少", "自查", "限期整改", "局机关（样子）", "主任", "增开窗口", datetime.date(2026, 9, 30))
RECORD = """---
# 先看这里
标题: 窗口排队时间长（样子）   # 别改
公开范围: public
问题: >-
  办事高峰时
  窗口排队时间长。
问题来源: 自查
整改分类: 限期整改
整改期限: 2026-09-30
责任单位: jiguan
责任人: "主任"
整改措施:
  # 第一条
  - {内容: 增开窗口}

内部备注: 不进表格
---
正文 ~~保留~~。
"""


def book_of(*rows, heads=HEADS):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "清单"
    for row in (heads, *rows):
        sheet.append(row)
    return book, sheet


class Office:
    def __init__(self, desk, site):
        self.desk = desk
        self.site = site
        (site / "content/items/zg-001.md").write_text(RECORD)

    def content(self):
        return {path: path.read_bytes() for path in (self.site / "content").rglob("*") if path.is_file()}

    def refused(self, what, book, *words):
        """Nothing is written, and stderr has the words."""
        before = self.content()
        book.save(self.site / "台账.xlsx")
        done = self.desk.run(self.site, "import", "台账.xlsx", "--yes", "--lang", "zh", status=1)
        for word in words:
            self.desk.expect(f"{what}: {word} in\n{done.stderr}", word in done.stderr)
        self.desk.expect(f"{what} changes nothing", self.content() == before)

    def taken(self, what, book, shown, said=()):
        """The plan shows and stderr says what they should; nothing is written yet."""
        before = self.content()
        book.save(self.site / "台账.xlsx")
        done = self.desk.run(self.site, "import", "台账.xlsx", "--lang", "zh")
        for word in shown:
            self.desk.expect(f"{what}: {word} in\n{done.stdout}", word in done.stdout)
        for word in said:
            self.desk.expect(f"{what}: {word} in\n{done.stderr}", word in done.stderr)
        self.desk.expect(f"{what} is only shown", self.content() == before)


def traps(office):
    book, sheet = book_of(ROW)
    office.taken("a date", book, ["整改期限: 2026-09-30", "责任单位: jiguan", "新建 1 条"],
                 ["清单!F2", "“局机关（样子）”读作“jiguan”"])
    sheet["I2"] = 46295
    sheet["I2"].number_format = "General"
    office.taken("a day's number", book, ["整改期限: 2026-09-30"], ["清单!I2", "“46295”读作“2026-09-30”"])
    sheet["I2"] = "２０２６.9.30 "
    office.taken("a date in full width", book, ["整改期限: 2026-09-30"], ["清单!I2", "读作“2026-09-30”"])
    sheet["I2"] = "2026-09-30（待定）"
    office.refused("a note in a date", book, "清单!I2", "[cell-bad-value]")
    sheet["I2"] = "无"
    office.refused("nothing or unknown", book, "清单!I2", "[cell-unclear]")
    sheet["I2"] = "=DATE(2026,9,30)"
    office.refused("a formula", book, "清单!I2", "[cell-formula]")
    sheet["I2"] = ROW[-1]
    sheet["G2"] = 110101199001011234567
    office.refused("a long number", book, "清单!G2", "[cell-long-number]")
    sheet["G2"] = "主任"
    sheet["I2"] = None
    office.refused("a rule between fields", book, "清单!E2", "[deadline-missing]")
    sheet["I2"] = ROW[-1]
    sheet["G2"] = None
    office.refused("no leader", book, "清单!A2", "[missing-lead]")
    sheet["G2"] = "主任　"
    sheet["G2"].comment = Comment("记得核对", "某")
    office.taken("blanks and a comment", book, ["责任人: 主任"], ["清单!G2", "[cell-fixed]"])


def layouts(office):
    book, sheet = book_of(ROW, ROW)
    sheet["B3"] = "另一条"
    sheet.merge_cells("F2:F3")
    office.refused("merged cells", book, "清单!F2", "F2:F3", "[cell-merged]")
    book, sheet = book_of(ROW, ROW)
    sheet["B3"] = "另一条"
    sheet.row_dimensions[3].hidden = True
    office.refused("a hidden row", book, "清单!A3", "[cell-hidden]")
    book, sheet = book_of(ROW, ROW)
    office.refused("one title twice", book, "清单!A3", "[row-same-title]")

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["某某局整改台账"])
    sheet.merge_cells("A1:J1")
    sheet.append(["填报单位：某某局", None, None, None, None, None, None, None, None, "单位：件"])
    sheet.append(["序号", "标题", "问题", "问题来源", "整改分类", "责任", None, "整改措施", "整改期限", "发现"])
    sheet.append([None, None, None, None, None, "责任单位", "责任人", None, None, "日期"])
    for name in "ABCDEHI":
        sheet.merge_cells(f"{name}3:{name}4")
    sheet.merge_cells("F3:G3")
    sheet.append([1, "排队久", "窗口少", "自查", "限期整改", "jiguan", "主任",
                  "1.增开窗口；\n2.公布时段；\n3.再看效果。", "2026年9月30日", datetime.date(2026, 5, 8)])
    sheet.append([2, "没有回音", "电话没人接", "自查", "立行立改", "jiguan", "主任", "安排人接", None, None])
    sheet.append(["合计", "2项"])
    sheet.append([])
    sheet.append(["填表人：某某", None, None, "审核人：某某", None, None, "2026年6月1日"])
    office.taken("an office's ledger", book,
                 ["整改措施 1 · 内容: 增开窗口；", "整改措施 3 · 内容: 再看效果。", "发现.日期: 2026-05-08", "新建 2 条"],
                 ["[cell-split]", "清单!A7" if sheet.title == "清单" else "!A7", "!A9", "[sheet-row-skipped]"])


def told_by_ids(office):
    book, _ = book_of(("jiguan", "局机关"), heads=("编号", "标题"))
    office.taken("units by their ids", book, ["content/units/jiguan.yaml  修改", "标题: 局机关（样子） → 局机关"])
    book, _ = book_of(("xin", "新的"), heads=("编号", "标题"))
    office.refused("of which kind?", book, "清单!A1", "[sheet-no-table]")


def patches(office):
    record = office.site / "content/items/zg-001.md"
    book, sheet = book_of(heads=("编号", "标题", "责任人", "整改期限"))
    sheet.append(["zg-001", None, "副主任", "2026-10-31"])
    measures = book.create_sheet("整改事项·整改措施")
    for row in (("编号", "序号", "内容", "完成", "进度"), ("zg-001", 1, None, "2026-06-01", None), ("zg-001", None, "公布时段", None, "起草中")):
        measures.append(row)
    book.save(office.site / "台账.xlsx")
    office.desk.run(office.site, "import", "台账.xlsx", "--yes", "--deny-warnings")
    want = RECORD.replace('"主任"', '"副主任"').replace("2026-09-30", "2026-10-31").replace(
        "{内容: 增开窗口}\n", "{内容: 增开窗口, 完成: 2026-06-01}\n  - 内容: 公布时段\n    进度: 起草中\n")
    office.desk.expect(f"only what the sheet names:\n{record.read_text()}", record.read_text() == want)
    again = office.desk.run(office.site, "import", "台账.xlsx", "--dry-run", "--lang", "zh").stdout
    office.desk.expect(f"what is there is not added again:\n{again}", "共 0 处" in again)
    measures["C3"] = "再来一条"
    book.save(office.site / "台账.xlsx")
    more = office.desk.run(office.site, "import", "台账.xlsx", "--dry-run", "--lang", "zh").stdout
    office.desk.expect(f"a row without a place is a new one:\n{more}", "整改措施 3 · 内容: （空） → 再来一条" in more)

    sheet["C2"] = "[清空]"
    office.refused("what is required taken away", book, "清单!C2", "[missing-lead]")


def report(office):
    book, sheet = book_of(ROW)
    sheet["I2"] = "待定"
    sheet["G2"] = " 主任"
    book.save(office.site / "台账.xlsx")
    office.desk.run(office.site, "import", "台账.xlsx", "--report", "问题.xlsx", "--lang", "zh", status=1)
    marked = openpyxl.load_workbook(office.site / "问题.xlsx")
    office.desk.expect("what was there", [cell.value for cell in marked["清单"][2]][1:4] == ["排队久", "窗口少", "自查"])
    bad = marked["清单"]["I2"]
    office.desk.expect("the bad cell is marked", bad.fill.fgColor.rgb == "FFFFC7CE" and "待定" in bad.comment.text)
    fixed = marked["清单"]["G2"]
    office.desk.expect("the other one is not", fixed.fill.fgColor.rgb != "FFFFC7CE" and fixed.comment is not None)
    office.desk.expect("a list", [cell.value for cell in marked["检查结果"][2]][:2] == ["清单", "F2"])
    office.desk.run(office.site, "import", "台账.xlsx", "--report", "问题.xlsx", status=2)


def main():
    desk = Desk(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="gongshi-office-") as room:
        desk.run(room, "init", "site")
        office = Office(desk, Path(room) / "site")
        traps(office)
        layouts(office)
        told_by_ids(office)
        report(office)
        patches(office)
    return desk.done()


if __name__ == "__main__":
    sys.exit(main())
