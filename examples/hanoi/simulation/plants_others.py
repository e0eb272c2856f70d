"""Plants upon procedures, publications, disclosures and feedback."""

from datetime import date, datetime, time, timedelta

from .month import DELAY_LIST, IHANOI, INDEX_RESULT, NORMAL, PORTAL, URGENT
from .planting import ACCEPTED, ENTERED, FORMS, HURRY, INDEX, MOVED
from .working_time import add_working_days, in_hours


def plant_procedures(p):
    def recent(r):
        due = add_working_days(r["signed_on"], 2 if r["shortened"] else 5) \
            if r["signed_on"] >= date(2025, 8, 1) else None
        return due and date(2025, 9, 3) <= due <= date(2025, 9, 26)

    for unit, n in [("H26.02", 2), ("H26.10", 1), ("H26.17", 2)]:
        for i, record in enumerate(p.pick("procedures", unit, n, recent)):
            due = add_working_days(record["signed_on"], 2 if record["shortened"] else 5)
            record["entered_on"] = None if i else add_working_days(due, 2)
            if not i and record["integrated_on"]:
                record["integrated_on"] = record["entered_on"]
            p.expect(ENTERED, unit, "violated", record["procedure_code"])
    # Due on the 17th, the last day of a head: late from the 18th, which is the successor's.
    record, = p.pick("procedures", "H26.04", 1, recent)
    record.update(signed_on=date(2025, 9, 10), shortened=False, entered_on=date(2025, 9, 19))
    p.expect(ENTERED, "H26.04", "violated", record["procedure_code"])
    record, = p.pick("procedures", "H26.11", 1, recent)
    p.spoil(record, "entered_on", "2025-9")
    p.expect(ENTERED, "H26.11", "undetermined")
    # The shortened procedure gives two days, not five: three are too many if it was shortened.
    record, = p.pick("procedures", "H26.12", 1, recent)
    record.update(signed_on=date(2025, 9, 8), entered_on=date(2025, 9, 11))
    p.spoil(record, "shortened", "rút gọn?")
    p.expect(ENTERED, "H26.12", "undetermined")
    record, = p.pick("procedures", "H26.16", 1, recent)
    record["responsible_unit"] = "H26.98"
    p.defect("unknown-unit")
    p.unassigned.setdefault("procedures", set()).add(record["procedure_code"])
    record, = p.pick("procedures", "H26.01", 1, recent)
    record["entered_on"] = record["signed_on"] - timedelta(days=1)
    p.defect("check entered-before-signed")


def plant_publications(p):
    anyone = lambda r: True
    for unit, n, column in [("H26.33", 2, "at_the_office"), ("H26.16", 1, "on_the_portal"),
                            ("H26.84", 1, "on_national_database"), ("H26.58", 2, "at_the_office")]:
        for record in p.pick("publications", unit, n, anyone):
            record[column] = False
            p.expect(FORMS, unit, "violated", (record["unit"], record["procedure_code"]))
    # Unknown and false is false; unknown and true is unknown.
    record, = p.pick("publications", "H26.64", 1, anyone)
    p.spoil(record, "on_national_database", "?")
    record["at_the_office"] = False
    p.expect(FORMS, "H26.64", "violated", (record["unit"], record["procedure_code"]))
    record, = p.pick("publications", "H26.65", 1, anyone)
    p.spoil(record, "on_the_portal", "?")
    p.expect(FORMS, "H26.65", "undetermined")


def plant_disclosures(p):
    rows = p.month.tables["disclosures"]

    def drop(unit, kind):
        record, = p.pick("disclosures", unit, 1, lambda r: r["kind"] == kind)
        rows.remove(record)

    drop("H26.06", DELAY_LIST)
    drop("H26.08", DELAY_LIST)
    drop("H26.08", INDEX_RESULT)
    p.expect(INDEX, "H26.08", "violated", "H26.08")
    record, = p.pick("disclosures", "H26.11", 1, lambda r: r["kind"] == INDEX_RESULT)
    record["published_on"] = date(2025, 10, 2)
    p.expect(INDEX, "H26.11", "violated", "H26.11")
    record, = p.pick("disclosures", "H26.13", 1, lambda r: r["kind"] == INDEX_RESULT)
    p.spoil(record, "kind", "Kết quả")
    p.expect(INDEX, "H26.13", "undetermined")
    record, = p.pick("disclosures", "H26.15", 1, lambda r: r["kind"] == DELAY_LIST)
    p.spoil(record, "published_on", "đầu tháng")


