#!/usr/bin/env python3
"""Writes random working-day questions and NumPy's answers, for BusdayOracleTests.

    pip install numpy
    python3 busday.py [--count 100000] [--seed 1] [--calendar FILE] OUTPUT

One case a line, as `operation,argument,argument,answer`:

    add,DAY,N,DAY      the N-th working day after (N < 0: before) DAY; DAY itself never counts
    count,A,B,N        working days after A, through B; negative when B comes before A
    next,DAY,,DAY      DAY when worked, else the first working day after it
    previous,DAY,,DAY  DAY when worked, else the last working day before it

How NumPy is made to answer these:

* A worked rest day is unknown to NumPy, so the week mask says that every weekday is worked, and
  all rest days are listed as holidays, except those that are worked.
* `busday_offset` first rolls a day that is not worked and then counts. Our N-th working day never
  counts the day itself. Rolling *against* the direction keeps the two the same: for N > 0 `backward`
  goes to the last working day before DAY, between which and DAY none is worked, so the N-th after
  that is the N-th after DAY; for N < 0 `forward`, likewise. N = 0 is the day itself with us, and
  rolls with NumPy: answered without it.
* `busday_count(a, b)` counts [a, b); ours is (a, b], that is [a + 1, b + 1). Only asked with a <= b,
  because NumPy's own reversed count includes other ends; the sign is put on here.
"""

import argparse
import datetime
import pathlib
import random

import numpy

BESIDE = pathlib.Path(__file__).resolve().parent
ONE = datetime.timedelta(days=1)


def days(text):
    """The dates of `2022-01-31` or `2022-01-31..2022-02-04`."""
    first, _, last = text.partition("..")
    day = datetime.date.fromisoformat(first)
    end = datetime.date.fromisoformat(last or first)
    while day <= end:
        yield day
        day += ONE


class Calendar:
    """The file that the Swift tests read, as a NumPy calendar."""

    def __init__(self, path):
        rest, holidays, worked, years = set(), set(), set(), None
        for line in path.read_text(encoding="utf-8").splitlines():
            word, *rest_of_line = line.split("#")[0].split() or [""]
            if word == "rest":
                rest |= {int(weekday) for weekday in rest_of_line}
            elif word == "covers":
                years = [int(year) for year in rest_of_line[0].split("-")]
            elif word in ("holiday", "worked"):
                (holidays if word == "holiday" else worked).update(days(rest_of_line[0]))
        self.first = datetime.date(years[0], 1, 1)
        self.last = datetime.date(years[1], 12, 31)
        all_days = [self.first + n * ONE for n in range((self.last - self.first).days + 1)]
        off = {d for d in all_days if d in holidays or d.isoweekday() in rest} - worked
        self.numpy = numpy.busdaycalendar(weekmask="1111111", holidays=sorted(off))

    def covers(self, day):
        return self.first <= day <= self.last


def offset(calendar, day, n, roll):
    answer = numpy.busday_offset(numpy.datetime64(day), n, roll=roll, busdaycal=calendar.numpy)
    return answer.astype(datetime.date)


def add(calendar, day, n):
    if n == 0:
        return day
    return offset(calendar, day, n, "backward" if n > 0 else "forward")


def count(calendar, start, end):
    if end < start:
        return -count(calendar, end, start)
    return int(numpy.busday_count(start + ONE, end + ONE, busdaycal=calendar.numpy))


def case(calendar, dice):
    """One case, or None when its answer needs days outside the covered years."""
    span = (calendar.last - calendar.first).days
    day = calendar.first + dice.randrange(span + 1) * ONE
    kind = dice.randrange(8)
    if kind < 4:
        n = dice.randrange(-30, 31) if kind < 3 else dice.randrange(-600, 601)
        # Every date outside the years looks worked to this calendar, so such answers are dropped.
        answer = add(calendar, day, n)
        return f"add,{day},{n},{answer}" if calendar.covers(answer) else None
    if kind < 6:
        other = calendar.first + dice.randrange(span + 1) * ONE
        if kind == 4:
            other = day + dice.randrange(-40, 41) * ONE
        if not calendar.covers(other):
            return None
        return f"count,{day},{other},{count(calendar, day, other)}"
    word, roll = ("next", "forward") if kind == 6 else ("previous", "backward")
    answer = offset(calendar, day, 0, roll)
    return f"{word},{day},,{answer}" if calendar.covers(answer) else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--calendar", type=pathlib.Path, default=BESIDE.parent / "cases" / "vietnam.calendar")
    parser.add_argument("output", type=pathlib.Path)
    options = parser.parse_args()
    calendar, dice = Calendar(options.calendar), random.Random(options.seed)
    lines = []
    while len(lines) < options.count:
        line = case(calendar, dice)
        if line is not None:
            lines.append(line)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} cases in {options.output} (seed {options.seed})")


if __name__ == "__main__":
    main()
