//! The Swift package: built from the binding as it is, and tested against the emulator.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::swift::{Toolchain, guides, package};
use crate::workspace::Workspace;

use super::peers::PROXIES;
use super::runners::{NO_INSTANCE, Runner, Tally};

/// Builds the package, with no warning, and programs that use it, and runs its tests.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let toolchain = Toolchain::find()?;
    let bridge = package::generate(workspace)?;
    let mut examples = package::manager(workspace, &toolchain, &bridge, "build", package::EXAMPLES)?;
    process::run(examples.arg("--quiet"))?;
    let mut bin_path = package::manager(workspace, &toolchain, &bridge, "build", package::EXAMPLES)?;
    let programs = process::output(bin_path.arg("--show-bin-path"))?;
    // Elsewhere it has no view; its model is tested with the other examples.
    if cfg!(target_os = "macos") {
        let mut app = package::manager(workspace, &toolchain, &bridge, "build", package::APP)?;
        process::run(app.arg("--quiet"))?;
    }
    let guides = guides::build(workspace, &toolchain, &bridge)?;
    let mut command = tests(workspace, &toolchain, &bridge)?;
    command.env("CAMS_ROI_EXAMPLES", programs.trim()).env("CAMS_ROI_GUIDES", env::join_paths(guides)?);
    Runner::Swift.run(command)
}

/// Runs the conformance cases alone.
pub(super) fn conformance(workspace: &Workspace) -> Result<Tally> {
    let toolchain = Toolchain::find()?;
    let bridge = package::generate(workspace)?;
    let mut command = tests(workspace, &toolchain, &bridge)?;
    command.args(["--filter", "ConformanceTests"]);
    Runner::Swift.run(command)
}

/// The tests' runner.
fn tests(workspace: &Workspace, toolchain: &Toolchain, bridge: &Path) -> Result<Command> {
    let emulator = workspace.build("cams-roi")?;
    let mut command = package::manager(workspace, toolchain, bridge, "test", ".")?;
    // XCTest alone: its tests are counted, and those that set the environment have the process for themselves.
    command.arg("--disable-swift-testing");
    environment(&mut command);
    command.env("CAMS_ROI_COMMAND", emulator).env("CAMS_ROI_NATIVE_LIBRARY", bridge);
    Ok(command)
}

fn environment(command: &mut Command) {
    for proxy in PROXIES {
        command.env_remove(proxy);
    }
    command.env(NO_INSTANCE.0, NO_INSTANCE.1);
    // One test panics on purpose.
    command.env("RUST_BACKTRACE", "0");
}
