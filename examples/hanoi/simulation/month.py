"""An uneventful September 2025: everything in it is in time, whole and readable."""

from datetime import date, datetime, time, timedelta

from .chance import Chance
from .working_time import (
    add_working_days, add_working_seconds, in_hours, is_working, working_day_before,
)

SNAPSHOT = datetime(2025, 10, 3, 17)
AS_OF = datetime(2025, 10, 5, 17)
FIRST, LAST = date(2025, 9, 1), date(2025, 9, 30)
SNAPSHOTS = {  # files written at another time than the others
    "dossiers/H26.45.csv": datetime(2025, 10, 6, 8),
    "dossiers/H26.52.csv": datetime(2025, 9, 29, 8),
}
ABSENT, NIL = "H26.58", "H26.84"

FULL, PARTIAL, INFORMATION = "Toàn trình", "Một phần", "Cung cấp thông tin"
OPEN, SETTLED, REFUSED = "Đang giải quyết", "Đã giải quyết", "Từ chối giải quyết"
WAITING, STOPPED, WITHDRAWN = "Chờ bổ sung", "Dừng giải quyết", "Đã rút"
IHANOI, PORTAL = "iHanoi", "Cổng Dịch vụ công quốc gia"
NOT_LATE = (WAITING, STOPPED, WITHDRAWN)
URGENT, NORMAL, COMPLEX = "Khẩn", "Bình thường", "Phức tạp"
INDEX_RESULT, DELAY_LIST = "Kết quả chỉ số 766", "Danh sách chậm muộn"

FIELDS = ["Tư pháp", "Đăng ký kinh doanh", "Đăng ký đất đai", "Tài nguyên và môi trường", "Lao động"]

# Shares of dossiers filed online and of those handled end to end, in thousandths, where planted.
ONLINE = {
    "H26.17": 842, "H26.34": 431, "H26.36": 600, "H26.37": 600, "H26.38": 600, "H26.39": 557,
    "H26.49": 600, "H26.57": 512, "H26.66": 488, "H26.82": 340,
}
END_TO_END = {"H26.34": 121, "H26.41": 150, "H26.66": 200, "H26.83": 93}


class Bad(str):
    """What stands in a cell that cannot be understood."""


class Record(dict):
    """One record: cells by column (a value, None for empty, Bad), and the file it stands in."""

    def __init__(self, file, **cells):
        super().__init__(cells)
        self.file = file
        self.planted = False  # a record is planted upon once only
        self.copies = []  # further lines with the same key

    @property
    def snapshot(self):
        return SNAPSHOTS.get(self.file, SNAPSHOT)


def make_procedures(units):
    chance = Chance("procedures")
    hosts = [u.code for u in units if u.level in ("so", "trung-tam")]
    rows = []
    for i in range(1, 261):
        host = hosts[i % len(hosts)]
        recent = i <= 102
        # Signed so that five (or two) working days end in September, or long before.
        signed = date(2025, 8, 26) + timedelta(days=chance.below(28)) if recent else \
            date(2023, 1, 3) + timedelta(days=chance.below(900))
        while recent and not is_working(signed):
            signed += timedelta(days=1)
        shortened = chance.percent(15)
        limit = 2 if shortened else 5
        entered = add_working_days(signed, chance.between(1, limit)) if recent else \
            signed + timedelta(days=1)
        online = chance.percent(80)
        rows.append(Record(
            "procedures.csv", procedure_code=f"9.{i:06}", title=f"Thủ tục mô phỏng {i:03}",
            responsible_unit=host, signed_on=signed, shortened=shortened, entered_on=entered,
            fee_required=chance.percent(40), online_service=online,
            integrated_on=entered if online else None, field=Chance(f"field {i}").one_of(FIELDS),
        ))
    return rows


