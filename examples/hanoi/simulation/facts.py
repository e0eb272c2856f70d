"""What one obligation of rules/ asks of one record, said once more in Python.

Each function says what one obligation of rules/ says in YAML: True, False, or None for what cannot be
known. A record ends as pass, fail, later (not due yet) or out (of scope); a record of which something is
unknown may end in more than one of these ways.
"""

from collections import namedtuple
from datetime import date, datetime, time, timedelta

from .month import AS_OF, FULL, IHANOI, NOT_LATE, REFUSED, SETTLED, URGENT, Bad
from .working_time import add_working_days, add_working_seconds

EVENTS = {
    "dossiers": {"received_at", "completed_at", "last_supplement_at"},
    "procedures": {"signed_on", "entered_on", "integrated_on"},
    "publications": {"checked_on"},
    "disclosures": {"published_on"},
    "feedback": {"received_at", "accepted_at", "processed_at", "transferred_at"},
    "announcements": {"promulgated_on", "signed_on"},
    "internal-processes": {"approved_on"}, "process-steps": set(),
    "dossier-steps": {"finished_at"}, "promises": {"kept_on"}, "dialogues": {"held_on"},
    "answer-reviews": {"reviewed_on"}, "feedback-log": {"received_on"},
    "pending-dossiers": {"handed_over_on", "received_at", "completed_at"}, "services": {"checked_on"},
    "surveys": {"answered_on"}, "internal-procedures": {"published_on", "reviewed_on"},
    "acts": {"done_on"},
}
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
    """The day counts, not its hour; who waits for papers, was stopped or withdrew is not late."""
    status, day = v.get("status"), v.get("due_at")
    where = None if status is None else status not in NOT_LATE
    due = None if day is None else end_of(day.date())
    return Facts(where, v.get(when), deadline(v, due, "completed_at"), after(due))


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
    return plain(v, where, "completed_at", v.get("written_reason"))


def electronic(v, _):
    where = both(v.has("completed_at"), v.equals("status", SETTLED))
    return plain(v, where, "completed_at", v.get("electronic_result"))


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
    where = both(v.equals("system", IHANOI), negation(v.get("outside_competence")))
    return Facts(where, due, deadline(v, due, "accepted_at"), after(due))


def urgent(v, _):
    start = v.get("accepted_at")
    due = None if start is None else add_working_seconds(start, 4 * 3600)
    where = both(v.equals("system", IHANOI), v.has("accepted_at"), v.equals("urgency", URGENT),
                 negation(v.get("outside_competence")))
    return Facts(where, due, deadline(v, due, "processed_at"), after(due))


def transferred(v, _):
    start = None if v.has("accepted_at") is None else v.get("accepted_at") or v.get("received_at")
    due = None if start is None else end_of(add_working_days(start.date(), 5))
    where = both(v.get("about_rules"), v.get("outside_competence"))
    return Facts(where, due, deadline(v, due, "transferred_at"), after(due))


def announced(v, _):
    shortened = v.get("shortened")
    day = v.get("promulgated_on" if shortened else "effective_on")
    if None in (shortened, day):
        due = None
    elif shortened:  # the third day, or the next working day
        due = end_of(add_working_days(day + timedelta(days=2), 1))
    else:
        due = end_of(day - timedelta(days=5))
    return Facts(True, due, deadline(v, due, "signed_on"), after(due))


def process_complete(v, _):
    steps = [View("process-steps", s) for s in v.record.steps]
    whole = both(*[s.has(c) for s in steps for c in ("hours", "responsible")])
    return plain(v, True, "approved_on", both(bool(steps), whole))


def by(due, done):
    """A deadline that stands in the record: a moment, or a day of which the end counts."""
    def facts(v, _):
        day = v.get(due)
        last = day if day is None or isinstance(day, datetime) else end_of(day)
        return Facts(True, last, deadline(v, last, done), after(last))
    return facts


def pending(v, _):
    due, handed = v.get("due_at"), v.get("handed_over_on")
    return Facts(due.date() >= handed, due, deadline(v, due, "completed_at"), after(due))


def late_before(v, _):
    return plain(v, v.get("due_at").date() < v.get("handed_over_on"), "handed_over_on", True)


def result_published(v, _):
    where = both(v.get("about_rules"), v.has("processed_at"), negation(v.get("outside_competence")))
    return plain(v, where, "processed_at", v.get("result_published"))


def processed(v, _):
    where = both(v.equals("system", IHANOI), v.has("accepted_at"), negation(v.get("outside_competence")))
    return plain(v, where, "accepted_at", v.has("processed_at"))


def end_to_end_service(v, _):
    where = negation(v.equals("level", "Chưa trực tuyến"))
    return plain(v, where, "checked_on", v.equals("level", FULL))


def column(name, when):
    return lambda v, _: plain(v, True, when, v.get(name))


def disclosed(kind):
    return lambda v, _: Facts(v.equals("kind", kind), v.get("published_on"), {"pass"}, None)


def any_of(ways, last):
    """Whether a unit has at least one record that passes, judged at the end of the period."""
    sure = {"pass"} in ways
    result = {"pass"} if sure else {"pass", "fail"} if any("pass" in w for w in ways) else {"fail"}
    return Facts(True, last, result, last)
