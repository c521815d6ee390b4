#!/usr/bin/env bash
# Installs a released program: fetches the archive that releases.txt has a digest of, compares, unpacks, puts it on PATH.
# Written for bash 3.2, which macOS has. It sends no token: releases are public, and a mirror is asked as anybody.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
max_bytes=209715200

# Nothing that was typed in or came from a server becomes a workflow command of its own.
plain() {
  printf '%s' "$1" | tr '\r\n' '  ' | sed 's/%/%25/g'
}

fail() {
  echo "::error title=Gates was not installed::$(plain "$1")"
  exit 1
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d ' ' -f 1
}

posix() {
  if command -v cygpath >/dev/null; then cygpath -u "$1"; else printf '%s' "$1"; fi
}

known() {
  sed -nE 's/^[0-9a-f]{64} gates-([0-9]+\.[0-9]+\.[0-9]+)-linux-x64\.tar\.gz$/\1/p' "$here/releases.txt"
}

# The name of this machine in the archives.
platform() {
  local system=${RUNNER_OS:-$(uname -s)} architecture=${RUNNER_ARCH:-$(uname -m)}
  case $system-$architecture in
    Linux-X64 | Linux-x86_64) echo linux-x64 ;;
    Linux-ARM64 | Linux-aarch64) echo linux-arm64 ;;
    macOS-ARM64 | Darwin-arm64) echo osx-arm64 ;;
    macOS-X64 | Darwin-x86_64) echo osx-x64 ;;
    Windows-X64 | MINGW*-x86_64) echo win-x64 ;;
    *) echo "$system on $architecture" ;;
  esac
}

# Copies what is in the cache, when it is what it should be: other jobs write there, too.
from_cache() {
  [[ -f $1 ]] && cp "$1" "$2" && [[ $(sha256 "$2") == "$digest" ]]
}

to_cache() {
  local new
  mkdir -p "$(dirname "$1")" && new=$(mktemp "$1.XXXXXX") && cp "$2" "$new" && mv -f "$new" "$1" ||
    echo "The archive could not be kept in $(plain "$(dirname "$1")")."
}

fetch() {
  local said
  said=$(curl --disable --fail --silent --show-error --location --max-redirs 5 --proto =https --proto-redir =https --tlsv1.2 \
    --connect-timeout 20 --max-time 600 --max-filesize "$max_bytes" --retry 3 --output "$2" -- "$1" 2>&1) ||
    fail "$1 could not be fetched: $(printf '%s' "$said" | tail -n 1)"
}

# Only plain files of the names that a release has; the digest was compared before, so this holds against mistakes of our own.
members() {
  case $1 in
    *.zip) unzip -Z1 "$1" ;;
    *) tar -tzf "$1" ;;
  esac
}

unpack() {
  local strange
  strange=$(members "$1" 2>/dev/null | grep -vxE 'LICENSE|gates(\.exe)?|libsodium\.(so|dylib|dll)' | head -n 1) || true
  [[ -z $strange ]] || fail "$name holds \"$strange\", which no release has"
  case $1 in
    *.zip) unzip -q "$1" -d "$2" ;;
    *) tar -xzf "$1" -C "$2" ;;
  esac || fail "$name could not be unpacked"
  strange=$(find "$2" -mindepth 1 ! -type f | head -n 1)
  [[ -z $strange ]] || fail "$name holds \"$(basename "$strange")\", which is no plain file"
}

newest=$(known | sort -t . -k 1,1n -k 2,2n -k 3,3n | tail -n 1)
[[ -n $newest ]] || fail "this commit of actions/setup belongs to no release and knows no digests. Use gates-ci/gates/actions/setup at a release's commit"
version=${VERSION:-$newest}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "\"$version\" is not a version, such as $newest"
rid=$(platform)
line=$(awk -v name="gates-$version-$rid" '$2 == name ".tar.gz" || $2 == name ".zip"' "$here/releases.txt")
if [[ -z $line ]]; then
  known | grep -qxF "$version" || fail "this commit of actions/setup does not know $version; it knows $(known | tr '\n' ' ')"
  fail "Gates $version has no build for $rid; it has $(sed -nE "s/^[0-9a-f]{64} gates-$version-([a-z0-9-]+)\..*/\1/p" "$here/releases.txt" | tr '\n' ' ')"
fi
digest=${line%% *}
name=${line#* }
base=${DOWNLOAD_URL:-https://github.com/gates-ci/gates/releases/download/v$version}
case $base in
  *@*) fail "download-url must not hold a name, a password or another @" ;;
  https://*) ;;
  *) fail "\"$base\" is not an https address" ;;
esac

work=$(mktemp -d "$(posix "${RUNNER_TEMP:-${TMPDIR:-/tmp}}")/gates-XXXXXX")
archive=$work/$name
cached=${RUNNER_TOOL_CACHE:+$(posix "$RUNNER_TOOL_CACHE")/gates/$version/$name}
how="from the cache"
if [[ -z $cached ]] || ! from_cache "$cached" "$archive"; then
  how="from ${base%/}"
  fetch "${base%/}/$name" "$archive"
  got=$(sha256 "$archive")
  [[ $got == "$digest" ]] || fail "${base%/}/$name is not what was released: its SHA-256 is $got, and must be $digest"
  [[ -z $cached ]] || to_cache "$cached" "$archive"
fi
path=$work/bin
mkdir "$path"
unpack "$archive" "$path"
rm -f "$archive"
said=$("$path/gates" --version 2>&1) || fail "the program does not run on this machine: $(printf '%s' "$said" | head -n 1)"
[[ $said == "$version" || $said == "$version+"* ]] || fail "the program says that it is \"$said\", and not $version"

# Windows' own programs read these two.
! command -v cygpath >/dev/null || path=$(cygpath -w "$path")
echo "$path" >>"${GITHUB_PATH:-/dev/null}"
{
  echo "version=$version"
  echo "path=$path"
} >>"${GITHUB_OUTPUT:-/dev/null}"
echo "Gates $version for $rid, $how, SHA-256 as released."
