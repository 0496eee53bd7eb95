#!/usr/bin/python3
"""What init and new write, in a site of either language: scaffolds.py PROGRAM. A record of every kind as new makes it
passes the check; so do all its keys and fixed values once every `#` before a field is taken away; a second record has the next
id, and nothing is ever overwritten."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

KINDS = ("phase objective unit consultation opinion plan item survey lookback institution duty bulletin feedback page "
         "holiday").split()
# What a field's example cannot know: whether its record is there, or fits the others.
MISREAD = re.compile(r"\[(yaml-[\w-]+|unknown-key|wrong-type|bad-[\w-]+|empty-value|missing-[\w-]+|line-break)\]")
FIELD = re.compile(r"^#( *(?:- )?[\w-]+:( |$))", re.MULTILINE)


def main():
    program = str(Path(sys.argv[1]).resolve())
    faults = []

    def run(folder, *args, status=0):
        done = subprocess.run([program, *args], cwd=folder, capture_output=True, text=True, check=False,
                              env={"LANG": "C", "PATH": "/usr/bin:/bin"})
        if done.returncode != status:
            faults.append(f"{' '.join(args)}: status {done.returncode}, not {status}\n{done.stderr}")
        return done

    for language in ("zh-CN", "en"):
        with tempfile.TemporaryDirectory(prefix="gongshi-scaffolds-") as room:
            site = Path(room) / "site"
            run(room, "init", "site")
            first = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
            run(room, "init", "site", status=2)
            run(site, "build")
            if not (site / "public/items/zg-001.html").exists():
                faults.append("init: no page of its item")
            settings = site / "site.yaml"
            settings.write_text(settings.read_text().replace("zh-CN", language))
            made = [site / run(site, "new", kind).stdout.strip() for kind in KINDS]
            run(site, "check")
            for path in made:
                bytes_before = path.read_bytes()
                run(site, "new", path.parent.name, path.stem, status=2)
                if path.read_bytes() != bytes_before:
                    faults.append(f"{path.name} was overwritten")
            second = run(site, "new", "items").stdout
            if second != "content/items/zg-003.md\n":
                faults.append(f"the next item is {second}")
            for path in made:
                path.write_text(FIELD.sub(r"\1", path.read_text()))
            whole = subprocess.run([program, "check", "--format", "short"], cwd=site, capture_output=True, text=True, check=False)
            faults += [f"{language}, all fields in use: {line}" for line in whole.stderr.splitlines() if MISREAD.search(line)]
            changed = [path for path, content in first.items() if path != settings and path.read_bytes() != content]
            faults += [f"init's {path} was changed" for path in changed]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
