"""What is wrong with the data itself, counted from the month as it is written."""

from .answer import UNIT_COLUMN
from .facts import EVENTS, View, as_moment
from .month import Bad

NULLABLE = {
    "channel", "completed_at", "last_supplement_at", "electronic_result", "paid_online",
    "written_reason", "entered_on", "integrated_on", "accepted_at", "processed_at", "transferred_at",
    "finished_at", "kept_on", "entered_as", "partial_reason_published", "published_on", "reviewed_on",
    "hours", "responsible", "system", "about_rules",
}
CHECKS = {  # the later column must not come before the earlier one
    "dossiers": {
        "completed-before-received": ("received_at", "completed_at"),
        "due-before-received": ("received_at", "due_at"),
    },
    "procedures": {"entered-before-signed": ("signed_on", "entered_on")},
    "feedback": {
        "accepted-before-received": ("received_at", "accepted_at"),
        "processed-before-accepted": ("accepted_at", "processed_at"),
    },
}


def _of_record(dataset, record, month):
    for column, cell in record.items():
        if isinstance(cell, Bad):
            yield "unreadable-value"
        elif cell is None:
            if column not in NULLABLE:
                yield "empty-required"
        elif column in EVENTS[dataset] and as_moment(cell) > record.snapshot:
            yield "after-snapshot"
    unit = record.get(UNIT_COLUMN.get(dataset, "unit"))
    if unit is not None and unit not in month.units:
        yield "unknown-unit"
    for copy in record.copies:
        yield "duplicate-equal" if copy == record else "duplicate-conflicting"
    view = View(dataset, record)
    for name, (earlier, later) in CHECKS.get(dataset, {}).items():
        first, second = view.get(earlier), view.get(later)
        if first is not None and second is not None and second < first:
            yield f"check {name}"


def defects(month):
    """How many of each kind there are."""
    known = {r["procedure_code"] for r in month.tables["procedures"]}
    counts = {}
    for dataset, rows in month.tables.items():
        for record in rows:
            kinds = list(_of_record(dataset, record, month))
            if dataset == "dossiers" and record["procedure"] not in known:
                kinds.append("unknown-reference")
            for kind in kinds:
                counts[kind] = counts.get(kind, 0) + 1
    return counts
