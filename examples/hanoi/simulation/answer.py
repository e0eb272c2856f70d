"""What the rules must find in the month, worked out rule by rule and by hand.

Each function below says in Python what one obligation of rules/ says in YAML: True, False, or None
for what cannot be known. A record ends as pass, fail, later (not due yet) or out (of scope); a
record of which something is unknown may end in more than one of these ways.
"""

from collections import namedtuple
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from .month import (
    ABSENT, AS_OF, DELAY_LIST, FULL, INDEX_RESULT, LAST, REFUSED, SETTLED, URGENT, Bad,
    in_september,
)
from .registry import heads_on
from .working_time import add_working_days, add_working_seconds

EVENTS = {
    "dossiers": {"received_at", "completed_at", "last_supplement_at"},
    "procedures": {"signed_on", "entered_on", "integrated_on"},
    "publications": {"checked_on"},
    "disclosures": {"published_on"},
    "feedback": {"received_at", "accepted_at", "processed_at", "transferred_at"},
}
DOSSIER_LEVELS = ("so", "trung-tam", "truc-thuoc", "phuong", "xa")
FEEDBACK_LEVELS = ("so", "trung-tam", "phuong", "xa")
COMMUNES = ("phuong", "xa")


# What is known of a record.

class View:
    """A record as it is known at the as-of time: duplicates, snapshot and as-of applied."""

    def __init__(self, dataset, record):
        self.record, self.cells = record, {}
        for column, cell in record.items():
            if any(copy[column] != cell for copy in record.copies):
                cell = Bad("khác nhau giữa các dòng trùng mã")
            elif column in EVENTS[dataset] and cell is not None and not isinstance(cell, Bad):
                moment = as_moment(cell)
                if moment > record.snapshot:
                    cell = Bad("sau thời điểm kết xuất")
                elif moment > AS_OF:
                    cell = None
            self.cells[column] = cell

    def has(self, column):
        cell = self.cells[column]
        return None if isinstance(cell, Bad) else cell is not None

    def get(self, column):
        """The value; None when it is empty or unreadable."""
        cell = self.cells[column]
        return None if isinstance(cell, Bad) else cell

    def equals(self, column, value):
        cell = self.get(column)
        return None if cell is None else cell == value


def as_moment(cell):
    return cell if isinstance(cell, datetime) else datetime.combine(cell, time())


def end_of(day):
    return datetime.combine(day, time(23, 59, 59, 999999))


def both(*parts):
    return False if False in parts else None if None in parts else True


def negation(part):
    return None if part is None else not part


# What an obligation asks, as facts about one record.

Facts = namedtuple("Facts", "where when result answers_on")


def deadline(view, due, done):
    """The results that remain possible for an event that had to happen by `due`."""
    moment, happened = view.get(done), view.has(done)
    if due is None:
        return {"pass", "fail"}
    if happened is None:
        return {"pass", "fail"}
    if happened:
        return {"pass"} if as_moment(moment) <= due else {"fail"}
    if due < min(AS_OF, view.record.snapshot):
        return {"fail"}
    return {"later"} if due > AS_OF else {"pass", "fail"}


def truth(part):
    return {True: {"pass"}, False: {"fail"}, None: {"pass", "fail"}}[part]


def after(due):
    return None if due is None else due + timedelta(microseconds=1)


def plain(view, where, when, require):
    moment = view.get(when)
    return Facts(where, moment, truth(require), moment)


def filed_online(v):
    return both(v.has("channel"), v.equals("channel", "2") if v.has("channel") else None)


def is_set(v, column):
    return both(v.has(column), v.get(column) if v.has(column) else None)


def on_time(v, when):
    due = v.get("due_at")
    return Facts(True, v.get(when), deadline(v, due, "completed_at"), after(due))


def entered(v, _):
    signed, shortened = v.get("signed_on"), v.get("shortened")
    if signed and signed < date(2025, 8, 1):  # due long before the month
        return Facts(False, signed, {"pass"}, None)
    due = None if None in (signed, shortened) else \
        end_of(add_working_days(signed, 2 if shortened else 5))
    return Facts(True, due, deadline(v, due, "entered_on"), after(due))


def three_forms(v, _):
    forms = both(v.get("on_national_database"), v.get("at_the_office"), v.get("on_the_portal"))
    return plain(v, True, "checked_on", forms)


def supplements(v, _):
    count = v.get("supplement_requests")
    return plain(v, v.has("last_supplement_at"), "last_supplement_at",
                 None if count is None else count <= 2)


def refusal(v, _):
    where = both(v.has("completed_at"), v.equals("status", REFUSED))
    return plain(v, where, "completed_at", is_set(v, "written_reason"))


