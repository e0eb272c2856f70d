"""Rewrites the CSV files of an exports folder as workbooks, with real writers.

usage: rewrite.py WRITER SOURCE TARGET     WRITER: openpyxl, xlsxwriter

Dates and times become dates of the workbook, whole numbers numbers, everything else text. Above the headers
stand two rows of titles, below the records an empty row, a total and who drew the table up; the columns are
in another order. `exports.yaml` names the new files. LibreOffice makes other workbooks of these (`soffice
--headless --convert-to ods`).
"""

import csv
import datetime
import pathlib
import re
import sys

DAY = re.compile(r"\d\d/\d\d/\d{4}$")
MOMENT = re.compile(r"\d\d/\d\d/\d{4} \d\d:\d\d(:\d\d)?$")
WHOLE = re.compile(r"(0|[1-9]\d{0,8})$")


def value(text):
    """What a person would have typed into the cell; a date that is none stays text."""
    try:
        return typed(text)
    except ValueError:
        return text


def typed(text):
    if MOMENT.match(text):
        pattern = "%d/%m/%Y %H:%M:%S" if text.count(":") == 2 else "%d/%m/%Y %H:%M"
        return datetime.datetime.strptime(text, pattern)
    if DAY.match(text):
        return datetime.datetime.strptime(text, "%d/%m/%Y").date()
    if WHOLE.match(text):
        return int(text)
    return text


def rows(path):
    """The rows of the sheet, titles first."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        records = list(csv.reader(file))
    order = list(range(len(records[0])))[::-1]
    yield ["BÁO CÁO SỐ LIỆU KỲ 9/2025"]
    yield ["(Số liệu mô phỏng)"]
    yield [records[0][i] for i in order]
    for record in records[1:]:
        yield [value(record[i]) for i in order]
    yield []
    yield ["Tổng cộng", len(records) - 1]
    yield ["", "Người lập biểu"]


def write_openpyxl(path, table):
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Số liệu")
    for row in table:
        cells = []
        for item in row:
            cell = openpyxl.cell.WriteOnlyCell(sheet, None if item == "" else item)
            if isinstance(item, datetime.datetime):
                cell.number_format = "dd/mm/yyyy hh:mm:ss"
            elif isinstance(item, datetime.date):
                cell.number_format = "dd/mm/yyyy"
            cells.append(cell)
        sheet.append(cells)
    book.save(path)


def write_xlsxwriter(path, table):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Số liệu")
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for number, row in enumerate(table):
        for column, item in enumerate(row):
            if isinstance(item, datetime.datetime):
                sheet.write_datetime(number, column, item, moment)
            elif isinstance(item, datetime.date):
                sheet.write_datetime(number, column, datetime.datetime.combine(item, datetime.time()), day)
            elif isinstance(item, int):
                sheet.write_number(number, column, item)
            elif item != "":
                sheet.write_string(number, column, item)
    book.close()


def main():
    writer, source, target = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    write = {"openpyxl": write_openpyxl, "xlsxwriter": write_xlsxwriter}[writer]
    for path in sorted(source.rglob("*")):
        new = target / path.relative_to(source)
        if path.is_dir():
            new.mkdir(parents=True, exist_ok=True)
        elif path.suffix == ".csv":
            new.parent.mkdir(parents=True, exist_ok=True)
            write(str(new.with_suffix(".xlsx")), rows(path))
        else:
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(path.read_text(encoding="utf-8").replace(".csv", ".xlsx"), encoding="utf-8")


main()
