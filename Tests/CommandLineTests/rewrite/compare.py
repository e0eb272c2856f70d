"""Compares two assessments: all but `manifest` and `places` must be the same, the ending of files' names aside.

usage: compare.py EXPECTED FOUND ENDING
"""

import json
import sys


def load(path, ending):
    with open(path, encoding="utf-8") as file:
        assessment = json.loads(file.read().replace("." + ending, ".csv"))
    return {key: value for key, value in assessment.items() if key not in ("manifest", "places")}


expected, found = load(sys.argv[1], sys.argv[3]), load(sys.argv[2], sys.argv[3])
differing = sorted(key for key in expected.keys() | found.keys() if expected.get(key) != found.get(key))
for key in differing:
    print(f"differs: {key}", file=sys.stderr)
    for one, other, sign in ((expected, found, "-"), (found, expected, "+")):
        items = one.get(key) if isinstance(one.get(key), list) else []
        for item in [item for item in items if item not in (other.get(key) or [])][:5]:
            print(f"  {sign} {json.dumps(item, ensure_ascii=False)[:300]}", file=sys.stderr)
sys.exit(1 if differing else 0)
