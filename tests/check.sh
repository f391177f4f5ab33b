#!/usr/bin/env bash
# Every check, all failures told at once; changes nothing.
cd "$(dirname "$0")/.." || exit 2
bad=0
run() { printf '%s\n' "-- $1" >&2; shift; "$@" || bad=1; }
run format .venv/bin/ruff format --check --quiet .
run lint .venv/bin/ruff check --quiet .
run types .venv/bin/mypy --no-error-summary
run house .venv/bin/lint-imports --no-logo
exit $bad
