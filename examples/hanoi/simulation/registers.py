"""The registers that units keep themselves, in an uneventful September 2025."""

from datetime import date, datetime, time, timedelta

from .chance import Chance
from .month import Record
from .working_time import add_working_days, in_hours

EVERYBODY = ("so", "trung-tam", "phuong", "xa")
COMMUNES = ("phuong", "xa")
DISTRICTS = ["H26.Q1", "H26.Q2"]


def _of(units, *levels):
    return [u.code for u in units if u.level in levels]


def announcements(units):
    chance, rows = Chance("announcements"), []
    for unit in _of(units, "so"):
        effective = date(2025, 9, 11) + timedelta(days=chance.below(15))
        rows.append(Record(
            "announcements.csv", decision=f"{len(rows) + 1:03}/QĐ-MP-CB", unit=unit,
            promulgated_on=effective - timedelta(days=chance.between(20, 40)), effective_on=effective,
            shortened=False, signed_on=effective - timedelta(days=chance.between(5, 8)),
        ))
    promulgated = date(2025, 9, 16)
    rows.append(Record(
        "announcements.csv", decision=f"{len(rows) + 1:03}/QĐ-MP-CB", unit="H26.02",
        promulgated_on=promulgated, effective_on=promulgated, shortened=True,
        signed_on=promulgated + timedelta(days=3),
    ))
    return rows


def internal_processes(units):
    """The processes, and the steps of all of them."""
    chance, rows, steps = Chance("processes"), [], []
    for unit in _of(units, "so"):
        process = Record(
            "internal-processes.csv", process_id=f"QT-{unit[4:]}", unit=unit,
            approved_on=add_working_days(date(2025, 9, 2), chance.between(1, 15)))
        process.steps = [
            Record("process-steps.csv", process_id=process["process_id"], number=i,
                   hours=chance.between(1, 32) / 2, responsible=name)
            for i, name in enumerate(("Bộ phận Một cửa", "Phòng chuyên môn", "Lãnh đạo"), 1)
        ]
        rows.append(process)
        steps += process.steps
    return rows, steps


def dossier_steps(units):
    chance, rows = Chance("dossier steps"), []
    for unit in _of(units, "so"):
        for i in range(chance.between(8, 14)):
            due = in_hours(chance, add_working_days(date(2025, 9, 2), chance.between(1, 15)))
            late = chance.percent(10)
            done = due + timedelta(minutes=chance.between(1, 300)) * (1 if late else -1)
            rows.append(Record(
                "dossier-steps.csv", step_id=f"B-{unit[4:]}-{i + 1:02}", unit=unit, due_at=due,
                finished_at=done))
    return rows


def promises(units):
    chance, rows = Chance("promises"), []
    for unit in _of(units, "so"):
        for i in range(3):
            due = add_working_days(date(2025, 9, 2), chance.between(2, 15))
            kept = due + timedelta(days=2) if chance.percent(15) else due - timedelta(days=chance.below(3))
            rows.append(Record("promises.csv", promise_id=f"VH-{unit[4:]}-{i + 1}", unit=unit, due_on=due,
                               kept_on=kept))
    return rows


def dialogues(units):
    chance, rows = Chance("dialogues"), []
    for unit in _of(units, "so"):
        day = add_working_days(date(2025, 9, 2), chance.between(1, 15))
        rows.append(Record("dialogues.csv", dialogue_id=f"DT-{unit[4:]}", unit=unit, held_on=day,
                           chaired_by_head=chance.percent(80)))
    return rows


def answer_reviews(units):
    chance, rows = Chance("reviews"), []
    for unit in _of(units, "so"):
        for i in range(4):
            grade = "Cụ thể" if chance.percent(80) else chance.one_of(["Chung chung", "Không trả lời"])
            rows.append(Record(
                "answer-reviews.csv", review_id=f"RS-{unit[4:]}-{i + 1}", unit=unit,
                reviewed_on=date(2025, 9, 25), reviewer="Người rà soát mô phỏng",
                sample_rule="Mọi phản ánh có số cuối là 7", grade=grade))
    return rows


