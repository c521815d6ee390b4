#!/usr/bin/env bash
# How long `gates erase --file` takes on an evidence branch with FILES files of another tool, for one file, and for COUNT of the others at once; and
# `gates verify` of what is left:
#   tests/Benchmarks/erase.sh [FILES=2000] [COUNT=100] [PROGRAM=./gates]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
files=${1:-2000} count=${2:-100} program=$(realpath -- "${3:-gates}")
"$program" --version >/dev/null
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cd -- "$work"
git init -q -b main
printf '.gates\nfiles\n' >.gitignore
"$program" keys new --log-name example.com/acme/app >/dev/null
git add -A
git -c user.name=t -c user.email=t@example.invalid commit -qm begin
mkdir files
for ((i = 0; i < files; i++)); do printf '{"restored":true,"drill":%d}\n' "$i" >"files/$i.json"; done
key() { echo .gates/keys/"$1"-*; }
keys=(--key "$(key evidence)" --log-key "$(key log)" --remote .)
seconds() { # WHAT, COMMAND...
  local what=$1 from=$EPOCHREALTIME
  shift
  "$@" >answer 2>&1 || grep -q '^does not hold: 1 problem beside' answer || { tail -5 answer >&2; exit 1; }
  awk -v w="$what" -v a="$from" -v b="$EPOCHREALTIME" -v l="$(cut -d' ' -f1 /proc/loadavg)" 'BEGIN { printf "%-44s %6.2f s   load %s\n", w, b - a, l }'
}
seconds "add $files files" "$program" evidence add --type drill 'files/*.json' "${keys[@]}"
year=$(git for-each-ref --format='%(refname:lstrip=3)' refs/heads/gates-evidence/)
mapfile -t paths < <(git ls-tree -r --name-only "gates-evidence/$year" | grep '\.file$' | head -n $((count + 1)))
arguments=()
for path in "${paths[@]:1}"; do arguments+=(--file "$path"); done
printf 'dpo\n' >by
seconds 'erase 1 file' "$program" erase --file "${paths[0]}" --basis 'GDPR Art. 17(1)(d)' --by by "${keys[@]}"
seconds "erase $count files at once" "$program" erase "${arguments[@]}" --basis 'GDPR Art. 17(1)(d)' --by by "${keys[@]}"
# Nothing was decided here, which is its one problem.
seconds 'verify what is left' "$program" verify "gates-evidence/$year"
