"""The twenty obligations with Polars' streaming engine, lazily off the CSV. usage: polars_stream.py FILE.csv"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import polars as pl
from polars import col

AS_OF = pl.lit(datetime(2025, 7, 1), pl.Datetime("us"))
JUNE = pl.lit(datetime(2025, 6, 1), pl.Datetime("us"))
TIMES = ["received_at", "due_at", "completed_at", "apology_at"]
GROUPS = {"unit": ["unit_code"], "procedure": ["unit_code", "procedure_code"], "field": ["unit_code", "field"]}
NUMBERS = {"fee_amount", "components_digitized", "components_total", "rating"}
TRUTHS = {"fee_paid_online", "result_digital_signed", "result_digitized"}


def small(name):
    """A small file, from beside the dossiers or the current folder."""
    beside = Path(sys.argv[1]).resolve().parent / name
    return pl.scan_csv(beside if beside.exists() else name, try_parse_dates=True)


def records():
    """The dossiers, numbered from 1, with working days counted and limits looked up."""
    header = open(sys.argv[1], encoding="utf-8").readline().strip().split(",")
    types = {name: pl.Int32 if name in NUMBERS else pl.Boolean if name in TRUTHS else pl.String for name in header}
    frame = pl.scan_csv(sys.argv[1], schema=types, row_index_name="number", row_index_offset=1)
    frame = frame.with_columns(
        col("number").cast(pl.Int64), *[col(time).str.to_datetime("%Y-%m-%dT%H:%M:%S", time_unit="us") for time in TIMES])
    frame = frame.join(small("procedures.csv").select("procedure_code", "max_days"), on="procedure_code", how="left")
    days = small("calendar.csv").select("d", col("cum").cast(pl.Int32))
    for time in TIMES:
        count = days.rename({"d": f"{time}_day", "cum": f"{time}_count"})
        frame = frame.with_columns(col(time).dt.date().alias(f"{time}_day")).join(count, on=f"{time}_day", how="left")
    return frame


def sure(condition):
    return condition.fill_null(False)


@dataclass
class Obligation:
    """Numerator (or how it follows from the column that says which records prove a violation), denominator,
    when the target is missed, and the records that prove it."""

    num: pl.Expr | Callable[[pl.Expr], pl.Expr]
    den: pl.Expr
    missed: pl.Expr
    proves: pl.Expr
    by: str = "unit"


def how_many(condition):
    return condition.sum().cast(pl.Int64)


NUM, DEN = col("num"), col("den")
begun, promised, ended, regretted = [col(f"{time}_count") for time in TIMES]

# Conditions that obligations share are columns of their own, so that each is found once.
SHARED = {
    "completed": (col("status") == "completed") & col("completed_at").is_not_null(),
    "open": col("status").is_in(["processing", "supplement"]),
    "live": col("status") != "cancelled",
    "online": col("channel") == "online",
}
is_completed, is_open, is_live, is_online = [col(name) for name in SHARED]
DERIVED = {
    "late": (is_completed & sure(col("completed_at") > col("due_at"))) | (is_open & (col("due_at") < AS_OF)),
    "with_fee": is_live & (col("fee_amount") > 0),
    "forward": is_completed & sure(ended >= begun),
}
is_late, has_fee, runs_forward = [col(name) for name in DERIVED]
anything = pl.lit(True)


def at_least(scope, holds, percent, by="unit"):
    def num(proves):
        return how_many(scope) - how_many(proves)

    return Obligation(num, how_many(scope), NUM * 100 < DEN * percent, scope & ~sure(holds), by)


def at_most(scope, holds, percent, by="unit"):
    proves = sure(holds) if scope is anything else scope & sure(holds)
    den = pl.len().cast(pl.Int64) if scope is anything else how_many(scope)
    return Obligation(how_many, den, NUM * 100 > DEN * percent, proves, by)


in_time = col("completed_at") <= col("due_at")
digitized, papers = col("components_digitized").cast(pl.Int64), col("components_total").cast(pl.Int64)
OBLIGATIONS = {
    "O01": at_least(is_completed, in_time, 98),
    "O02": at_most(is_open, col("due_at") < AS_OF, 0),
    "O03": at_least(is_completed & is_online, in_time, 90, "procedure"),
    "O04": at_least(is_live, is_online, 100 * col("min_share"), "field"),
    "O05": at_least(has_fee, col("fee_paid_online"), 50),
    "O06": Obligation(
        digitized.filter(is_live).sum(), papers.filter(is_live).sum(), NUM * 100 < DEN * 85,
        is_live & (digitized < papers)),
    "O07": at_least(is_completed, col("result_digital_signed"), 100),
    "O08": at_least(is_completed, col("result_digitized"), 95),
    "O09": at_least(runs_forward, ended - begun <= col("max_days"), 97),
    "O10": at_most(anything, promised - begun > col("max_days"), 0),
    "O11": at_least(is_late, regretted - promised <= 1, 100),
    "O12": Obligation(
        col("rating").sum().cast(pl.Int64), col("rating").count().cast(pl.Int64), NUM * 10 < DEN * 44,
        sure(col("rating") <= 2)),
    "O13": at_most(anything, col("feedback_id").is_not_null(), 1),
    "O14": Obligation(
        col("procedure_code").filter(is_online).n_unique().cast(pl.Int64),
        col("procedure_code").n_unique().cast(pl.Int64), NUM * 100 < DEN * 90, col("channel") == "post"),
    "O15": Obligation(
        col("officer").drop_nulls().n_unique().cast(pl.Int64), how_many(is_live), NUM < 5, col("officer").is_null()),
    "O16": at_most(col("completed_at").is_not_null(), col("completed_at") < col("received_at"), 0),
    "O17": at_most(anything, (col("status") == "completed") != col("completed_at").is_not_null(), 0),
    "O18": at_most(anything, col("status") == "returned", 5, "procedure"),
    "O19": at_most(is_open, col("received_at") < JUNE, 0),
    "O20": at_most(anything, (col("fee_amount") > 0) == col("fee_paid_online").is_null(), 0),
}


def grouped(frame, by):
    """The sums of the obligations of one grouping, and for units the first hundred records of each."""
    sums = []
    for id, it in OBLIGATIONS.items():
        if it.by == by:
            num = it.num(col(f"{id}_proves")) if callable(it.num) else it.num
            sums += [num.alias(f"{id}_num"), it.den.alias(f"{id}_den")]
    if by == "unit":
        sums += [col("number").filter(col(f"{id}_proves")).bottom_k(100).alias(f"{id}_numbers") for id in OBLIGATIONS]
    return frame.group_by(GROUPS[by]).agg(sums)


frame = records().with_columns(**SHARED).with_columns(**DERIVED)
frame = frame.with_columns(**{f"{id}_proves": it.proves for id, it in OBLIGATIONS.items()})
queries = [grouped(frame, by) for by in GROUPS]
queries[-1] = queries[-1].join(small("fields.csv"), on="field")
results = dict(zip(GROUPS, pl.collect_all(queries, engine="streaming")))
for id, it in OBLIGATIONS.items():
    groups = results[it.by].rename({f"{id}_num": "num", f"{id}_den": "den"}).filter(DEN > 0)
    numbers = results["unit"][f"{id}_numbers"]
    print(id, groups.height, groups.select(it.missed.sum()).item(), groups["num"].sum(), groups["den"].sum(),
          numbers.list.len().sum(), numbers.list.sum().sum())
