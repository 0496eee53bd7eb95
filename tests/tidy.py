#!/usr/bin/python3
"""Runs clang-tidy over every own source: tidy.py BUILD_FOLDER, whose compile_commands.json is used.

A source that was clean is not checked again until it, a header of ours that it includes, its compile
command, a .clang-tidy or clang-tidy itself changes.
"""
import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-16"
INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
FOLDERS = (ROOT / "generator", ROOT / "tests")


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


def key_of(entry, version):
    source = Path(entry["file"])
    files = set()
    own_includes(source, files)
    files.update(ROOT.glob(".clang-tidy"), ROOT.glob("*/.clang-tidy"))
    digest = hashlib.sha256(version + entry["command"].replace(str(ROOT), "").encode())
    for file in sorted(files):
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def check(build, source):
    done = subprocess.run([TIDY, "--quiet", "-p", str(build), str(source)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout or done.stderr  # stderr only counts suppressed warnings


def main():
    build = Path(sys.argv[1]).resolve()
    cache = ROOT / ".build/tidy-cache"
    cache.mkdir(parents=True, exist_ok=True)
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    entries = json.loads((build / "compile_commands.json").read_text())
    keys = {Path(entry["file"]): key_of(entry, version) for entry in entries
            if any(folder in Path(entry["file"]).parents for folder in FOLDERS)}
    if not keys:
        sys.exit("compile_commands.json names none of our sources")
    stale = sorted(source for source, key in keys.items() if not (cache / key).exists())
    print(f"{len(keys)} sources, {len(stale)} of them new or changed", flush=True)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for source, (status, text) in zip(stale, pool.map(lambda source: check(build, source), stale)):
            if status == 0:
                (cache / keys[source]).touch()
            else:
                bad += 1
                print(f"{source.relative_to(ROOT)}:\n{text}", flush=True)
    for old in cache.iterdir():  # what no source has as its key any more
        if old.name not in keys.values():
            old.unlink()
    print(f"{bad} sources have findings")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
