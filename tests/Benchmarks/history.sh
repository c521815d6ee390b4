#!/usr/bin/env bash
# The whole history of a repository made for it: COMMITS commits, each with another version of one of 1,000 source files, 20 KB each, and one token that is
# added and deleted again. Beside it what others would do: all patches through ripgrep. Prints wall seconds and the largest resident size of each:
#   tests/Benchmarks/history.sh GATES [COMMITS=10000] [FOLDER]
# FOLDER is kept, and used again when it is there. Needs ripgrep and GNU time.
set -euo pipefail
gates=$(realpath "$1") commits=${2:-10000} folder=${3:-}
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
folder=${folder:-$work/repository}

make() {
  git init -q -b main "$folder"
  awk -v commits="$commits" 'BEGIN {
    srand(17)
    split("value count index buffer request response account total result entry window stream parser reader writer number amount length offset handler", words, " ")
    for (i = 0; i < 3000; i++) {
      line = sprintf("    %s = %s(%s, %d);", word(), word() "_" word(), word() " + " word(), int(rand() * 10000))
      pool[i] = i % 9 ? line : "    // " word() " of the " word() " that the " word() " has"
    }
    for (c = 1; c <= commits; c++) {
      file = c % 1000
      content = "namespace N" c ";\n\n"
      for (l = 0; l < 480; l++) content = content pool[int(rand() * 3000)] "\n"
      if (c == int(commits / 3)) content = content "token = \"gh" "p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17\"\n"
      message = "Change " word() " of " word() "\n"
      printf "commit refs/heads/main\nmark :%d\ncommitter B <b@example.com> %d +0000\ndata %d\n%s", c, 1700000000 + c * 60, length(message), message
      if (c > 1) printf "from :%d\n", c - 1
      printf "M 100644 inline src/m%d/p%d/File%d.cs\ndata %d\n%s\n", file % 7, file % 40, file, length(content), content
    }
    print "done"
  }
  function word() { return words[1 + int(rand() * 20)] }' | git -C "$folder" fast-import --quiet --done
  git -C "$folder" checkout -q main
}

[[ -d $folder/.git ]] || make
cd "$folder"
bytes=$(git cat-file --batch-all-objects --batch-check='%(objecttype) %(objectsize)' | awk '$1 == "blob" { n++; s += $2 } END { printf "%d contents, %d MB", n, s / 1e6 }')
echo "$(git rev-list --count main) commits, $bytes; $(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg)"

measure() {
  local name=$1
  shift
  /usr/bin/time -f '%e s, %U + %S s of processor time, %M kB' -o "$work/time" "$@" >"$work/out" 2>&1 || true
  printf '%-28s %s\n' "$name" "$(tail -1 "$work/time")"
}

patches() { git log -p --no-color main | rg -a -c 'ghp_[A-Za-z0-9]{36}|AKIA[A-Z2-7]{16}|-----BEGIN [A-Z ]*PRIVATE KEY' -; }
export -f patches
for round in 1 2 3; do
  echo "round $round, load $(cut -d' ' -f1 /proc/loadavg)"
  measure '  git log -p | rg, 3 rules' bash -c patches
  measure '  gates, the tip alone' "$gates" run --no-sign --gates dlp-scan --set dlp-scan.with.history=off --out "$work/reports"
  measure '  gates, history: full' "$gates" run --no-sign --gates dlp-scan --set dlp-scan.with.history=full --out "$work/reports"
  grep -E 'history:|commit [0-9a-f]{7} ' "$work/out" | cut -c1-160 || tail -3 "$work/out"
done