def within(first, last):
    low, high = date(2025, 9, first), date(2025, 9, last)
    return lambda r: low <= r["received_at"].date() <= high and r["received_at"].time() < time(17, 30) \
        and r["received_at"].time() > time(8)


def ordinary(first, last):
    fits = within(first, last)
    return lambda r: fits(r) and r["urgency"] == NORMAL and not r["outside_competence"] \
        and r["system"] == IHANOI


def plant_feedback(p):
    def accept_late(unit, n, first, last):
        for record in p.pick("feedback", unit, n, ordinary(first, last)):
            day = add_working_days(record["received_at"].date(), 3)
            record["accepted_at"] = in_hours(p.chance, day)
            record["processed_at"] = in_hours(p.chance, add_working_days(day, 1))
            p.expect(ACCEPTED, unit, "violated", record["feedback_id"])

    for unit, n, first, last in [
        ("H26.31", 2, 3, 22), ("H26.35", 1, 3, 10), ("H26.35", 1, 16, 22), ("H26.40", 1, 8, 17),
        ("H26.44", 1, 3, 9), ("H26.44", 1, 12, 17), ("H26.47", 1, 11, 22), ("H26.04", 1, 18, 22),
        ("H26.58", 2, 3, 22), ("H26.79", 3, 3, 22),
    ]:
        accept_late(unit, n, first, last)
    for unit in ("H26.10", "H26.76"):  # never accepted
        record, = p.pick("feedback", unit, 1, ordinary(3, 22))
        record.update(accepted_at=None, processed_at=None)
        p.expect(ACCEPTED, unit, "violated", record["feedback_id"])
    record, = p.pick("feedback", "H26.61", 1, ordinary(3, 22))
    p.spoil(record, "accepted_at", "10h sáng")
    p.expect(ACCEPTED, "H26.61", "undetermined")
    # Urgent ones: late, never, and one that may be urgent and would then be late.
    def hurry(unit):
        record, = p.pick("feedback", unit, 1, ordinary(3, 19))
        record["urgency"] = URGENT
        record["accepted_at"] = datetime.combine(record["received_at"].date(), time(16, 47, 11)) \
            if record["received_at"].time() < time(16, 40) else record["accepted_at"]
        record["processed_at"] = in_hours(p.chance, add_working_days(record["accepted_at"].date(), 2))
        return record

    for unit in ("H26.55", "H26.67"):
        p.expect(HURRY, unit, "violated", hurry(unit)["feedback_id"])
    record = hurry("H26.32")
    record["processed_at"] = None
    p.expect(HURRY, "H26.32", "violated", record["feedback_id"])
    record = hurry("H26.62")
    p.spoil(record, "urgency", "Rất khẩn")
    p.expect(HURRY, "H26.62", "undetermined")
    # To be passed on: late, never, and one due on the last day of a head, so late in a vacancy.
    def passed_on(unit, received, moved):
        record, = p.pick("feedback", unit, 1, ordinary(3, 22))
        record.update(received_at=received, accepted_at=received + timedelta(minutes=50),
                      processed_at=None, outside_competence=True, transferred_at=moved,
                      about_rules=True)
        return record

    morning = lambda day: datetime(2025, 9, day, 9, 10, 17)
    for unit, start, moved in [("H26.60", 8, morning(17)), ("H26.14", 9, None), ("H26.44", 5, morning(15)),
                               ("H26.35", 5, morning(16))]:
        record = passed_on(unit, morning(start), moved)
        p.expect(MOVED, unit, "violated", record["feedback_id"])
    # Passed on during the last day: the deadline is its end.
    passed_on("H26.42", morning(8), datetime(2025, 9, 15, 22, 41, 5))
    record, = p.pick("feedback", "H26.69", 1, ordinary(3, 22))
    record["unit"] = "Phường Bồ Đề (cũ)"
    p.defect("unknown-unit")
    p.unassigned.setdefault("feedback", set()).add(record["feedback_id"])
    record, = p.pick("feedback", "H26.71", 1, ordinary(3, 22))
    record["processed_at"] = record["accepted_at"] - timedelta(minutes=3)
    p.defect("check processed-before-accepted")
    # Accepted late, and nothing says that it came by iHanoi, whose hours these are; or it came by another way.
    for unit, system in [("H26.41", None), ("H26.42", PORTAL)]:
        record, = p.pick("feedback", unit, 1, ordinary(3, 22))
        record.update(accepted_at=in_hours(p.chance, add_working_days(record["received_at"].date(), 3)),
                      processed_at=None, system=system)
    p.expect(ACCEPTED, "H26.41", "undetermined")
