#!/usr/bin/env bash
# Locks every version with its hashes, without addresses; nothing younger than seven days.
set -euo pipefail
cd "$(dirname "$0")/.."
lock() {
  .venv/bin/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
    --exclude-newer "$(date -d '7 days ago' +%F)" --quiet "$@"
}
lock requirements/build.in -o requirements/build.txt
lock pyproject.toml requirements/build.in -o requirements/run.txt
lock --group dev pyproject.toml requirements/build.in -o requirements/dev.txt
lock requirements/peers.in -o requirements/peers.txt
