#!/usr/bin/env bash
# Installs healthlint into an environment of its own: the version asked for, or the one that this action comes with.
set -euo pipefail

version="${HEALTHLINT_VERSION:-}"
if [[ -n "$version" && ! "$version" =~ ^[0-9]+(\.[0-9]+){1,2}((a|b|rc)[0-9]+)?$ ]]; then
  echo "::error::version must be a release such as 1.4.0, not a range, an address or an option"
  exit 2
fi

environment="$RUNNER_TEMP/healthlint"
"${HEALTHLINT_PYTHON:-python3}" -m venv "$environment"
if [[ -n "$version" ]]; then
  wanted="healthlint==$version"
else
  wanted="$GITHUB_ACTION_PATH"
fi
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check -- "$wanted"
echo "$environment/bin" >>"$GITHUB_PATH"
