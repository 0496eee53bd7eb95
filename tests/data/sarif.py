#!/usr/bin/python3
"""What --format sarif writes, judged by the official schema: sarif.py PROGRAM SCHEMA."""
import json
import subprocess
import sys
from pathlib import Path

import jsonschema

TESTS = Path(__file__).resolve().parent.parent


def main():
    program, schema = Path(sys.argv[1]).resolve(), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema)
    failures = []
    for site, least in (("faulty", 5), ("minimal", 0)):
        for arguments in (["check"], ["check", "--audience", "nobody"], ["check", "--site", "no.yaml"]):
            done = subprocess.run([program, *arguments, "--format", "sarif", "--lang", "zh"], cwd=TESTS / "sites" / site,
                                  capture_output=True, text=True, timeout=60, check=False)
            report = json.loads(done.stdout)
            failures += [f"{site} {arguments}: {error.message}" for error in validator.iter_errors(report)]
            results = report["runs"][0]["results"]
            if len(results) < (least if len(arguments) == 1 else 1):
                failures.append(f"{site} {arguments}: {len(results)} results")
    print("\n".join(failures))
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
