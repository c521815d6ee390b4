#!/usr/bin/env bash
# A run with the built-in defaults over many small tracked files, beside git and wc over the same files. Prints wall and processor seconds of each:
#   tests/Benchmarks/tracked.sh GATES [FILES=50000]
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
git -c user.name=b -c user.email=b@example.com -c gc.auto=0 commit -q -m files

list() { git ls-files -z | xargs -0 cat | wc -c; }
TIMEFORMAT='%R s, %U + %S s of processor time'
list >/dev/null
for round in 1 2 3; do
  echo "round $round, load $(cut -d' ' -f1 /proc/loadavg)"
  echo "  git ls-files, cat, wc: $({ time list >/dev/null; } 2>&1)"
  echo "  gates run:             $({ time "$gates" run --no-sign >/dev/null 2>&1; } 2>&1)"
done
