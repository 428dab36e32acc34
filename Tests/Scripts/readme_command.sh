#!/usr/bin/env bash
# Prints the fenced block that follows the line <!-- the test command --> in the named file.
set -euo pipefail
command=$(awk '
  /^<!-- the test command -->$/ { marked = 1; next }
  marked && /^```/ { if (inside) exit; inside = 1; next }
  inside' "$1")
if [ -z "$command" ]; then
  echo "$1 has no fenced block after <!-- the test command -->" >&2
  exit 1
fi
printf '%s\n' "$command"
