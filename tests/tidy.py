#!/usr/bin/python3
"""Runs clang-tidy over every own source: tidy.py BUILD_FOLDER [ROOT], whose compile_commands.json is used.

Nearly all its time goes into the headers of libraries, once a translation unit. So sources that are compiled
alike are checked many at a time, in a unit that includes them one after the other. Headers have units of
their own: that a class leaves a member unset is seen best before anybody uses it. A source that cannot stand
behind the others, because both have a name of their own in an unnamed namespace, waits for a later unit.

A source that was clean is not checked again until it, a header of ours that it includes, its compile
command, a .clang-tidy or clang-tidy itself changes.
"""
import collections
import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).parent.parent).resolve()
BUILD = Path(sys.argv[1]).resolve()
FOLDERS = [ROOT / "generator", ROOT / "tests"]
COMPILER, TIDY = "clang++-16", "clang-tidy-16"
LINES = 6000  # of a unit: few enough for all processors to have work until the end
INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
PLACE = re.compile(r"^(/[^:\n]+):\d+:\d+: (?:fatal )?(?:error|warning): ", re.MULTILINE)


def own_includes(source, seen):
    """Adds to `seen` the source and every header of ours that it includes, directly or not."""
    if source in seen:
        return
    seen.add(source)
    for name in INCLUDE.findall(source.read_bytes()):
        for folder in (*FOLDERS, source.parent):
            header = folder / name.decode()
            if header.is_file():
                own_includes(header, seen)
                break


def flags_of(entry):
    """The compile command without the compiler, its output and its source."""
    words = shlex.split(entry["command"])[1:]
    out = words.index("-o")
    return tuple(word for word in words[:out] + words[out + 2:] if word not in ("-c", entry["file"]))


def key_of(source, flags, version):
    files = {*ROOT.glob(".clang-tidy"), *ROOT.glob("*/.clang-tidy")}
    own_includes(source, files)
    digest = hashlib.sha256(version + " ".join(flags).replace(str(ROOT), "").encode())
    for file in sorted(files):
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def units_of(sources, flags):
    """Lists of sources that are compiled and judged alike, each of about LINES lines."""
    alike = collections.defaultdict(list)
    for source in sorted(sources):
        alike[source.relative_to(ROOT).parts[0], source.suffix, flags[source]].append(source)
    for group in alike.values():
        unit, lines = [], 0
        for source in group:
            unit.append(source)
            lines += source.read_bytes().count(b"\n")
            if lines > LINES:
                yield unit
                unit, lines = [], 0
        if unit:
            yield unit


def write_unit(path, sources):
    # .clang-tidy is looked for above the unit: those of the tree stand there as well.
    path.parent.mkdir(parents=True, exist_ok=True)
    for config in (ROOT / ".clang-tidy", ROOT / path.parent.name / ".clang-tidy"):
        if config.exists():
            shutil.copy(config, path.parent.parent / config.relative_to(ROOT))
    path.write_text("".join(f'#include "{source}" // NOLINT(bugprone-suspicious-include)\n' for source in sources))


def places(text):
    return {Path(place) for place in PLACE.findall(text)}


def check(sources, flags):
    """Findings in a unit, and the sources that could not stand in it."""
    flags = [*flags, "-w"]  # the compiler's warnings are the compile's own
    waiting = []
    with tempfile.TemporaryDirectory(prefix="gongshi-tidy-") as room:
        unit = Path(room, sources[0].relative_to(ROOT).parts[0], "unit.cpp")
        while True:
            write_unit(unit, sources)
            alone = [COMPILER, *flags, "-fsyntax-only", "-ferror-limit=0", str(unit)]
            refused = places(subprocess.run(alone, capture_output=True, text=True, check=False).stderr)
            if not refused or len(sources) == 1:
                break
            # Where only headers are refused, an earlier source took one of their names: halves part them.
            waiting += refused.intersection(sources[1:]) or sources[(len(sources) + 1) // 2:]
            sources = [source for source in sources if source not in waiting]
        done = subprocess.run([TIDY, "--quiet", str(unit), "--", *flags], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return "", waiting
    return done.stdout or done.stderr, waiting  # stderr only counts suppressed warnings


def main():
    cache = ROOT / ".build/tidy-cache"
    cache.mkdir(parents=True, exist_ok=True)
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    entries = json.loads((BUILD / "compile_commands.json").read_text())
    flags = {Path(entry["file"]): flags_of(entry) for entry in entries
             if any(folder in Path(entry["file"]).parents for folder in FOLDERS)}
    if not flags:
        sys.exit("compile_commands.json names none of our sources")
    for header in sorted(header for folder in FOLDERS for header in folder.rglob("*.hpp")):
        nearest = max(flags, key=lambda source: len(os.path.commonprefix([source.parts, header.parts])))
        flags[header] = flags[nearest]
    keys = {source: key_of(source, flags[source], version) for source in flags}
    stale = [source for source, key in keys.items() if not (cache / key).exists()]
    print(f"{len(keys)} sources, {len(stale)} of them new or changed", flush=True)
    faulty = set()
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        while stale:
            units = list(units_of(stale, flags))
            stale = []
            for unit, (text, waiting) in zip(units, pool.map(lambda unit: check(unit, flags[unit[0]]), units)):
                stale += waiting
                faulty |= places(text) or ({unit[0]} if text else set())
                print(text, end="", flush=True)
                if not places(text) - set(unit):  # a fault in a header may be any source's
                    for source in set(unit) - set(waiting) - faulty:
                        (cache / keys[source]).touch()
    for old in cache.iterdir():  # what no source has as its key any more
        if old.name not in keys.values():
            old.unlink()
    print(f"{len(faulty)} files have findings")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
