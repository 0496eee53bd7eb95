#!/usr/bin/python3
"""What each shell completes with the script that the program prints, asked of the shell itself, and
the manual page as groff reads it, with every command; each command's help has an example: completion.py PROGRAM.
"""
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

# What is typed, and all that is offered.
QUESTIONS = [
    ("gongshi ch", {"check"}),
    ("gongshi build --no", {"--no-cache"}),
    ("gongshi check --form", {"--format"}),
    ("gongshi check --lang ", {"zh", "en"}),
    ("gongshi check --lang z", {"zh"}),
    ("gongshi schema ite", {"item"}),
    ("gongshi completion ", {"bash", "zsh", "fish"}),
    ("gongshi explain dead-", {"dead-link"}),
    ("gongshi build --site si", {"site.yaml", "site.folder/"}),
    ("gongshi build --content si", {"site.folder/"}),
]

BASH = """source gongshi.bash
read -r -a COMP_WORDS <<<"$1"
[[ $1 == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_gongshi gongshi "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
for one in "${COMPREPLY[@]}"; do [[ -d $one ]] && one+=/; printf '%s\\n' "$one"; done
"""

# On a terminal, since zsh completes nowhere else; the key ^X shows the line as it stands.
ZSH = """PS1= PS2= ; fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; setopt no_beep
show() { print -r -- "<<$BUFFER>>" }; zle -N show; bindkey '^X' show; print re""ady
"""


class Terminal:
    """An interactive zsh, and what it has shown."""

    def __init__(self, folder):
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execve("/usr/bin/zsh", ["zsh", "-f", "-i"],
                      {"HOME": str(folder), "PATH": "/usr/bin:/bin", "TERM": "dumb", "LANG": "C.UTF-8"})
        self.shown = ""

    def type(self, text, until):
        """Types `text`, and gives what is shown up to a match of `until`."""
        os.write(self.end, text.encode())
        while not (match := re.search(until, self.shown)):
            if not select.select([self.end], [], [], 30)[0]:
                sys.exit(f"zsh answers nothing to {text!r}; it showed {self.shown!r}")
            self.shown += os.read(self.end, 4096).decode(errors="replace")
        self.shown = ""
        return match

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def run(command, folder, **options):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False, **options)


def offered_by_bash(folder, typed):
    done = run(["bash", "-c", BASH, "bash", typed], folder)
    return done.stdout.split() + done.stderr.splitlines()


def offered_by_fish(folder, typed):
    done = run(["fish", "--no-config", "-c", f"source gongshi.fish; complete -C '{typed}'"], folder,
               env={"HOME": str(folder), "PATH": "/usr/bin:/bin"})
    return [line.split("\t")[0] for line in done.stdout.splitlines()] + done.stderr.splitlines()


def completed_by_zsh(folder, typed):
    """The last word of the line once the key Tab was struck."""
    terminal = Terminal(folder)
    terminal.type(ZSH, "ready\r?\n")
    line = terminal.type(typed + "\t\x18", "<<(.*?)>>").group(1)
    terminal.close()
    return line.split()[-1:]


def main():
    program = Path(sys.argv[1]).resolve()
    failures = []
    with tempfile.TemporaryDirectory(prefix="gongshi-shell-") as name:
        folder = Path(name)
        (folder / "site.yaml").touch()
        (folder / "site.folder").mkdir()
        for shell, script in (("bash", "gongshi.bash"), ("fish", "gongshi.fish"), ("zsh", "_gongshi")):
            (folder / script).write_text(run([program, "completion", shell, "--lang", "zh"], folder).stdout)
        for shell, ask in (("bash", offered_by_bash), ("fish", offered_by_fish), ("zsh", completed_by_zsh)):
            for typed, wanted in QUESTIONS:
                if shell == "zsh" and len(wanted) > 1:
                    continue
                offered = ask(folder, typed)
                if set(offered) != wanted:
                    failures.append(f"{shell}: `{typed}` offers {offered}, wanted {sorted(wanted)}")
        overview = run([program, "--help", "--lang", "en"], folder).stdout
        commands = re.findall(r"^  ([a-z]+)  ", overview.split("Commands:")[1].split("Exit status:")[0], re.M)
        for command in commands:
            text = run([program, command, "--help", "--lang", "en"], folder).stdout
            if f"Examples:\n  gongshi {command}" not in text:
                failures.append(f"the help of {command} has no example")
        for language in ("zh", "en"):
            page = run([program, "man", "--lang", language], folder).stdout
            read = run(["groff", "-k", "-ww", "-man", "-Tutf8", "-z"], folder, input=page)
            if read.returncode or read.stderr or not all(f".SS gongshi {one}" in page for one in commands):
                failures.append(f"manual page in {language}: {read.stderr}")
    print("\n".join(failures))
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
