//! The store and the commands that use it, with SQLite and with a PostgreSQL server that is there for
//! them alone; the page in a browser; and its numbers computed a second time.

#[cfg(unix)]
use std::process::Command;

use anyhow::Result;

#[cfg(unix)]
use crate::postgres::{Durability, Server};
#[cfg(unix)]
use crate::process;
#[cfg(unix)]
use crate::python::Environment;
use crate::workspace::Workspace;

#[cfg(unix)]
use super::runners::Runner;
use super::runners::Tally;
#[cfg(unix)]
use super::with_servers::cargo_test;

/// PostgreSQL is started as Debian has it.
#[cfg(not(unix))]
pub(super) fn run(_: &Workspace) -> Result<Tally> {
    anyhow::bail!("the server of these tests is started on Linux alone")
}

/// Runs the tests of both databases; the server stops with them.
#[cfg(unix)]
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let server = Server::start(Durability::Lost)?;
    let duckdb =
        Environment::new(workspace, "duckdb", "crates/cams-roi-cli/tests/cli/duckdb-requirements.txt")?;
    let run = |mut tests: Command| {
        tests.env("CAMS_ROI_TEST_POSTGRES", server.url());
        tests.env("CAMS_ROI_TEST_POSTGRES_ROOT", server.certificate());
        tests.env("CAMS_ROI_TEST_DUCKDB", duckdb.python());
        Runner::Cargo.run(tests)
    };
    let store = run(cargo_test(workspace, "store"))?;
    process::install("chromium", "chromium")?;
    // Of the command's tests those that keep or read metrics; the others are in the suite `rust`.
    let mut command = cargo_test(workspace, "cli");
    command.args(["browser", "collect", "report"]);
    let command = run(command)?;
    Ok([store, command].into_iter().sum())
}
