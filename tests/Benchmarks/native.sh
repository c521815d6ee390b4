#!/usr/bin/env bash
# The native program beside the one with its runtime (./gates, ready to run) and bare Node.js, in one run; medians in milliseconds:
#   tests/Benchmarks/native.sh DIR [ROUNDS=15] [CORPUS]
# DIR is what ./publish made. Then what a policy's worker takes, for both programs; and, with a folder of source text as CORPUS, how fast our own code is
# once it runs: the benchmarks compiled natively, beside the same with their runtime.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
native=$(realpath -- "${1:?usage: native.sh DIR [ROUNDS] [CORPUS]}")/gates rounds=${2:-15} corpus=${3:-} root=$PWD

# shellcheck source=tests/Benchmarks/peers.sh
source tests/Benchmarks/peers.sh

repository=$(mktemp -d)
trap 'rm -rf -- "$repository"' EXIT
make_repository "$repository"

./gates --version >/dev/null
in_repository() { (cd -- "$repository" && "$1" run); }
compare() { # NAME, PEER'S NAME, OURS, PEER'S
  awk -v n="$1" -v p="$2" -v a="$3" -v b="$4" 'BEGIN { printf "%-40s %5s ms   %-22s %5s ms   ratio %.2f\n", n, a, p, b, a / b }'
}
version=$(median "$native" --version)
compare 'native gates --version' 'node -e 0' "$version" "$(median node -e 0)"
compare 'native gates --version' './gates' "$version" "$(median ./gates --version)"
compare 'native gates run, 100 files' './gates' "$(median in_repository "$native")" "$(median in_repository "$root/gates")"

dotnet build tests/Benchmarks -c Release -p:RunAnalyzers=false -v q --nologo >/dev/null
for program in "$native" artifacts/gates/gates; do
  echo "$program"
  GATES_TEST_PROGRAM=$(realpath -- "$program") artifacts/bin/Benchmarks/release/Benchmarks policies
  GATES_TEST_PROGRAM=$(realpath -- "$program") artifacts/bin/Benchmarks/release/Benchmarks publish-start
done

[[ -n $corpus ]] || exit 0
work=$root/artifacts/publish/benchmarks
settings=(-p:PublishFor=linux-x64 -p:ArtifactsPath="$work" -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false --verbosity quiet)
dotnet restore tests/Benchmarks "${settings[@]}" >/dev/null
dotnet publish tests/Benchmarks -c Release --no-restore -r linux-x64 --self-contained --output "$work/out" --nologo "${settings[@]}" >"$work/log" 2>&1 ||
  { tail -20 "$work/log" >&2; exit 1; }
for benchmarks in "$work/out/Benchmarks" artifacts/bin/Benchmarks/release/Benchmarks; do
  echo "$benchmarks"
  "$benchmarks" dlp "$corpus"
  "$benchmarks" verify 20000
  "$benchmarks" log
  "$benchmarks" load
done
