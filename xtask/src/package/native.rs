//! What packages hold of compiled Rust. No other place knows how it is built as it is shipped.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::target::Target;
use crate::process;
use crate::python::Environment;
use crate::workspace::Workspace;

/// The profile of all that is shipped.
pub(crate) const PROFILE: &str = "dist";

/// The oldest glibc that packages for Linux run with: that of manylinux2014, which is RHEL 7's and newer ones'.
pub(crate) const GLIBC: (u32, u32) = (2, 17);

/// The tools that build for Linux, pinned, relative to the checkout.
const TOOLS: &str = "xtask/src/package/requirements.txt";

/// What is compiled.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    /// The addon of Node
    Node,
    /// The library that a JVM loads
    Jvm,
    /// The library that Swift on Linux links
    Swift,
}

impl Part {
    /// What of which crate it is, as cargo is told.
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Node => &["--package", "cams-roi-node", "--lib"],
            // Without the feature a JVM finds none of its functions in the library.
            Self::Jvm => {
                &["--package", "cams-roi-uniffi", "--lib", "--features", "jvm", "--crate-type", "cdylib"]
            }
            Self::Swift => &["--package", "cams-roi-uniffi", "--lib", "--crate-type", "staticlib"],
        }
    }

    /// The crate that it is made of.
    pub(super) fn package(self) -> &'static str {
        self.arguments()[1]
    }

    fn file(self, target: &Target) -> String {
        match self {
            Self::Node => target.shared_library("cams_roi_node"),
            Self::Jvm => target.shared_library("cams_roi_uniffi"),
            Self::Swift => "libcams_roi_uniffi.a".to_owned(),
        }
    }

    /// Builds it, and tells where it is: until another part of the same crate is built.
    pub(crate) fn build(self, workspace: &Workspace, target: &Target) -> Result<PathBuf> {
        eprintln!("Building {self:?} for {} …", target.triple);
        let mut cargo = cargo(workspace, target)?;
        cargo.args(["rustc", "--quiet", "--locked", "--profile", PROFILE]).args(self.arguments());
        if target.is_musl() {
            // What is loaded into a process links musl as that does.
            cargo.env("RUSTFLAGS", "-C target-feature=-crt-static");
        }
        let built = if uses_zig(target) && target.has_glibc() {
            format!("{}.{}.{}", target.triple, GLIBC.0, GLIBC.1)
        } else {
            target.triple.to_owned()
        };
        process::run(cargo.arg("--target").arg(built))?;
        Ok(workspace.target().join(target.triple).join(PROFILE).join(self.file(target)))
    }
}

/// Whether zig links: it has every version of glibc, and musl; other systems have linkers of their own.
pub(super) fn uses_zig(target: &Target) -> bool {
    cfg!(target_os = "linux") && target.is_linux()
}

/// The environment of Python that holds zig, and what cargo and maturin need to use it.
pub(super) fn tools(workspace: &Workspace) -> Result<Environment> {
    Environment::new(workspace, "package-tools", TOOLS)
}

/// Cargo that builds for a target.
fn cargo(workspace: &Workspace, target: &Target) -> Result<Command> {
    if !uses_zig(target) {
        return Ok(workspace.cargo());
    }
    let tools = tools(workspace)?;
    let mut command = Command::new(tools.program("cargo-zigbuild"));
    command.current_dir(workspace.root()).env("CARGO_TARGET_DIR", workspace.target());
    command.env("PATH", path(&tools)?);
    Ok(command)
}

/// The search path on which the tools are found first.
pub(super) fn path(tools: &Environment) -> Result<OsString> {
    let programs = tools.python().parent().map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(programs.into_iter().chain(env::split_paths(&path)))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_of_the_jvm_has_the_functions_that_a_jvm_calls() {
        assert!(Part::Jvm.arguments().windows(2).any(|pair| pair == ["--features", "jvm"]));
    }

    #[test]
    fn each_part_is_found_where_cargo_puts_it() {
        let target = |triple| Target::find(triple).unwrap();
        assert_eq!(Part::Jvm.file(target("x86_64-pc-windows-msvc")), "cams_roi_uniffi.dll");
        assert_eq!(Part::Node.file(target("aarch64-apple-darwin")), "libcams_roi_node.dylib");
    }
}
