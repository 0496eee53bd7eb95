#!/usr/bin/python3
"""How soon a preview shows what was saved, by hand: preview.py PROGRAM [RECORDS]

An invented site of so many records (10,000) is served; one record is saved again and again. Printed are
the milliseconds until the browser is told, and until it has the new page.
"""
import json
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
RECORDS_PER_ITEM = 4.74  # of the invented site
SAVES = 15


def main():
    program, records = str(Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    with tempfile.TemporaryDirectory(prefix="gongshi-preview-") as room:
        site = Path(room) / "site"
        subprocess.run([sys.executable, TESTS / "invented" / "make.py", site, "--items",
                        str(round(records / RECORDS_PER_ITEM))], check=True, stdout=subprocess.DEVNULL)
        preview = subprocess.Popen([program, "serve", "--port", "0", "--quiet"], cwd=site, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True)
        home = preview.stdout.readline().strip()
        source = sorted((site / "content" / "items").rglob("*.*"))[5]
        page = f"{home}internal/items/{source.stem}.html"

        def ask(address):
            return urllib.request.urlopen(address).read().decode()

        told, shown = [], []
        for n in range(SAVES):
            token, version, findings = re.search(r'data-token="(\w+)" data-version="(\d+)" data-findings="(\d+)"',
                                                 ask(page)).groups()
            text = re.sub(r"^title: .*$", f"title: 改动 {n}", source.read_text(encoding="utf-8"), count=1, flags=re.M)
            start = time.perf_counter()
            source.write_text(text, encoding="utf-8")
            while True:
                now = json.loads(ask(f"{home}.gongshi/wait?token={token}&version={version}&findings={findings}"))
                if now["version"] != version:
                    break
                findings = now["findings"]
            told.append(1000 * (time.perf_counter() - start))
            assert f"改动 {n}" in ask(page)
            shown.append(1000 * (time.perf_counter() - start))
            time.sleep(1)  # for the checks that follow
        count = sum(1 for path in (site / "content").rglob("*.*") if path.is_file())
        print(f"{count} files: told after {statistics.median(told):.0f} ms, shown after {statistics.median(shown):.0f} ms "
              f"(longest {max(shown):.0f}), medians of {SAVES}")
        preview.send_signal(signal.SIGINT)
        preview.wait(30)


if __name__ == "__main__":
    main()
