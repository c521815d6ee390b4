#!/usr/bin/env bash
# A monorepo whose folders each have a file of their own with three gates, one of them a policy of the folder. Prints wall and processor seconds of
# planning them all (the last policy takes no settings and is given one, which shows when everything else is planned), of the same run where the root
# leaves those files aside, and, unless RUN=no, of a run of all gates:
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
  printf 'version: 1\n%sgates:\n  dlp-scan: {}\n' "$1" >.github/gates.yml
  for ((i = 0; i < folders; i++)); do
    cat >"services/s$i/.gates.yml" <<EOF
version: 1
gates:
  dlp-scan: { with: { exclude: ["src/generated/**"] } }
  image-tags-pinned: { mode: warn, facts: { yaml: ["k8s/**"] } }
  own: { policy: policies/own$([ "$i" != "$2" ] || printf ', with: { no: 1 }') }
EOF
  done
  git add -A
}

TIMEFORMAT='%R s, %U + %S s of processor time'
run() { { time "$gates" run --no-sign >.git/output 2>&1 || [ $? = "$1" ] || cat .git/output; } 2>&1; }
for round in 1 2 3; do
  echo "round $round, load $(cut -d' ' -f1 /proc/loadavg)"
  write '' $((folders - 1))
  echo "  $((folders * 3 + 1)) gates of $folders folders planned: $(run 2)"
  write $'folders: []\n' none
  echo "  a run without their files:            $(run 0)"
done
write '' none
[ "${RUN:-}" = no ] || echo "  a run of all of them:                 $(run 0)"
