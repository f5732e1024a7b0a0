//! The example in Swift, but for its view, which needs SwiftUI.

use anyhow::Result;

use crate::swift::{Toolchain, package};
use crate::workspace::Workspace;

use super::super::runners::{Runner, Tally};
use super::world::World;

/// Builds it with no warning, and runs its tests.
pub(super) fn run(workspace: &Workspace, world: &World) -> Result<Tally> {
    println!("--> swiftui");
    let toolchain = Toolchain::find()?;
    let bridge = package::generate(workspace)?;
    let mut tests = package::manager(workspace, &toolchain, &bridge, "test", package::APP)?;
    world.lend(tests.arg("--disable-swift-testing"));
    // Before Swift 6.2, Observation's library lacks on Linux a function that it calls before it aborts
    // (swiftlang/swift#75670).
    if cfg!(target_os = "linux") {
        tests.args(["-Xlinker", "--allow-shlib-undefined"]);
    }
    Runner::Swift.run(tests)
}
