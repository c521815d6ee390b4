#!/usr/bin/env bash
# Times policies as their authors run them, beside danger (npm) with an equivalent Dangerfile, in one run; medians in milliseconds:
#   tests/Benchmarks/policies.sh [ROUNDS=9]
# Without npm or the network danger's lines are left out, and that is said.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
rounds=${1:-9} root=$PWD

# shellcheck source=tests/Benchmarks/peers.sh
source tests/Benchmarks/peers.sh

repository=$(mktemp -d)
trap 'rm -rf -- "$repository"' EXIT
policies() { # COUNT CASES FOLDER
  local i j folder
  for ((i = 1; i <= $1; i++)); do
    folder=$3/policies/p$i
    mkdir -p -- "$folder"
    printf '{ "title": "P%s", "facts": { "yaml": ["**/*.yaml"] } }\n' "$i" >"$folder/policy.json"
    cat >"$folder/policy.js" <<'POLICY'
import { quote } from "../lib/words.js";

const workloads = new Set(["Deployment", "StatefulSet", "DaemonSet", "CronJob"]);

export function judge(evidence, settings, report) {
  for (const doc of evidence.yaml.filter((one) => workloads.has(one.get("kind")?.value))) {
    const owner = doc.get("metadata.labels.owner");
    if (!owner) {
      report.error("no-owner", `${quote(doc.get("metadata.name"))} has no owner.`, doc.get("metadata") ?? doc);
    } else {
      report.pass("owner", `${doc.path} belongs to ${owner}`);
    }
  }
}
POLICY
    for ((j = 1; j <= $2; j++)); do
      mkdir -p -- "$folder/cases/c$j/files"
      printf 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web-%s\n  labels: { owner: shop }\n' "$j" >"$folder/cases/c$j/files/a.yaml"
      printf '{ "verdict": "passed" }\n' >"$folder/cases/c$j/expected.json"
    done
  done
  mkdir -p -- "$3/policies/lib"
  # shellcheck disable=SC2016
  printf 'export const quote = (value) => `"${value ?? "unnamed"}"`;\n' >"$3/policies/lib/words.js"
}

policies 20 2 "$repository/few"
policies 20 50 "$repository/many"
./gates --version >/dev/null
in_folder() { (cd -- "$repository/$1" && "$root/gates" test); }
few=$(median in_folder few)
many=$(median in_folder many)
printf '%-52s %6s ms\n' 'gates test, 20 policies, 40 cases' "$few" 'gates test, 20 policies, 1,000 cases' "$many"
awk -v m="$many" -v f="$few" 'BEGIN { printf "%.0f cases a second, start included; %.0f a second beyond the first 40\n", 1000 / (m / 1000), 960 / ((m - f) / 1000) }'

mkdir -p -- "$repository/one/k8s" "$repository/one/.github"
for i in 1 2 3; do printf 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web-%s\n' "$i" >"$repository/one/k8s/$i.yaml"; done
policies 1 0 "$repository/one"
printf 'version: 1\ngates:\n  p1: { policy: policies/p1, facts: { yaml: ["k8s/*.yaml"] } }\n' >"$repository/one/.github/gates.yml"
cat >"$repository/one/dangerfile.js" <<'DANGER'
const fs = require("fs");
for (const path of fs.readdirSync("k8s").map((name) => `k8s/${name}`)) {
  const text = fs.readFileSync(path, "utf8");
  if (/^kind: (Deployment|StatefulSet|DaemonSet|CronJob)$/m.test(text) && !/^ +labels:.*owner/m.test(text)) {
    fail(`${/name: (.*)/.exec(text)[1]} has no owner.`, path, 3);
  }
}
DANGER
git -C "$repository/one" init -qb main
git -C "$repository/one" add -A
git -C "$repository/one" -c user.name=b -c user.email=b@example.invalid commit -qm all
git -C "$repository/one" checkout -qb change
printf 'more\n' >"$repository/one/README.md"
git -C "$repository/one" add -A
git -C "$repository/one" -c user.name=b -c user.email=b@example.invalid commit -qm more
run_one() { (cd -- "$repository/one" && "$root/gates" run --no-sign --base main); }
run=$(median run_one)
printf '%-52s %6s ms\n' 'gates run, one policy over three manifests' "$run"
danger=$(find_danger)
if [[ -n $danger ]]; then
  run_danger() { (cd -- "$repository/one" && "$danger" local --base main --dangerfile dangerfile.js); }
  run_danger 2>&1 | grep -q 'has no owner' || echo 'danger did not find what the policy finds' >&2
  other=$(median run_danger)
  printf '%-52s %6s ms\n' 'danger local, the same as a Dangerfile' "$other"
  awk -v g="$run" -v d="$other" 'BEGIN { printf "gates run is %.2f x danger local\n", g / d }'
else
  echo 'danger could not be installed, so there is no ratio'
fi
