#!/usr/bin/env bash
# What a layout of the source costs: builds two commits in turns, in one run, and prints seconds and their ratio:
#   tests/Benchmarks/houses.sh BEFORE [AFTER=HEAD]
# With analyzers, as everybody builds. "one file" is an edit inside a method of HeredocReader.cs. Start-up is the median of 15.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
before=${1:?usage: tests/Benchmarks/houses.sh BEFORE [AFTER]} after=${2:-HEAD}

folder=$(mktemp -d)
cleanup() {
  git worktree remove --force "$folder/before" 2>/dev/null || true
  git worktree remove --force "$folder/after" 2>/dev/null || true
  rm -rf -- "$folder"
}
trap cleanup EXIT

seconds() {
  local started=$EPOCHREALTIME
  "$@" >"$folder/log" 2>&1 || { cat -- "$folder/log" >&2; exit 1; }
  awk -v from="$started" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.3f", to - from }'
}

build() {
  dotnet build "$1/src/Runner" --configuration Release --no-restore --verbosity quiet --nologo -p:UseSharedCompilation=false
}

start_up() {
  local round
  for ((round = 0; round < 15; round++)); do
    seconds "$1/gates" --version && echo
  done | sort -n | sed -n 8p
}

declare -A took
for one in before after; do
  git worktree add --quiet --detach "$folder/$one" "${!one}"
  dotnet restore "$folder/$one/src/Runner" --locked-mode --verbosity quiet
  took[$one,nothing]=$(seconds build "$folder/$one")
  reader=$(find "$folder/$one/src" -name HeredocReader.cs)
  sed -i '0,/^    {$/s//    {\n        _ = 1.GetHashCode();/' "$reader"
  took[$one,file]=$(seconds build "$folder/$one")
  git -C "$folder/$one" checkout --quiet .
  took[$one,publish]=$(seconds "$folder/$one/gates" --version)
  took[$one,start]=$(start_up "$folder/$one")
done

row() {
  awk -v name="$1" -v b="${took[before,$2]}" -v a="${took[after,$2]}" 'BEGIN { printf "%-36s %8.2f s %8.2f s   %.2f\n", name, b, a, (b > 0 ? a / b : 0) }'
}
printf '%-36s %10s %10s   %s\n' '' before after ratio
row 'build from nothing' nothing
row 'build after one file' file
row './gates, first call (publish)' publish
row './gates --version' start
