//! The script that keeps a run in Redis.

use crate::redis_server::Script;

const RUN: &str = include_str!("run.lua");

/// The script for the run of this name.
pub(super) fn of_run(name: &str) -> Script {
    Script {
        text: RUN,
        key: format!("cams-roi:{{{name}}}:run"),
        channels: format!("cams-roi:{{{name}}}:worker:"),
    }
}
