#!/usr/bin/python3
"""Proves that tidy.py bites: it is run over a small tree whose sources cannot all stand in one unit."""
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent
CONFIG = TESTS.parent / ".clang-tidy"

CLEAN = """namespace gongshi {
namespace {
int twice(int n) { return 2 * n; }
}  // namespace
int NAME(int n) { return twice(n); }
}  // namespace gongshi
"""
FINDING = CLEAN.replace("return twice(n);", "int unset;\n  return twice(n) + (unset = n);")
# Both have twice(): the second and the third wait for a unit of their own, one after the other.
SOURCES = {"generator/a.cpp": CLEAN, "generator/b.cpp": CLEAN, "generator/c.cpp": FINDING}


def main():
    with tempfile.TemporaryDirectory(prefix="gongshi-tidy-test-") as room:
        root = Path(room).resolve()
        shutil.copy(CONFIG, root)
        for path in ("generator", "tests", "build"):
            (root / path).mkdir()

        def write(path, text):
            (root / path).write_text(text.replace("NAME", f"of_{Path(path).stem}"))

        def run(want_status, *want):
            done = subprocess.run([sys.executable, TESTS / "tidy.py", root / "build", root], capture_output=True,
                                  text=True, check=False)
            missing = [words for words in want if words not in done.stdout]
            if done.returncode != want_status or missing:
                sys.exit(f"wanted status {want_status} and {want}, got {done.returncode}:\n{done.stdout}{done.stderr}")

        for path, text in SOURCES.items():
            write(path, text)
        (root / "build/compile_commands.json").write_text(json.dumps([
            {"directory": str(root), "file": str(root / path), "command": f"clang++-16 -std=c++20 -o x.o -c {root / path}"}
            for path in SOURCES]))
        run(1, "3 sources, 3 of them", "generator/c.cpp:5:23: error: variable 'unset' is not initialized", "1 files have")
        run(1, "3 sources, 1 of them", "generator/c.cpp:5:23")  # what was clean is not looked at again
        write("generator/c.cpp", CLEAN)
        run(0, "3 sources, 1 of them", "0 files have")
        run(0, "3 sources, 0 of them")
        (root / "generator/found.hpp").write_text("#pragma once\ninline int found() {\n  int unset;\n  return unset = 1;\n}\n")
        write("generator/a.cpp", '#include "found.hpp"\n' + CLEAN)
        run(1, "4 sources, 2 of them", "generator/found.hpp:3:7: error: variable 'unset' is not initialized")
        run(1, "4 sources, 2 of them")  # the finding stays until it is answered
        write("generator/b.cpp", CLEAN + "int broken(;\n")
        run(1, "generator/b.cpp:7:12: error: expected expression")


if __name__ == "__main__":
    main()
