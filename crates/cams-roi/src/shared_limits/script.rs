//! The script that keeps a limit in Redis.

use redis::Cmd;

/// It runs in Redis, so that all of it happens at once.
const TURNS: &str = include_str!("turns.lua");

/// Where a limit is in Redis. What is in braces decides which server of a cluster has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Keys {
    /// The state's key.
    pub(super) state: String,
    /// What the channels of the processes begin with.
    pub(super) channels: String,
}

impl Keys {
    pub(super) fn new(limit: &str) -> Self {
        Self {
            state: format!("cams-roi:{{{limit}}}:limit"),
            channels: format!("cams-roi:{{{limit}}}:turns:"),
        }
    }
}

/// Asks the server to keep the script; replies with its name there.
pub(super) fn load() -> Cmd {
    let mut command = redis::cmd("SCRIPT");
    command.arg("LOAD").arg(TURNS);
    command
}

/// Runs the script that was loaded under this name.
pub(super) fn run(name: &str, keys: &Keys, request: &str) -> Cmd {
    let mut command = redis::cmd("EVALSHA");
    command.arg(name).arg(1).arg(&keys.state).arg(request).arg(&keys.channels);
    command
}
