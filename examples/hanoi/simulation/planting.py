"""How something is planted, and what is noted about it."""

from .chance import Chance
from .month import Bad

# The obligations that are planted upon.
SO_TIME, WARD_TIME = "kh136-2021/results-on-time", "cv4173-2025/results-on-time"
ONLINE, END = "cv4173-2025/filed-online", "cv4173-2025/filed-end-to-end"
ENTERED, FORMS = "nd63-2010/entered-in-national-database", "nd63-2010/three-forms-of-publication"
TWICE, REASON = "nd63-2010/at-most-two-supplements", "nd63-2010/refusal-with-written-reason"
SYNC, RESULT = "ct15-2023/dossiers-synchronised", "nd118-2025/electronic-results"
INDEX = "ct15-2023/index-result-disclosed"
ACCEPTED, HURRY = "qd1207-2025/feedback-accepted", "qd1207-2025/urgent-feedback-processed"
MOVED = "nd20-2008/feedback-transferred"
ANNOUNCED, AGREE = "nd63-2010/announced-before-effect", "nd63-2010/notices-agree"
PROCESSES = "ct15-2023/internal-processes-complete"


class Planted:
    def __init__(self, month):
        self.month = month
        self.chance = Chance("plants")
        self.verdicts, self.breaches, self.defects = {}, {}, {}
        self.unassigned = {}

    def expect(self, obligation, unit, verdict, *keys):
        before = self.verdicts.get((obligation, unit))
        # What was violated stays so; what was undetermined may become violated.
        if before != "violated":
            self.verdicts[obligation, unit] = verdict
        self.breaches.setdefault((obligation, unit), set()).update(keys)

    def defect(self, kind, count=1):
        self.defects[kind] = self.defects.get(kind, 0) + count

    def pick(self, dataset, unit, n, fits):
        """Takes n records of a unit that nothing was planted upon."""
        column = "responsible_unit" if dataset == "procedures" else "unit"
        found = [
            r for r in self.month.tables[dataset]
            if r[column] == unit and not r.planted and fits(r)
        ]
        assert len(found) >= n, (dataset, unit, n, len(found))
        chosen = self.chance.shuffled(found)[:n]
        for record in chosen:
            record.planted = True
        return chosen

    def spoil(self, record, column, text):
        record[column] = Bad(text)
        self.defect("unreadable-value")

    def blank(self, record, column):
        record[column] = None
        self.defect("empty-required")
