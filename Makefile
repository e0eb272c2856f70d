# The verbs of the project. `make demo` and `make test` do everything on a fresh Debian machine with
# Swift: they install the system packages that are missing, build, and run.

SHELL := /bin/bash
CONFIG ?= release
# Demo and tests share one build: optimised, since the tests judge 30,000 dossiers several times over.
FLAGS := -c $(CONFIG) -Xswiftc -enable-testing
BUILD := swift build $(FLAGS)
TUANTHU = $$(swift build -c $(CONFIG) --show-bin-path)/tuanthu
DATA ?= ../shared/data/boston-311-2015
VENV := .venv

.PHONY: demo test check check-long build lint fmt install boston docs oracle swift packages lint-rules test-rules sources fuzz bench browser

demo: build
	@cd examples/hanoi && $(TUANTHU) check --fail-on never
	@echo "JSON: $(CURDIR)/reports/hanoi/assessment.json"

boston: build
	@test -d "$(DATA)" || { echo "No folder $(DATA): say where the records are with make boston DATA=DIR"; exit 2; }
	@cd examples/boston-311 && $(TUANTHU) check --exports "$(abspath $(DATA))" --out "$(CURDIR)/reports/boston-311" --fail-on never
	@awk -f examples/boston-311/agreement.awk reports/boston-311/assessment.json

test: packages oracle
	$(BUILD) --build-tests
	swift test $(FLAGS) --skip-build

check: lint build test fuzz demo lint-rules test-rules sources browser
	@if [ -d "$(DATA)" ]; then $(MAKE) boston; else echo "SKIPPED boston: no folder $(DATA)"; fi

# The month of Hà Nội out of JSON, SQLite and PostgreSQL.
sources: build
	Tests/CommandLineTests/rewrite/sources.sh "$(TUANTHU)"

# The HTML report in a headless Chromium; skipped aloud without one, or without playwright and
# axe-playwright-python (PyPI).
browser: build
	Tests/ReportsTests/browser/check.sh "$(TUANTHU)"

# About a minute of random input to every parser; FUZZ says how many times the tests' own short run.
FUZZ ?= 15
fuzz: packages
	$(BUILD) --build-tests
	TUANTHU_FUZZ=$(FUZZ) swift test $(FLAGS) --skip-build --filter 'FuzzTests|RecordReaderTests'

# Slower things, run before an issue is resolved.
check-long: check
	$(MAKE) fuzz FUZZ=1000
	Tests/CommandLineTests/rewrite/check.sh "$(TUANTHU)" "$(CURDIR)/$(VENV)"

# What an assessment costs, beside DuckDB and Polars. Sizes are numbers of dossiers, 208 bytes each; it takes
# minutes, and needs a C compiler and python3.
SIZES ?= 1000000
ROUNDS ?= 5
bench: build
	@Benchmarks/bench --sizes $(SIZES) --rounds $(ROUNDS) --tables reports $(BENCHFLAGS)
	@echo "Tables: $(CURDIR)/reports/bench-en.md, bench-vi.md"

build: packages
	$(BUILD)

lint-rules: build
	@$(TUANTHU) lint rules examples/hanoi/registry
	@$(TUANTHU) lint Benchmarks/dossiers/rules
	@$(TUANTHU) fmt --check rules examples Benchmarks

# Every rule has a case for each outcome and each branch of its expressions.
test-rules: build
	@$(TUANTHU) test rules --require-coverage

lint: swift
	swift format lint --strict -r Package.swift Sources Tests

fmt: swift
	swift format -i -r Package.swift Sources Tests

# The guides as a web site; `docc` comes with Swift.
docs: swift
	@docc convert Sources/Workshop/Workshop.docc --output-path .build/docs \
	  --fallback-display-name tuanthu --fallback-bundle-identifier tuanthu --transform-for-static-hosting
	@echo "To read them: python3 -m http.server -d .build/docs, then http://localhost:8000/documentation/workshop"

install: build
	install -D "$(TUANTHU)" "$${PREFIX:-/usr/local}/bin/tuanthu"

# 100,000 cases of NumPy's business days, and the holidays of PyPI's `holidays`; skipped aloud offline.
oracle:
	@Tests/CalendarsTests/oracle/prepare.sh $(VENV)

swift:
	@command -v swift >/dev/null || { \
	  echo "Swift is missing. How to get it: https://www.swift.org/install/linux/ (6.2 or later)"; exit 1; }

packages: swift
	@missing=""; for p in libyaml-dev libexpat1-dev zlib1g-dev libsqlite3-dev libpq-dev libxlsxwriter-dev pkg-config; do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "Installing:$$missing"; $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $$missing; fi
