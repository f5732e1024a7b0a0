//! The Swift package: what it is built from, and how.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;

use anyhow::{Context as _, Result};

use super::Toolchain;
use crate::package::native::Part;
use crate::package::target::Target;
use crate::process;
use crate::workspace::Workspace;

/// What belongs to the package, relative to the checkout.
const PACKAGE: &str = "bindings/swift";

/// Programs that use the package as their users' do.
pub(crate) const EXAMPLES: &str = "bindings/swift/Examples";

/// An app's view and model, as a package. The view is empty where there is no SwiftUI.
pub(crate) const APP: &str = "examples/swiftui";

/// The crate of the binding, and the library that it is built as.
pub(super) const BRIDGE: &str = "cams-roi-uniffi";
pub(super) const LIBRARY: &str = "cams_roi_uniffi";
pub(crate) const STATIC_LIBRARY: &str = "libcams_roi_uniffi.a";

/// Builds the binding as tests need it, and writes the Swift that calls it; gives the static library's directory.
pub(crate) fn generate(workspace: &Workspace) -> Result<PathBuf> {
    // All libraries, with which dependencies have the features of all other builds; and beside the generator, which takes
    // longest.
    let generator = workspace.build_beside_libraries("cams-roi-uniffi-bindgen")?;
    let directory = workspace.target().join("debug");
    let written = workspace.own("swift").join("generated");
    write(workspace, &generator, &directory.join(format!("{DLL_PREFIX}{LIBRARY}{DLL_SUFFIX}")), &written)?;
    let sources = workspace.root().join(PACKAGE).join("Sources");
    for (file, target) in [("CamsRoiNative.swift", "CamsRoiNative"), ("CamsRoiFFI.h", "CamsRoiFFI")] {
        copy(&written.join(file), &sources.join(target).join("generated"))?;
    }
    set_apart(&directory.join(STATIC_LIBRARY), &workspace.own("swift").join("library"))
}

/// Puts the static library where it is alone, as users install it: the linker would take the shared one that lies beside
/// it. Each build of it has a directory of its own, for SwiftPM looks at the command to link with, and not at the library,
/// to see whether it has to link again.
fn set_apart(library: &Path, below: &Path) -> Result<PathBuf> {
    let built = fs::metadata(library).and_then(|it| it.modified());
    let built = built.with_context(|| format!("{} cannot be looked at", library.display()))?;
    let apart = below.join(built.duration_since(UNIX_EPOCH)?.as_nanos().to_string());
    let link = apart.join(STATIC_LIBRARY);
    if !link.exists() {
        if below.exists() {
            fs::remove_dir_all(below)?;
        }
        fs::create_dir_all(&apart)?;
        let linked = fs::hard_link(library, &link).or_else(|_| fs::copy(library, &link).map(drop));
        linked.with_context(|| format!("{} cannot be written", link.display()))?;
    }
    Ok(apart)
}

/// Writes the Swift that calls a library, and its header.
fn write(workspace: &Workspace, generator: &Path, library: &Path, to: &Path) -> Result<()> {
    let mut command = Command::new(generator);
    command.args(["generate", "--language", "swift", "--no-format", "--out-dir"]).arg(to).arg(library);
    process::run(command.current_dir(workspace.root()))
}

/// Swift's package manager for a package of the checkout, which has the binding from a directory of cargo's. A warning
/// is an error.
pub(crate) fn manager(
    workspace: &Workspace,
    toolchain: &Toolchain,
    bridge: &Path,
    subcommand: &str,
    package: &str,
) -> Result<Command> {
    let name = package.replace(['/', '.'], "-");
    let mut command = toolchain.program(workspace, "swift", &workspace.root().join(package));
    settle(command.arg(subcommand), &scratch(workspace, &name), &told(workspace, bridge, &name)?);
    Ok(command)
}

