#!/usr/bin/env bash
# A run with the built-in defaults over many small tracked files, beside what git and wc take for the same files.
# Usage: tests/Benchmarks/tracked.sh GATES [FILES]
set -euo pipefail
gates=$(realpath "$1") files=${2:-50000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
git init -q -b main
for ((i = 0; i < files; i += 100)); do
  mkdir -p "src/$((i / 1000))/$((i / 100 % 10))"
  for ((j = i; j < i + 100 && j < files; j++)); do
    printf 'namespace N%d;\n\ninternal sealed class C%d { public int Value => %d; }\n' "$j" "$j" "$j" >"src/$((i / 1000))/$((i / 100 % 10))/C$j.cs"
  done
done
git add -A
git -c user.name=b -c user.email=b@example.com commit -q -m files

milliseconds() {
  local start end
  start=$(date +%s%N)
  "$@" >/dev/null 2>&1 || true
  end=$(date +%s%N)
  echo $(((end - start) / 1000000))
}

list() { git ls-files -z | xargs -0 cat | wc -c; }
list >/dev/null
for round in 1 2 3; do
  echo "round $round: git ls-files, cat and wc $(milliseconds list) ms; gates run $(milliseconds "$gates" run --no-sign) ms; load $(cut -d' ' -f1 /proc/loadavg)"
done
