//! The Swift package: built from the bridge as it is, and tested against the emulator.

use std::env;
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
    let emulator = workspace.build("cams-roi-cli", "cams-roi")?;
    let bridge = package::generate(workspace)?;
    let mut examples = package::manager(workspace, &toolchain, &bridge, "build", package::EXAMPLES)?;
    process::run(examples.arg("--quiet"))?;
    let mut bin_path = package::manager(workspace, &toolchain, &bridge, "build", package::EXAMPLES)?;
    let programs = process::output(bin_path.arg("--show-bin-path"))?;
    let guides = guides::build(workspace, &toolchain, &bridge)?;
    let mut command = package::manager(workspace, &toolchain, &bridge, "test", ".")?;
    // XCTest alone: its tests are counted, and those that set the environment have the process for themselves.
    command.arg("--disable-swift-testing");
    environment(&mut command);
    command.env("CAMS_ROI_COMMAND", emulator).env("CAMS_ROI_EXAMPLES", programs.trim());
    command.env("CAMS_ROI_GUIDES", env::join_paths(guides)?).env("CAMS_ROI_NATIVE_LIBRARY", bridge);
    Runner::Swift.run(command)
}

fn environment(command: &mut Command) {
    for proxy in PROXIES {
        command.env_remove(proxy);
    }
    command.env(NO_INSTANCE.0, NO_INSTANCE.1);
    // One test panics on purpose.
    command.env("RUST_BACKTRACE", "0");
}
