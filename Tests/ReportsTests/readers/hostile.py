"""Reads reports full of hostile values: folder, number of values. Each must be shaped as that of the value `x`."""
import csv
import json
import sys

import docx
import openpyxl
from lxml import etree

folder, count = sys.argv[1], int(sys.argv[2])
csv.field_size_limit(1 << 24)


def of_json(path):
    """The shape of JSON: which keys and how many items."""
    def shape(value):
        if isinstance(value, dict):
            return {key if path.endswith("sarif") else None: shape(item) for key, item in value.items()}
        if isinstance(value, list):
            return [shape(item) for item in value]
        return type(value).__name__
    with open(path, encoding="utf-8") as file:
        return shape(json.load(file))


def of_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [len(row) for row in csv.reader(file, strict=True)]


def of_xml(path):
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
    return [element.tag for element in etree.parse(path, parser).iter()]


def of_workbook(path):
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type in "fe" or cell.hyperlink], path
    return [(sheet.title, sheet.dimensions) for sheet in book]


def of_document(path):
    document = docx.Document(path)
    return len(document.paragraphs), [len(table.rows) for table in document.tables]


readers = {
    "json": of_json, "sarif": of_json, "gitlab": of_json, "junit": of_xml, "csv": of_csv,
    "heads": of_csv, "breaches": of_csv, "xlsx": of_workbook, "docx": of_document,
    "letter": of_document, "sheets": of_document,
}
for form, read in readers.items():
    plain = read(f"{folder}/0.{form}")
    for number in range(1, count + 1):
        path = f"{folder}/{number}.{form}"
        shape = read(path)
        if form != "json" and shape != plain:
            print(f"{form} of value {number}: {shape} instead of {plain}"[:400])
print("ok")
