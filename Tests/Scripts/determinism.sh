#!/usr/bin/env bash
# Fuzzes the same seeds twice, in two processes: the fingerprints must be equal, and no run may
# break an invariant. And keys pressed at random in the lessons, back and forth and over again, lead
# to the same pictures as straight play.
set -euo pipefail
seed=${SEED:-1}
runs=${RUNS:-300}
minutes=${MINUTES:-10}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for run in first second; do
  if ! "$REGROUP_BIN" fuzz --fingerprints --seed "$seed" --runs "$runs" --minutes "$minutes" \
    >"$folder/$run"; then
    tail -n 20 "$folder/$run"
    echo "determinism: a seed broke an invariant; the last lines are above" >&2
    exit 1
  fi
done
if [ ! -s "$folder/first" ]; then
  echo "determinism: regroup fuzz printed nothing" >&2
  exit 1
fi
if ! cmp -s "$folder/first" "$folder/second"; then
  diff "$folder/first" "$folder/second" | head -n 10
  echo "determinism: two runs of a seed differ; the first seeds that do are above" >&2
  exit 1
fi
"$REGROUP_BIN" wander --seeds "${WANDER_SEEDS:-1-1000}"
tail -n 1 "$folder/first"
echo "determinism: $runs seeds, $minutes minutes each, twice the same"
