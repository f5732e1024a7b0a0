//! Swift: a toolchain, found or made, and the package in `bindings/swift`.

mod chroot;
pub(crate) mod form;
pub(crate) mod guides;
pub(crate) mod package;
pub(crate) mod xcframework;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use clap::Subcommand;

use crate::process;
use crate::workspace::Workspace;

/// What the package is made of.
#[derive(Subcommand)]
pub(crate) enum Task {
    /// Build the binding and write the Swift that calls it, so that editors and `swift build` find it
    Generate,
    /// Install the native library for Linux, so that SwiftPM finds it by pkg-config
    Install {
        /// Below which directory
        #[arg(long, value_name = "DIRECTORY", default_value = "/usr/local")]
        prefix: PathBuf,
    },
    /// Build the XCFramework for Apple platforms, and write its checksum into Package.swift; on macOS
    Xcframework,
}

/// Does one of these.
pub(crate) fn run(workspace: &Workspace, task: Task) -> Result<()> {
    match task {
        Task::Generate => package::generate(workspace).map(|_| ()),
        Task::Install { prefix } => package::install(workspace, &prefix),
        Task::Xcframework => xcframework::build(workspace).map(|_| ()),
    }
}

/// The oldest Swift that the package can be built with.
const OLDEST: (u32, u32) = (6, 0);

/// Where a Swift is.
pub(crate) enum Toolchain {
    /// On `PATH`.
    Here,
    /// In a Debian of its own, below this directory.
    Chroot(PathBuf),
}

impl Toolchain {
    /// The Swift on `PATH` if it is recent enough; else one that is made once per machine.
    pub(crate) fn find() -> Result<Self> {
        let version = process::output(Command::new("swift").arg("--version"));
        let version = version.ok().and_then(|printed| version_in(&printed));
        if version.is_some_and(|version| version >= OLDEST) {
            return Ok(Self::Here);
        }
        let there = version.map_or_else(
            || "there is no swift on PATH".to_owned(),
            |(major, minor)| format!("the swift on PATH is {major}.{minor}"),
        );
        if !cfg!(target_os = "linux") {
            bail!("{there}: put one of {}.{} or later first on PATH", OLDEST.0, OLDEST.1);
        }
        let root = chroot::find_or_make().with_context(|| {
            let (major, minor) = OLDEST;
            format!(
                "{there}, and none could be made: install Swift {major}.{minor} or later and put it on PATH"
            )
        })?;
        Ok(Self::Chroot(root))
    }

    /// One of its programs, to be run in a directory of the checkout. It sees the checkout and the target directory at
    /// the paths that they have here.
    pub(crate) fn program(&self, workspace: &Workspace, name: &str, directory: &Path) -> Command {
        match self {
            Self::Here => {
                let mut command = Command::new(name);
                command.current_dir(directory);
                command
            }
            Self::Chroot(root) => {
                chroot::command(root, directory, &[workspace.root(), workspace.target()], name)
            }
        }
    }
}

/// `Swift version 6.0.3 (…)`, or Apple's.
fn version_in(printed: &str) -> Option<(u32, u32)> {
    let (_, version) = printed.split_once("Swift version ")?;
    let mut numbers = version.split(|c: char| !c.is_ascii_digit()).map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_platform_s_version_is_read() {
        assert_eq!(
            version_in("Swift version 6.0.3 (swift-6.0.3-RELEASE)\nTarget: x86_64-pc-linux-gnu"),
            Some((6, 0))
        );
        assert_eq!(
            version_in(
                "swift-driver version: 1.120\nApple Swift version 6.1 (swiftlang-6.1.0.110.21 clang-1700)"
            ),
            Some((6, 1))
        );
        assert_eq!(version_in("swift: the program of another author"), None);
    }
}
