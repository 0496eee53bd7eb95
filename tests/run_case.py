#!/usr/bin/python3
"""Runs one case kept as files and compares what the program does with what the files say.

run_case.py PROGRAM CASE, where CASE is commands/<command>/<case>/ or errors/<code>/; README.md beside
this script says what a case holds. UPDATE_EXPECTED=1 rewrites the files instead of comparing.
"""
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent
UPDATE = os.environ.get("UPDATE_EXPECTED") == "1"
TIMEOUT = 120  # seconds; a sanitizer's build is slow
SANITIZER_OPTIONS = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS")


class Case:
    """One run of the program in a fresh folder, and the differences found in it."""

    def __init__(self, program, folder, site=None):
        self.program = program
        self.folder = folder
        self.failures = []
        self.room = Path(tempfile.mkdtemp(prefix="gongshi-case-"))
        self.site = self.room / "site"
        self.out = self.site / "public"
        self.site.mkdir()
        (self.room / "home").mkdir()
        base = folder / "base"
        if base.exists():  # the site that this one is laid over, relative to tests/
            copy(TESTS / base.read_text().strip(), self.site)
        laid_over = site or folder / "site"
        if laid_over.exists():
            copy(laid_over, self.site)
        prepare = folder / "prepare"
        if prepare.exists() and site is None:  # makes what git cannot hold: a FIFO, a file of 10 MB
            subprocess.run([prepare], cwd=self.site, timeout=TIMEOUT, check=True)

    def run(self, args):
        """Runs the program in the site; gives its status and what it wrote."""
        if any("@OUT@" in arg for arg in args):
            self.out = self.room / "out"
        args = [arg.replace("@SITE@", str(self.site)).replace("@OUT@", str(self.out)) for arg in args]
        env = {name: os.environ[name] for name in SANITIZER_OPTIONS if name in os.environ}
        env.update(LANG="C", HOME=str(self.room / "home"), PATH="/usr/bin:/bin")
        done = subprocess.run([self.program, *args], cwd=self.site, env=env, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=TIMEOUT, check=False)
        return done.returncode, self.neutral(done.stdout), self.neutral(done.stderr)

    def neutral(self, output):
        """The output without this run's temporary paths, so that it is the same on every run."""
        for path, name in ((self.out, b"@OUT@"), (self.site, b"@SITE@"), (self.room, b"@ROOM@")):
            if path != self.site / "public":
                output = output.replace(str(path).encode(), name)
        # Nor its times, as --timings prints them.
        return re.sub(rb" +[0-9]+\.[0-9]{3} +[0-9]+\.[0-9]{3}  ", b" @TIME@ @TIME@  ", output)

    def expect_bytes(self, name, got):
        """`got` equals the file `name` of the case; no file means nothing is written."""
        path = self.folder / name
        if UPDATE:
            if got:
                path.write_bytes(got)
            elif path.exists():
                path.unlink()
            return
        want = path.read_bytes() if path.exists() else b""
        if got != want:
            self.failures.append(f"{name} differs:\n{difference(want, got)}")

    def expect_status(self, want, got):
        if got != want:
            self.failures.append(f"exit status {got}, expected {want}")

    def expect_output(self):
        """The files below expected/ equal those of the output; only listed ones, unless .exact is there."""
        expected = self.folder / "expected"
        if not expected.is_dir():
            return
        exact = (expected / ".exact").exists()
        want = {file for file in files_below(expected) if file != ".exact"}
        got = set(files_below(self.out)) if self.out.is_dir() else set()
        if not want and not exact:
            self.failures.append("expected/ lists no file")
        for file in sorted(want - got):
            if UPDATE and exact:
                (expected / file).unlink()
            else:
                self.failures.append(f"not written: {file}")
        for file in sorted(got - want) if exact else []:
            if UPDATE:
                (expected / file).parent.mkdir(parents=True, exist_ok=True)
                (expected / file).touch()
                want.add(file)
            else:
                self.failures.append(f"written, but not in expected/: {file}")
        for file in sorted(want & got):
            self.expect_bytes(f"expected/{file}", essence(self.out / file))

    def close(self):
        shutil.rmtree(self.room, ignore_errors=True)
        return self.failures


def copy(source, target):
    if not source.is_dir():
        sys.exit(f"{source} is no folder")
    shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True)


def files_below(folder):
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()]


def essence(path):
    """Of a page only <main>, so that a new footer does not change every golden; else the whole file."""
    content = path.read_bytes()
    if path.suffix == ".html":
        main = re.search(rb"<main\b.*</main>", content, re.DOTALL)
        if main:
            return main.group() + b"\n"
    return content


def difference(want, got):
    try:
        want, got = want.decode(), got.decode()
    except UnicodeDecodeError:
        return f"  {len(want)} and {len(got)} bytes, no text"
    lines = difflib.unified_diff(want.splitlines(True), got.splitlines(True), "expected", "got", n=2)
    text = "".join(line if line.endswith("\n") else line + "\n\\ no line break at the end\n" for line in lines)
    return "\n".join("  " + line for line in text.splitlines()[:80])


def status_of(folder, default):
    path = folder / "status"
    return int(path.read_text()) if path.exists() else default


def arguments_of(folder):
    path = folder / "args"
    return path.read_text().splitlines() if path.exists() else None


def run_command(program, folder):
    args = arguments_of(folder)
    if args is None:
        return ["there is no file args"]
    case = Case(program, folder)
    status, out, err = case.run(args)
    if UPDATE and (status != 0 or (folder / "status").exists()):
        (folder / "status").write_text(f"{status}\n")
    case.expect_status(status_of(folder, 0), status)
    case.expect_bytes("stdout", out)
    case.expect_bytes("stderr", err)
    case.expect_output()
    return case.close()


def run_error(program, folder):
    """The same mistake in both languages; and the site of passes/, one edit away, is fine."""
    code = folder.name.split(".")[0]  # errors/<code>.<variant>/ shows the same code another way
    failures = []
    for language in ("zh", "en"):
        case = Case(program, folder)
        args = arguments_of(folder) or ["check"]
        status, out, err = case.run([*args, "--lang", language])
        case.expect_status(status_of(folder, 1), status)
        case.expect_bytes("stdout", out)
        case.expect_bytes(f"expected.{language}.txt", err)
        if f"[{code}]".encode() not in err:
            case.failures.append(f"--lang {language}: stderr does not show [{code}]:\n  {err.decode(errors='replace')}")
        failures += case.close()
    if (folder / "passes").is_dir():
        case = Case(program, folder, folder / "passes")
        status, _, err = case.run(arguments_of(folder) or ["check"])
        case.expect_status(0, status)
        if status != 0:
            case.failures.append("the neighbour in passes/ does not pass:\n" + err.decode(errors="replace"))
        failures += case.close()
    return failures


def main():
    program, folder = os.path.abspath(sys.argv[1]), Path(sys.argv[2]).resolve()
    run = run_error if folder.parent.name == "errors" else run_command
    try:
        failures = run(program, folder)
    except subprocess.TimeoutExpired:
        failures = [f"still running after {TIMEOUT} s"]
    for failure in failures:
        print(f"{folder}: {failure}")
    if failures and not UPDATE:
        print("If this is what you want, run it again with UPDATE_EXPECTED=1 and review the difference.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
