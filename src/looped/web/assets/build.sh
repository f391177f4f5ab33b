#!/usr/bin/env bash
# Builds what browsers fetch: the style from govuk-frontend (own typeface, no crown), our script, the sign.
# Needs Node's npm. What it makes isn't in git; it goes into the wheel. Nothing to do: nothing is done.
set -euo pipefail
cd "$(dirname "$0")"
made=../static/names.json
if [ -f "$made" ] && [ -z "$(find . -type f -newer "$made" -print -quit)" ]; then exit 0; fi
command -v npm >/dev/null || { echo "The pages' style sheet is built with Node: install nodejs and npm first." >&2; exit 2; }
work=$(mktemp -d ../.built-XXXXXX)
trap 'rm -rf "$work"' EXIT
mkdir "$work/npm" "$work/whole"
cp package.json package-lock.json "$work/npm"
(cd "$work/npm" && npm ci --silent --no-audit --no-fund --ignore-scripts --prefer-offline)
"$work/npm/node_modules/.bin/sass" --quiet --quiet-deps --no-source-map --no-charset --style=compressed \
  --load-path="$work/npm/node_modules" looped.scss "$work/whole/looped.css"
for each in *.js *.svg; do [ ! -f "$each" ] || cp "$each" "$work/whole/"; done
node finish.mjs "$work/whole" "$work/static"
# Two builds at once end with one of them, whole.
rm -rf ../static && mv -T "$work/static" ../static
