#!/usr/bin/python3
"""What init and new write, in a site of either language: scaffolds.py PROGRAM. In a record of every kind as new makes it the
check finds nothing but what is to be filled in, and nothing once that is; nor in its keys and fixed values once every `#`
before a field is taken away; a second record has the next id, and nothing is ever overwritten."""
import re
import sys
import tempfile
from pathlib import Path

from site_of_test import Desk

KINDS = ("phase objective unit consultation opinion plan item survey lookback institution duty bulletin feedback page "
         "holiday").split()
# What a field's example cannot know: whether its record is there, or fits the others.
MISREAD = re.compile(r"\[(yaml-[\w-]+|unknown-key|wrong-type|bad-[\w-]+|empty-value|missing-[\w-]+|line-break)\]")
EXPECTED = ("[placeholder-left]", "[no-base-url]")
FIELD = re.compile(r"^#( *(?:- )?[\w-]+:( |$))", re.MULTILINE)


def main():
    desk = Desk(sys.argv[1])
    for language in ("zh-CN", "en"):
        with tempfile.TemporaryDirectory(prefix="gongshi-scaffolds-") as room:
            site = Path(room) / "site"
            desk.run(room, "init", "site")
            first = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
            desk.run(room, "init", "site", status=2)
            desk.run(site, "build")
            if not (site / "public/items/zg-001.html").exists():
                desk.faults.append("init: no page of its item")
            settings = site / "site.yaml"
            settings.write_text(settings.read_text().replace("zh-CN", language))
            made = [site / desk.run(site, "new", kind).stdout.strip() for kind in KINDS]
            unfilled = desk.run(site, "check", "--format", "short", status=1).stderr.splitlines()[:-1]
            desk.faults += [f"{language}, as new made it: {line}" for line in unfilled if not line.endswith(EXPECTED)]
            for path in made:
                path.write_text(re.sub(r"（请填写）|\(to be filled in\)", "甲", path.read_text()))
            desk.run(site, "check")
            for path in made:
                bytes_before = path.read_bytes()
                desk.run(site, "new", path.parent.name, path.stem, status=2)
                if path.read_bytes() != bytes_before:
                    desk.faults.append(f"{path.name} was overwritten")
            second = desk.run(site, "new", "items").stdout
            if second != "content/items/zg-003.md\n":
                desk.faults.append(f"the next item is {second}")
            for path in made:
                path.write_text(FIELD.sub(r"\1", path.read_text()))
            whole = desk.run(site, "check", "--format", "short", status=1)
            desk.faults += [f"{language}, all fields in use: {line}" for line in whole.stderr.splitlines() if MISREAD.search(line)]
            changed = [path for path, content in first.items() if path != settings and path.read_bytes() != content]
            desk.faults += [f"init's {path} was changed" for path in changed]
    return desk.done()


if __name__ == "__main__":
    sys.exit(main())
