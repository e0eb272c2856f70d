"""Plants upon dossiers."""

from datetime import date, datetime, time, timedelta

from .month import (
    END_TO_END, NOT_LATE, OPEN, PARTIAL, REFUSED, SETTLED, Record, in_september,
)
from .planting import (
    END, ONLINE, REASON, RESULT, SO_TIME, SYNC, TWICE, WARD_TIME,
)
from .working_time import add_working_days, in_hours


def september(r):
    return in_september(r["received_at"])


def due_between(first, last):
    """Settled dossiers received and due in September, due on the days given."""
    low, high = date(2025, 9, first), date(2025, 9, last)
    return lambda r: (september(r) and r["status"] == SETTLED and low <= r["due_at"].date() <= high
                      and r["last_supplement_at"] is None)


def make_late(planted, record, still_open):
    if still_open:
        record.update(completed_at=None, status=OPEN, electronic_result=None)
    else:
        day = add_working_days(record["due_at"].date(), 1)
        record["completed_at"] = in_hours(planted.chance, day)


def late(planted, obligation, unit, n, first=3, last=24):
    for i, record in enumerate(planted.pick("dossiers", unit, n, due_between(first, last))):
        make_late(planted, record, still_open=i % 3 == 2)
        planted.expect(obligation, unit, "violated", record["dossier_id"])


def plant_late_dossiers(p):
    for unit, n in [("H26.02", 7), ("H26.09", 12), ("H26.10", 3), ("H26.16", 1)]:
        late(p, SO_TIME, unit, n)
    for unit, n in [("H26.31", 4), ("H26.39", 6), ("H26.51", 1), ("H26.57", 9), ("H26.62", 2),
                    ("H26.66", 14), ("H26.70", 3), ("H26.73", 1), ("H26.77", 5), ("H26.82", 8)]:
        late(p, WARD_TIME, unit, n)


def plant_heads(p):
    # A head left on the 14th, another came on the 15th; the due dates on both sides of it.
    late(p, WARD_TIME, "H26.35", 3, 4, 12)
    late(p, WARD_TIME, "H26.35", 2, 15, 15)
    late(p, WARD_TIME, "H26.35", 4, 16, 24)
    late(p, SO_TIME, "H26.04", 4, 4, 17)
    late(p, SO_TIME, "H26.04", 2, 18, 24)
    # A delegate beside a head who still answers; a vacancy; a vacancy that only a delegate fills.
    late(p, WARD_TIME, "H26.40", 3, 9, 18)
    late(p, WARD_TIME, "H26.44", 2, 4, 12)
    late(p, WARD_TIME, "H26.44", 3, 15, 19)
    late(p, WARD_TIME, "H26.44", 1, 22, 24)
    late(p, WARD_TIME, "H26.47", 2, 4, 9)
    late(p, WARD_TIME, "H26.47", 2, 10, 24)


def plant_unknown_times(p):
    # Blanking the due date of a late dossier must not make its unit met.
    for unit, obligation in [("H26.48", WARD_TIME), ("H26.07", SO_TIME)]:
        record, = p.pick("dossiers", unit, 1, due_between(3, 24))
        make_late(p, record, still_open=False)
        p.blank(record, "due_at")
        p.expect(obligation, unit, "undetermined")
    # Nor does an unreadable one: of a sở it also hides the month in which the dossier counts.
    record, = p.pick("dossiers", "H26.12", 1, due_between(3, 24))
    p.spoil(record, "due_at", "32/09/2025 17:30:00")
    p.expect(SO_TIME, "H26.12", "undetermined")
    # An unreadable time of completion: in time, late, and perhaps of another month. That it has no
    # electronic result keeps what must come of it clear.
    for unit, obligation, text in [("H26.05", SO_TIME, "chưa rõ"), ("H26.59", WARD_TIME, "15/13/2025 10:00:00")]:
        record, = p.pick("dossiers", unit, 1, due_between(3, 24))
        record["electronic_result"] = None
        p.spoil(record, "completed_at", text)
        p.expect(obligation, unit, "undetermined")
    p.expect(RESULT, "H26.59", "undetermined")
    # Unknown beside a certain breach: violated all the same.
    record, = p.pick("dossiers", "H26.66", 1, due_between(3, 24))
    record["electronic_result"] = None
    p.spoil(record, "completed_at", "20250915")
    p.expect(RESULT, "H26.66", "undetermined")
    # An unreadable time of reception of a late dossier: perhaps of another month.
    record, = p.pick("dossiers", "H26.50", 1, due_between(8, 24))
    make_late(p, record, still_open=False)
    p.spoil(record, "received_at", "31/09/2025 08:00:00")
    p.expect(WARD_TIME, "H26.50", "undetermined")


