"""What a command costs: it is waited for by itself, so that its memory is its own."""
import os
import subprocess
import sys
import time
from typing import NamedTuple


class Cost(NamedTuple):
    clock: float      # seconds
    processor: float  # seconds of user and system time, of all threads
    memory: float     # peak, in MB


def cost_of(command, log=subprocess.DEVNULL, **options):
    """Runs the command and ends the benchmark if it fails. What it says goes to `log`."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - started
    if child.returncode != 0:
        sys.exit(f'{command[0]} failed with {child.returncode}' + (f'; see {log.name}' if hasattr(log, 'name') else ''))
    return Cost(took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
