"""Compares the cells of a workbook with those wanted: file, JSON of sheets. Twice, the second time after
LibreOffice has opened and saved it."""
import datetime
import json
import math
import os
import shutil
import subprocess
import sys

import openpyxl

path, wanted = sys.argv[1:]
with open(wanted, encoding="utf-8") as file:
    sheets = json.load(file)


def text(value):
    """As a spreadsheet shows it: an escaped underscore is one, line breaks are all alike."""
    return value.replace("_x005F_", "_").replace("\r\n", "\n").replace("\r", "\n")


def same(want, have):
    if want is None or have is None:
        return (want or None) == (have or None)
    if isinstance(want, dict):
        return isinstance(have, datetime.datetime) and have.isoformat().startswith(want["time"][:16])
    if isinstance(want, str):
        return isinstance(have, str) and text(want) == text(have)
    return isinstance(have, (int, float)) and math.isclose(want, have, rel_tol=1e-9)


def compare(path, reader):
    book = openpyxl.load_workbook(path)
    for name, rows in sheets.items():
        sheet = book[name]
        assert reader != "openpyxl" or sheet.freeze_panes and sheet.auto_filter.ref, name
        for number, row in enumerate(rows, 1):
            for column, want in enumerate(row, 1):
                have = sheet.cell(number, column).value
                if not same(want, have):
                    print(f"{reader}: {name} {number}:{column}: {have!r:.200} instead of {want!r:.200}")


compare(path, "openpyxl")
if shutil.which("soffice"):
    folder = os.path.dirname(path)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
         "--outdir", f"{folder}/again", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    compare(f"{folder}/again/{os.path.basename(path)}", "LibreOffice")
else:
    print("SKIPPED: no LibreOffice")
print("ok")
