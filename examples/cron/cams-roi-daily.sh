#!/usr/bin/env bash
# Enables new channels and collects every day's metrics: for cron, once an hour until the day is done.
#
# Prints nothing where all went well or the day is done already. Where something failed, it prints what the command said,
# which cron mails, and ends with the command's exit code:
#
#   0  done
#   1  some channels or queries failed; the next run tries those again
#   2  a setting or a file is wrong
#   3  credentials or a permission are missing
#   4  the service throttles or is not available
#   5  the service cannot be reached
#  75  an earlier run is still going on
set -uo pipefail

state=${CAMS_ROI_STATE:-/var/lib/cams-roi}
export CAMS_ROI_STORE=${CAMS_ROI_STORE:-$state/cams-roi.db}

if ! mkdir -p "$state" 2>/dev/null || ! [[ -w $state ]]; then
    echo "$0: $state cannot be written: make it and give it to $(id -un), or let CAMS_ROI_STATE name another folder" >&2
    exit 2
fi

# The lock is open as long as this script or a command that it started runs, however they end.
exec 9>"$state/lock"
if ! flock --nonblock 9; then
    echo "$0: an earlier run is still going on" >&2
    exit 75
fi

today=$(date --utc +%F)
if [[ -f $state/done && $(<"$state/done") == "$today" ]]; then
    exit 0
fi

output=$state/output
failed=0

# Runs the command and keeps what it says. Whether the next step makes sense is the caller's to decide.
step() {
    cams-roi "$@" >"$output" 2>&1
    local code=$?
    if ((code != 0)); then
        failed=$code
        echo "cams-roi $1 ended with exit code $code:" >&2
        cat "$output" >&2
    fi
    return $code
}

# The journal remembers which channels are enabled: those are not called again, today or on any other day.
step enable --all --journal "$state/enabled.journal"
case $? in
    # Channels that failed keep no others from being collected.
    0 | 1) ;;
    *) exit "$failed" ;;
esac

# What the store lacks is asked for, also of days on which this script did not run.
step collect --all

if ((failed == 0)); then
    echo "$today" >"$state/done"
fi
exit "$failed"
