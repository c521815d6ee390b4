#!/usr/bin/env bash
# Times whole commands beside each other in one run and prints the median of each, in milliseconds:
#   tests/Benchmarks/startup.sh [ROUNDS=15]
# The peer is danger (npm); without npm its line says so.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
rounds=${1:-15} root=$PWD

# shellcheck source=tests/Benchmarks/peers.sh
source tests/Benchmarks/peers.sh

repository=$(mktemp -d)
trap 'rm -rf -- "$repository"' EXIT
make_repository "$repository"

./gates --version >/dev/null
in_repository() { (cd -- "$repository" && "$root/gates" run); }
version=$(median ./gates --version)
run=$(median in_repository)
printf '%-44s %5s ms\n' './gates --version' "$version" './gates run, 100 files, built-in defaults' "$run" 'node --version' "$(median node --version)"

danger=$(find_danger)
if [[ -n $danger ]]; then
  other=$(median "$danger" --version)
  printf '%-44s %5s ms\n' 'danger --version' "$other"
  awk -v g="$version" -v d="$other" 'BEGIN { printf "gates --version is %.2f x danger --version\n", g / d }'
else
  echo 'danger could not be installed, so there is no ratio'
fi
