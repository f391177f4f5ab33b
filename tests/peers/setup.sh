#!/usr/bin/env bash
# setup.sh : the peers' environment, .venv/peers, with the first Python that their pins allow. Where there is none it
# says so in one line and ends well: the tests that need it are then skipped, and everything else is tested.
set -eu
for python in .venv/bin/python python3.12 python3.11; do
  "$python" -c 'import sys; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 12)))' 2>/dev/null || continue
  echo "Setting up the peers of the statistics ..." >&2
  test -x .venv/peers/bin/python || "$python" -m venv .venv/peers
  exec .venv/bin/uv pip install --quiet --compile-bytecode --python .venv/peers/bin/python --require-hashes -r requirements/peers.txt
done
echo "The statistics are not compared with their peers: those need Python 3.11 or 3.12, and neither is here." >&2
