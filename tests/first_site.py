#!/usr/bin/python3
"""Types what both READMEs say about a first site: first_site.py PROGRAM. Their YAML builds a site, and without the key that they tell
of, the program names the file and the key."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE_AND_YAML = re.compile(r"`([\w/-]+\.yaml)`[^`]*?```yaml\n(.*?)```", re.DOTALL)
LEFT_OUT = "责任人"


def main():
    program = str(Path(sys.argv[1]).resolve())
    faults = []
    for readme in ("README.md", "README.zh-CN.md"):
        with tempfile.TemporaryDirectory(prefix="gongshi-first-site-") as room:
            files = FILE_AND_YAML.findall((ROOT / readme).read_text())
            for path, yaml in files:
                (Path(room) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(room) / path).write_text(re.sub(r"^ {3}", "", yaml, flags=re.MULTILINE))

            def build():
                return subprocess.run([program, "build", "--site", "site.yaml"], cwd=room, capture_output=True, text=True,
                                      check=False)
            whole = build()
            if len(files) != 3 or whole.returncode != 0 or "warning" in whole.stderr:
                faults.append(f"{readme}: {len(files)} files, status {whole.returncode}\n{whole.stderr}")
            if not (Path(room) / "public/items/zg-001.html").exists():
                faults.append(f"{readme}: no page of the item")
            item = Path(room) / "content/items/zg-001.yaml"
            item.write_text("".join(line for line in item.read_text().splitlines(True) if LEFT_OUT not in line))
            lacking = build()
            if lacking.returncode != 1 or f"`{LEFT_OUT}`" not in lacking.stderr or "items/zg-001.yaml:1:1" not in lacking.stderr:
                faults.append(f"{readme}: without {LEFT_OUT} status {lacking.returncode}\n{lacking.stderr}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
