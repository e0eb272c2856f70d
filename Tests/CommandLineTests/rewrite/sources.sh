#!/bin/sh
# Puts the month of examples/hanoi into JSON, JSON Lines, SQLite and PostgreSQL, and compares the assessments with that of
# the CSV files: all but manifest and places must be the same. PostgreSQL is started here, on loopback, and stopped at
# the end; skipped aloud where it is not installed.
# usage: sources.sh TUANTHU
set -eu

tuanthu=$1
here=$(cd "$(dirname "$0")" && pwd)
hanoi=$here/../../../examples/hanoi
command -v python3 >/dev/null || { echo "SKIPPED other sources: no python3"; exit 0; }

work=$(mktemp -d)
chmod 755 "$work"
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }
stop() {
  [ ! -f "$work/postgres/data/postmaster.pid" ] \
    || as_postgres "$bin/pg_ctl" -D "$work/postgres/data" -m immediate stop >/dev/null
  rm -r "$work"
}
trap stop EXIT

assess() { (cd "$hanoi" && "$tuanthu" check --fail-on never --exports "$1" --out "$2" >"$work/log" 2>&1) || { cat "$work/log"; exit 1; }; }

compare() {
  assess "$work/$1" "$work/out-$1"
  sed -i 's#postgres:tuanthu-test/\([A-Za-z0-9/.]*\)#\1.csv#g' "$work/out-$1/assessment.json"
  python3 "$here/compare.py" "$work/out-csv/assessment.json" "$work/out-$1/assessment.json" "$2"
  echo "$1: the same assessment"
}

assess exports "$work/out-csv"
for kind in json jsonl sqlite; do
  python3 "$here/sources.py" "$kind" "$hanoi/exports" "$work/$kind"
  compare "$kind" "$kind"
done

[ -n "$bin" ] || { echo "SKIPPED PostgreSQL: it is not installed (apt-get install postgresql)"; exit 0; }
mkdir "$work/postgres"
[ "$(id -u)" != 0 ] || chown postgres "$work/postgres"
port=$(python3 -c "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])")
as_postgres "$bin/initdb" -D "$work/postgres/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
as_postgres "$bin/pg_ctl" -D "$work/postgres/data" -l "$work/postgres/log" -w start \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" >/dev/null
cat > "$work/services" <<END
[tuanthu-test]
host=127.0.0.1
port=$port
user=postgres
dbname=postgres
password=bi-mat-cua-kiem-thu
END
export PGSERVICEFILE="$work/services"
python3 "$here/sources.py" postgres "$hanoi/exports" "$work/postgres-month" > "$work/load.sql"
PGSERVICE=tuanthu-test psql -q -v ON_ERROR_STOP=1 -f "$work/load.sql"
compare postgres-month postgres
! grep -r "bi-mat-cua-kiem-thu" "$work/out-postgres-month" "$work/log" || { echo "a password reached a report"; exit 1; }
