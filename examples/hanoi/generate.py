#!/usr/bin/env python3
"""Writes the simulated month of Hà Nội: registry/, exports/2025-09/ and answer.json.

    python3 generate.py            writes into its own folder
    python3 generate.py --to DIR   writes elsewhere, to compare

Python 3 and nothing else; the same bytes every time. Nobody and nothing in the data is real but
the names of agencies.
"""

import argparse
import json
from datetime import date, datetime
from pathlib import Path

from simulation import answer, plants, registers, registry
from simulation.defects import defects
from simulation.headers import FIELDS, HEADERS, IDS, VIETNAMESE
from simulation.month import ABSENT, AS_OF, NIL, SNAPSHOT, SNAPSHOTS, Month

CITYWIDE = [name for name in HEADERS if name != "dossiers"]  # files for the whole city

EXPORTS_YAML = f"""# Do generate.py tạo ra; không sửa tay. Số liệu mô phỏng.
#
# Tệp hồ sơ không khai ở đây nhận ra nhờ tiêu đề cột; tên tệp là mã đơn vị gửi.
snapshot: {SNAPSHOT.isoformat()}+07:00

files:
""" + "".join(
    f"  - {{ path: {name}.csv, dataset: {name}, covers: all }}\n" for name in CITYWIDE
) + "".join(
    f"  - {{ path: {path}, dataset: dossiers, unit: {path[9:-4]}, snapshot: {moment.isoformat()}+07:00 }}\n"
    for path, moment in SNAPSHOTS.items()
)


def text_of(cell):
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y %H:%M:%S")
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return str(cell)


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n\r') else text


def csv_bytes(dataset, rows, style, identities=False):
    """A table as its system would write it: with BOM and CRLF where headers are Vietnamese."""
    columns = list(HEADERS[dataset])
    if style == IDS:  # another order, as another system would have
        columns = columns[2:] + columns[:2]
    lines = [[names[style] for names in columns] + (["Số định danh"] if identities else [])]
    for i, row in enumerate(rows, 1):
        for one in [row] + row.copies:
            cells = [text_of(one[names[0]]) for names in columns]
            lines.append(cells + ([f"MP{i:010}"] if identities else []))
    end = "\r\n" if style == VIETNAMESE else "\n"
    text = "".join(",".join(map(quoted, line)) + end for line in lines)
    return (b"\xef\xbb\xbf" if style == VIETNAMESE else b"") + text.encode()


def exports(month):
    """Every file of the export folder: path and bytes."""
    files = {"exports.yaml": EXPORTS_YAML.encode()}
    for name in CITYWIDE:
        style = FIELDS if name in ("publications", "disclosures", "feedback") else VIETNAMESE
        files[f"{name}.csv"] = csv_bytes(name, month.tables[name], style)
    for unit in month.present:
        if unit.level not in answer.DOSSIER_LEVELS or unit.code == ABSENT:
            continue
        path = f"dossiers/{unit.code}.csv"
        rows = [r for r in month.tables["dossiers"] if r.file == path]
        style = VIETNAMESE if unit.level == "so" else IDS if unit.code[-1] in "258" else FIELDS
        files[path] = csv_bytes("dossiers", rows, style, identities=unit.code in ("H26.01", "H26.05"))
    return files


def check_planted(month, planted, found):
    """What answer.py found must be what plants.py planted, and nothing else."""
    for name, obligation in answer.OBLIGATIONS.items():
        for code, tally in found[name].items():
            unit = month.units[code]
            verdict = answer.verdict_of(obligation, unit, tally)
            expected = planted.verdicts.get((name, code))
            if expected is None:
                expected = "met" if answer.target_for(obligation, unit) is not None else "no-target"
                arose = tally.passed + tally.failed + len(tally.unsure)
                if not arose and obligation.measure != "count":
                    expected = "not-applicable"
            assert verdict == expected, (name, code, verdict, expected, tally.unsure, tally.breaches)
            if answer.target_for(obligation, unit) == 1 and obligation.measure == "share":
                keys = {tuple(k) if isinstance(k, list) else k for k, _ in tally.breaches}
                assert keys == planted.breaches.get((name, code), set()), (name, code, keys)


def answer_json(month, planted, found, unassigned):
    verdicts = {
        name: {
            code: answer.entry(obligation, month.units[code], tally)
            for code, tally in sorted(found[name].items())
        }
        for name, obligation in sorted(answer.OBLIGATIONS.items())
    }
    head = {
        "note": "Simulated data; written by generate.py; README.md says what the fields mean.",
        "period": "2025-09", "asOf": AS_OF.isoformat() + "+07:00",
        "handedInNothing": {"dossiers": [ABSENT]}, "nilReturns": {"dossiers": [NIL]},
        "unassigned": {name: sorted(keys) for name, keys in sorted(unassigned.items()) if keys},
        "defects": dict(sorted(planted.defects.items())),
        "records": {name: len(rows) for name, rows in sorted(month.tables.items())},
    }
    dump = lambda value: json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    lines = [f"  {dump(key)}: {dump(value)}," for key, value in head.items()]
    blocks = [
        f"    {dump(name)}: {{\n" + ",\n".join(f"      {dump(c)}: {dump(e)}" for c, e in units.items()) + "\n    }"
        for name, units in verdicts.items()
    ]
    return "{\n" + "\n".join(lines) + '\n  "obligations": {\n' + ",\n".join(blocks) + "\n  }\n}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=Path(__file__).parent)
    folder = parser.parse_args().to
    units = registry.make_units()
    month = Month(units)
    registers.add(month)
    planted = plants.plant(month)
    found, unassigned = answer.tallies(month)
    check_planted(month, planted, found)
    assert {n: set(k) for n, k in unassigned.items() if k} == planted.unassigned
    assert defects(month) == planted.defects, (defects(month), planted.defects)
    files = {f"exports/2025-09/{path}": data for path, data in exports(month).items()}
    files["registry/units.yaml"] = registry.units_yaml(units).encode()
    files["registry/posts.yaml"] = registry.posts_yaml(units).encode()
    files["answer.json"] = answer_json(month, planted, found, unassigned).encode()
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    size = sum(map(len, files.values()))
    print(f"{len(files)} files, {size / 1e6:.1f} MB, {len(month.tables['dossiers'])} dossiers, {len(units)} units")


if __name__ == "__main__":
    main()
