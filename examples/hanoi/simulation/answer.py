"""What the rules must find in the month, worked out rule by rule and by hand.

facts.py says what each obligation asks of a record; this adds up what comes of it for each unit.
"""

from collections import namedtuple
from fractions import Fraction

from .facts import (
    accepted, announced, any_of, as_moment, both, by, column, digitised, disclosed, electronic,
    end_to_end, end_to_end_service, entered, late_before, on_time, online, paid, pending,
    plain, process_complete, processed, refusal, result_published, supplements, synchronised,
    three_forms, transferred, urgent, View,
)
from .month import ABSENT, DELAY_LIST, FIRST, INDEX_RESULT, LAST, in_september
from .registry import heads_on

DOSSIER_LEVELS = ("so", "trung-tam", "truc-thuoc", "phuong", "xa")
FEEDBACK_LEVELS = ("so", "trung-tam", "phuong", "xa")
COMMUNES = ("phuong", "xa")
NEW_LEVELS = ("trung-tam",) + COMMUNES

# `each`: one record for each unit, which passes when any record of the unit does.
# `rolls`: what units beneath did counts for the unit above.
Obligation = namedtuple("Obligation", "dataset levels target facts measure each rolls", defaults=(False, False))


def share(dataset, levels, target, facts):
    """`target`: a Fraction, None, or one by level."""
    return Obligation(dataset, levels, target, facts, "share")


def each_unit(dataset, levels, facts):
    return Obligation(dataset, levels, ALL, facts, "share", each=True)


def rolled_up(dataset, levels, target, facts):
    return Obligation(dataset, levels, target, facts, "share", rolls=True)


def count(dataset, levels, target, facts):
    return Obligation(dataset, levels, target, facts, "count")


def mean(dataset, levels, facts):
    return Obligation(dataset, levels, None, facts, "mean")


ALL = Fraction(1)
OBLIGATIONS = {
    "nd63-2010/entered-in-national-database": share("procedures", ("so", "trung-tam"), ALL, entered),
    "nd63-2010/three-forms-of-publication": share("publications", DOSSIER_LEVELS, ALL, three_forms),
    "nd63-2010/at-most-two-supplements": share("dossiers", DOSSIER_LEVELS, ALL, supplements),
    "nd63-2010/refusal-with-written-reason": share("dossiers", DOSSIER_LEVELS, ALL, refusal),
    "ct15-2023/dossiers-synchronised": share("dossiers", ("so",), ALL, synchronised),
    "ct15-2023/fees-paid-online": share("dossiers", ("so",), None, paid),
    "ct15-2023/index-result-disclosed": each_unit("disclosures", ("so",), disclosed(INDEX_RESULT)),
    "ct15-2023/delay-list-disclosed": count("disclosures", ("so",), None, disclosed(DELAY_LIST)),
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
    "nd63-2010/announced-before-effect":
        rolled_up("announcements", ("thanh-pho",), ALL, announced),
    "nd63-2010/notices-agree": share(
        "publications", DOSSIER_LEVELS, ALL, column("contents_agree", "checked_on")),
    "ct15-2023/dossiers-digitised":
        share("dossiers", ("so",), None, column("digitised", "received_at")),
    "ct15-2023/internal-processes-complete":
        share("internal-processes", ("so",), ALL, process_complete),
    "ct15-2023/process-steps-in-time":
        share("dossier-steps", ("so",), None, by("due_at", "finished_at")),
    "ct15-2023/dialogue-promises-kept": share("promises", ("so",), None, by("due_on", "kept_on")),
    "ct15-2023/answers-specific": share(
        "answer-reviews", ("so",), None,
        lambda v, _: plain(v, True, "reviewed_on", v.equals("grade", "Cụ thể"))),
    "nd20-2008/result-published": share("feedback", FEEDBACK_LEVELS, None, result_published),
    "qd31-2021/all-feedback-entered": share(
        "feedback-log", FEEDBACK_LEVELS, None,
        lambda v, _: plain(v, True, "received_on", v.has("entered_as"))),
    "qd1207-2025/feedback-processed": share("feedback", FEEDBACK_LEVELS, None, processed),
    "nq1656-2025/pending-settled-in-time":
        share("pending-dossiers", NEW_LEVELS, None, pending),
    "nq1656-2025/overdue-before-handover":
        count("pending-dossiers", NEW_LEVELS, None, late_before),
    "nq1656-2025/days-before-handover": mean(
        "pending-dossiers", NEW_LEVELS, lambda v, _: plain(v, True, "handed_over_on", True)),
    "nd42-2022/end-to-end-services":
        share("services", ("so", "trung-tam"), None, end_to_end_service),
}
UNIT_COLUMN = {"procedures": "responsible_unit", "pending-dossiers": "receiving_unit"}
KEYS = {
    "dossiers": ["dossier_id"], "procedures": ["procedure_code"], "feedback": ["feedback_id"],
    "publications": ["unit", "procedure_code"], "disclosures": ["disclosure_id"],
    "announcements": ["decision"], "internal-processes": ["process_id"],
    "process-steps": ["process_id", "number"], "dossier-steps": ["step_id"],
    "promises": ["promise_id"], "dialogues": ["dialogue_id"], "answer-reviews": ["review_id"],
    "feedback-log": ["entry_id"], "pending-dossiers": ["dossier_id"], "services": ["service_id"],
    "surveys": ["survey_id"], "internal-procedures": ["internal_id"], "acts": ["act_id"],
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
        return "no-target" if target is None else tally.count_verdict(target)
    return tally.share_verdict(target)


def above(unit, units, bound):
    """The bound unit that a unit belongs to, itself or one above it."""
    while unit and unit.code not in bound:
        unit = units.get(unit.parent)
    return unit


def tallies(month):
    """Each obligation for each unit it binds, and the records that no unit can be told for."""
    procedures = {r["procedure_code"]: r for r in month.tables["procedures"]}
    views = {name: [View(name, r) for r in rows] for name, rows in month.tables.items()}
    found, unassigned = {}, {name: [] for name in views}
    for name, rows in views.items():
        column = UNIT_COLUMN.get(name, "unit")
        if name != "process-steps":  # they belong to processes, which belong to units
            unassigned[name] = [
                key_of(name, v.record) for v in rows if v.get(column) not in month.units
            ]
    for name, obligation in OBLIGATIONS.items():
        bound = {
            c: u for c, u in month.units.items()
            if u.level in obligation.levels and (u.last is None or u.last >= FIRST.isoformat())
        }
        found[name] = {code: Tally() for code in bound}
        column = UNIT_COLUMN.get(obligation.dataset, "unit")
        if obligation.each:
            for code, unit in bound.items():
                ways = [outcomes(obligation.facts(v, procedures))
                        for v in views[obligation.dataset] if v.get(column) == code]
                found[name][code].add(unit, code, any_of(ways, LAST))
            continue
        for view in views[obligation.dataset]:
            unit = bound.get(view.get(column))
            if obligation.rolls:
                unit = above(month.units.get(view.get(column)), month.units, bound)
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
    if obligation.measure != "share":
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
