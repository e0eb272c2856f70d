#!/usr/bin/env bash
# Writes 100,000 cases of NumPy's business days for BusdayOracleTests, and compares the shipped holidays
# with the PyPI package `holidays`. Both packages go into a virtual environment; where that cannot be
# made (no python3, no network) this says so and leaves the tests to the committed sample.
set -euo pipefail
root="$(cd "$(dirname "$0")/../../.." && pwd)"
venv="${1:-.venv}"
case "$venv" in /*) ;; *) venv="$root/$venv" ;; esac
cases="$root/.build/oracle/busday.csv"
here="$root/Tests/CalendarsTests/oracle"

if [ ! -x "$venv/bin/python3" ] || ! "$venv/bin/python3" -c "import numpy, holidays, yaml" 2>/dev/null; then
  if ! { python3 -m venv "$venv" && "$venv/bin/pip" install -q numpy holidays==0.108 pyyaml; } >/dev/null 2>&1; then
    echo "SKIPPED oracle: no Python environment with numpy and holidays; the committed sample of cases is used"
    exit 0
  fi
fi
mkdir -p "$(dirname "$cases")"
[ -s "$cases" ] || "$venv/bin/python3" "$here/busday.py" "$cases"
# For the tests of `tuanthu schema`.
"$venv/bin/python3" -c "import jsonschema" 2>/dev/null || "$venv/bin/pip" install -q jsonschema==4.26.0 2>/dev/null \
  || echo "SKIPPED schemas: no jsonschema in the Python environment"
# For the tests of reports.
"$venv/bin/python3" -c "import docx, lxml, openpyxl" 2>/dev/null \
  || "$venv/bin/pip" install -q python-docx==1.2.0 lxml==6.1.3 openpyxl==3.1.5 2>/dev/null \
  || echo "SKIPPED reports: no python-docx, lxml and openpyxl in the Python environment"
"$venv/bin/python3" "$here/holidays_vn.py" "$root/rules/calendar.yaml"
