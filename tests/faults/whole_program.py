#!/usr/bin/python3
"""The program as a process: locks, signals, kills, limits. whole_program.py PROGRAM.

After each trial the published folder is byte for byte the old site or the new one, and what lies beside
it is as it should be. Shows the codes locked, interrupted, io-failed and internal-error.
"""
import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
KILLS = 20 if os.environ.get("GONGSHI_SANITIZE") else 100  # whose builds are slow
# What a careless program does: it writes the new files over the old ones, each as it comes.
IN_PLACE = "import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2], dirs_exist_ok=True)"
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print(f"FAILED: {what}")


class Site:
    """An invented site in a folder of its own, published once as of one day."""

    def __init__(self, program, folder, items):
        self.program = program
        self.folder = folder
        self.public = self.folder / "public"
        self.staging = self.folder / ".public.new"
        subprocess.run([sys.executable, ROOT / "tests/invented/make.py", self.folder, "--items", str(items)], check=True,
                       stdout=subprocess.DEVNULL)
        self.new = self.publish("2026-07-01")
        self.old = self.publish("2026-06-30")
        check(self.old != self.new, "another as-of date makes another site")

    def publish(self, day):
        done = self.build(day)
        if done.returncode != 0:
            sys.exit(f"build as of {day} failed with status {done.returncode}:\n{done.stderr[-2000:]}")
        return self.digest()

    def command(self, day):
        return [self.program, "build", "--as-of", day, "--lang", "en"]

    def build(self, day, **options):
        return subprocess.run(self.command(day), cwd=self.folder, capture_output=True, text=True, timeout=300,
                              check=False, **options)

    def start(self, day):
        return subprocess.Popen(self.command(day), cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True)

    def digest(self):
        """What the published folder holds, as one hash."""
        all_files = hashlib.sha256()
        for path in sorted(self.public.rglob("*")):
            all_files.update(path.relative_to(self.public).as_posix().encode() + b"\0")
            if path.is_file():
                all_files.update(hashlib.sha256(path.read_bytes()).digest())
        return all_files.hexdigest()

    def wait_for_staging(self, process):
        """Until the build has begun to write, or has ended."""
        while process.poll() is None and not any(self.staging.glob("*")):
            time.sleep(0.001)


def a_second_build_is_refused(site):
    first = site.start("2026-06-30")
    site.wait_for_staging(first)
    first.send_signal(signal.SIGSTOP)
    second = site.build("2026-07-01")
    check(second.returncode == 5, f"a second build ends with 5, got {second.returncode}")
    check("[locked]" in second.stderr and str(first.pid) in second.stderr, f"it names who is at work: {second.stderr}")
    check(site.digest() == site.old, "it changed nothing")
    first.send_signal(signal.SIGCONT)
    first.communicate(timeout=300)
    check(first.returncode == 0, "the first build goes on to its end")
    check(site.digest() == site.old, "and the site is its own")


def a_signal_stops_it(site):
    for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
        process = site.start("2026-07-01")
        site.wait_for_staging(process)
        process.send_signal(number)
        before = time.monotonic()
        _, err = process.communicate(timeout=60)
        name = signal.Signals(number).name
        check(process.returncode == status, f"{name} ends it with {status}, got {process.returncode}")
        check("[interrupted]" in err, f"{name} is told: {err}")
        check(time.monotonic() - before < 5, f"{name} stops it soon")
        check(not site.staging.exists(), f"{name} leaves no staging")
        check(site.digest() == site.old, f"{name} leaves the old site")


def kill_at_random(site, start, count):
    """Kills what `start` starts at `count` instants spread over the time it usually takes; yields what was left."""
    chance = random.Random(1)
    started = time.monotonic()
    start().communicate()
    usual = time.monotonic() - started
    site.publish("2026-06-30")
    for trial in range(count):
        process = start()
        time.sleep(usual * 1.5 * trial / count + chance.random() * usual / count)
        process.kill()
        process.communicate()
        left = site.digest()
        yield left
        if left != site.old:
            site.publish("2026-06-30")


def a_kill_leaves_one_site_or_the_other(site):
    site = Site(site.program, site.folder.parent / "small", 12)
    seen = []
    for left in kill_at_random(site, lambda: site.start("2026-07-01"), KILLS):
        seen.append(left)
        check(left in (site.old, site.new), f"kill {len(seen)} left a mixture")
    print(f"  {len(seen)} kills: {seen.count(site.old)} left the old site, {seen.count(site.new)} the new one")
    check(site.old in seen, "some kill came before the exchange")
    check(site.publish("2026-06-30") == site.old, "a build after a kill is like any other")
    check(not site.staging.exists(), "and removes what the killed one left")

    site.publish("2026-07-01")
    new = site.folder / "new"
    shutil.copytree(site.public, new)
    site.publish("2026-06-30")
    command = [sys.executable, "-S", "-c", IN_PLACE, new, site.public]
    careless = kill_at_random(site, lambda: subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE), 25)
    check(any(left not in (site.old, site.new) for left in careless), "the same kills catch a writer that works in place")


def limited(kind, value):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the limit on files is then an error of write
        resource.setrlimit(kind, (value, value))
    return limit


def a_limit_of_the_system_is_told(site):
    for kind, value, name in ((resource.RLIMIT_FSIZE, 3000, "file size"), (resource.RLIMIT_NOFILE, 5, "open files")):
        done = site.build("2026-07-01", preexec_fn=limited(kind, value))
        check(done.returncode == 4, f"limit on {name} ends with 4, got {done.returncode}: {done.stderr[-300:]}")
        check("[io-failed]" in done.stderr, f"limit on {name} is told: {done.stderr[-300:]}")
        check(site.digest() == site.old, f"limit on {name} leaves the old site")
        check(not site.staging.exists(), f"limit on {name} leaves no staging")


def too_little_memory_is_told(site):
    if os.environ.get("GONGSHI_SANITIZE"):  # a sanitizer reserves terabytes
        return
    told = 0
    for megabytes in range(50, 200, 10):  # from too little to be loaded to enough, on whatever machine
        done = site.build("2026-07-01", preexec_fn=limited(resource.RLIMIT_AS, megabytes << 20))
        check(done.returncode in (0, 70, 127), f"{megabytes} MB: status {done.returncode}: {done.stderr[-300:]}")
        told += done.returncode == 70 and ("[internal-error]" in done.stderr or "out of memory" in done.stderr)
        if done.returncode == 0:
            site.publish("2026-06-30")
        check(site.digest() == site.old, f"{megabytes} MB leave the old site")
    check(told > 0, "too little memory is told")


def a_reader_that_goes_away_is_fine(site):
    process = subprocess.Popen([site.program, "explain"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    err = process.stderr.read()
    check(process.wait(timeout=60) in (0, 4) and not err, f"a closed pipe: {process.returncode} {err!r}")


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="gongshi-faults-") as room:
        site = Site(program, Path(room) / "site", 150)
        for trial in (a_second_build_is_refused, a_signal_stops_it, a_kill_leaves_one_site_or_the_other,
                      a_limit_of_the_system_is_told, too_little_memory_is_told, a_reader_that_goes_away_is_fine):
            print(trial.__name__)
            trial(site)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
