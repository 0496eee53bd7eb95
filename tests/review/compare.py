#!/usr/bin/python3
"""What `review` says of changes against the site that stands, as text and as the sheet; and what it cannot
compare with: compare.py PROGRAM. UPDATE_EXPECTED=1 rewrites expected.zh.txt and expected.en.txt.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)


class Site:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        shutil.copytree(HERE / "site", folder)

    def run(self, *args):
        done = subprocess.run([self.program, *args], cwd=self.folder, capture_output=True, text=True, timeout=120,
                              check=False)
        return done.returncode, done.stdout.replace(str(self.folder), "@SITE@"), done.stderr

    def edit(self, path, *changes):
        file = self.folder / "content" / path
        text = file.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, f"{path} has no {old}"
            text = text.replace(old, new, 1)
        file.write_text(text, encoding="utf-8")


def edit_everything(site):
    site.edit("items/zg-1.md",
              ("title: 窗口排队时间长", "title: 窗口排队 <时间> 长"),
              ("deadline: 2026-09-30\n", "deadline: 2026-09-30\nextensions: [{to: 2026-10-31, date: 2026-06-20, "
               "by: ducha, reason: 设备未到}]\n"),
              ("n: 5}]", "n: 5}, {date: 2026-06-28, n: 12}]"),
              ("- {text: 增开窗口, due: 2026-07-31}", "- {text: 增开窗口, due: 2026-07-15, done: 2026-06-25}"),
              ("第一段。", "第一段。\n\n第二段。"))
    site.edit("items/zg-1.md", ("measures:", "claimed: {date: 2026-06-29, text: 完成一半, extent: partial}\nmeasures:"))
    site.edit("objectives/mb-2.yaml", ("title: 内部目标", "title: 内部目标\nscope: public"))
    site.edit("objectives/mb-3.yaml", ("scope: public", "scope: public\nwithdrawn: {date: 2026-06-30, kind: error, "
                                       "reason: 发错了, by: bangongshi}"))
    (site.folder / "content/objectives/mb-4.yaml").unlink()


def same_as(name, got):
    if os.environ.get("UPDATE_EXPECTED") == "1":
        (HERE / name).write_text(got, encoding="utf-8")
    want = (HERE / name).read_text(encoding="utf-8")
    expect(got == want, f"{name} differs:\n{got}")


def the_public_sees(site):
    status, text, _ = site.run("review", "--lang", "en")
    expect(status == 0 and "nothing was published before" in text and "new 6" in text, f"before all: {text}")
    expect(site.run("build", "--quiet")[0] == 0, "the site that stands is built")
    shutil.copy(site.folder / "public" / "data" / "all.zip", site.folder / "before.zip")
    status, text, _ = site.run("review", "--lang", "en")
    expect(status == 0 and "the public sees no change" in text and "unchanged: 6" in text, f"no change: {text}")
    edit_everything(site)
    before = (site.folder / "public" / "manifest.json").read_bytes()
    for language in ("zh", "en"):
        status, text, _ = site.run("review", "--lang", language)
        expect(status == 0, f"a review ends with 0, got {status}")
        same_as(f"expected.{language}.txt", text)
    expect((site.folder / "public" / "manifest.json").read_bytes() == before, "nothing is built")
    archive = site.run("review", "--lang", "zh", "--against", "before.zip")[1]
    expect(archive.splitlines()[1:] == site.run("review", "--lang", "zh")[1].splitlines()[1:], "the archive says the same")


def the_sheet_says_the_same(site):
    status, sheet, _ = site.run("review", "--html", "--lang", "zh")
    expect(status == 0 and "窗口排队 &lt;时间&gt; 长" in sheet and "<时间>" not in sheet, "the sheet escapes")
    text = (HERE / "expected.zh.txt").read_text(encoding="utf-8")
    plain = re.sub(r"<[^>]+>", " ", sheet).replace("&lt;", "<").replace("&gt;", ">")
    for name in re.findall(r"^    (.+?): ", text, re.M):
        expect(name in plain, f"the sheet has {name}")
    expect("审核人" in sheet and "http" not in sheet and "<script" not in sheet, "it is signed and stands alone")


def what_cannot_be_compared(site):
    for against, code in (("nowhere", "against-not-found"), ("content", "against-unreadable"),
                          ("site.yaml", "against-unreadable")):
        status, _, said = site.run("review", "--lang", "en", "--against", against)
        expect(status == 2 and f"[{code}]" in said, f"{against}: {status} {said}")
    status, _, said = site.run("review", "--lang", "en", "--against", "public", "--audience", "internal")
    expect(status == 2 and "[against-other-audience]" in said, f"another audience: {status} {said}")
    site.edit("units/ducha.yaml", ("type: supervision-group", "type: nothing"))
    status, text, said = site.run("review", "--lang", "en")
    expect(status == 1 and text == "" and "[bad-choice]" in said, f"content with errors: {status} {text}")


def main():
    with tempfile.TemporaryDirectory(prefix="gongshi-review-") as room:
        site = Site(Path(sys.argv[1]).resolve(), Path(room) / "site")
        the_public_sees(site)
        the_sheet_says_the_same(site)
        what_cannot_be_compared(site)
    print("\n".join(failures))
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
