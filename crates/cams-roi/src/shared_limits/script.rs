//! The script that keeps a limit in Redis.

use crate::redis_server::Script;

const TURNS: &str = include_str!("turns.lua");

/// The script for the limit of this name.
pub(super) fn of_limit(limit: &str) -> Script {
    Script {
        text: TURNS,
        key: format!("cams-roi:{{{limit}}}:limit"),
        channels: format!("cams-roi:{{{limit}}}:turns:"),
    }
}
