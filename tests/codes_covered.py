#!/usr/bin/python3
"""Every code that the program can print has a case that shows it: codes_covered.py PROGRAM.

The codes are what `gongshi explain` lists, one a line before a tab. A case is the folder
tests/errors/<code>/; a code ending in a dash stands for all that begin with it.
"""
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent

# No site alone can cause these; the test named shows them, and names the code.
SHOWN_ELSEWHERE = {
    "cell-derivable": "cells/leak.py",
    "against-not-found": "review/compare.py",
    "against-other-audience": "review/compare.py",
    "against-unreadable": "review/compare.py",
    "cannot-listen": "preview/serve.py",
    "internal-error": "faults/whole_program.py",
    "interrupted": "faults/whole_program.py",
    "io-failed": "faults/whole_program.py",
    "locked": "faults/whole_program.py",
    "output-exchange-refused": "faults/failing_call_test.cpp",
    "output-unsettled": "faults/failing_call_test.cpp",
}


def shown_by_case(code, codes, cases):
    if code.endswith("-"):
        return any(case.startswith(code) for case in cases - set(codes))
    return code in cases


def main():
    done = subprocess.run([sys.argv[1], "explain"], capture_output=True, text=True, timeout=60, check=False)
    codes = [line.split("\t")[0] for line in done.stdout.splitlines()]
    failures = []
    if done.returncode != 0 or len(codes) < 40:
        failures.append(f"`gongshi explain` gave status {done.returncode} and {len(codes)} codes:\n{done.stderr}")
    if len(codes) != len(set(codes)):
        failures.append("`gongshi explain` lists a code twice")
    cases = {path.name.split(".")[0] for path in (TESTS / "errors").glob("*") if path.is_dir()}
    for code in codes:
        if code in SHOWN_ELSEWHERE:
            where = TESTS / SHOWN_ELSEWHERE[code]
            if not where.is_file() or code not in where.read_text(encoding="utf-8"):
                failures.append(f"{code}: tests/{SHOWN_ELSEWHERE[code]} should show it and does not name it")
        elif not shown_by_case(code, codes, cases):
            failures.append(f"{code}: no folder tests/errors/{code}/")
    prefixes = tuple(code for code in codes if code.endswith("-"))
    for case in sorted(cases):
        if case not in codes and not case.startswith(prefixes):
            failures.append(f"tests/errors/{case}/: the program has no such code")
    for code in sorted(set(SHOWN_ELSEWHERE) - set(codes)):
        failures.append(f"{code}: excused here, and the program has no such code")
    print("\n".join(failures) or f"all {len(codes)} codes are shown by a test")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
