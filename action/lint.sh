#!/usr/bin/env bash
# Lints as the inputs of the action say. The exit code goes to the outputs, so that the findings can be uploaded first.
set -euo pipefail

options=()
paths=()

# An option with its value in one word: a value that begins with a dash stays a value.
add() {
  if [[ -n "$2" ]]; then
    options+=("$1=$2")
  fi
}

while IFS= read -r path; do
  path="${path#"${path%%[![:space:]]*}"}"
  path="${path%"${path##*[![:space:]]}"}"
  if [[ -n "$path" ]]; then
    paths+=("$path")
  fi
done <<<"${HEALTHLINT_PATHS:-.}"

since="${HEALTHLINT_CHANGED_SINCE:-}"
if [[ "$since" == auto ]]; then
  since=""
  if [[ -n "${GITHUB_BASE_REF:-}" ]]; then
    if git rev-parse --verify --quiet "refs/remotes/origin/$GITHUB_BASE_REF" >/dev/null; then
      since="refs/remotes/origin/$GITHUB_BASE_REF"
    else
      echo "::notice::The base branch was not checked out, so every line is reported. Check out with fetch-depth: 0."
    fi
  fi
fi

add --config "${HEALTHLINT_CONFIG:-}"
add --min-severity "${HEALTHLINT_MIN_SEVERITY:-}"
add --baseline "${HEALTHLINT_BASELINE:-}"
add --changed-since "$since"
if [[ "${HEALTHLINT_FAIL_ON:-}" == never ]]; then
  options+=(--exit-zero)
else
  add --fail-on "${HEALTHLINT_FAIL_ON:-}"
fi

sarif="$RUNNER_TEMP/healthlint.sarif"
rm -f -- "$sarif"
code=0
healthlint check --no-progress --format github --format "sarif:$sarif" "${options[@]}" -- "${paths[@]}" || code=$?

echo "exit-code=$code" >>"$GITHUB_OUTPUT"
if [[ -s "$sarif" ]]; then
  echo "sarif-file=$sarif" >>"$GITHUB_OUTPUT"
fi
