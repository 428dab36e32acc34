#!/usr/bin/env bash
# Fuzzes for SOAK_MINUTES on every core, each with seeds of its own that nobody has tried, and says
# how many steps that were. A seed that breaks an invariant is a failure, and so are too few steps.
set -euo pipefail
minutes=${SOAK_MINUTES:-30}
cores=${SOAK_CORES:-$(nproc)}
# Other seeds at each soak; the lines name those that fail.
first=${SOAK_SEED:-$(date +%s)}
least=${SOAK_LEAST:-$((minutes * 3400000))}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

echo "soak: $minutes minutes on $cores cores, seeds from ${first}000000"
processes=()
for ((core = 0; core < cores; core++)); do
  "$REGROUP_BIN" fuzz --seed "$((first * 1000000 + core * 10000000))" --runs 10000000 \
    --for "${minutes}m" >"$folder/$core" &
  processes+=($!)
done
failed=0
for process in "${processes[@]}"; do wait "$process" || failed=1; done
cat "$folder"/*
steps=$(awk '{ for (i = 2; i <= NF; i++) if ($i == "steps,") sum += $(i - 1) }
  END { printf "%.0f", sum }' "$folder"/*)
echo "soak: $steps steps"
if [ "$failed" = 1 ]; then
  echo "soak: a seed broke an invariant; its line is above" >&2
  exit 1
fi
if [ "$steps" -lt "$least" ]; then
  echo "soak: fewer steps than $least" >&2
  exit 1
fi
