#!/usr/bin/env bash
# step.sh NAME COMMAND...  runs the command and notes how long it took.
# step.sh --start          forgets earlier notes.
# step.sh --table          prints them: a step, its seconds, and whether it failed.
set -euo pipefail
notes=${REGROUP_STEPS:-.build/steps}

case $1 in
--start)
  mkdir -p "$(dirname "$notes")"
  : >"$notes"
  ;;
--table)
  awk -F '\t' '
    BEGIN { printf "\n%-14s %8s\n", "step", "seconds" }
    { printf "%-14s %8d%s\n", $1, $2, $3 == 0 ? "" : "  FAILED"; sum += $2 }
    END { printf "%-14s %8d\n", "all", sum }' "$notes"
  ;;
*)
  name=$1
  shift
  echo "== $name"
  from=$SECONDS
  result=0
  "$@" || result=$?
  printf '%s\t%s\t%s\n' "$name" "$((SECONDS - from))" "$result" >>"$notes"
  exit "$result"
  ;;
esac
