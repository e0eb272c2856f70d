#!/bin/sh
# Rewrites the month of examples/hanoi as workbooks, with real writers, and compares the assessments with that of the
# CSV files: all but manifest and places must be the same. Skipped aloud where Python's packages cannot be had.
# usage: check.sh TUANTHU VENV
set -eu

tuanthu=$1
venv=$2
here=$(cd "$(dirname "$0")" && pwd)
hanoi=$here/../../../examples/hanoi

[ -x "$venv/bin/python" ] || python3 -m venv "$venv" || { echo "SKIPPED rewrite: no python3 with venv"; exit 0; }
"$venv/bin/python" -c "import openpyxl, xlsxwriter" 2>/dev/null \
  || "$venv/bin/pip" install --quiet openpyxl XlsxWriter 2>/dev/null \
  || { echo "SKIPPED rewrite: openpyxl and XlsxWriter cannot be installed"; exit 0; }

work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
assess() { (cd "$hanoi" && "$tuanthu" check --fail-on never --exports "$1" --out "$2" >/dev/null 2>&1); }

compare() {
  assess "$work/$1" "$work/out-$1"
  "$venv/bin/python" "$here/compare.py" "$work/out-csv/assessment.json" "$work/out-$1/assessment.json" "$2"
  echo "$1: the same assessment"
}

assess exports "$work/out-csv"
for writer in openpyxl xlsxwriter; do
  "$venv/bin/python" "$here/rewrite.py" "$writer" "$hanoi/exports" "$work/$writer"
  compare "$writer" xlsx
done

command -v soffice >/dev/null || { echo "SKIPPED LibreOffice: no soffice"; exit 0; }
for kind in ods xlsx; do
  name=libreoffice-$kind
  (cd "$work/openpyxl" && find . -type d | while read -r folder; do
    mkdir -p "$work/$name/$folder"
    soffice --headless --convert-to "$kind" --outdir "$work/$name/$folder" "$folder"/*.xlsx >/dev/null 2>&1 || true
  done)
  sed "s/\.xlsx/.$kind/" "$work/openpyxl/2025-09/exports.yaml" > "$work/$name/2025-09/exports.yaml"
  compare "$name" "$kind"
done
