#!/usr/bin/python3
"""The first hour of a new clerk: first_hour.py PROGRAM. A site from init, a template, filled in by openpyxl and imported: with a mistake,
whose message tells the cell, and with its cure; what the public will see; a preview; then a build whose pages show what was filled in."""
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import openpyxl
from site_of_test import Desk


def fill(sheet, row, values):
    columns = {cell.value: cell.column for cell in sheet[1]}
    for heading, value in values.items():
        sheet.cell(row, columns[heading]).value = value


def previewed(program, site, page):
    """A page of the preview, which a browser is shown in ../browser/preview.mjs."""
    serve = subprocess.Popen([Path(program).resolve(), "serve", "--port", "0"], cwd=site, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, text=True)
    try:
        with urllib.request.urlopen(serve.stdout.readline().strip() + page) as answer:
            return answer.read().decode()
    finally:
        serve.terminate()
        serve.wait(30)


def main():
    desk = Desk(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="gongshi-first-hour-") as room:
        site = Path(room) / "zhenggai"
        told = desk.run(room, "init", "zhenggai", "--lang", "zh").stdout
        desk.expect("three commands", all(f"gongshi {name}" in told for name in ("build", "export --template", "new item")))
        desk.run(site, "export", "--template", "台账.xlsx")

        book = openpyxl.load_workbook(site / "台账.xlsx")
        fill(book["单位"], 2, {"编号": "fuwu", "标题": "服务中心", "公开范围": "public", "类型": "直属单位", "负责人": "主任"})
        fill(book["整改事项"], 2, {"标题": "电话没人接", "公开范围": "public", "问题": "咨询电话经常没人接。", "问题来源": "自查",
                               "整改分类": "限期整改", "责任单位": "服务中心", "责任人": "主任", "整改期限": "年底"})
        fill(book["整改事项·整改措施"], 2, {"编号": "zg-002", "内容": "安排人轮流接听"})
        book.save(site / "台账.xlsx")
        wrong = desk.run(site, "import", "台账.xlsx", "--yes", "--lang", "zh", status=1)
        heading = next(cell for cell in book["整改事项"][1] if cell.value == "整改期限")
        desk.expect(f"the cell is named:\n{wrong.stderr}", f"台账.xlsx › 整改事项!{heading.column_letter}2: 错误: “整改期限”不能写“年底”" in wrong.stderr)
        desk.expect("nothing was written", not (site / "content/units/fuwu.yaml").exists())

        fill(book["整改事项"], 2, {"整改期限": "2099-12-31"})
        book.save(site / "台账.xlsx")
        shown = desk.run(site, "import", "台账.xlsx", "--lang", "zh")
        desk.expect(f"shown first:\n{shown.stdout}", "content/items/zg-002.md  新建" in shown.stdout)
        desk.expect("and not written", not (site / "content/items/zg-002.md").exists())
        desk.run(site, "import", "台账.xlsx", "--yes")
        told = desk.run(site, "review", "--lang", "zh").stdout
        desk.expect(f"what the public will see:\n{told}", "还没有公布过" in told and "整改事项 zg-002 电话没人接" in told)
        desk.expect("the preview", "咨询电话经常没人接。" in previewed(sys.argv[1], site, "public/items/zg-002.html"))
        desk.run(site, "build")
        page = (site / "public/items/zg-002.html").read_text()
        desk.expect("the page", all(words in page for words in ("咨询电话经常没人接。", "安排人轮流接听", "服务中心", "2099")))
    return desk.done()


if __name__ == "__main__":
    sys.exit(main())
