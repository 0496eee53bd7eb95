#!/usr/bin/python3
"""What the program does differently where a person watches: colours and progress on a terminal, neither
through a pipe, no colour by NO_COLOR, TERM=dumb or --color never: terminal.py PROGRAM.
"""
import os
import pty
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
COLOUR = "\x1b[1;31m"
ERASES = "\r\x1b[K"


def on_terminal(command, **environment):
    """Everything that the command shows on a terminal of its own."""
    process, end = pty.fork()
    if process == 0:
        os.chdir(TESTS / "sites" / "faulty")
        os.execve(command[0], command, {"PATH": "/usr/bin:/bin", "LANG": "C", "TERM": "xterm", **environment})
    shown = b""
    while True:
        try:
            piece = os.read(end, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.waitpid(process, 0)
    return shown.decode()


def main():
    program = str(Path(sys.argv[1]).resolve())
    check = [program, "check"]
    failures = []

    def expect(what, shown, colour, progress):
        for name, mark, wanted in (("colour", COLOUR, colour), ("progress", ERASES, progress)):
            if (mark in shown) != wanted:
                failures.append(f"{what}: {name} is {mark in shown}, wanted {wanted}: {shown[:300]!r}")

    expect("a terminal", on_terminal(check), True, True)
    expect("NO_COLOR", on_terminal(check, NO_COLOR="1"), False, True)
    expect("an empty NO_COLOR", on_terminal(check, NO_COLOR=""), True, True)
    expect("TERM=dumb", on_terminal(check, TERM="dumb"), False, True)
    expect("--color never", on_terminal([*check, "--color", "never"]), False, True)
    expect("--quiet", on_terminal([*check, "--quiet"]), True, False)
    expect("a Chinese locale", on_terminal(check, LANG="zh_CN.UTF-8"), True, True)
    if "错误" not in on_terminal(check, LANG="zh_CN.UTF-8") or "错误" in on_terminal(check, LANG="en_GB.UTF-8"):
        failures.append("the language does not follow the locale")
    piped = subprocess.run(check, cwd=TESTS / "sites" / "faulty", capture_output=True, text=True, check=False)
    expect("a pipe", piped.stdout + piped.stderr, False, False)
    print("\n".join(failures))
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
