#!/usr/bin/env bash
# Builds the style sheet from govuk-frontend: own typeface, no crown. Needs Node's npm; what it makes isn't in git.
set -euo pipefail
cd "$(dirname "$0")"
made=../static/looped.css
if [ "$made" -nt looped.scss ] && [ "$made" -nt package.json ] && [ "$made" -nt looped.svg ]; then exit 0; fi
command -v npm >/dev/null || { echo "The pages' style sheet is built with Node: install nodejs and npm first." >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp package.json looped.scss "$work"
(cd "$work" && npm install --silent --no-audit --no-fund --ignore-scripts)
"$work/node_modules/.bin/sass" --quiet --quiet-deps --no-source-map --style=compressed \
  --load-path="$work/node_modules" "$work/looped.scss" "$work/looped.css"
mkdir -p ../static
cp looped.svg ../static/
mv "$work/looped.css" "$made"
