"""Runs commands in turn and says what they cost."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


class Failure(Exception):
    """What a person should read when nothing can be measured."""


@dataclass
class Sample:
    """One run: seconds on the clock, seconds of all processors, and the most memory held, in MB."""

    wall: float
    cpu: float
    memory: float
    output: str


@dataclass
class Contestant:
    """A command that is measured."""

    name: str
    command: list
    # How much of its lines has to be what the others print: fields from the left; 0 for nothing.
    compared: int = 0
    cores: int | None = None
    folder: Path | None = None
    environment: dict = field(default_factory=dict)

    def run(self):
        """Runs the command once, its children included.

        The memory that Linux reports is never less than this interpreter's own, some 15 MB."""
        def limit():
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: self.cores])
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            process = subprocess.Popen(
                [str(part) for part in self.command], stdout=output, stderr=errors, stdin=subprocess.DEVNULL,
                cwd=self.folder, env=os.environ | self.environment, preexec_fn=limit if self.cores else None)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0), errors.seek(0)
            if process.returncode:
                said = errors.read().decode(errors="replace")[-2000:]
                raise Failure(f"{self.name}: exit code {process.returncode}\n{said}")
            text = output.read().decode(errors="replace")
        return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def note(text):
    print(text, file=sys.stderr, flush=True)


def measure(contestants, rounds):
    """Samples by name: one run of each for warming up, then one of each in every round, so that whatever
    else the machine does falls on all of them. What is printed is compared in every run."""
    samples = {it.name: [] for it in contestants}
    for number in range(rounds + 1):
        for it in contestants:
            sample = it.run()
            if number:
                samples[it.name].append(sample)
            elif it is contestants[0]:
                expected = sample.output
            compare(it, sample.output, contestants[0], expected)
            note(f"  {'warm-up' if number == 0 else f'round {number}'}: {it.name}: {sample.wall:.3f} s")
    return samples


def compare(it, output, first, expected):
    """Fails where the lines of two contestants differ."""
    def lines(text):
        return [line.split()[: it.compared] for line in text.splitlines()]
    if it.compared and first.compared and lines(output) != lines(expected):
        for one, other in zip(lines(expected), lines(output)):
            if one != other:
                raise Failure(f"they disagree:\n  {first.name}: {' '.join(one)}\n  {it.name}: {' '.join(other)}")
        raise Failure(f"{it.name} prints {len(lines(output))} lines, {first.name} {len(lines(expected))}")


def middle(samples, what):
    """The median of one number of samples."""
    return median(getattr(sample, what) for sample in samples)


def ratio(samples, base):
    """The median of how many times longer than `base` each round took."""
    return median(one.wall / other.wall for one, other in zip(samples, base))
