#!/usr/bin/python3
"""Proves that run_case.py bites: it is run over small cases with a program that says what it is told."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent

# Prints, fails and writes by its arguments: out:TEXT err:TEXT status:N write:FILE:TEXT
PROGRAM = r"""#!/usr/bin/python3
import os, pathlib, sys
out, status = pathlib.Path("public"), 0
for arg in sys.argv[1:]:
    what, _, text = arg.partition(":")
    if what == "out": sys.stdout.write(text)
    if what == "err": sys.stderr.write(text)
    if what == "status": status = int(text)
    if what == "to": out = pathlib.Path(text)
    if what == "cat": sys.stdout.write(pathlib.Path(text).read_text())
    if what == "env": sys.stdout.write(f"{os.environ.get('LANG')} {os.environ.get('TZ')}")
    if what == "zh" or what == "en": pass
    if what == "write":
        name, _, text = text.partition(":")
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text)
if "--lang" in sys.argv and not "passes:" in pathlib.Path("site.yaml").read_text():
    sys.stderr.write({"zh": "错误", "en": "error"}[sys.argv[-1]] + " [some-code]\n")
    status = status or 1
sys.exit(status)
"""
PAGE = "<html><nav>{0}</nav><main><p>text</p></main></html>"

failures = []


def trial(name, files, want, *, kind="commands/build", update=False):
    """Makes a case of `files` and runs it; `want` is None if it passes, or a part of the complaint."""
    with tempfile.TemporaryDirectory(prefix="gongshi-run-case-") as room:
        program, case = Path(room) / "program", Path(room) / kind / "some-code"
        program.write_text(PROGRAM)
        program.chmod(0o755)
        for path, text in files.items():
            (case / path).parent.mkdir(parents=True, exist_ok=True)
            (case / path).write_text(text)

        def run(**env):
            return subprocess.run([sys.executable, TESTS / "run_case.py", program, case], capture_output=True, text=True,
                                  check=False, env={**os.environ, "UPDATE_EXPECTED": "", **env})
        if update:
            run(UPDATE_EXPECTED="1")
        done = run()
    good = done.returncode == 0 if want is None else done.returncode == 1 and want in done.stdout
    if not good:
        failures.append(f"{name}: expected {want!r}, got {done.returncode}:\n{done.stdout}{done.stderr}")


def test_commands():
    trial("silence", {"args": "build\n"}, None)
    trial("no args", {"stdout": "x"}, "there is no file args")
    trial("stdout", {"args": "out:字", "stdout": "字"}, None)
    trial("other stdout", {"args": "out:a", "stdout": "b"}, "stdout differs")
    trial("unexpected stdout", {"args": "out:a"}, "stdout differs")
    trial("missing stdout", {"args": "build", "stdout": "a"}, "stdout differs")
    trial("stderr", {"args": "err:a", "stderr": "a"}, None)
    trial("unexpected stderr", {"args": "err:a"}, "stderr differs")
    trial("status", {"args": "status:4", "status": "4\n"}, None)
    trial("other status", {"args": "status:4"}, "exit status 4, expected 0")
    trial("failure expected", {"args": "build", "status": "1"}, "exit status 0, expected 1")
    trial("clean environment", {"args": "env:", "stdout": "C None"}, None)
    trial("the site is copied", {"args": "cat:content/a", "site/content/a": "b", "stdout": "b"}, None)
    trial("base", {"args": "cat:packages.txt", "base": "no-such-folder\n"}, "", kind="commands/x")
    trial("temporary paths are hidden", {"args": "out:@SITE@/a", "stdout": "@SITE@/a"}, None)
    trial("@OUT@", {"args": "to:@OUT@\nwrite:a:b\nout:@OUT@", "expected/a": "b", "stdout": "@OUT@"}, None)


def test_output():
    args = {"args": "write:a/b.css:x\nwrite:i.html:" + PAGE.format("new")}
    main = "<main><p>text</p></main>\n"
    trial("listed file", {**args, "expected/a/b.css": "x"}, None)
    trial("other bytes", {**args, "expected/a/b.css": "y"}, "expected/a/b.css differs")
    trial("only <main>", {**args, "expected/i.html": main}, None)
    trial("other <main>", {**args, "expected/i.html": "<main></main>\n"}, "expected/i.html differs")
    trial("not written", {**args, "expected/c": "x"}, "not written: c")
    trial("exact", {**args, "expected/.exact": "", "expected/a/b.css": "x", "expected/i.html": main}, None)
    trial("exact, one more", {**args, "expected/.exact": "", "expected/i.html": main}, "not in expected/: a/b.css")
    trial("update", {**args, "expected/a/b.css": "y", "expected/i.html": "", "stdout": "old"}, None, update=True)
    trial("update, exact", {**args, "expected/.exact": "", "expected/gone": ""}, None, update=True)
    trial("update, status", {"args": "status:4\nout:x"}, None, update=True)


def test_errors():
    said = {"expected.zh.txt": "错误 [some-code]\n", "expected.en.txt": "error [some-code]\n", "site/site.yaml": "bad\n"}
    trial("error", said, None, kind="errors")
    trial("other language", {**said, "expected.en.txt": "x"}, "expected.en.txt differs", kind="errors")
    trial("other status", {**said, "status": "2"}, "exit status 1, expected 2", kind="errors")
    trial("no expectation", {"site/site.yaml": "bad\n"}, "expected.zh.txt differs", kind="errors")
    trial("update", {"site/site.yaml": "bad\n"}, None, kind="errors", update=True)
    trial("other code", {**said, "site/site.yaml": "passes:\n"}, "does not show [some-code]", kind="errors", update=True)
    trial("neighbour", {**said, "passes/site.yaml": "good\n"}, None, kind="errors")
    trial("bad neighbour", {**said, "args": "status:1", "passes/site.yaml": "good\n"}, "does not pass", kind="errors")


test_commands()
test_output()
test_errors()
print("\n".join(failures) or "run_case.py bites")
sys.exit(1 if failures else 0)
