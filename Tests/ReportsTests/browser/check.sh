#!/usr/bin/env bash
# Renders an assessment with every outcome, and uses the page in a real browser: check.sh TUANTHU [--record]
set -euo pipefail
tuanthu=$1
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && "$tuanthu" report "$here/assessment.json" -o report.html)
python3 "$here/page_check.py" "$folder/report.html" "$here/pictures" "${@:2}"