def _size(unit, chance):
    if unit.code == NIL:
        return 0
    if unit.code == "H26.14":
        return 24
    base = {"so": 380, "trung-tam": 1500, "truc-thuoc": 1100, "phuong": 400, "xa": 230}[unit.level]
    return base + chance.below(base // 3)


def _received(chance, snapshot, early):
    last = min(LAST, snapshot.date() - timedelta(days=1))
    if early:
        day = date(2025, 8, 18) + timedelta(days=chance.below(14))
    else:
        day = FIRST + timedelta(days=chance.below((last - FIRST).days + 1))
    if chance.percent(12):  # filed in the evening or on a day off, online
        return datetime.combine(day, time(19)) + timedelta(seconds=chance.below(10000))
    while not is_working(day):
        day = FIRST - timedelta(days=3) if early else day + timedelta(days=1)
    return in_hours(chance, day if day <= last else working_day_before(last))


def _completed(chance, received, due, snapshot):
    """A moment in time for the due date, or None for a dossier that may still be open."""
    last = min(due.date(), working_day_before(snapshot.date()))
    if due > max(snapshot, AS_OF) and chance.percent(70):
        return None
    days = []
    day = add_working_days(received.date(), 1)
    while day <= last:
        days.append(day)
        day = add_working_days(day, 1)
    return in_hours(chance, chance.one_of(days)) if days else None


def _dossier(chance, unit, number, early, procedure, paying):
    file = f"dossiers/{unit.code}.csv"
    snapshot = SNAPSHOTS.get(file, SNAPSHOT)
    while True:
        received = _received(chance, snapshot, early)
        due_day = add_working_days(received.date(), chance.between(1, 14))
        due = datetime.combine(due_day, time(17, 30))
        completed = _completed(chance, received, due, snapshot)
        # Due before anything could be known and not completed: planted only, never by chance.
        if completed or due > max(snapshot, AS_OF):
            break
    status = OPEN if not completed else REFUSED if chance.percent(5) else SETTLED
    end = completed or min(snapshot, datetime.combine(LAST, time(17)))
    supplements = chance.between(1, 2) if chance.percent(8) else 0
    asked = received + (end - received) // 2 if supplements else None
    strict = unit.level in ("phuong", "xa")
    return Record(
        file, dossier_id=f"{unit.code}-{received:%y%m%d}-{number:05}",
        procedure=procedure["procedure_code"], unit=unit.code, channel="1", service_level=PARTIAL,
        received_at=received, due_at=due, completed_at=completed, status=status,
        supplement_requests=supplements,
        last_supplement_at=asked.replace(microsecond=0) if asked else None,
        synchronised=unit.level == "so" or chance.percent(96), digitised=True,
        electronic_result=(strict or chance.percent(83)) if status == SETTLED else None,
        paid_online=chance.percent(paying) if procedure["fee_required"] else None,
        written_reason=True if status == REFUSED else None,
    )


def _spread(chance, rows, thousandths, on, off):
    """Lets `on` happen to an exact share of the rows, rounded up, and `off` to the rest."""
    count = -(-len(rows) * thousandths // 1000)
    for i, row in enumerate(chance.shuffled(rows)):
        (on if i < count else off)(row)


def in_september(moment):
    return FIRST <= moment.date() <= LAST


def make_dossiers(unit, procedures):
    chance = Chance("dossiers " + unit.code)
    paying, scanning = chance.between(25, 90), chance.between(55, 98)
    size = _size(unit, chance)
    rows = [
        _dossier(chance, unit, i + 1, i * 100 < size * 15, chance.one_of(procedures), paying)
        for i in range(size)
    ]
    month = [r for r in rows if in_september(r["received_at"])]
    while unit.code in ONLINE and len(month) % 5:  # so that an exact share exists
        last = month.pop()
        rows = [r for r in rows if r is not last]
    paper = lambda r: r.update(channel=chance.one_of(["1", "1", "1", None, "3"]),
                               digitised=chance.percent(scanning),
                               service_level=chance.one_of([PARTIAL, INFORMATION]))
    online = lambda r: r.update(channel="2")
    share = ONLINE.get(unit.code, chance.between(630, 870))
    _spread(chance, month, share, online, paper)
    other = [r for r in rows if not in_september(r["received_at"])]
    _spread(chance, other, share, online, paper)
    for group in (month, other):
        filed = [r for r in group if r["channel"] == "2"]
        _spread(chance, filed, END_TO_END.get(unit.code, chance.between(240, 640)),
                lambda r: r.update(service_level=FULL), lambda r: None)
    return sorted(rows, key=lambda r: r["dossier_id"])


def _feedback(chance, unit, number):
    outside = chance.percent(12)
    urgency = URGENT if number <= 3 else COMPLEX if chance.percent(20) else NORMAL
    while True:
        day = date(2025, 8, 27) + timedelta(days=chance.below(34))
        if is_working(day):
            break
    received = in_hours(chance, day)
    if chance.percent(15):
        received = datetime.combine(day, time(20)) + timedelta(seconds=chance.below(9000))
    start = received if received.time() < time(17, 30) else \
        datetime.combine(add_working_days(day, 1), time(8))
    accepted = add_working_seconds(start, chance.between(600, 24000))
    processed = add_working_seconds(accepted, chance.between(900, 13000 if urgency == URGENT else 90000))
    moved = add_working_seconds(accepted, chance.between(900, 40000)) if outside else None
    return Record(
        "feedback.csv", feedback_id=f"IH-{unit.code[4:]}-{number:04}", unit=unit.code, urgency=urgency,
        received_at=received, accepted_at=accepted,
        processed_at=processed if processed < SNAPSHOT else None, outside_competence=outside,
        transferred_at=moved, result_published=True,
        system=PORTAL if number % 11 == 10 else IHANOI, about_rules=number % 3 != 0,
    )


def make_feedback(units):
    rows = []
    for unit in units:
        if unit.level in ("so", "trung-tam", "phuong", "xa"):
            chance = Chance("feedback " + unit.code)
            rows += [_feedback(chance, unit, i + 1) for i in range(chance.between(28, 46))]
    return rows


def make_publications(units, procedures):
    chance = Chance("publications")
    rows = []
    for unit in units:
        if unit.level in ("so", "trung-tam", "truc-thuoc", "phuong", "xa"):
            day = add_working_days(date(2025, 9, 5), chance.below(15))
            for procedure in chance.shuffled(procedures)[:10]:
                rows.append(Record(
                    "publications.csv", unit=unit.code, procedure_code=procedure["procedure_code"],
                    checked_on=day, on_national_database=True, at_the_office=True, on_the_portal=True,
                    contents_agree=True,
                ))
    return rows


def make_disclosures(units):
    chance = Chance("disclosures")
    rows = []
    for unit in units:
        if unit.level == "so":
            for kind in (INDEX_RESULT, DELAY_LIST):
                day = add_working_days(date(2025, 9, 2), chance.between(1, 12))
                rows.append(Record(
                    "disclosures.csv", disclosure_id=f"CK-{len(rows) + 1:04}", unit=unit.code,
                    kind=kind, published_on=day,
                ))
    return rows


class Month:
    """All tables of the month; dossiers by unit, the others by name."""

    def __init__(self, units):
        self.units = {u.code: u for u in units}
        # Units that ended hand in nothing.
        self.present = units = [u for u in units if u.last is None or u.last >= FIRST.isoformat()]
        procedures = make_procedures(units)
        self.tables = {
            "procedures": procedures,
            "publications": make_publications(units, procedures),
            "disclosures": make_disclosures(units),
            "feedback": make_feedback(units),
            "dossiers": [],
        }
        for unit in units:
            if unit.level in ("so", "trung-tam", "truc-thuoc", "phuong", "xa") and unit.code != ABSENT:
                self.tables["dossiers"] += make_dossiers(unit, procedures)
