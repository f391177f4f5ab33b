#!/usr/bin/env bash
# beside.sh COMMAND... : runs it, and every check beside it: types are read for a minute on one core. What a check finds
# is told as soon as it is found. Ends well if both do.
cd "$(dirname "$0")/.." || exit 2
checks() {
  local told
  told=$(bash tests/check.sh 2>&1) && return
  printf '\n== The checks failed.\n%s\n== The rest goes on.\n' "$told" >&2
  return 1
}
checks &
checking=$!
bad=0
"$@" || bad=1
wait "$checking" || { echo "The checks failed: make check tells." >&2; bad=1; }
exit $bad
