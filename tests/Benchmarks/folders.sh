#!/usr/bin/env bash
# A monorepo whose folders each have a file of their own, in one of them a policy with a helper. Prints the wall and processor seconds of a run that
# plans all their gates and runs none (every mode is off), of the same repository without those files, and of a run of all:
#   tests/Benchmarks/folders.sh GATES [FOLDERS=1000]
set -euo pipefail
gates=$(realpath "$1") folders=${2:-1000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
git init -q -b main
mkdir -p .github
for ((i = 0; i < folders; i++)); do
  mkdir -p "services/s$i/src" "services/s$i/k8s" "services/s$i/policies/own"
  printf 'FROM alpine:3.20\n' >"services/s$i/Dockerfile"
  printf 'kind: Service\nmetadata: { name: s%d }\n' "$i" >"services/s$i/k8s/service.yaml"
  for ((j = 0; j < 10; j++)); do printf 'export const value = %d;\n' "$((i * 10 + j))" >"services/s$i/src/f$j.js"; done
  printf '{ "title": "Own", "facts": { "yaml": ["k8s/**"] } }\n' >"services/s$i/policies/own/policy.json"
  printf 'export function judge(evidence, settings, report) { report.pass("fine", "ok"); }\n' >"services/s$i/policies/own/policy.js"
done
write() {
  printf 'version: 1\ngates:\n  dlp-scan: { mode: "%s" }\n' "$1" >.github/gates.yml
  for ((i = 0; i < folders; i++)); do
    cat >"services/s$i/.gates.yml" <<EOF
version: 1
gates:
  dlp-scan: { with: { exclude: ["src/generated/**"] } }
  image-tags-pinned: { mode: "$1", facts: { yaml: ["k8s/**"] } }
  own: { mode: "$1", policy: policies/own }
EOF
  done
  git add -A
}

TIMEFORMAT='%R s, %U + %S s of processor time'
run() { { time "$gates" run --no-sign "$@" >/dev/null 2>"$folder/.git/error" || [ $? -le 1 ] || cat "$folder/.git/error"; } 2>&1; }
for round in 1 2 3; do
  echo "round $round, load $(cut -d' ' -f1 /proc/loadavg)"
  write off
  echo "  $folders folders planned, none run: $(run)"
  sed -i '1i folders: []' .github/gates.yml
  echo "  their files left aside:             $(run)"
done
write enforce
[ "${RUN:-}" = no ] || echo "  all $((folders * 3 + 1)) gates run: $(run)"
