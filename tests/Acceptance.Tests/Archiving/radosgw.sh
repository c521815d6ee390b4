#!/usr/bin/env bash
# A real store of objects on this machine: Ceph's gateway over one monitor and one daemon that keeps everything in memory.
#   radosgw.sh DIR
# Prints its address when it answers, and ends, with all it started, when standard input does. Its user is AK with the secret SK; of its two
# buckets, "held" has an object lock and "plain" has none.
set -eu
dir=$1
mkdir -p "$dir"/mon "$dir"/osd "$dir"/rgw "$dir"/run
cd "$dir"
trap 'kill $(jobs -p) 2>/dev/null; wait' EXIT

port() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# Until it succeeds, for a minute.
await() {
  local _
  for _ in $(seq 300); do
    if "$@" >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  echo "radosgw.sh: gave up: $*" >&2
  exit 1
}

mon=$(port) rgw=$(port) fsid=$(cat /proc/sys/kernel/random/uuid)
libraries=$(dirname /usr/lib/*/rados-classes)
cat >ceph.conf <<END
[global]
fsid = $fsid
mon host = v2:127.0.0.1:$mon
mon initial members = a
ms bind msgr1 = false
public addr = 127.0.0.1
auth allow insecure global id reclaim = true
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon data avail crit = 0
mon data avail warn = 0
mon max pg per osd = 10000
run dir = $dir/run
log file = $dir/\$name.log
admin socket = $dir/run/\$name.\$pid.asok
pid file = $dir/run/\$name.pid
plugin dir = $libraries/ceph
erasure code dir = $libraries/ceph/erasure-code
osd class dir = $libraries/rados-classes
keyring = $dir/keyring
[mon.a]
mon data = $dir/mon
mon cluster log file = $dir/cluster.log
[osd.0]
osd data = $dir/osd
osd objectstore = memstore
memstore device bytes = 1073741824
[client.admin]
rgw data = $dir/rgw
rgw frontends = beast endpoint=127.0.0.1:$rgw
rgw crypt require ssl = false
rgw crypt s3 kms backend = testing
rgw crypt s3 kms encryption keys = testkey-1=YmluCmJvb3N0CmJvb3N0LWJ1aWxkCmNlcGguY29uZgo=
END
ceph=(timeout 20 ceph -c ceph.conf)
ceph-authtool --create-keyring keyring --gen-key -n mon. --cap mon 'allow *' >/dev/null
ceph-authtool keyring --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *' >/dev/null
monmaptool --create --addv a "[v2:127.0.0.1:$mon]" --fsid "$fsid" monmap >/dev/null
ceph-mon -c ceph.conf --mkfs -i a --monmap monmap --keyring keyring
ceph-mon -c ceph.conf -i a -f >mon.out 2>&1 &
await "${ceph[@]}" -s
uuid=$(cat /proc/sys/kernel/random/uuid)
"${ceph[@]}" osd new "$uuid" >/dev/null
"${ceph[@]}" auth get-or-create osd.0 mon 'allow profile osd' mgr 'allow profile osd' osd 'allow *' >>keyring
ceph-osd -c ceph.conf -i 0 --mkfs --osd-uuid "$uuid" >osd.out 2>&1
ceph-osd -c ceph.conf -i 0 -f >>osd.out 2>&1 &
is_up() { "${ceph[@]}" osd stat | grep -q '1 up'; }
await is_up
radosgw -c ceph.conf -n client.admin -f >rgw.out 2>&1 &
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$rgw"); }
await answers
radosgw-admin -c ceph.conf user create --uid=tester --display-name=tester --access-key=AK --secret=SK >/dev/null 2>&1

# With the first form of signatures, which takes no more than this.
bucket() {
  local date signature
  date=$(LC_ALL=C date -u '+%a, %d %b %Y %H:%M:%S GMT')
  signature=$(printf 'PUT\n\n\n%s\n%s/%s' "$date" "${2:+$2$'\n'}" "$1" | openssl dgst -sha1 -hmac SK -binary | base64)
  curl -sSf -X PUT -H "Date: $date" ${2:+-H "$2"} -H "Authorization: AWS AK:$signature" "http://127.0.0.1:$rgw/$1"
}
bucket held x-amz-bucket-object-lock-enabled:true
bucket plain ""
echo "http://127.0.0.1:$rgw"
cat >/dev/null
