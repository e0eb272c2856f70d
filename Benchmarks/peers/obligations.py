"""The twenty obligations in SQL, as DuckDB understands it."""

from dataclasses import dataclass
from pathlib import Path

AS_OF = "TIMESTAMP '2025-07-01'"

# What groups are: a unit's records, or those of a unit and one more column.
GROUPS = {
    "unit": ["unit_code"],
    "procedure": ["unit_code", "procedure_code"],
    "field": ["unit_code", "field"],
}

COLUMNS = {
    "dossier_id": "VARCHAR", "procedure_code": "VARCHAR", "unit_code": "VARCHAR", "field": "VARCHAR",
    "channel": "VARCHAR", "received_at": "TIMESTAMP", "due_at": "TIMESTAMP", "completed_at": "TIMESTAMP",
    "status": "VARCHAR", "fee_amount": "INTEGER", "fee_paid_online": "BOOLEAN",
    "components_digitized": "INTEGER", "components_total": "INTEGER", "result_digital_signed": "BOOLEAN",
    "result_digitized": "BOOLEAN", "feedback_id": "VARCHAR", "rating": "INTEGER", "officer": "VARCHAR",
    "apology_at": "TIMESTAMP",
}

# Conditions of a record that obligations share.
COMPLETED = "(status = 'completed' and completed_at is not null)"
OPEN = "(status in ('processing', 'supplement'))"
LIVE = "(status <> 'cancelled')"
ONLINE = "(channel = 'online')"
OVERDUE = f"({OPEN} and due_at < {AS_OF})"
TARDY = f"({COMPLETED} and completed_at > due_at)"
LATE = f"({TARDY} or {OVERDUE})"
FORWARD = f"({COMPLETED} and ended - begun >= 0)"


@dataclass
class Obligation:
    """What is measured: `num` out of `den`, aggregates over conditions written as `{name}`; when that
    misses the target; which records prove it; and the conditions."""

    num: str
    den: str
    missed: str
    conditions: dict
    by: str = "unit"

    def filled(self, sql, names):
        """`sql` with the column that holds each condition."""
        return sql.format(**{name: names[condition] for name, condition in self.conditions.items()})


def at_least(scope, holds, target, by="unit"):
    """A share of the records in scope for which a condition has to hold."""
    conditions = {"scope": scope, "proves": f"{scope} and not coalesce({holds}, false)"}
    num = "count(*) filter (where {scope}) - count(*) filter (where {proves})"
    return Obligation(num, "count(*) filter (where {scope})", f"num * 100 < {target} * den", conditions, by)


def at_most(scope, holds, percent, by="unit"):
    """A share of the records in scope for which a condition must not hold."""
    conditions = {"scope": scope, "proves": f"{scope} and {holds}"}
    counts = ["count(*) filter (where {%s})" % name for name in ("proves", "scope")]
    return Obligation(*counts, f"num * 100 > {percent} * den", conditions, by)


def measure(num, den, missed, proves, **conditions):
    return Obligation(num, den, missed, conditions | {"proves": proves})


OBLIGATIONS = {
    "O01": at_least(COMPLETED, "completed_at <= due_at", 98),
    "O02": at_most(OPEN, f"due_at < {AS_OF}", 0),
    "O03": at_least(f"{COMPLETED} and {ONLINE}", "completed_at <= due_at", 90, "procedure"),
    "O04": at_least(LIVE, ONLINE, "100 * min_share", "field"),
    "O05": at_least(f"{LIVE} and fee_amount > 0", "fee_paid_online", 50),
    "O06": measure(
        "sum(components_digitized) filter (where {live})", "sum(components_total) filter (where {live})",
        "num * 100 < 85 * den", f"{LIVE} and components_digitized < components_total", live=LIVE),
    "O07": at_least(COMPLETED, "result_digital_signed", 100),
    "O08": at_least(COMPLETED, "result_digitized", 95),
    "O09": at_least(FORWARD, "ended - begun <= max_days", 97),
    "O10": at_most("true", "promised - begun > max_days", 0),
    "O11": at_least(LATE, "regretted - promised <= 1", 100),
    "O12": measure("sum(rating)", "count(rating)", "num * 10 < 44 * den", "rating <= 2"),
    "O13": at_most("true", "feedback_id is not null", 1),
    "O14": measure(
        "count(distinct procedure_code) filter (where {online})", "count(distinct procedure_code)",
        "num * 100 < 90 * den", "channel = 'post'", online=ONLINE),
    "O15": measure(
        "count(distinct officer)", "count(*) filter (where {live})", "num < 5", "officer is null", live=LIVE),
    "O16": at_most("completed_at is not null", "completed_at < received_at", 0),
    "O17": at_most("true", "(status = 'completed') <> (completed_at is not null)", 0),
    "O18": at_most("true", "status = 'returned'", 5, "procedure"),
    "O19": at_most(OPEN, "received_at < TIMESTAMP '2025-06-01'", 0),
    "O20": at_most("true", "(fee_amount > 0) = (fee_paid_online is null)", 0),
}

# What aggregates read besides the conditions.
CARRIED = ["procedure_code", "unit_code", "field", "officer", "rating", "components_digitized", "components_total"]


def flags(ids):
    """A column for each condition of obligations: its name by its SQL."""
    found = [sql for id in ids for sql in OBLIGATIONS[id].conditions.values()]
    return {sql: f"flag{number}" for number, sql in enumerate(dict.fromkeys(found)) if sql != "true"} | {"true": "true"}


def narrowed(names):
    """The records with nothing but what aggregates read."""
    columns = ["number", *CARRIED, *[f"({sql}) as {name}" for sql, name in names.items() if sql != "true"]]
    return f"select {', '.join(columns)} from dossiers"


def prepare(connection, file):
    """Loads the small files, from beside the file or the current folder, and defines `dossiers`: the
    records, with working days counted from the start of the calendar, and the limits looked up."""
    def small(name):
        beside = Path(file).resolve().parent / name
        return beside if beside.exists() else name
    connection.execute("set threads = 2")
    # Left to itself the optimiser builds its hash tables from the records, not from the small files.
    connection.execute("set disabled_optimizers = 'join_order,build_side_probe_side'")
    connection.execute("set preserve_insertion_order = false")
    connection.execute(f"create table days as select d::date as day, cum::integer as count from read_csv('{small('calendar.csv')}')")
    connection.execute(f"create table procedures as select procedure_code, max_days from read_csv('{small('procedures.csv')}')")
    connection.execute(f"create table fields as select field, min_share from read_csv('{small('fields.csv')}')")
    # No engine that reads CSV with several threads numbers its records: the number is taken from the id.
    connection.execute(f"""
        create view dossiers as
        select dossier.*, substr(dossier_id, 12)::bigint as number, max_days, received.count as begun,
               due.count as promised, completed.count as ended, apology.count as regretted
        from read_csv('{file}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
                      columns = {COLUMNS}) as dossier
        left join procedures using (procedure_code)
        left join days as received on received.day = received_at::date
        left join days as due on due.day = due_at::date
        left join days as completed on completed.day = completed_at::date
        left join days as apology on apology.day = apology_at::date""")


def show(row):
    """A line of the result; absent sums are 0."""
    print(row[0], *[int(number or 0) for number in row[1:]])
