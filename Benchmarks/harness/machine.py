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
    """The day, the machine and the versions, the same in every language. `peers` are packages and their
    versions, as pip writes them."""
    swift = re.search(r"Swift version ([\d.]+)", first_line("swift", "--version"))
    # Another program than the repository's may be of any commit.
    commit = "" if os.environ.get("TUANTHU") else first_line("git", "-C", str(root), "rev-parse", "--short", "HEAD")
    parts = [
        found(r"^model name\s*:\s*(.*)", "/proc/cpuinfo") or platform.machine(),
        found(r'^PRETTY_NAME="?([^"\n]*)', "/etc/os-release") or platform.system(), f"Linux {platform.release()}",
        f"Swift {swift[1]}" if swift else "", *[name.replace("==", " ") for name in peers],
        f"Python {platform.python_version()}", f"tuanthu {commit}" if commit else "",
    ]
    return f"{datetime.date.today()}: {', '.join(part for part in parts if part)}."


def measures():
    """Cores, memory in GiB, and how many processes were at work in the last minute."""
    memory = int(found(r"^MemTotal:\s*(\d+)", "/proc/meminfo") or 0) / 1024 / 1024
    return {"cores": len(os.sched_getaffinity(0)), "memory": round(memory), "load": round(os.getloadavg()[0], 1)}
