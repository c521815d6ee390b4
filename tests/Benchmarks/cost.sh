#!/usr/bin/env bash
# What signed evidence weighs: a small repository with GATES gates is released RELEASES times, with PUSHES logged pushes before each.
# Usage: cost.sh PROGRAM GATES RELEASES PUSHES      GATES: 3 to 6
set -euo pipefail
program=$(realpath -- "$1") gates=$2 releases=$3 pushes=$4
unset GITHUB_ACTIONS
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
export GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@example.com GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@example.com

git init -q --bare -b main "$work/remote"
git init -q -b main "$work/repository"
cd -- "$work/repository"
git remote add origin "$work/remote"
names=(dlp-scan base-image-allowlist hermetic-build image-tags-pinned workload-security-context changelog)
{
  echo "version: 1"
  echo "gates:"
  for ((i = 0; i < gates; i++)); do echo "  ${names[i]}: { mode: warn }"; done
} >gates.yml
mkdir -p .github compliance src && mv gates.yml .github/
printf 'schema: 1\ncontrols:\n  - { id: SC-02, name: Signing, evidence: ["*.sigstore.json"], assert: [{ type: signed_by }] }\n' >compliance/control_catalog.yaml
printf '/evidence/\n/dist/\n/.gates/\n' >.gitignore
for ((i = 0; i < 100; i++)); do echo "line of file $i" >"src/$i.txt"; done
printf 'FROM docker.io/library/node:22\nRUN npm ci\n' >Dockerfile
"$program" keys new --log-name example.com/acme/app >/dev/null
git add . && git commit -qm first && git push -q origin main
key() { echo .gates/keys/"$1"-*.pem; }

logged() {
  "$program" run --key "$(key evidence)" >/dev/null 2>&1 || true
  "$program" publish --evidence-only --log-key "$(key log)" >/dev/null
}

bytes_of() {
  du -cb "$@" | tail -n 1 | cut -f 1
}

size() {
  local branch
  branch=$(git -C "$work/remote" for-each-ref --format='%(refname)' 'refs/heads/gates-evidence/*')
  rm -rf -- "$work/measured"
  git clone -q --bare --single-branch --branch "${branch#refs/heads/}" "file://$work/remote" "$work/measured"
  git -C "$work/measured" gc -q
  git -C "$work/measured" ls-tree -r -l HEAD | awk '{ bytes += $4; files++ } END { printf "%s %s ", files, bytes }'
  bytes_of "$work"/measured/objects/pack/*.pack
}

echo "gates: ${names[*]:0:gates}"
for ((release = 1; release <= releases; release++)); do
  for ((push = 0; push < pushes; push++)); do
    echo "$release $push" >src/0.txt
    git commit -qam "push $release.$push" && git push -q origin main
    logged
  done
  git tag "v1.$release.0"
  logged
  mkdir -p evidence && cp .gates/out/bundles/* .gates/out/results.json evidence/
  "$program" attest "v1.$release.0" --key "$(key release)" --log-key "$(key log)" >/dev/null
  "$program" pack "v1.$release.0" --results .gates/out --key "$(key release)" --log-key "$(key log)" --out dist >/dev/null
  if ((release == 1 || release == releases)); then
    read -r files bytes packed <<<"$(size)"
    echo "after release $release ($((release * (pushes + 1))) logged runs): evidence branch $files files, $bytes bytes, fetched $packed bytes;" \
      "pack $(bytes_of dist/evidence-pack-"v1.$release.0".zip) bytes; run folder $(bytes_of .gates/out) bytes;" \
      "attestation $(bytes_of .gates/attestation/control-attestation-"v1.$release.0"*) bytes"
  fi
done
