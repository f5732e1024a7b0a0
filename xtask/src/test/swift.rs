//! The Swift package: built from the bridge as it is, and tested against the emulator.

use std::process::Command;

use anyhow::Result;

use crate::swift::{Toolchain, package};
use crate::workspace::Workspace;

use super::peers::PROXIES;
use super::runners::{Runner, Tally};

/// Builds the package, with no warning, and runs its tests.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let toolchain = Toolchain::find()?;
    let emulator = workspace.build("cams-roi-cli", "cams-roi")?;
    let mut command = built_here(workspace, &toolchain, "test")?;
    // XCTest alone: what it closes with is counted, and tests that set the environment have the process for themselves.
    command.args(["--disable-swift-testing", "-Xswiftc", "-warnings-as-errors"]);
    for proxy in PROXIES {
        command.env_remove(proxy);
    }
    command
        .env("CAMS_ROI_COMMAND", emulator)
        .env("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true")
        // One test panics on purpose.
        .env("RUST_BACKTRACE", "0");
    Runner::Swift.run(command)
}

/// The package manager in the checkout, with the bridge as cargo has just built it.
pub(crate) fn built_here(workspace: &Workspace, toolchain: &Toolchain, subcommand: &str) -> Result<Command> {
    let libraries = package::generate(workspace)?;
    let told = workspace.own("swift").join("pkgconfig");
    package::tell(&libraries, &told)?;
    let mut command = toolchain.package_manager(workspace, subcommand, workspace.root());
    command.arg("--pkg-config-path").arg(told);
    // Nothing but a program's own search path tells where a library is that is not installed.
    command.args(["-Xlinker", "-rpath", "-Xlinker"]).arg(libraries);
    Ok(command)
}
