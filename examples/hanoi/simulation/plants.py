"""What is wrong with the month: every plant says what it does and what must come of it.

`planted.verdicts` holds the verdicts that differ from an uneventful month, and `planted.breaches`
the records that must fail a 100% obligation. generate.py compares both with what answer.py works
out, so the answer is known twice: from what was planted, and from the rules.
"""

from . import plants_dossiers as dossiers
from . import plants_others as others
from . import plants_registers as registers
from .month import ABSENT
from .planting import END, ONLINE, REASON, RESULT, TWICE, WARD_TIME, Planted

STEPS = [
    dossiers.plant_late_dossiers, dossiers.plant_heads, dossiers.plant_unknown_times,
    dossiers.plant_snapshots, dossiers.plant_other_dossiers, dossiers.plant_shares,
    dossiers.plant_units_and_keys, others.plant_procedures, others.plant_publications,
    others.plant_disclosures, others.plant_feedback, registers.plant_announcements,
    registers.plant_processes, registers.plant_log, registers.plant_columns,
    dossiers.plant_not_late,
]


def plant(month):
    planted = Planted(month)
    for step in STEPS:
        step(planted)
    # A unit that handed in no dossiers cannot be judged on them.
    for name in (WARD_TIME, ONLINE, END, RESULT, TWICE, REASON):
        planted.expect(name, ABSENT, "undetermined")
    planted.expect("nd118-2025/paper-dossiers-digitised", ABSENT, "no-target")
    return planted
