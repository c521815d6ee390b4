# What the scripts here share: sourced from the repository's root, with rounds set.
# shellcheck shell=bash
: "${rounds:?}"

# The median of a command's rounds, in milliseconds.
median() {
  local -a times=()
  local i start
  "$@" >/dev/null 2>&1 || true # warm the page cache
  for ((i = 0; i < rounds; i++)); do
    start=${EPOCHREALTIME/./}
    "$@" >/dev/null 2>&1 || true
    times+=($((${EPOCHREALTIME/./} - start)))
  done
  printf '%s\n' "${times[@]}" | sort -n | awk '{ t[NR] = $1 } END { printf "%d", t[int((NR + 1) / 2)] / 1000 }'
}

# A repository of 100 small files.
make_repository() {
  local i
  for ((i = 1; i <= 97; i++)); do
    printf 'package p%s\n\n// File number %s.\nfunc F() int { return %s }\n' "$i" "$i" "$i" >"$1/f$i.go"
  done
  printf 'FROM alpine:3.22\nCOPY . /app\n' >"$1/Dockerfile"
  printf '# Example\n' >"$1/README.md"
  printf 'module example.org/m\n\ngo 1.22\n' >"$1/go.mod"
  git -C "$1" init -q
  git -C "$1" add -A
  git -C "$1" -c user.name=b -c user.email=b@example.invalid commit -qm all
}

# The path of danger, installed once among the artifacts; empty without npm or the network.
find_danger() {
  local tools=$PWD/artifacts/tools/danger
  if command -v npm >/dev/null && { [[ -x $tools/node_modules/.bin/danger ]] || npm install --silent --no-fund --no-audit --prefix "$tools" danger@14.0.7 >/dev/null 2>&1; }; then
    printf '%s' "$tools/node_modules/.bin/danger"
  fi
}
