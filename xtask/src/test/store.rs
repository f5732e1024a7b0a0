//! The store and the commands that use it, with SQLite and with a PostgreSQL server that is there for
//! them alone; and the page in a browser.

#[cfg(unix)]
use std::process::Command;

use anyhow::Result;

#[cfg(unix)]
use crate::postgres::Server;
#[cfg(unix)]
use crate::process;
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
    let server = Server::start()?;
    let run = |arguments: &[&str]| {
        let mut command = workspace.cargo();
        command.args(["test", "--no-fail-fast"]).args(arguments);
        command.env("CAMS_ROI_TEST_POSTGRES", server.url());
        command.env("CAMS_ROI_TEST_POSTGRES_ROOT", server.certificate()).env(NO_INSTANCE.0, NO_INSTANCE.1);
        Runner::Cargo.run(command)
    };
    let store = run(&["--package", "cams-roi-store", "--features", "test-postgres"])?;
    browser()?;
    // Of the command's tests those that keep or read metrics; the others are in the suite `rust`.
    let command =
        ["--package", "cams-roi-cli", "--features", "test-postgres,test-browser", "--test", "cli", "--"];
    let command = run(&[&command[..], &["browser", "collect", "report"]].concat())?;
    Ok([store, command].into_iter().sum())
}

/// Installs Debian's Chromium where there is none.
#[cfg(unix)]
fn browser() -> Result<()> {
    if process::output(Command::new("sh").args(["-c", "command -v chromium"])).is_ok() {
        return Ok(());
    }
    eprintln!("Installing Chromium …");
    process::run(Command::new("apt-get").args(["-qq", "update"]))?;
    process::output(
        Command::new("apt-get")
            .args(["-qq", "-y", "install", "chromium"])
            // Nobody is there to answer its questions.
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )?;
    Ok(())
}
