"""What the tests of this folder share: running the program in a site, and noting what is not as it should be."""
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = {"LANG": "C", "PATH": "/usr/bin:/bin", **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}}


def copy_site(site, target):
    """A copy of the site's settings and content alone."""
    target.mkdir(parents=True)
    shutil.copy(site / "site.yaml", target)
    shutil.copytree(site / "content", target / "content")
    return target


class Desk:
    """The program at a clerk's desk."""

    def __init__(self, program):
        self.program = str(Path(program).resolve())
        self.faults = []

    def run(self, folder, *args, status=0):
        """Runs the program in `folder`; anything but `status` is a fault."""
        done = subprocess.run([self.program, *map(str, args)], cwd=folder, capture_output=True, text=True, check=False,
                              env=ENVIRONMENT)
        if done.returncode != status:
            words = " ".join(map(str, args))
            self.faults.append(f"{words}: status {done.returncode}, not {status}\n{done.stdout}{done.stderr}")
        return done

    def expect(self, what, holds):
        if not holds:
            self.faults.append(f"not so: {what}")

    def done(self):
        """The exit status of the test, all faults printed."""
        print("\n".join(self.faults))
        return 1 if self.faults else 0
