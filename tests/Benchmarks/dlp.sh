#!/usr/bin/env bash
# Scans one corpus with the dlp-scan gate, ripgrep and secretlint, in one run on one machine, so that the ratios mean something.
#   dlp.sh CORPUS
# CORPUS is a folder of source text. Needs ripgrep, npm, GNU time; builds the benchmark first.
set -euo pipefail
corpus=${1:?usage: dlp.sh CORPUS}
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
bytes=$(find "$corpus" -type f -printf '%s\n' | awk '{ s += $1 } END { print s }')

# Provider tokens and private keys by prefix; then the same with broad shapes of personal data.
tokens='ghp_[A-Za-z0-9]{36}|gho_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{82}|glpat-[A-Za-z0-9_-]{20}|AKIA[A-Z2-7]{16}|ASIA[A-Z2-7]{16}|xox[abprs]-[A-Za-z0-9-]{20,}|sk_live_[A-Za-z0-9]{16,}|rk_live_[A-Za-z0-9]{16,}|AIza[A-Za-z0-9_-]{35}|ya29\.[A-Za-z0-9_-]{20,}|SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}|npm_[A-Za-z0-9]{36}|pypi-AgEI[A-Za-z0-9_-]{50,}|dop_v1_[0-9a-f]{64}|hvs\.[A-Za-z0-9_-]{90,}|shpat_[0-9a-f]{32}|dapi[0-9a-f]{32}|glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|hf_[A-Za-z]{34}|lin_api_[A-Za-z0-9]{40}|dckr_pat_[A-Za-z0-9_-]{27}|PMAK-[0-9a-f]{24}-[0-9a-f]{34}|-----BEGIN [A-Z ]*PRIVATE KEY'
personal='[0-9]{3}-[0-9]{2}-[0-9]{4}|[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}|[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}|\([0-9]{3}\) ?[0-9]{3}-[0-9]{4}'

measure() {
  local name=$1 size=$2
  shift 2
  /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" >"$work/out" 2>"$work/err" || true
  awk -v name="$name" -v bytes="$size" -v found="$(wc -l <"$work/out")" \
    '{ printf "%-34s %5.0f MB/s wall, %5.0f MB/s per CPU second, %5.0f MB RSS, %d lines\n", name, bytes / 1e6 / $1, bytes / 1e6 / ($2 + $3), $4 / 1000, found }' < <(tail -1 "$work/time")
}

printf 'corpus: %s files, %d MB; %d processors, load %s\n' "$(find "$corpus" -type f | wc -l)" $((bytes / 1000000)) "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
find "$corpus" -type f -exec cat {} + >/dev/null
measure 'ripgrep, 24 token rules' "$bytes" rg -uu -n --no-messages -e "(?-u)(?:$tokens)" "$corpus"
measure 'ripgrep, tokens + personal data' "$bytes" rg -uu -n --no-messages -e "(?-u)(?:$tokens|$personal)" "$corpus"

dotnet build "$root/tests/Benchmarks" -c Release -p:RunAnalyzers=false -v q --nologo >"$work/build" || { cat "$work/build"; exit 1; }
for row in secrets everything decoded; do "$root/artifacts/bin/Benchmarks/release/Benchmarks" dlp "$corpus" "$row"; done

# secretlint takes minutes and gigabytes on large input: a tenth of the files, evenly.
mkdir "$work/part"
find "$corpus" -type f -printf '%P\n' | sort | awk 'NR % 10 == 0' >"$work/list"
(cd "$corpus" && xargs -d '\n' cp --parents -t "$work/part") <"$work/list"
part=$(find "$work/part" -type f -printf '%s\n' | awk '{ s += $1 } END { print s }')
(cd "$work" && npm init -y >/dev/null && npm install --silent --no-fund --no-audit secretlint@13 @secretlint/secretlint-rule-preset-recommend@13 >/dev/null 2>&1)
echo '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}' >"$work/part/.secretlintrc.json"
cd "$work/part"
measure "secretlint 13, 28 rules, $((part / 1000000)) MB" "$part" "$work/node_modules/.bin/secretlint" --format unix '**/*'
measure "ripgrep, 24 token rules, same part" "$part" rg -uu -n --no-messages -e "(?-u)(?:$tokens)" .