def electronic(v, _):
    where = both(v.has("completed_at"), v.equals("status", SETTLED))
    return plain(v, where, "completed_at", is_set(v, "electronic_result"))


def synchronised(v, _):
    return plain(v, True, "received_at", v.get("synchronised"))


def paid(v, procedures):
    procedure = procedures.get(v.get("procedure"))
    where = procedure["fee_required"] if procedure else None
    return plain(v, where, "received_at", is_set(v, "paid_online"))


def online(v, _):
    return plain(v, True, "received_at", filed_online(v))


def end_to_end(v, _):
    return plain(v, filed_online(v), "received_at", v.equals("service_level", FULL))


def digitised(v, _):
    return plain(v, negation(filed_online(v)), "received_at", v.get("digitised"))


def accepted(v, _):
    received = v.get("received_at")
    due = None if received is None else add_working_seconds(received, 8 * 3600)
    return Facts(True, due, deadline(v, due, "accepted_at"), after(due))


def urgent(v, _):
    start = v.get("accepted_at")
    due = None if start is None else add_working_seconds(start, 4 * 3600)
    where = both(v.has("accepted_at"), v.equals("urgency", URGENT))
    return Facts(where, due, deadline(v, due, "processed_at"), after(due))


def transferred(v, _):
    received = v.get("received_at")
    due = None if received is None else end_of(add_working_days(received.date(), 5))
    return Facts(v.get("outside_competence"), due, deadline(v, due, "transferred_at"), after(due))


def disclosed(kind):
    return lambda v, _: Facts(v.equals("kind", kind), v.get("published_on"), {"pass"}, None)


Obligation = namedtuple("Obligation", "dataset levels target facts measure")


def share(dataset, levels, target, facts):
    """`target`: a Fraction, None, or one by level."""
    return Obligation(dataset, levels, target, facts, "share")


def count(dataset, levels, target, facts):
    return Obligation(dataset, levels, target, facts, "count")


ALL = Fraction(1)
OBLIGATIONS = {
    "nd63-2010/entered-in-national-database": share("procedures", ("so", "trung-tam"), ALL, entered),
    "nd63-2010/three-forms-of-publication": share("publications", DOSSIER_LEVELS, ALL, three_forms),
    "nd63-2010/at-most-two-supplements": share("dossiers", DOSSIER_LEVELS, ALL, supplements),
    "nd63-2010/refusal-with-written-reason": share("dossiers", DOSSIER_LEVELS, ALL, refusal),
    "ct15-2023/dossiers-synchronised": share("dossiers", ("so",), ALL, synchronised),
    "ct15-2023/fees-paid-online": share("dossiers", ("so",), None, paid),
    "ct15-2023/index-result-disclosed": count("disclosures", ("so",), 1, disclosed(INDEX_RESULT)),
    "ct15-2023/delay-list-disclosed": count("disclosures", ("so",), 1, disclosed(DELAY_LIST)),
    "kh136-2021/results-on-time":
        share("dossiers", ("so",), ALL, lambda v, _: on_time(v, "due_at")),
    "cv4173-2025/filed-online": share(
        "dossiers", ("trung-tam",) + COMMUNES,
        {"trung-tam": Fraction(4, 5), "phuong": Fraction(3, 5), "xa": Fraction(3, 5)}, online),
    "cv4173-2025/filed-end-to-end":
        share("dossiers", ("trung-tam",) + COMMUNES, Fraction(1, 5), end_to_end),
    "cv4173-2025/results-on-time":
        share("dossiers", COMMUNES, ALL, lambda v, _: on_time(v, "received_at")),
    "nd118-2025/electronic-results":
        share("dossiers", DOSSIER_LEVELS, {"phuong": ALL, "xa": ALL}, electronic),
    "nd118-2025/paper-dossiers-digitised": share("dossiers", DOSSIER_LEVELS, None, digitised),
    "qd1207-2025/feedback-accepted": share("feedback", FEEDBACK_LEVELS, ALL, accepted),
    "qd1207-2025/urgent-feedback-processed": share("feedback", FEEDBACK_LEVELS, ALL, urgent),
    "nd20-2008/feedback-transferred": share("feedback", FEEDBACK_LEVELS, ALL, transferred),
}
UNIT_COLUMN = {"procedures": "responsible_unit"}
KEYS = {
    "dossiers": ["dossier_id"], "procedures": ["procedure_code"], "feedback": ["feedback_id"],
    "publications": ["unit", "procedure_code"], "disclosures": ["disclosure_id"],
}


def key_of(dataset, record):
    parts = [record[column] for column in KEYS[dataset]]
    return parts[0] if len(parts) == 1 else parts


