#!/usr/bin/env bash
# base-image-allowlist over many Dockerfiles of four images each, beside one of them. Prints wall and processor seconds of each:
#   tests/Benchmarks/images.sh GATES [FILES=1000]
set -euo pipefail
gates=$(realpath "$1") files=${2:-1000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for name in one many; do
  mkdir -p "$folder/$name/.github"
  printf 'version: 1\ngates:\n  base-image-allowlist:\n    with: {allow: [good]}\n' >"$folder/$name/.github/gates.yml"
done
for ((i = 0; i < files; i++)); do
  mkdir -p "$folder/many/service$i"
  {
    printf '# syntax=good:frontend\nARG VERSION=%d\nFROM good:\044VERSION AS build\nWORKDIR /src\nCOPY . .\n' "$i"
    printf 'RUN --mount=type=cache,target=/root/.cache \\\n    make all && \\\n    # comment\n    make install\nRUN <<EOF\necho %d\nEOF\n' "$i"
    printf 'FROM good:runtime\nCOPY --from=build /out /app\nCOPY --from=evil:%d /bin/tool /bin/\nCMD ["/app/run"]\n' "$i"
  } >"$folder/many/service$i/Dockerfile"
done
cp "$folder/many/service0/Dockerfile" "$folder/one/"

TIMEFORMAT='%R s, %U + %S s of processor time'
for round in 1 2 3; do
  echo "round $round, load $(cut -d' ' -f1 /proc/loadavg)"
  for name in one many; do
    echo "  $name: $({ time "$gates" run --workspace "$folder/$name" --no-sign --gates base-image-allowlist --out "$folder/out" >/dev/null 2>&1 || true; } 2>&1)"
  done
done
