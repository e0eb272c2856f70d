"""Writes the first dossiers of a CSV as a workbook with typed cells. usage: workbook_write.py FILE.csv COUNT FILE.xlsx"""

import csv
import sys
from datetime import datetime
from itertools import islice
from pathlib import Path

import xlsxwriter

MOMENTS = {"received_at", "due_at", "completed_at", "apology_at"}
NUMBERS = {"fee_amount", "components_digitized", "components_total", "rating"}
TRUTHS = {"fee_paid_online", "result_digital_signed", "result_digitized"}


def write(source, count, target):
    """All columns but the dossier's number, of which the rules know nothing."""
    book = xlsxwriter.Workbook(target)
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
    sheet = book.add_worksheet("Hồ sơ")
    with source.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        names = next(rows)[1:]
        sheet.write_row(0, 0, names)
        for number, row in enumerate(islice(rows, count), 1):
            for column, (name, text) in enumerate(zip(names, row[1:])):
                if not text:
                    continue
                if name in MOMENTS:
                    sheet.write_datetime(number, column, datetime.fromisoformat(text), moment)
                elif name in NUMBERS:
                    sheet.write_number(number, column, int(text))
                elif name in TRUTHS:
                    sheet.write_boolean(number, column, text == "true")
                else:
                    sheet.write_string(number, column, text)
    book.close()


write(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