def outcomes(facts):
    """The ways in which a record may end."""
    inside = None if facts.when is None else in_september(as_moment(facts.when))
    scope = both(facts.where, inside)
    if scope is False:
        return {"out"}
    return facts.result if scope else facts.result | {"out"}


# What a unit's records come to.

class Tally:
    """One obligation for one unit."""

    def __init__(self):
        self.passed = self.failed = self.not_due = 0
        self.unsure = []  # (key, outcomes)
        self.breaches = []  # (key, heads)

    def add(self, unit, key, facts):
        ways = outcomes(facts)
        if ways == {"out"}:
            return
        if len(ways) > 1:
            self.unsure.append((key, ways))
        elif ways == {"pass"}:
            self.passed += 1
        elif ways == {"later"}:
            self.not_due += 1
        else:
            self.failed += 1
            moment = as_moment(facts.answers_on)
            self.breaches.append((key, heads_on(unit, moment.date())))

    def _verdict(self, target, ways_of):
        """Whether every, no, or some resolution of the unsure records meets a share."""
        worth = {"pass": 1 - target, "fail": -target, "out": 0, "later": 0}
        sure = self.passed * worth["pass"] + self.failed * worth["fail"]
        values = [[worth[way] for way in ways_of(ways)] for _, ways in self.unsure]
        if sure + sum(map(min, values)) >= 0:
            return "met"
        return "violated" if sure + sum(map(max, values)) < 0 else "undetermined"

    def share_verdict(self, target):
        if target is None:
            return "no-target" if self.passed + self.failed + len(self.unsure) else "not-applicable"
        if not self.passed + self.failed:
            # Then whether anything arose must not hang on an unsure record: plant otherwise.
            assert all("out" not in ways for _, ways in self.unsure), self.unsure
            if not self.unsure:
                return "not-applicable"
        verdict = self._verdict(target, lambda ways: ways)
        # The plants do not hang on how finely possible outcomes are told apart, either.
        assert verdict == self._verdict(target, lambda ways: ways | {"pass", "fail"}), self.unsure
        return verdict

    def count_verdict(self, target):
        most = self.passed + len(self.unsure)
        return "met" if self.passed >= target else "violated" if most < target else "undetermined"


def target_for(obligation, unit):
    target = obligation.target
    return target.get(unit.level) if isinstance(target, dict) else target


def verdict_of(obligation, unit, tally):
    target = target_for(obligation, unit)
    if obligation.dataset == "dossiers" and unit.code == ABSENT:
        return "no-target" if target is None else "undetermined"
    if obligation.measure == "count":
        return tally.count_verdict(target)
    return tally.share_verdict(target)


def tallies(month):
    """Each obligation for each unit it binds, and the records that no unit can be told for."""
    procedures = {r["procedure_code"]: r for r in month.tables["procedures"]}
    views = {name: [View(name, r) for r in rows] for name, rows in month.tables.items()}
    found, unassigned = {}, {name: [] for name in views}
    for name, rows in views.items():
        column = UNIT_COLUMN.get(name, "unit")
        unassigned[name] = [
            key_of(name, v.record) for v in rows if v.get(column) not in month.units
        ]
    for name, obligation in OBLIGATIONS.items():
        bound = {c: u for c, u in month.units.items() if u.level in obligation.levels}
        found[name] = {code: Tally() for code in bound}
        column = UNIT_COLUMN.get(obligation.dataset, "unit")
        for view in views[obligation.dataset]:
            unit = bound.get(view.get(column))
            if unit:
                key = key_of(obligation.dataset, view.record)
                found[name][unit.code].add(unit, key, obligation.facts(view, procedures))
    return found, unassigned


def entry(obligation, unit, tally):
    """One verdict as answer.json writes it."""
    may = [ways for _, ways in tally.unsure]
    result = {
        "verdict": verdict_of(obligation, unit, tally),
        "numerator": tally.passed,
        "denominator": tally.passed + tally.failed,
        "notDue": tally.not_due,
        "unknown": sum("out" not in ways for ways in may),
        "unknownScope": sum("out" in ways for ways in may),
        "numeratorMin": tally.passed,
        "numeratorMax": tally.passed + sum("pass" in ways for ways in may),
    }
    if obligation.measure == "count":
        result["denominator"] = None
    if target_for(obligation, unit) is None:
        return result
    if obligation.measure == "count":
        if result["verdict"] == "violated":
            result["answers"] = heads_on(unit, LAST) or ["vacant"]
        return result
    by_head = {}
    for key, heads in tally.breaches:
        by_head.setdefault(" + ".join(heads) or "vacant", []).append(key)
    result["breaches"] = {head: sorted(keys) for head, keys in sorted(by_head.items())}
    if tally.unsure:
        result["unknownKeys"] = sorted(key for key, _ in tally.unsure)
    return result
