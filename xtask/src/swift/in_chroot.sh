# Runs a program of the chroot in a directory of this machine. Runs in a mount namespace of its own, so that the mounts
# end with it.
#
# in_chroot.sh ROOT DIRECTORY SHOWN… -- PROGRAM ARGUMENT…: the directories that are shown have the same path inside.
set -eu
root=$1
directory=$2
shift 2
# It finds its own libraries by what /proc says of it.
mount -t proc proc "$root/proc"
while [ "$1" != -- ]; do
    mkdir -p "$root$1"
    mount --bind "$1" "$root$1"
    shift
done
shift
export HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin
unset TMPDIR
exec chroot "$root" /bin/sh -c 'cd "$0" && exec "$@"' "$directory" "$@"