/// Tells pkg-config of the binding in a directory of cargo's; `name` is that of who looks for it.
pub(super) fn told(workspace: &Workspace, bridge: &Path, name: &str) -> Result<PathBuf> {
    let told = workspace.own("swift").join("pkgconfig").join(name);
    tell(&bridge.display().to_string(), &told.join("include").display().to_string(), &told)?;
    put("native.h", HEADER.as_bytes(), &told.join("include/cams-roi"))?;
    Ok(told)
}

/// Where a package of this name is built: below the target directory, as all is.
pub(super) fn scratch(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.own("swift").join("build").join(name)
}

/// Tells the package manager where to build, and where pkg-config has been told of the library.
pub(super) fn settle(manager: &mut Command, scratch: &Path, told: &Path) {
    manager.arg("--scratch-path").arg(scratch).arg("--pkg-config-path").arg(told);
    // Without what debuggers read of the library: each of many programs would hold all of it.
    manager.args(["-Xswiftc", "-warnings-as-errors", "-Xlinker", "-S"]);
    if cfg!(target_os = "linux") {
        // Each program of the pages is linked with the whole library, which takes the system's linker seconds.
        manager.args(["-Xswiftc", "-use-ld=lld"]);
    }
}

/// Builds the static library as it is shipped and installs it below `prefix`, where pkg-config tells SwiftPM of it.
pub(crate) fn install(workspace: &Workspace, prefix: &Path) -> Result<()> {
    generate(workspace)?;
    lay_out(workspace, Target::here()?, &std::path::absolute(prefix)?)
}

/// Builds the static library for a target, and lays out below `prefix` what is installed of it. It can be moved.
pub(crate) fn lay_out(workspace: &Workspace, target: &Target, prefix: &Path) -> Result<()> {
    let libraries = prefix.join("lib");
    copy(&Part::Swift.build(workspace, target)?, &libraries)?;
    put("native.h", HEADER.as_bytes(), &prefix.join("include/cams-roi"))?;
    tell("${pcfiledir}/..", "${pcfiledir}/../../include", &libraries.join("pkgconfig"))
}

/// What the header of the library says, for the package to see whether it is there and fits.
const HEADER: &str = concat!(
    "/* The native part of cams-roi for Swift is installed. */\n#define CAMS_ROI_NATIVE_",
    env!("CARGO_PKG_VERSION_MAJOR"),
    "_",
    env!("CARGO_PKG_VERSION_MINOR"),
    "_",
    env!("CARGO_PKG_VERSION_PATCH"),
    "\n"
);

/// Writes what tells SwiftPM, by way of pkg-config, where the library is.
fn tell(libraries: &str, headers: &str, at: &Path) -> Result<()> {
    let text = format!(
        "Name: cams-roi\nDescription: The native part of cams-roi for Swift\nVersion: {}\nCflags: -I{headers}\nLibs: \
         -L{libraries} -l{LIBRARY}\n",
        env!("CARGO_PKG_VERSION"),
    );
    fs::create_dir_all(at)?;
    let file = at.join("cams-roi.pc");
    fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}

fn copy(file: &Path, directory: &Path) -> Result<()> {
    let name = file.file_name().and_then(|name| name.to_str());
    let name = name.with_context(|| format!("{} has no name", file.display()))?;
    put(name, &fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?, directory)
}

/// Puts a file into a directory, unless the same is there: what is newer would be compiled again.
pub(super) fn put(name: &str, content: &[u8], directory: &Path) -> Result<()> {
    let file = directory.join(name);
    if !fs::read(&file).is_ok_and(|there| there == content) {
        fs::create_dir_all(directory).with_context(|| format!("{} cannot be made", directory.display()))?;
        fs::write(&file, content).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_asks_for_the_library_of_its_own_version() {
        let asking = include_str!("../../../bindings/swift/Sources/CamsRoiFFI/CamsRoiFFI.h");
        let defined = HEADER.split_whitespace().last().unwrap();
        assert!(asking.contains(&format!("#ifndef {defined}\n")), "{defined}");
        assert!(
            asking.contains(concat!(" ", env!("CARGO_PKG_VERSION"), ".")),
            "the message names the version"
        );
    }
}
