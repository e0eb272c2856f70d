"""The twenty obligations, one query for each, straight off the CSV. usage: duckdb_each.py FILE.csv"""

import sys

import duckdb
from obligations import GROUPS, OBLIGATIONS, flags, narrowed, prepare, show


def query(id):
    it, names = OBLIGATIONS[id], flags([id])
    num, den, proves = (it.filled(sql, names) for sql in (it.num, it.den, "{proves}"))
    group = ", ".join(GROUPS[it.by])
    limits = "join fields using (field)" if it.by == "field" else ""
    return f"""
        with records as materialized ({narrowed(names)}),
        measured as (select {group}, {num} as num, {den} as den from records group by {group}),
        named as (select min(number, 100) filter (where {proves}) as numbers from records group by unit_code)
        select '{id}', count(*) filter (where den > 0), count(*) filter (where den > 0 and {it.missed}),
               sum(num), sum(den), (select sum(len(numbers)) from named), (select sum(list_sum(numbers)) from named)
        from measured {limits}"""


connection = duckdb.connect()
prepare(connection, sys.argv[1])
for id in OBLIGATIONS:
    show(connection.execute(query(id)).fetchone())
