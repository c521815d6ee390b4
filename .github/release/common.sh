# shellcheck shell=bash
# What the scripts of a release share. Each of them sources this file and sets nothing itself before.
set -euo pipefail
export LC_ALL=C

program=$(basename -- "$0")
# shellcheck disable=SC2034 # The scripts use it.
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)

# In a job it is an annotation on its page.
complain() {
  echo "${GITHUB_ACTIONS:+::$1::}$program: $2" >&2
}

fail() {
  complain error "$1"
  exit 1
}

refuse() {
  echo "$program: $1" >&2
  exit 2
}

warn() {
  complain warning "$1"
}

# A line of a table that people read: in the log and on the job's page.
say() {
  echo "$1"
  [[ -z ${GITHUB_STEP_SUMMARY:-} ]] || echo "$1" >>"$GITHUB_STEP_SUMMARY"
}

need_version() {
  [[ $1 =~ ^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$ ]] || refuse "\"$1\" is not a version, such as 1.4.0"
}

need_commit() {
  [[ $1 =~ ^[0-9a-f]{40}$ ]] || refuse "\"$1\" is not a commit's full id, 40 hexadecimal digits"
}

need_image() {
  [[ $1 =~ ^[a-z0-9][a-z0-9./_-]*@sha256:[0-9a-f]{64}$ ]] || refuse "\"$1\" is not an image by digest, such as ghcr.io/owner/name@sha256:…"
}

# The archives of a release, one a line.
archives() {
  local rid
  for rid in linux-arm64 linux-x64 osx-arm64 osx-x64; do
    echo "gates-$1-$rid.tar.gz"
  done
  echo "gates-$1-win-x64.zip"
}

# All files of a release, one a line.
assets() {
  archives "$1"
  echo "gates-$1.cdx.json"
  echo "SHA256SUMS"
  echo "gates-$1.sigstore.json"
}

remote() {
  echo "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY"
}

# Git with the job's token, which is in no command line and stays in no clone.
authorized() {
  local header
  header="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$GH_TOKEN" | base64 | tr -d '\n')"
  GIT_TERMINAL_PROMPT=0 GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.$GITHUB_SERVER_URL/.extraheader" GIT_CONFIG_VALUE_0=$header git "$@"
}

# The commit that a ref of the remote names, through an annotated tag as well; nothing when it is not there.
commit_of() {
  authorized ls-remote "$(remote)" "$1" "$1^{}" | awk -v ref="$1" '$2 == ref || $2 == ref "^{}" { commit = $1 } END { if (commit) print commit }'
}

# A line for each release or draft of a tag: id, draft, immutable.
releases_of() {
  gh api --paginate "repos/$GITHUB_REPOSITORY/releases?per_page=100" --jq '.[] | [.tag_name, .id, .draft, .immutable] | @tsv' |
    awk -F '\t' -v tag="$1" '$1 == tag { print $2 "\t" $3 "\t" $4 }'
}

# A line for each file of a release: name, id, state, digest.
files_of() {
  gh api --paginate "repos/$GITHUB_REPOSITORY/releases/$1/assets?per_page=100" --jq '.[] | [.name, .id, .state, .digest] | @tsv'
}

bot() {
  git config user.name "github-actions[bot]"
  git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
}