def feedback_log(units):
    chance, rows = Chance("feedback log"), []
    for unit in _of(units, *EVERYBODY):
        for i in range(chance.between(2, 5)):
            rows.append(Record(
                "feedback-log.csv", entry_id=f"SO-{unit[4:]}-{i + 1}", unit=unit,
                received_on=add_working_days(date(2025, 9, 2), chance.between(1, 18)),
                entered_as=f"IH-SO-{unit[4:]}-{i + 1}"))
    return rows


def pending_dossiers(units):
    """What districts had not settled on 30 June: most came to communes on 1 July, the rest in September."""
    chance, rows = Chance("pending"), []
    for unit in _of(units, *COMMUNES):
        for i in range(4):
            received = datetime.combine(date(2025, 6, 2) + timedelta(days=chance.below(26)), time(9))
            due = datetime.combine(add_working_days(date(2025, 9, 2), chance.between(1, 18)), time(17, 30))
            handed = date(2025, 9, 10) if i == 3 else date(2025, 7, 1)
            late = chance.percent(12)
            rows.append(Record(
                "pending-dossiers.csv", dossier_id=f"BG-{unit[4:]}-{i + 1}",
                from_unit=chance.one_of(DISTRICTS), receiving_unit=unit, handed_over_on=handed,
                received_at=received, due_at=due,
                completed_at=due + timedelta(days=1) if late else due - timedelta(hours=chance.below(60))))
    return rows


def services(procedures):
    chance, rows = Chance("services"), []
    for procedure in procedures:
        level = "Chưa trực tuyến" if not procedure["online_service"] else \
            "Toàn trình" if chance.percent(55) else "Một phần"
        rows.append(Record(
            "services.csv", service_id="DVC-" + procedure["procedure_code"],
            unit=procedure["responsible_unit"], checked_on=date(2025, 9, 5), level=level,
            may_be_end_to_end=level == "Toàn trình" or chance.percent(30),
            on_national_portal=procedure["online_service"], prefilled=chance.percent(70),
            has_fee=procedure["fee_required"],
            payable_online=procedure["fee_required"] and chance.percent(85),
            for_business=chance.percent(35), boundary_free=chance.percent(90),
            partial_reason_published=chance.percent(60) if level == "Một phần" else None))
    return rows


def surveys(units):
    chance, rows = Chance("surveys"), []
    for unit in _of(units, "so"):
        for i in range(20):
            rows.append(Record(
                "surveys.csv", survey_id=f"P-{unit[4:]}-{i + 1:02}", unit=unit,
                about="Giải quyết thủ tục" if i % 4 else "Dịch vụ công trực tuyến",
                answered_on=date(2025, 9, 8) + timedelta(days=i), satisfied=chance.percent(95)))
    return rows


def internal_procedures(units):
    chance, rows = Chance("internal procedures"), []
    for unit in _of(units, *EVERYBODY):
        for i in range(2):
            done = date(2025, 9, 1) + timedelta(days=chance.between(7, 28)) if chance.percent(60) else None
            rows.append(Record("internal-procedures.csv", internal_id=f"NB-{unit[4:]}-{i + 1}", unit=unit,
                               published_on=done, reviewed_on=done))
    return rows


def acts(units):
    kind, day = "Báo cáo xử lý phản ánh, kiến nghị", date(2025, 9, 22)
    return [Record("acts.csv", act_id=f"V-{unit[4:]}", unit=unit, kind=kind, done_on=day)
            for unit in _of(units, "so")]


def add(month):
    """Adds all registers to the tables of a month."""
    units = month.present
    processes, steps = internal_processes(units)
    month.tables.update({
        "announcements": announcements(units), "internal-processes": processes, "process-steps": steps,
        "dossier-steps": dossier_steps(units), "promises": promises(units), "dialogues": dialogues(units),
        "answer-reviews": answer_reviews(units), "feedback-log": feedback_log(units),
        "pending-dossiers": pending_dossiers(units), "services": services(month.tables["procedures"]),
        "surveys": surveys(units), "internal-procedures": internal_procedures(units), "acts": acts(units),
    })
