"""The twenty obligations in one query that reads the CSV once. usage: duckdb_one.py FILE.csv

The records are narrowed to flags before anything is added up, and kept for the three groupings. Of the
shapes that were tried this one was the fastest.
"""

import sys

import duckdb
from obligations import GROUPS, OBLIGATIONS, flags, narrowed, prepare, show

names = flags(OBLIGATIONS)


def grouped(by):
    """The sums of the obligations of one grouping; evidence is always by unit."""
    columns = []
    for id, it in OBLIGATIONS.items():
        if it.by == by:
            columns += [f"{it.filled(it.num, names)} as {id}_num", f"{it.filled(it.den, names)} as {id}_den"]
        if by == "unit":
            columns.append(f"min(number, 100) filter (where {names[it.conditions['proves']]}) as {id}_numbers")
    group = ", ".join(GROUPS[by])
    return f"by_{by} as materialized (select {group}, {', '.join(columns)} from records group by {group})"


def line(id, it):
    limits = "join fields using (field)" if it.by == "field" else ""
    return f"""
        select '{id}' as id, count(*) filter (where den > 0), count(*) filter (where den > 0 and {it.missed}),
               sum(num), sum(den), (select sum(len({id}_numbers)) from by_unit),
               (select sum(list_sum({id}_numbers)) from by_unit)
        from (select *, {id}_num as num, {id}_den as den from by_{it.by} {limits})"""


query = f"""
    with records as materialized ({narrowed(names)}),
    {", ".join(grouped(by) for by in GROUPS)}
    {" union all ".join(line(id, it) for id, it in OBLIGATIONS.items())} order by id"""
connection = duckdb.connect()
prepare(connection, sys.argv[1])
for row in connection.execute(query).fetchall():
    show(row)
