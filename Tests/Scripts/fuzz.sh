#!/usr/bin/env bash
# Feeds the readers of foreign bytes with what libFuzzer thinks up, under the address sanitizer, ten
# minutes a family; fails on an input that traps, reads beyond its bytes or takes too much memory.
# FUZZ_SECONDS shortens it, FUZZ_FAMILIES chooses. What was learned is kept in .build/fuzz/corpus.
# The coverage is of the lines that the family is about, by all inputs kept so far.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${FUZZ_SECONDS:-600}
all='requests responses batches subscriptions assignments groups frames records'
families=${FUZZ_FAMILIES:-$all}
folder=.build/fuzz
tools=$(dirname "$(readlink -f "$(command -v swiftc)")")
flags=(-O -g -sanitize=fuzzer,address -profile-generate -profile-coverage-mapping
  -parse-as-library -swift-version 6 -use-ld=lld -I "$folder")
export LLVM_PROFILE_FILE=/dev/null SWIFT_BACKTRACE=enable=no

# module NAME SOURCES...: builds it unless its object is newer than all of them. The targets have no
# dependencies, so the compiler alone can do it.
module() {
  local object=$folder/$1.o
  [ -n "$(find "${@:2}" "$0" -newer "$object" 2>/dev/null || echo new)" ] || return 0
  swiftc "${flags[@]}" -wmo -module-name "$1" -emit-module \
    -emit-module-path "$folder/$1.swiftmodule" -c -o "$object" "${@:2}"
}

sources() { find "$1" -name '*.swift' | sort; }

# What a family is about.
subject() {
  local wire=Sources/KafkaWire model=Sources/KafkaModel
  case $1 in
    requests | responses) echo $wire/Frames/{WireCodec,RequestHeader}.swift $wire/Messages \
      $wire/Walkers/WireReader.swift $model/Bytes/ByteReader*.swift ;;
    batches) echo $wire/Records/RecordBatch{es,es+Scan,Header}.swift \
      $wire/Records/AbortedFilter.swift ;;
    subscriptions) echo $model/Subscription/{ConsumerSubscription,PartitionLists}.swift ;;
    assignments) echo $model/Subscription/{ConsumerAssignment,PartitionLists}.swift ;;
    groups) echo $model/Assignors/R*.swift $model/Assignors/Sticky \
      $model/Subscription/{SubscriptionReader,TopicNames}.swift ;;
    frames) echo $wire/Frames/FrameDecoder.swift ;;
    records) echo $model/Records/Transaction*.swift $model/Transactions/TransactionMarker.swift ;;
  esac
}

# coverage PROFILE PATHS...: the lines of them that were reached.
coverage() {
  "$tools/llvm-cov" report "$folder/fuzz" -instr-profile "$1" "${@:2}" | awk '/^TOTAL/ {print $10}'
}

mkdir -p "$folder/found"
mapfile -t model < <(sources Sources/KafkaModel)
mapfile -t wire < <(sources Sources/KafkaWire)
module KafkaModel "${model[@]}"
module KafkaWire "${wire[@]}"
swiftc "${flags[@]}" -wmo -module-name Fuzz -c -o "$folder/Fuzz.o" \
  Tests/FuzzTests/{Family,WireFamilies,ModelFamilies}.swift Tests/FuzzTests/Harness/*.swift
swiftc "${flags[@]}" "$folder"/{Fuzz,KafkaModel,KafkaWire}.o -o "$folder/fuzz"
python3 Tests/Scripts/fuzz_seeds.py "$folder/seeds"

status=0
profiles=() subjects=()
for family in $families; do
  export FUZZ_FAMILY=$family
  corpus=$folder/corpus/$family log=$folder/$family.log profile=$folder/$family.profdata
  mkdir -p "$corpus"
  if ! "$folder/fuzz" "$corpus" "$folder/seeds/$family" -artifact_prefix="$folder/found/$family-" \
    -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=1024 -malloc_limit_mb=4 \
    -print_final_stats=1 >"$log" 2>&1; then
    tail -n 30 "$log"
    echo "fuzz: $family: an input was found, it is in $folder/found" >&2
    status=1
    continue
  fi
  LLVM_PROFILE_FILE=$folder/$family.profraw "$folder/fuzz" -runs=0 "$corpus" \
    "$folder/seeds/$family" >/dev/null 2>&1
  "$tools/llvm-profdata" merge -o "$profile" "$folder/$family.profraw"
  read -ra paths < <(subject "$family")
  profiles+=("$profile") subjects+=("${paths[@]}")
  printf 'fuzz: %-13s %9s inputs, %4s kept, coverage %s\n' "$family" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
    "$(find "$corpus" -type f | wc -l)" "$(coverage "$profile" "${paths[@]}")"
done
if [ ${#profiles[@]} -gt 1 ]; then
  "$tools/llvm-profdata" merge -o "$folder/all.profdata" "${profiles[@]}"
  echo "fuzz: together, coverage $(coverage "$folder/all.profdata" "${subjects[@]}")"
fi
exit $status
