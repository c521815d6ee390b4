#!/usr/bin/env bash
# What the load driver manages beside wrk, against one small server on this machine, in turns; then how exactly it keeps 1,000 a second, and its memory:
#   tests/Benchmarks/load.sh [PROGRAM=./gates] [SECONDS=10] [MEMORY_SECONDS=60]
# Needs wrk (Debian's) and node.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
program=$(realpath -- "${1:-./gates}") seconds=${2:-10} memory=${3:-60}
work=$(mktemp -d) server=
trap '[[ -z $server ]] || kill "$server"; rm -rf -- "$work"' EXIT

cat > "$work/server.js" <<'JS'
const body = Buffer.from('ok');
const server = require('http').createServer((request, response) => {
  response.writeHead(200, { 'Content-Length': body.length });
  response.end(body);
});
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
JS
node "$work/server.js" > "$work/port" &
server=$!
until [[ -s $work/port ]]; do sleep 0.1; done
url=http://127.0.0.1:$(<"$work/port")/

plan() { printf 'scenarios: { a: { %s } }\nrequests: [{ url: "%s" }]\n' "$1" "$url" > "$work/load.yaml"; }
number() { node -e 'const s = JSON.parse(require("fs").readFileSync(0)); const g = (path) => path.split("/").reduce((o, k) => o[k], s); console.log(process.argv.slice(1).map(g).join(" "))' "$@"; }

printf 'processors %s, load %s\n' "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
for round in 1 2 3; do
  theirs=$(wrk -t1 -c32 -d"${seconds}s" "$url" | awk '/Requests\/sec/ { print $2 }')
  plan "executor: constant-vus, vus: 32, duration: ${seconds}s"
  ours=$("$program" load "$work/load.yaml" --format json 2>/dev/null | number metrics/http_reqs/values/rate gates/driver/processorShare)
  printf 'round %s: wrk %s requests/s, gates load %s requests/s (share of processors %s), ratio %s\n' "$round" "$theirs" "${ours% *}" "${ours#* }" \
    "$(node -p "(${ours% *} / $theirs).toFixed(2)")"
done

plan "executor: constant-arrival-rate, rate: 1000, duration: ${seconds}s, preAllocatedVUs: 50, maxVUs: 500"
for round in 1 2 3; do
  "$program" load "$work/load.yaml" --format json 2>/dev/null | number metrics/http_reqs/values/count gates/driver/iterationLagP99Ms gates/driver/processorShare |
    awk -v round="$round" '{ printf "1,000/s, round %s: %s requests, scheduling error p99 %s ms (share of processors %s)\n", round, $1, $2, $3 }'
done

for time in 10 "$memory"; do
  plan "executor: constant-vus, vus: 32, duration: ${time}s"
  "$program" load "$work/load.yaml" --format json 2>/dev/null | number metrics/http_reqs/values/count gates/driver/peakBytes |
    awk -v time="$time" '{ printf "%s s: %s requests, %.0f MB at most\n", time, $1, $2 / 1e6 }'
done
