#!/bin/sh
# Day one: what `gates run` prints in a mature source tree without any configuration. Prints one row a tree for docs/day-one.md.
# Usage: tests/Benchmarks/dayone.sh [FOLDER]. Trees come from the system's package registries, npm and Debian sources, into FOLDER (default: a temporary one).
# GATES_PROGRAM names another program. A tree that is there is not fetched again. Each run's output stays in FOLDER/out.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
program=${GATES_PROGRAM:-$here/../../gates}
folder=${1:-$(mktemp -d)}
npm_trees='eslint webpack prettier next'
debian_trees='curl redis htop libuv1'
mkdir -p "$folder/trees" "$folder/out" "$folder/apt/lists/partial" "$folder/apt/parts"
folder=$(CDPATH='' cd -- "$folder" && pwd)

# The system's own list with sources switched on, in a place of its own: nothing of the machine's configuration changes.
sources() {
  apt-get -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$folder/apt/parts" -o Dir::State::Lists="$folder/apt/lists" "$@"
}

commit() {
  git -C "$1" init -q
  git -C "$1" add -Af
  git -C "$1" -c user.name=day-one -c user.email=day-one@example.invalid -c commit.gpgsign=false commit -qm "$2"
}

for name in $npm_trees; do
  [ -d "$folder/trees/$name" ] && continue
  version=$(npm view "$name" version)
  file=$(cd "$folder" && npm pack "$name@$version" --silent)
  mkdir "$folder/trees/$name"
  tar -xzf "$folder/$file" -C "$folder/trees/$name" --strip-components=1
  commit "$folder/trees/$name" "$version (npm)"
done

for name in $debian_trees; do
  [ -d "$folder/trees/$name" ] && continue
  if [ ! -f "$folder/apt/parts/own.sources" ]; then
    sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources > "$folder/apt/parts/own.sources"
    sources update > /dev/null
  fi
  (cd "$folder" && rm -rf "$name"-[0-9]* && sources source -qq "$name" > "$folder/out/$name.fetch" 2>&1) || { cat "$folder/out/$name.fetch" >&2; exit 1; }
  tree=$(find "$folder" -maxdepth 1 -type d -name "*$name-[0-9]*")
  version=${tree##*-}
  mv "$tree" "$folder/trees/$name"
  commit "$folder/trees/$name" "$version (Debian)"
done

printf '| tree | version | files | lines | red | blocking findings | seconds |\n|---|---|--:|--:|--:|--:|--:|\n'
for name in $npm_trees $debian_trees; do
  out=$folder/out/$name
  start=$(date +%s)
  code=0
  env -u GITHUB_ACTIONS "$program" run --no-sign --workspace "$folder/trees/$name" --out "$out.files" > "$out.txt" 2> "$out.err" || code=$?
  red=$(grep -cE '^  ([^ ].*: )?([0-9]+ )?errors?: ' "$out.txt" || true)
  blocking=$(sed -n 's/^  "counts": *//;/"blocking":/{s/[^0-9]//g;p;q;}' "$out.files/results.json" 2> /dev/null || true)
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$name" "$(git -C "$folder/trees/$name" log -1 --format=%s)" \
    "$(git -C "$folder/trees/$name" ls-files | wc -l)" "$(wc -l < "$out.txt")" "$red" "${blocking:-exit $code}" "$(($(date +%s) - start))"
done
