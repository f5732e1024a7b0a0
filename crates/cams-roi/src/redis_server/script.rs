//! A script that a server runs, so that all of it happens at once.

use redis::Cmd;

/// A script, and what it works on. What is in braces in its key decides which server of a cluster has it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Script {
    pub(crate) text: &'static str,
    /// All that it keeps.
    pub(crate) key: String,
    /// What the channels of the processes begin with.
    pub(crate) channels: String,
}

impl Script {
    /// Asks the server to keep the script; replies with its name there.
    pub(super) fn load(&self) -> Cmd {
        let mut command = redis::cmd("SCRIPT");
        command.arg("LOAD").arg(self.text);
        command
    }

    /// Runs the script that was loaded under this name.
    pub(super) fn run(&self, name: &str, request: &str) -> Cmd {
        let mut command = redis::cmd("EVALSHA");
        command.arg(name).arg(1).arg(&self.key).arg(request).arg(&self.channels);
        command
    }
}
