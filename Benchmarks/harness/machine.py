"""What machine, what versions."""

import datetime
import os
import platform
import re
import subprocess


def first_line(*command):
    """The first line that a command prints; nothing where it cannot be run."""
    try:
        lines = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout.splitlines()
        return lines[0].strip() if lines else ""
    except OSError:
        return ""


def found(pattern, file):
    try:
        match = re.search(pattern, open(file, encoding="utf-8").read(), re.MULTILINE)
        return match[1].strip() if match else ""
    except OSError:
        return ""


def described(root, peers):
    """A line about this machine. `peers` are packages and their versions, as pip writes them."""
    memory = int(found(r"^MemTotal:\s*(\d+)", "/proc/meminfo") or 0) / 1024 / 1024
    swift = re.search(r"Swift version [\d.]+", first_line("swift", "--version"))
    # Another program than the repository's may be of any commit.
    commit = "" if os.environ.get("TUANTHU") else first_line("git", "-C", str(root), "rev-parse", "--short", "HEAD")
    changed = first_line("git", "-C", str(root), "status", "--porcelain", "--untracked-files=no")
    parts = [
        found(r"^model name\s*:\s*(.*)", "/proc/cpuinfo") or platform.machine(),
        f"{len(os.sched_getaffinity(0))} cores", f"{memory:.0f} GiB",
        found(r'^PRETTY_NAME="?([^"\n]*)', "/etc/os-release") or platform.system(),
        f"Linux {platform.release()}", swift[0] if swift else "", *[name.replace("==", " ") for name in peers], f"Python {platform.python_version()}",
        f"tuanthu {commit}{' with changes' if changed else ''}" if commit else "",
        f"load {os.getloadavg()[0]:.1f} before",
    ]
    return f"{datetime.date.today()}: {', '.join(part for part in parts if part)}."
