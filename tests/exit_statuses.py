#!/usr/bin/python3
"""One case for each exit status that the help documents, and none that it does not: exit_statuses.py PROGRAM.

Signals and faults of the program are provoked from outside: a signal while it waits for its input, and
an address space too small to work in.
"""
import fcntl
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent


class Site:
    """A copy of the smallest site, in which the program is run."""

    def __init__(self, program, room):
        self.program = program
        self.folder = room / "site"
        shutil.copytree(TESTS / "sites" / "minimal", self.folder)

    def run(self, *args, **options):
        return subprocess.run([self.program, *args], cwd=self.folder, capture_output=True, text=True, timeout=120,
                              check=False, **options).returncode

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)


def fine(site):
    return site.run("build")


def bad_content(site):
    site.write("content/objectives/bad.yaml", "text: no title\n")
    return site.run("check")


def usage(site):
    return site.run("chekc")


def leak(site):
    site.write("content/objectives/bad.yaml", "title: 13800138000\nscope: public\n")
    return site.run("build")


def disk(site):
    site.write("file", "")
    return site.run("build", "--out", str(site.folder / "file" / "public"))


def locked(site):
    site.run("build")
    with open(site.folder / ".public.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return site.run("build")


def fault(site):
    for megabytes in range(40, 200, 5):  # from too little to be loaded to almost enough
        size = megabytes << 20
        status = site.run("check", preexec_fn=lambda size=size: resource.setrlimit(resource.RLIMIT_AS, (size, size)))
        if status == 70:
            return status
    return status


def stopped_by(number):
    def stop(site):
        for n in range(300):  # so that there is time for the signal
            site.write(f"content/objectives/objective-{n}.yaml", "title: 目标\nscope: public\n")
        process = subprocess.Popen([site.program, "build"], cwd=site.folder, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        while process.poll() is None and not (site.folder / ".public.new").exists():
            os.sched_yield()
        process.send_signal(number)
        return process.wait(60)
    return stop


CASES = {0: fine, 1: bad_content, 2: usage, 3: leak, 4: disk, 5: locked, 70: fault,
         130: stopped_by(signal.SIGINT), 143: stopped_by(signal.SIGTERM)}


def main():
    program = Path(sys.argv[1]).resolve()
    told = subprocess.run([program, "--help", "--lang", "en"], capture_output=True, text=True, check=True).stdout
    told = told.split("Exit status:\n")[1].split("\n\n")[0]
    documented = {int(number) for line in told.splitlines() for number in re.findall(r"\d+", line.split("  ")[1])}
    failures = []
    if documented != set(CASES):
        failures.append(f"documented are {sorted(documented)}, tested {sorted(CASES)}")
    for wanted, case in CASES.items():
        with tempfile.TemporaryDirectory(prefix="gongshi-status-") as room:
            status = case(Site(program, Path(room)))
            if status != wanted:
                failures.append(f"{case.__name__} ends with {status}, wanted {wanted}")
    print("\n".join(failures))
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
