#!/usr/bin/python3
"""What export writes, import takes for no change: round_trip.py PROGRAM. The sample and the invented site, as one workbook, as the
workbook that openpyxl makes of it, and as a CSV file a table, in GB18030 too; not a byte of the records is other."""
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
from site_of_test import ROOT, Desk, copy_site

MAKE = ROOT / "tests/invented/make.py"
TABLES = ("units consultations consultations-channels consultations-channels-of_which opinions plans items items-measures "
          "items-progress items-progress-evidence items-acceptance items-acceptance-evidence items-notice items-closed "
          "items-extensions items-waivers surveys surveys-results surveys-results-counts surveys-aspects-results-counts "
          "lookbacks lookbacks-measures institutions duties duties-fulfilled bulletins feedback pages holidays").split()


def bytes_of(site):
    return {path.relative_to(site): path.read_bytes() for path in (site / "content").rglob("*") if path.is_file()}


def main():
    desk = Desk(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="gongshi-round-trip-") as room:
        sample = copy_site(ROOT, Path(room) / "sample")
        invented = Path(room) / "invented"
        subprocess.run([sys.executable, str(MAKE), str(invented), "--items", "120"], check=True, capture_output=True)
        long = sample / "content/items/zg-001.md"  # more than a cell holds, which a workbook leaves out
        long.write_text(long.read_text().replace("problem: ", "problem: " + "长" * 33_000))
        for site in (sample, invented):
            before = bytes_of(site)
            desk.run(site, "export", "all.xlsx")
            desk.run(site, "import", "all.xlsx", "--yes", "--deny-warnings")
            book = openpyxl.load_workbook(site / "all.xlsx")
            book.save(site / "again.xlsx")
            desk.run(site, "import", "again.xlsx", "--yes", "--deny-warnings")
            for table in TABLES:
                desk.run(site, "export", f"{table}.csv")
                desk.run(site, "import", f"{table}.csv", "--yes", "--deny-warnings")
            gb = (site / "items.csv").read_text(encoding="utf-8-sig").encode("gb18030")
            (site / "items.csv").write_bytes(gb)
            desk.run(site, "import", "items.csv", "--yes", "--deny-warnings")
            desk.expect(f"{site.name} is what it was", bytes_of(site) == before)
            desk.expect(f"{site.name} has records", len(before) > 20)
    return desk.done()


if __name__ == "__main__":
    sys.exit(main())
