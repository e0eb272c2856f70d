"""Plants upon the registers that units keep, and upon columns that only one obligation reads."""

from datetime import timedelta

from .planting import AGREE, ANNOUNCED, PROCESSES

ANYONE = lambda r: True


def plant_announcements(p):
    record, = p.pick("announcements", "H26.05", 1, ANYONE)
    record["signed_on"] = record["effective_on"] - timedelta(days=4)  # one day late, counted backward
    p.expect(ANNOUNCED, "H26", "violated", record["decision"])
    record, = p.pick("announcements", "H26.02", 1, lambda r: r["shortened"])
    record["signed_on"] += timedelta(days=1)
    p.expect(ANNOUNCED, "H26", "violated", record["decision"])
    record, = p.pick("announcements", "H26.06", 1, ANYONE)
    p.spoil(record, "signed_on", "tháng 9")
    # Beside certain breaches of the city: violated all the same.


def plant_processes(p):
    record, = p.pick("internal-processes", "H26.08", 1, ANYONE)
    record.steps[1]["hours"] = None
    p.expect(PROCESSES, "H26.08", "violated", record["process_id"])
    record, = p.pick("internal-processes", "H26.09", 1, ANYONE)
    p.spoil(record.steps[2], "hours", "nửa ngày")
    p.expect(PROCESSES, "H26.09", "undetermined")


def plant_log(p):
    for unit in ("H26.10", "H26.36"):
        record, = p.pick("feedback-log", unit, 1, ANYONE)
        record["entered_as"] = None


def plant_columns(p):
    record, = p.pick("publications", "H26.55", 1, ANYONE)
    record["contents_agree"] = False
    p.expect(AGREE, "H26.55", "violated", (record["unit"], record["procedure_code"]))
    record, = p.pick("publications", "H26.47", 1, ANYONE)
    p.spoil(record, "contents_agree", "?")
    p.expect(AGREE, "H26.47", "undetermined")
    done = lambda r: r["processed_at"] and not r["outside_competence"] and r["processed_at"].month == 9
    record, = p.pick("feedback", "H26.11", 1, done)
    record["result_published"] = False
    record, = p.pick("feedback", "H26.60", 1, done)
    p.spoil(record, "result_published", "sẽ công khai")
