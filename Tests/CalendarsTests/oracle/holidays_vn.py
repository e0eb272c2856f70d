#!/usr/bin/env python3
"""Compares the weekday holidays of the rules' calendar with the PyPI package `holidays`.

    pip install holidays PyYAML
    python3 holidays_vn.py [--years 2022-2025] [rules/calendar.yaml]

Prints every difference. Exits 1 when one is not explained in holidays_vn.explained.txt, which has
one line for each: `DATE ours|theirs|worked-ours|worked-theirs REASON`. Also exits 1 when a day that
a worked rest day makes up for (`for:`) is not among the holidays. An explanation that no longer
explains anything is only printed: another version of the package may need it.
"""

import argparse
import datetime
import pathlib
import sys

import holidays
import yaml

BESIDE = pathlib.Path(__file__).resolve().parent
ROOT = BESIDE.parents[2]
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
ONE = datetime.timedelta(days=1)


def days(entry):
    """The dates of `date:`, or of `from:` to `until:`."""
    first = entry.get("date") or entry["from"]
    last = entry.get("date") or entry["until"]
    return [first + n * ONE for n in range((last - first).days + 1)]


class Ours:
    """The calendar section of a rule file."""

    def __init__(self, path):
        section = yaml.safe_load(path.read_text(encoding="utf-8"))["calendar"]
        self.rest = {WEEKDAYS.index(name) for name in section["rest-days"]}
        self.off = {d for entry in section.get("holidays") or [] for d in days(entry)}
        entries = section.get("worked-days") or []
        self.worked = {d for entry in entries for d in days(entry)}
        self.swaps = [(entry["date"], entry["for"]) for entry in entries if "for" in entry]


def differences(ours, years):
    """Pairs of a date and whose it is only, in order."""
    theirs = holidays.country_holidays("VN", years=years)
    off = {d for d in theirs if d.weekday() not in ours.rest}
    worked = set(getattr(theirs, "weekend_workdays", set()))

    def of_years(dates):
        return {d for d in dates if d.year in years}

    mine = {d for d in of_years(ours.off) if d.weekday() not in ours.rest}
    found = [(d, "ours") for d in mine - off] + [(d, "theirs") for d in off - mine]
    found += [(d, "worked-ours") for d in of_years(ours.worked) - worked]
    found += [(d, "worked-theirs") for d in of_years(worked) - ours.worked]
    return sorted(found), theirs


def explanations(path):
    lines = [line.split(maxsplit=2) for line in path.read_text(encoding="utf-8").splitlines()]
    return {
        (datetime.date.fromisoformat(line[0]), line[1]): line[2]
        for line in lines
        if line and not line[0].startswith("#")
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--years", default="2022-2025")
    parser.add_argument(
        "--explained", type=pathlib.Path, default=BESIDE / "holidays_vn.explained.txt")
    parser.add_argument(
        "calendar", type=pathlib.Path, nargs="?", default=ROOT / "rules" / "calendar.yaml")
    options = parser.parse_args()
    first, last = (int(year) for year in options.years.split("-"))
    ours, explained = Ours(options.calendar), explanations(options.explained)
    found, theirs = differences(ours, range(first, last + 1))
    failures = 0
    for day, side in found:
        reason = explained.pop((day, side), None)
        failures += reason is None
        name = theirs.get(day) or ""
        print(f"{day} {side:13} {'explained: ' + reason if reason else 'NOT EXPLAINED'} {name}")
    for worked, day in ours.swaps:
        if day not in ours.off:
            failures += 1
            print(f"{day} is not a holiday, but {worked} is worked for it")
    for day, side in explained:
        print(f"{day} {side:13} is explained, but there is no such difference")
    print(f"{len(found)} differences, {failures} faults (holidays {holidays.__version__})")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
