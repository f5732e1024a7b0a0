# Makes a Debian with Swift in it, in the directory that is named. Runs in a mount namespace of its own, so that nothing
# stays mounted below it, however this ends.
set -eu
root=$1

if ! command -v debootstrap >/dev/null; then
    apt-get -qq update
    apt-get -qq -y install --no-install-recommends debootstrap >/dev/null
fi

# Packages come from where this machine's do.
mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk '$3 == "main" && $2 !~ /security|updates|backports/ { print $1; exit }')
if [ -z "$mirror" ]; then
    echo "apt's sources name no archive with a component main" >&2
    exit 1
fi
if [ -z "${http_proxy:-}" ]; then
    eval "$(apt-config shell http_proxy Acquire::http::Proxy)"
    export http_proxy
fi
debootstrap --variant=minbase --include=ca-certificates trixie "$root" "$mirror" >"$root.log" 2>&1 || {
    tail -n 20 "$root.log" >&2
    exit 1
}

# And in the same way: proxies, checks, passwords, certificates.
apt-config dump | grep -E '^Acquire::(https?|Check-|Retries|ForceIPv)' | grep -v 'Auto-\?Detect' \
    >"$root/etc/apt/apt.conf.d/99machine" || true
apt-config dump | sed -n 's/^Acquire::https\?::.*CaInfo "\(.*\)";$/\1/Ip' | while read -r file; do
    install -D -m 644 "$file" "$root$file"
done
for file in /etc/apt/auth.conf /etc/apt/auth.conf.d /etc/resolv.conf /etc/hosts; do
    if [ -e "$file" ]; then
        rm -rf "${root:?}$file"
        cp -rL "$file" "$root$file"
    fi
done
if [ -s /etc/ssl/certs/ca-certificates.crt ]; then
    cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
fi
# What breaks half-way is made anew: there is nothing to keep safe.
echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io"

mount -t proc proc "$root/proc"
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin
chroot "$root" apt-get -qq update
chroot "$root" apt-get -qq -y install --no-install-recommends swiftlang libc6-dev libstdc++-14-dev >>"$root.log" 2>&1 || {
    tail -n 20 "$root.log" >&2
    exit 1
}
chroot "$root" apt-get clean
rm -f "$root.log"
