#!/bin/sh
# What the tests of the HTML report need: Chromium from Debian's packages, axe-core from npm.
# It fails where they cannot be had; the tests that need them are then skipped and say so.
set -eu
cd "$(dirname "$0")/.."

if ! { command -v chromium && command -v chromedriver; } >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium chromium-driver fonts-dejavu-core >/dev/null
fi
[ -f .venv/axe/node_modules/axe-core/axe.min.js ] ||
  npm install --silent --no-audit --no-fund --prefix .venv/axe axe-core@4
