#!/usr/bin/env bash
# What a large cluster costs: `gates run` against a server on loopback that answers like one with so many deployments, each with its replica set and a pod,
# in pages of 500, of objects as long as real ones (4 KB):
#   tests/Benchmarks/cluster.sh [WORKLOADS=5000] [PROGRAM=./gates]
# Prints seconds, the processor time of the program and its worker, and the resident memory of the larger of them at most, of three runs.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
workloads=${1:-5000} program=$(realpath -- "${2:-./gates}")
work=$(mktemp -d) server=
trap '[[ -z $server ]] || kill "$server"; rm -rf -- "$work"' EXIT

cat > "$work/server.py" <<'PY'
import json, re, sys, urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

count = int(sys.argv[1])
digest = lambda i: "sha256:%064x" % i
fields = [{"manager": "kubectl", "operation": "Update", "fieldsV1": {"f:spec": {"f:k%d" % i: {} for i in range(120)}}}]

def meta(i, name, owner=None):
    m = {"name": name, "namespace": "ns-%d" % (i % 50), "uid": "%036d" % i, "labels": {"app": "app-%d" % i}, "managedFields": fields,
         "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "x" * 1200}}
    if owner:
        m["ownerReferences"] = [{"kind": owner[0], "name": owner[1], "controller": True}]
    return m

def spec(i):
    return {"containers": [{"name": "app", "image": "registry.example.org/team-%d/app-%d:1@%s" % (i % 50, i, digest(i)),
                            "env": [{"name": "V%d" % n, "value": "v"} for n in range(12)]}]}

def deployment(i):
    return {"metadata": meta(i, "app-%d" % i), "spec": {"template": {"spec": spec(i)}}}

def replicaset(i):
    return {"metadata": meta(i, "app-%d-7d" % i, ("Deployment", "app-%d" % i))}

def pod(i):
    return {"metadata": meta(i, "app-%d-7d-x" % i, ("ReplicaSet", "app-%d-7d" % i)), "spec": spec(i),
            "status": {"phase": "Running", "containerStatuses": [{"name": "app", "imageID": "registry.example.org/team-%d/app-%d@%s" % (i % 50, i, digest(i))}]}}

kinds = {"apps/v1": ["deployments:Deployment", "statefulsets:StatefulSet", "daemonsets:DaemonSet", "replicasets:ReplicaSet"],
         "batch/v1": ["jobs:Job", "cronjobs:CronJob"], "v1": ["pods:Pod"]}
made = {"deployments": deployment, "replicasets": replicaset, "pods": pod}
recorded = {}

def answer(path, query):
    if path == "/apis":
        return {"kind": "APIGroupList", "groups": [{"name": v, "versions": [{"groupVersion": v}]} for v in kinds if "/" in v]}
    version = re.sub("^/apis?/", "", path)
    if version in kinds:
        return {"kind": "APIResourceList", "resources": [
            {"name": k.split(":")[0], "kind": k.split(":")[1], "namespaced": True, "verbs": ["list"]} for k in kinds[version]]}
    plural, start, limit = path.rsplit("/", 1)[1], int(query.get("continue", ["0"])[0]), int(query["limit"][0])
    end = min(count, start + limit) if plural in made else 0
    return {"kind": "List", "metadata": {"continue": str(end) if 0 < end < count else ""}, "items": [made[plural](i) for i in range(start, end)]}

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        if self.path not in recorded:
            url = urllib.parse.urlsplit(self.path)
            recorded[self.path] = json.dumps(answer(url.path, urllib.parse.parse_qs(url.query))).encode()
        body = recorded[self.path]
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
PY
python3 "$work/server.py" "$workloads" > "$work/port" &
server=$!
until [[ -s $work/port ]]; do sleep 0.1; done
cat > "$work/kubeconfig" <<Y
apiVersion: v1
kind: Config
clusters: [{ name: c, cluster: { server: "http://127.0.0.1:$(<"$work/port")" } }]
contexts: [{ name: c, context: { cluster: c } }]
Y
mkdir -p "$work/repository/.github" "$work/repository/k8s"
cd "$work/repository"
git init --quiet
printf 'version: 1\ngates:\n  base-image-allowlist:\n    with: { allow: ["registry.example.org/**"], cluster: { namespaces: ["*"] } }\n' > .github/gates.yml
for ((i = 0; i < workloads; i += 250)); do
  for ((n = i; n < i + 250 && n < workloads; n++)); do
    printf -- '---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: app-%d }\nspec: { template: { spec: { containers: [{ name: app, image: "registry.example.org/team-%d/app-%d:1@sha256:%064x" }] } } }\n' "$n" $((n % 50)) "$n" "$n"
  done > "k8s/$i.yaml"
done
export KUBECONFIG=$work/kubeconfig
cat > "$work/measure.py" <<'PY'
import os, sys, time
began = time.monotonic()
child = os.fork()
if child == 0:
    output = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.execvp(sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(child, 0)
print("%.2f s  %.2f s of processor time  %d MB resident at most" % (
    time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024))
sys.exit(0 if status == 0 else 1)
PY
for round in warm-up 1 2 3; do
  printf '%-8s %s workloads  ' "$round" "$workloads"
  python3 "$work/measure.py" "$work/output" "$program" run --no-sign --gates base-image-allowlist || { cat "$work/output"; exit 1; }
done
grep -m1 'base-image-allowlist' "$work/output"
grep -E 'running-images|drifted-images' "$work/output"
