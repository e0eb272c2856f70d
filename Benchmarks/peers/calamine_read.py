"""Reads the first sheet of a workbook into Python's values with calamine. usage: calamine_read.py FILE.xlsx"""

import sys

from python_calamine import CalamineWorkbook

print(len(CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()))
