//! The store and the commands that use it, with SQLite and with a PostgreSQL server that is there for
//! them alone; the page in a browser; and its numbers computed a second time.

use anyhow::Result;

#[cfg(unix)]
use crate::postgres::{Durability, Server};
#[cfg(unix)]
use crate::process;
#[cfg(unix)]
use crate::python::Environment;
use crate::workspace::Workspace;

use super::runners::Tally;
#[cfg(unix)]
use super::runners::{NO_INSTANCE, Runner};

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
    let run = |arguments: &[&str]| {
        let mut command = workspace.cargo();
        command.args(["test", "--no-fail-fast"]).args(arguments);
        command.env("CAMS_ROI_TEST_POSTGRES", server.url());
        command.env("CAMS_ROI_TEST_POSTGRES_ROOT", server.certificate()).env(NO_INSTANCE.0, NO_INSTANCE.1);
        command.env("CAMS_ROI_TEST_DUCKDB", duckdb.python());
        Runner::Cargo.run(command)
    };
    let store = run(&["--package", "cams-roi-store", "--features", "test-postgres"])?;
    process::install("chromium", "chromium")?;
    // Of the command's tests those that keep or read metrics; the others are in the suite `rust`.
    let features = "cams-roi-cli/test-postgres,cams-roi-cli/test-browser,cams-roi-cli/test-duckdb";
    // The whole workspace, so that dependencies have the features with which they were built before.
    let command = ["--workspace", "--features", features, "--test", "cli", "--"];
    let command = run(&[&command[..], &["browser", "collect", "report"]].concat())?;
    Ok([store, command].into_iter().sum())
}
