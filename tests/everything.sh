#!/usr/bin/env bash
# All tests, with branch coverage.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python -m pytest -n 2 --cov --cov-report= --dist loadgroup tests
