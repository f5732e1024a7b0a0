//! The Swift package beside the Rust core that it is made of.

use std::process::Command;

use anyhow::Result;

use super::core;
use crate::process;
use crate::swift::{Toolchain, package};
use crate::workspace::Workspace;

/// The comparison's package, relative to the checkout.
const COMPARISON: &str = "benches/swift/comparison";

/// Installs the library as users do, builds the comparison with it, and tells how to run it.
pub(super) fn prepare(workspace: &Workspace, url: &str) -> Result<Command> {
    let toolchain = Toolchain::find()?;
    let installed = workspace.own("swift").join("installed");
    package::install(workspace, &installed)?;
    let libraries = installed.join("lib");
    let optimised = ["--configuration", "release", "-Xlinker", "-s"];
    let mut build = package::manager(workspace, &toolchain, &libraries, "build", COMPARISON)?;
    process::run(build.args(optimised).arg("--quiet"))?;
    let mut bin_path = package::manager(workspace, &toolchain, &libraries, "build", COMPARISON)?;
    let programs = process::output(bin_path.args(optimised).arg("--show-bin-path"))?;
    let compare = format!("{}/compare", programs.trim());
    let mut command = toolchain.program(workspace, &compare, workspace.root());
    command.arg(core::program(workspace)?).arg(libraries.join(package::STATIC_LIBRARY)).arg(url);
    Ok(command)
}
