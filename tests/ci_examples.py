#!/usr/bin/python3
"""The examples for CI do what they say, with folders of this machine as targets: ci_examples.py PROGRAM.

The commands of gongshi in both pipelines are run as they stand; a site is published, changed and published
again; and an upload that fails leaves what is served as it was.
"""
import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

TESTS = Path(__file__).resolve().parent
EXAMPLES = TESTS.parent / "generator" / "examples" / "ci"
failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)


def run(command, folder, **options):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False, **options)


def same_files(a, b):
    def differs(compared):
        return bool(compared.left_only or compared.right_only or compared.diff_files
                    or any(differs(below) for below in compared.subdirs.values()))
    return not differs(filecmp.dircmp(a, b, ignore=[]))


def commands_of(text):
    """What the pipeline's steps type, however deep they are."""
    found = []

    def look(part):
        if isinstance(part, dict):
            for key, value in part.items():
                if key in ("run", "script"):
                    found.extend([value] if isinstance(value, str) else value)
                look(value)
        elif isinstance(part, list):
            for value in part:
                look(value)
    look(yaml.safe_load(text))
    return [one for one in found if one.startswith("./gongshi")]


def pipelines(program, room):
    for name, wanted in (("github-pages.yml", 2), ("gitlab-ci.yml", 2)):
        commands = commands_of((EXAMPLES / name).read_text(encoding="utf-8"))
        expect(len(commands) == wanted, f"{name} runs {commands}")
        for site, status in (("minimal", 0), ("faulty", 1)):
            folder = room / f"{name}-{site}"
            shutil.copytree(TESTS / "sites" / site, folder)
            (folder / "gongshi").symlink_to(program)
            for command in commands:
                done = run(["bash", "-c", command], folder)
                expect(done.returncode == status, f"{name}, {site}: `{command}` ends with {done.returncode}")
                if "github" in command and site == "faulty":
                    expect(re.search(r"^::error title=gongshi bad-date,file=content/phases/p1.yaml,line=3,col=7::",
                                     done.stdout, re.M), f"annotations: {done.stdout[:300]}")
            report = folder / "gl-code-quality-report.json"
            if report.exists():
                issues = json.loads(report.read_text(encoding="utf-8"))
                expect(len(issues) == (14 if site == "faulty" else 0), f"{len(issues)} issues for {site}")
                expect(len({issue["fingerprint"] for issue in issues}) == len(issues), "fingerprints differ")


def built(program, folder, title):
    if not folder.exists():
        shutil.copytree(TESTS / "sites" / "minimal", folder)
    (folder / "content" / "objectives").mkdir(exist_ok=True)
    (folder / "content" / "objectives" / f"{title}.yaml").write_text(f"title: {title}\nscope: public\n", encoding="utf-8")
    expect(run([program, "build", "--quiet"], folder).returncode == 0, "the site is built")
    return folder / "public"


def rsync(program, room):
    target = room / "server"
    target.mkdir()
    script = EXAMPLES / "publish-rsync"
    for title in ("a", "b", "c", "d", "d"):
        public = built(program, room / "site", title)
        done = run([script, public, target], room)
        expect(done.returncode == 0, f"rsync of {title}: {done.stderr}")
        expect(same_files(public, target / "current"), f"what is served is the site with {title}")
    expect(len(list((target / "releases").iterdir())) == 3, "three are kept")
    served = os.readlink(target / "current")
    built(program, room / "site", "e")
    stub = room / "bin"
    stub.mkdir()
    (stub / "rsync").write_text("#!/bin/sh\n/usr/bin/rsync --exclude '*.html' \"$@\"\nexit 23\n", encoding="utf-8")
    (stub / "rsync").chmod(0o755)
    done = run([script, room / "site" / "public", target], room, env={"PATH": f"{stub}:/usr/bin:/bin"})
    expect(done.returncode == 23 and os.readlink(target / "current") == served, "a broken upload changes nothing")
    expect(run([script, room / "site" / "public", target], room).returncode == 0
           and same_files(room / "site" / "public", target / "current"), "and the next one mends it")


def rclone(program, room):
    target = room / "store"
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(room), "RCLONE_CONFIG_STORE_TYPE": "local"}
    for title in ("f", "g"):
        public = built(program, room / "site", title)
        done = run([EXAMPLES / "publish-rclone", public, f"store:{target}"], room, env=environment)
        expect(done.returncode == 0 and same_files(public, target), f"rclone of {title}: {done.stderr}")
    (room / "site" / "content" / "objectives" / "f.yaml").unlink()
    public = built(program, room / "site", "g")
    run([EXAMPLES / "publish-rclone", public, f"store:{target}"], room, env=environment)
    expect(not (target / "objectives" / "f.html").exists() and same_files(public, target), "what is gone is deleted")


def main():
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="gongshi-ci-") as room:
        for test in (pipelines, rsync, rclone):
            test(program, Path(room))
    print("\n".join(failures))
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
