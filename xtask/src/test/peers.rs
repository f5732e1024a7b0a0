//! The official SDKs against the emulator: what it takes for right must be what others send.

use std::process::Command;

use anyhow::Result;

use crate::node;
use crate::python::Environment;
use crate::workspace::Workspace;

use super::python;
use super::runners::{Runner, Tally};

/// The tests of Python, relative to the checkout.
pub(crate) const PYTHON: &str = "conformance/peers/python";

/// The tests of Node, relative to the checkout.
pub(crate) const NODE: &str = "conformance/peers/node";

/// The SDKs respect these, but no `NO_PROXY`: a proxy cannot reach our loopback.
pub(super) const PROXIES: [&str; 6] =
    ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"];

/// The environment of the Python tests.
pub(crate) fn environment(workspace: &Workspace) -> Result<Environment> {
    Environment::new(workspace, "peers", &format!("{PYTHON}/requirements.txt"))
}

/// Runs both languages' tests; one that cannot run does not keep the other from it.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let emulator = workspace.build("cams-roi")?;
    let run = |runner: Runner, command: Result<Command>| {
        let tally = command.and_then(|mut command| {
            for proxy in PROXIES {
                command.env_remove(proxy);
            }
            runner.run({
                command.env("CAMS_ROI_COMMAND", &emulator);
                command
            })
        });
        tally.unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Tally::BROKEN
        })
    };
    Ok([run(Runner::Pytest, pytest(workspace)), run(Runner::Node, node_test(workspace))].into_iter().sum())
}

/// With our own package beside the official ones: both are asked the same.
fn pytest(workspace: &Workspace) -> Result<Command> {
    let environment = environment(workspace)?;
    python::install(&environment, workspace, &python::quick_wheel(workspace)?)?;
    let directory = workspace.root().join(PYTHON);
    Ok(environment.module("pytest", &directory))
}

fn node_test(workspace: &Workspace) -> Result<Command> {
    let mut command = node::node()?;
    command.args(["--test", "--test-reporter=spec"]).current_dir(workspace.root().join(NODE));
    // The packages are not beside the tests, where Node looks for them.
    command.env("NODE_PATH", node::install(workspace, "peers", NODE)?);
    Ok(command)
}
