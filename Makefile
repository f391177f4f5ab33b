# A bare `make` lists what there is.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv pip install --quiet
DEBIAN := $(if $(shell command -v npm),,nodejs npm) chromium poppler-utils postgresql libreoffice-writer libreoffice-calc fonts-liberation fonts-dejavu-core
EXAMPLE := examples/returns-2024-25-q1.xlsx
# Some machines ask Python to keep nothing compiled: every program that a test starts would compile all it reads anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run serve wheel quick test check fix bench trust lock clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/run.stamp: requirements/run.txt requirements/build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "looped needs Python 3.11 or later: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up .venv ..." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	@$(UV) --compile-bytecode --require-hashes -r requirements/run.txt
	@$(UV) --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python -m looped.checker.keeping
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements/dev.txt
	@$(UV) --compile-bytecode --require-hashes -r requirements/dev.txt
	@touch $@

# Test-only: statistics packages whose pins clash with ours. Python 3.11 or 3.12, for the sake of an old scipy; without
# either this says so and goes on.
.venv/peers.stamp: .venv/run.stamp requirements/peers.txt
	@bash tests/peers/setup.sh
	@touch $@

.PHONY: peers
peers: .venv/peers.stamp  ## the environment of peers that statistics are compared with in tests

setup: .venv/dev.stamp  ## the environment .venv with everything for developers, and the command .venv/bin/looped

run: .venv/run.stamp  ## write the example quarter's report and say where it is
	@$(BIN)/looped report $(EXAMPLE) --quarter 2024-25/Q1 --as-at 2024-07-31 --out out/example
	@echo "To audit a case yourself, on pages: make serve" >&2

serve: .venv/run.stamp  ## start the pages on an invented council and print one sign-in a role
	@export LOOPED_HOME=$(or $(LOOPED_HOME),out/demonstration); bash src/looped/web/assets/build.sh & built=$$!; \
	$(BIN)/looped demo --only-make && wait $$built && exec $(BIN)/looped serve

wheel: .venv/run.stamp  ## build dist/looped-*.whl, with what browsers fetch, for machines without Node
	@bash src/looped/web/assets/build.sh
	@$(BIN)/python -m looped.checker.keeping
	@$(BIN)/python -m hatchling build -t wheel

quick: .venv/dev.stamp  ## checks and unit tests, under two minutes
	@bash tests/beside.sh $(BIN)/python -m pytest -n 2 -m "not slow" tests

test: .venv/dev.stamp .venv/peers.stamp debian  ## checks and everything: real databases, browser, faults
	@bash tests/beside.sh bash tests/everything.sh

trust: .venv/dev.stamp debian  ## what guards the record, who is let in and what is sealed: each requirement, held or not
	@bash src/looped/web/assets/build.sh
	@$(BIN)/python -m tests.trust

.PHONY: debian
debian:
	@bash tests/debian.sh $(DEBIAN)

check: .venv/dev.stamp  ## format, lint, types, import contracts; changes nothing
	@bash tests/check.sh

fix: .venv/dev.stamp  ## format and mend what can be mended by itself
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .
	@$(BIN)/python -m looped.checker.keeping

bench: .venv/dev.stamp  ## every benchmark, as ratios
	@for script in bench/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

lock: .venv/run.stamp  ## lock versions anew, seven days behind the newest
	@bash requirements/lock.sh

clean:
	rm -rf .venv out
