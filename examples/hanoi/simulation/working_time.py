"""Working days and hours around September 2025, counted one by one.

Written apart from tuanthu on purpose: the planted answer must not come from what it tests.
"""

from datetime import date, datetime, time, timedelta

HOLIDAYS = {date(2025, 9, 1), date(2025, 9, 2)}
HOURS = [(time(8, 0), time(12, 0)), (time(13, 30), time(17, 30))]
FIRST, LAST = date(2025, 7, 1), date(2025, 10, 31)  # no other holiday in between


def is_working(day):
    assert FIRST <= day <= LAST, day
    return day.weekday() < 5 and day not in HOLIDAYS


def add_working_days(day, n):
    """The n-th working day after `day`, which itself never counts."""
    while n > 0:
        day += timedelta(days=1)
        n -= is_working(day)
    return day


def working_day_before(day):
    day -= timedelta(days=1)
    while not is_working(day):
        day -= timedelta(days=1)
    return day


def add_working_seconds(moment, seconds):
    """The first moment by which so many seconds of working time have passed."""
    day = moment.date()
    while True:
        if is_working(day):
            for start, end in HOURS:
                begin = max(moment, datetime.combine(day, start))
                close = datetime.combine(day, end)
                if begin < close:
                    room = int((close - begin).total_seconds())
                    if seconds <= room:
                        return begin + timedelta(seconds=seconds)
                    seconds -= room
        day += timedelta(days=1)


def in_hours(chance, day):
    """A moment of the working hours of `day`, away from their edges."""
    minutes = chance.below(420)  # from 08:05 to 11:34, then from 13:35 to 17:04
    base = datetime.combine(day, time(8, 5)) if minutes < 210 else datetime.combine(day, time(13, 35))
    return base + timedelta(minutes=minutes % 210, seconds=chance.below(60))
