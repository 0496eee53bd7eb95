#!/usr/bin/python3
"""Same content, theme and as-of date make the same bytes and file modes: determinism.py PROGRAM.

Builds the repository's own site and an invented one again and again, each time with one thing changed
that must not matter, and compares the whole output trees.
"""
import os
import random
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INVENTED_ITEMS = "60"

# What is changed, by name: threads, environment, umask, folder, order of files in folders, warm cache.
VARIATIONS = {
    "--jobs 2": {"jobs": 2},
    "--jobs 7": {"jobs": 7},
    "another path": {"folder": "另一个 long/path/to/the/site"},
    "files created in another order": {"shuffled": 1},
    "files created in a third order": {"shuffled": 2, "jobs": 3},
    "TZ=Pacific/Kiritimati": {"env": {"TZ": "Pacific/Kiritimati"}},
    "TZ=America/St_Johns": {"env": {"TZ": "America/St_Johns"}},
    "a locale that is not installed": {"env": {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"}},
    "LANG=tr_TR.UTF-8": {"env": {"LANG": "tr_TR.UTF-8"}},
    "umask 077": {"umask": 0o077},
    "umask 000": {"umask": 0o000},
    "second build in the same folder": {"builds": 2},
}


def copy(site, target, shuffled):
    """Copies a site; the order in which files are made is what a file system may list them in."""
    paths = sorted(path for path in site.rglob("*") if not path.is_dir())
    if shuffled:
        random.Random(shuffled).shuffle(paths)
    for path in paths:
        copied = target / path.relative_to(site)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copied, follow_symlinks=False)


def build(program, site, room, as_of, *, folder="site", jobs=1, env=None, umask=0o022, shuffled=0, builds=1):
    """The output tree of one build, as path → (mode, bytes)."""
    target = room / folder
    copy(site, target, shuffled)
    command = [program, "build", "--site", str(target / "site.yaml"), "--as-of", as_of, "--jobs", str(jobs)]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(room), "LANG": "C", "TZ": "UTC", **(env or {})}
    for _ in range(builds):
        done = subprocess.run(command, cwd=room, env=environment, umask=umask, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=600, check=False)
        if done.returncode != 0:
            sys.exit(f"build failed with status {done.returncode}:\n{done.stderr[-4000:]}")
    out = target / "public"
    tree = {}
    for path in [out, *sorted(out.rglob("*"))]:
        mode = stat.S_IMODE(path.lstat().st_mode)
        tree[path.relative_to(out).as_posix()] = (mode, None if path.is_dir() else path.read_bytes())
    return tree


def first_difference(want, got):
    """Where two trees differ first, in words; nothing if they are equal."""
    for path in sorted(set(want) | set(got)):
        if path not in got or path not in want:
            return f"{path} is only in {'the first' if path in want else 'the second'}"
        if want[path][0] != got[path][0]:
            return f"{path} has mode {want[path][0]:o}, then {got[path][0]:o}"
        if want[path][1] != got[path][1]:
            return f"{path}, {first_byte(want[path][1] or b'', got[path][1] or b'')}"
    return None


def first_byte(want, got):
    at = next((i for i, pair in enumerate(zip(want, got)) if pair[0] != pair[1]), min(len(want), len(got)))
    line = want.count(b"\n", 0, at) + 1
    near = [text[max(0, at - 60):at + 60].decode(errors="replace") for text in (want, got)]
    return f"byte {at}, line {line}:\n  first:  …{near[0]!r}…\n  second: …{near[1]!r}…"


def own_site(room):
    """The repository's site without its outputs and caches."""
    site = room / "own"
    copy(ROOT / "content", site / "content", 0)
    if (ROOT / "themes").is_dir():
        copy(ROOT / "themes", site / "themes", 0)
    shutil.copy2(ROOT / "site.yaml", site / "site.yaml")
    return site


def invented_site(room):
    site = room / "invented"
    subprocess.run([sys.executable, str(ROOT / "tests/invented/make.py"), str(site), "--items", INVENTED_ITEMS],
                   check=True, stdout=subprocess.DEVNULL)
    return site


def as_of(site):
    return re.search(r"^as_of: *([0-9-]+)", (site / "site.yaml").read_text(encoding="utf-8"), re.MULTILINE).group(1)


def main():
    program = os.path.abspath(sys.argv[1])
    failures = 0
    with tempfile.TemporaryDirectory(prefix="gongshi-determinism-") as name:
        room = Path(name)
        for site in (own_site(room), invented_site(room)):
            date = as_of(site)
            want = build(program, site, room / f"{site.name}-first", date)
            if "index.html" not in want or "manifest.json" not in want:
                sys.exit(f"{site.name}: the build wrote no index.html or no manifest.json")
            print(f"{site.name}: {len(want)} files and folders, as of {date}")
            for number, (name, changed) in enumerate(VARIATIONS.items()):
                got = build(program, site, room / f"{site.name}-{number}", date, **changed)
                difference = first_difference(want, got)
                failures += difference is not None
                print(f"  {name}: {difference or 'same'}")
                shutil.rmtree(room / f"{site.name}-{number}")
    print(f"{failures} differences")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
