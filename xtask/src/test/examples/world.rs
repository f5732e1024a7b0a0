//! What the examples' tests find on their machine.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::postgres::{Durability, Server};
use crate::process;
use crate::workspace::Workspace;

use super::super::peers::PROXIES;
use super::super::runners::NO_INSTANCE;

/// What an example finds on its machine: the command on `PATH`, and a PostgreSQL server.
pub(super) struct World {
    command: PathBuf,
    path: OsString,
    postgres: Server,
}

impl World {
    pub(super) fn begin(workspace: &Workspace) -> Result<Self> {
        process::install("redis-server", "redis-server")?;
        let built = workspace.build("cams-roi")?;
        // Alone in its folder: beside it lies what else was built.
        let folder = workspace.own("examples").join("bin");
        fs::create_dir_all(&folder)?;
        let command = folder.join("cams-roi");
        let _ = fs::remove_file(&command);
        symlink(built, &command)?;
        let before = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([folder].into_iter().chain(env::split_paths(&before)))?;
        Ok(Self { command, path, postgres: Server::start(Durability::Lost)? })
    }

    /// Has tests find it.
    pub(super) fn lend(&self, tests: &mut Command) {
        for proxy in PROXIES {
            tests.env_remove(proxy);
        }
        tests
            .env("PATH", &self.path)
            .env("CAMS_ROI_COMMAND", &self.command)
            .env("POSTGRES_URL", self.postgres.url())
            .env(NO_INSTANCE.0, NO_INSTANCE.1);
    }
}
