"""Rewrites the CSV files of an exports folder as JSON, JSON Lines or SQLite, or as SQL that fills a PostgreSQL server.

usage: sources.py KIND SOURCE TARGET     KIND: json, jsonl, sqlite, postgres (prints the SQL)

Values are what a system would hold: whole numbers are numbers, empty ones null. In the databases a column has the type
that all its values have: a number, a date, a moment, or else text.
"""

import csv
import datetime
import json
import pathlib
import re
import sqlite3
import sys

WHOLE = re.compile(r"(0|[1-9]\d{0,8})$")
PATTERNS = {"timestamp": ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M"), "date": ("%d/%m/%Y",)}


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *records = csv.reader(file)
    return header, records


def moment(text, kind):
    for pattern in PATTERNS[kind]:
        try:
            return datetime.datetime.strptime(text, pattern)
        except ValueError:
            pass
    return None


def kind_of(values):
    filled = [value for value in values if value]
    if filled and all(WHOLE.match(value) for value in filled):
        return "integer"
    for kind in PATTERNS:
        if filled and all(moment(value, kind) for value in filled):
            return kind
    return "text"


def stored(text, kind):
    if text == "":
        return None
    if kind == "integer":
        return int(text)
    if kind == "timestamp":
        return moment(text, kind).isoformat(" ")
    if kind == "date":
        return moment(text, kind).date().isoformat()
    return text


def table(path):
    """The header, the kind of each column, and the values."""
    header, records = read(path)
    kinds = [kind_of([record[i] for record in records if i < len(record)]) for i in range(len(header))]
    return header, kinds, [[stored(text, kind) for text, kind in zip(record, kinds)] for record in records]


def write_json(path, source, is_lines):
    header, records = read(source)
    items = [
        {name: None if text == "" else int(text) if WHOLE.match(text) else text for name, text in zip(header, record)}
        for record in records
    ]
    with open(path, "w", encoding="utf-8") as file:
        if is_lines and items:
            file.writelines(json.dumps(item, ensure_ascii=number % 2 > 0) + "\n" for number, item in enumerate(items))
        else:
            json.dump(items, file, ensure_ascii=False, indent=1)
    return not items


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def write_sqlite(path, source):
    header, kinds, rows = table(source)
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    columns = ", ".join(f"{quoted(name)} {'INTEGER' if kind == 'integer' else 'TEXT'}" for name, kind in zip(header, kinds))
    base.execute(f"CREATE TABLE data ({columns})")
    base.execute("CREATE TABLE other (note TEXT)")
    marks = ", ".join("?" * len(header))
    for row in rows:
        row += [None] * (len(header) - len(row))
    base.executemany(f"INSERT INTO data VALUES ({marks})", rows)
    base.commit()
    base.close()


def literal(value):
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def write_postgres(name, source):
    header, kinds, rows = table(source)
    columns = ", ".join(f"{quoted(column)} {kind}" for column, kind in zip(header, kinds))
    # dossiers/H26.84 is the table 84 of a schema.
    parts = [quoted(part) for part in name.split(".")]
    if len(parts) > 1:
        print(f"CREATE SCHEMA IF NOT EXISTS {parts[0]};")
    name = ".".join(parts)
    print(f"CREATE TABLE {name} ({columns});")
    for start in range(0, len(rows), 1000):
        values = ",\n".join("(" + ", ".join(map(literal, row)) + ")" for row in rows[start : start + 1000])
        print(f"INSERT INTO {name} VALUES {values};")


def main():
    kind, source, target = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    for folder in [source] + [path for path in source.rglob("*") if path.is_dir()]:
        (target / folder.relative_to(source)).mkdir(parents=True, exist_ok=True)
    for folder in [path for path in source.iterdir() if path.is_dir()]:
        if kind == "postgres":
            print("SET client_min_messages = warning;")
        text = (folder / "exports.yaml").read_text(encoding="utf-8").replace(".csv", "." + kind)
        for path in sorted(folder.rglob("*.csv")):
            name = path.relative_to(folder).with_suffix("").as_posix()
            file = target / path.relative_to(source).with_suffix("." + kind)
            if kind == "sqlite":
                write_sqlite(file, path)
            elif kind == "postgres":
                write_postgres(name, path)
                at = f"postgres: {{ service: tuanthu-test }}, table: {name}"
                unit = f", unit: {path.stem}" if "/" in name and "unit:" not in text.split(f"{name}.{kind}")[-1].split("}")[0] else ""
                if f"path: {name}.{kind}" in text:
                    text = text.replace(f"path: {name}.{kind}", at)
                else:
                    text += f"  - {{ {at}, dataset: {pathlib.PurePath(name).parts[0]}{unit} }}\n"
            elif write_json(file, path, kind == "jsonl"):
                # Without a record nobody can tell the dataset.
                if f"path: {name}.{kind}" not in text:
                    text += f"  - {{ path: {name}.{kind}, dataset: {pathlib.PurePath(name).parts[0]} }}\n"
        (target / folder.relative_to(source) / "exports.yaml").write_text(text, encoding="utf-8")


main()