def plant_snapshots(p):
    open_later = lambda r: september(r) and r["status"] == OPEN and r["last_supplement_at"] is None
    # Due between the snapshot (17:00) and the as-of time, without a result.
    for record in p.pick("dossiers", "H26.46", 2, open_later):
        record["due_at"] = datetime(2025, 10, 3, 17, 30)
        p.expect(WARD_TIME, "H26.46", "undetermined")
    # An export taken early: what was due after it is not known.
    for i, record in enumerate(p.pick("dossiers", "H26.52", 4, open_later)):
        record["due_at"] = datetime(2025, 9, 29 if i < 3 else 30, 17, 30)
        record["received_at"] = record["received_at"].replace(day=min(record["received_at"].day, 22))
        p.expect(WARD_TIME, "H26.52", "undetermined")
    # An event after the snapshot cannot be: the cell is unreadable.
    record, = p.pick("dossiers", "H26.53", 1, due_between(15, 24))
    record.update(completed_at=datetime(2025, 10, 4, 9, 15), electronic_result=None)
    p.defect("after-snapshot")
    p.expect(WARD_TIME, "H26.53", "undetermined")
    p.expect(RESULT, "H26.53", "undetermined")
    # An export taken after the as-of time: what it says of later has not happened yet.
    record, = p.pick("dossiers", "H26.45", 1, due_between(22, 26))
    record["completed_at"] = datetime(2025, 10, 5, 20, 15)
    p.expect(WARD_TIME, "H26.45", "violated", record["dossier_id"])
    record, = p.pick("dossiers", "H26.45", 1, open_later)
    record.update(due_at=datetime(2025, 10, 6, 17, 30), completed_at=datetime(2025, 10, 6, 7, 40),
                  status=SETTLED, electronic_result=True)


def plant_other_dossiers(p):
    plain = lambda r: september(r) and r["status"] == SETTLED and r["last_supplement_at"] is None
    for unit, n in [("H26.01", 5), ("H26.08", 2), ("H26.15", 1)]:
        for record in p.pick("dossiers", unit, n, plain):
            record["synchronised"] = False
            p.expect(SYNC, unit, "violated", record["dossier_id"])
    for record in p.pick("dossiers", "H26.03", 2, plain):
        p.spoil(record, "synchronised", "?")
        p.expect(SYNC, "H26.03", "undetermined")
    for record in p.pick("dossiers", "H26.01", 1, plain):  # beside certain breaches
        p.spoil(record, "synchronised", "N/A")
    in_month = lambda r: plain(r) and in_september(r["completed_at"])
    for unit, n in [("H26.33", 3), ("H26.60", 1), ("H26.68", 2), ("H26.74", 11)]:
        for i, record in enumerate(p.pick("dossiers", unit, n, in_month)):
            record["electronic_result"] = None if i % 2 else False  # an empty cell is unknown
            p.expect(RESULT, unit, "violated", *[] if i % 2 else [record["dossier_id"]])
    for record in p.pick("dossiers", "H26.71", 1, in_month):
        p.spoil(record, "electronic_result", "chưa rõ")
        p.expect(RESULT, "H26.71", "undetermined")
    # Asked for more papers a third time; the number of times unreadable.
    asked = lambda r: r["last_supplement_at"] is not None and in_september(r["last_supplement_at"])
    for unit, n in [("H26.09", 2), ("H26.18", 3), ("H26.40", 1), ("H26.55", 1), ("H26.78", 1)]:
        for record in p.pick("dossiers", unit, n, asked):
            record["supplement_requests"] = 3 + p.chance.below(2)
            p.expect(TWICE, unit, "violated", record["dossier_id"])
    record, = p.pick("dossiers", "H26.63", 1, asked)
    p.spoil(record, "supplement_requests", "hai")
    p.expect(TWICE, "H26.63", "undetermined")
    # Refused without a written reason; a status that may or may not be a refusal.
    refused = lambda r: r["status"] == REFUSED and in_september(r["completed_at"])
    for unit, n in [("H26.02", 2), ("H26.35", 1), ("H26.67", 1), ("H26.80", 2)]:
        for i, record in enumerate(p.pick("dossiers", unit, n, refused)):
            record["written_reason"] = None if i % 2 else False  # an empty cell is unknown
            p.expect(REASON, unit, "violated", *[] if i % 2 else [record["dossier_id"]])
    record, = p.pick("dossiers", "H26.43", 1, in_month)
    record["electronic_result"] = None
    p.spoil(record, "status", "???")
    p.expect(REASON, "H26.43", "undetermined")
    p.expect(RESULT, "H26.43", "undetermined")
    p.pick("dossiers", "H26.43", 1, refused)  # so that a refusal certainly arose


def plant_shares(p):
    # H26.36 has exactly 60%; H26.37 one dossier less, which still displays as 60%.
    record, = p.pick("dossiers", "H26.37", 1, lambda r: september(r) and r["channel"] == "2"
                     and r["service_level"] == PARTIAL)
    record["channel"] = "1"
    for unit in ("H26.34", "H26.37", "H26.39", "H26.57", "H26.66", "H26.82"):
        p.expect(ONLINE, unit, "violated")
    for unit, thousandths in END_TO_END.items():
        if thousandths < 200:
            p.expect(END, unit, "violated")
    # Exactly 60% before ten channels became unreadable: may be met, may be not.
    for record in p.pick("dossiers", "H26.38", 10,
                         lambda r: september(r) and r["channel"] in ("1", "2")):
        p.spoil(record, "channel", p.chance.one_of(["4", "TT", "online"]))
    p.expect(ONLINE, "H26.38", "undetermined")
    for record in p.pick("dossiers", "H26.72", 3, september):  # too few to matter
        p.spoil(record, "channel", "0")
    # One below 60%, then a paper dossier's time of reception blanked: dropping it must not help.
    record, = p.pick("dossiers", "H26.49", 1, lambda r: september(r) and r["channel"] == "2"
                     and r["service_level"] == PARTIAL)
    record["channel"] = "3"
    for record in p.pick("dossiers", "H26.49", 2, lambda r: due_between(8, 24)(r) and r["channel"] == "1"):
        make_late(p, record, still_open=False)
        p.blank(record, "received_at")
    p.expect(ONLINE, "H26.49", "undetermined")
    p.expect(WARD_TIME, "H26.49", "undetermined")
    # Procedures that the list of procedures lacks: whether a fee is due cannot be known.
    for record in p.pick("dossiers", "H26.06", 3, september):
        record["procedure"] = "9.999999"
        p.defect("unknown-reference")


def plant_units_and_keys(p):
    # No unit can be told: outside every unit's numbers.
    for i, record in enumerate(p.pick("dossiers", "H26.56", 3, due_between(3, 24))):
        if i < 2:
            record["unit"] = "H26.99"
            p.defect("unknown-unit")
        else:
            p.blank(record, "unit")
        p.unassigned.setdefault("dossiers", set()).add(record["dossier_id"])
    # The same line twice counts once.
    for record in p.pick("dossiers", "H26.61", 2, september):
        record.copies.append(Record(record.file, **record))
        p.defect("duplicate-equal")
    # The same key with two times of completion: one in time, one late.
    record, = p.pick("dossiers", "H26.64", 1, due_between(3, 24))
    record["electronic_result"] = None
    other = Record(record.file, **record)
    other["completed_at"] = in_hours(p.chance, add_working_days(record["due_at"].date(), 2))
    record.copies.append(other)
    p.defect("duplicate-conflicting")
    p.expect(WARD_TIME, "H26.64", "undetermined")
    p.expect(RESULT, "H26.64", "undetermined")
    # Completed before received: a finding about the data, no breach.
    for unit in ("H26.13", "H26.54", "H26.69"):
        record, = p.pick("dossiers", unit, 1, lambda r: due_between(8, 24)(r)
                         and r["received_at"].date() >= date(2025, 9, 4))
        record["completed_at"] = record["received_at"] - timedelta(hours=20)
        p.defect("check completed-before-received")
    # Due before received, hence late however soon it was settled.
    record, = p.pick("dossiers", "H26.75", 1, lambda r: due_between(10, 24)(r)
                     and in_september(r["completed_at"]))
    record["due_at"] = record["received_at"] - timedelta(days=1)
    p.defect("check due-before-received")
    p.expect(WARD_TIME, "H26.75", "violated", record["dossier_id"])


def plant_not_late(p):
    # Waiting for papers, stopped, withdrawn: past the due date and not late.
    for unit in ("H26.03", "H26.42"):
        for record, status in zip(p.pick("dossiers", unit, 3, due_between(3, 19)), NOT_LATE):
            record.update(completed_at=None, status=status, electronic_result=None)
    # Settled in the evening of the due day: in time, whatever the hour that was promised.
    record, = p.pick("dossiers", "H26.41", 1, due_between(3, 24))
    record["completed_at"] = datetime.combine(record["due_at"].date(), time(22, 41, 5))
    # Settled, and the cell of the electronic result left empty: unknown, not "no".
    record, = p.pick("dossiers", "H26.41", 1, lambda r: due_between(3, 24)(r) and in_september(r["completed_at"]))
    record["electronic_result"] = None
    p.expect(RESULT, "H26.41", "undetermined")
    # Whether the dossier of an unreadable status counts at all is not known: a breach beside it decides.
    late(p, WARD_TIME, "H26.43", 1)
