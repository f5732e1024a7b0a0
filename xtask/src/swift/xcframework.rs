//! What Apple platforms link: an XCFramework of static libraries, with the header of the binding.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use super::package::{self, BRIDGE, STATIC_LIBRARY};
use crate::process;
use crate::workspace::Workspace;

/// Its name is that of the module of C that it holds.
const MODULE: &str = "CamsRoiFFI";

/// The slices: each is one library, of one target or of several that `lipo` puts together.
const SLICES: [(&str, &[&str]); 4] = [
    ("macos", &["aarch64-apple-darwin", "x86_64-apple-darwin"]),
    ("ios", &["aarch64-apple-ios"]),
    ("ios-simulator", &["aarch64-apple-ios-sim", "x86_64-apple-ios"]),
    ("catalyst", &["aarch64-apple-ios-macabi", "x86_64-apple-ios-macabi"]),
];

/// The oldest systems, as Package.swift has them.
const OLDEST: [(&str, &str); 2] =
    [("MACOSX_DEPLOYMENT_TARGET", "13.0"), ("IPHONEOS_DEPLOYMENT_TARGET", "16.0")];

/// Builds it where Package.swift looks for it, zips it for a release, and writes the zip's checksum into Package.swift;
/// gives the zip.
pub(crate) fn build(workspace: &Workspace) -> Result<PathBuf> {
    if !cfg!(target_os = "macos") {
        bail!("an XCFramework is made by Xcode, which there is on macOS alone");
    }
    package::generate(workspace)?;
    let made = workspace.own("swift").join("xcframework");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    let headers = headers(workspace, &made)?;
    let framework = workspace.root().join(format!("bindings/swift/{MODULE}.xcframework"));
    if framework.exists() {
        fs::remove_dir_all(&framework)?;
    }
    let mut create = Command::new("xcodebuild");
    create.arg("-create-xcframework");
    for (slice, targets) in SLICES {
        let library = slice_library(workspace, &made.join(slice), targets)?;
        create.arg("-library").arg(library).arg("-headers").arg(&headers);
    }
    process::run(create.arg("-output").arg(&framework))?;
    let zip = made.join(format!("{MODULE}.xcframework.zip"));
    let mut ditto = Command::new("ditto");
    ditto.args(["-c", "-k", "--sequesterRsrc", "--keepParent"]).arg(&framework).arg(&zip);
    process::run(&mut ditto)?;
    let mut checksum = Command::new("swift");
    let checksum = process::output(checksum.args(["package", "compute-checksum"]).arg(&zip))?;
    bake(&workspace.root().join("Package.swift"), env!("CARGO_PKG_VERSION"), checksum.trim())?;
    println!("{}\n{}", zip.display(), checksum.trim());
    Ok(zip)
}

/// A directory of its own inside of the headers: two frameworks with a module map at the top cannot be used together.
fn headers(workspace: &Workspace, made: &Path) -> Result<PathBuf> {
    let headers = made.join("headers");
    let module = headers.join(MODULE);
    fs::create_dir_all(&module)?;
    let header = format!("{MODULE}.h");
    let generated = workspace.root().join("bindings/swift/Sources").join(MODULE).join("generated");
    fs::copy(generated.join(&header), module.join(&header))
        .context("the generated header cannot be copied")?;
    let map = format!("module {MODULE} {{\n    header \"{header}\"\n    export *\n}}\n");
    fs::write(module.join("module.modulemap"), map)?;
    Ok(headers)
}

fn slice_library(workspace: &Workspace, directory: &Path, targets: &[&str]) -> Result<PathBuf> {
    fs::create_dir_all(directory)?;
    let mut libraries = Vec::new();
    for target in targets {
        let mut build = workspace.cargo();
        build.args(["build", "--quiet", "--package", BRIDGE, "--profile", "dist", "--target", target]);
        process::run(build.envs(OLDEST))
            .with_context(|| format!("`rustup target add {target}` may be missing"))?;
        libraries.push(workspace.target().join(target).join("dist").join(STATIC_LIBRARY));
    }
    let all = directory.join(STATIC_LIBRARY);
    process::run(Command::new("lipo").arg("-create").args(libraries).arg("-output").arg(&all))?;
    Ok(all)
}

/// Says in Package.swift which release its zip belongs to.
fn bake(manifest: &Path, version: &str, checksum: &str) -> Result<()> {
    let text = fs::read_to_string(manifest)?;
    fs::write(manifest, baked(&text, version, checksum)?)?;
    Ok(())
}

fn baked(manifest: &str, version: &str, checksum: &str) -> Result<String> {
    const RELEASED: &str = "let released: (version: String, checksum: String)? =";
    ensure!(manifest.matches(RELEASED).count() == 1, "Package.swift has no line `{RELEASED} …`");
    let lines = manifest.lines().map(|line| {
        let indent = &line[..line.len() - line.trim_start().len()];
        if line.trim_start().starts_with(RELEASED) {
            format!("{indent}{RELEASED} (\"{version}\", \"{checksum}\")\n")
        } else {
            format!("{line}\n")
        }
    });
    Ok(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_goes_into_the_manifest_as_it_is() {
        let manifest = include_str!("../../../Package.swift");
        let once = baked(manifest, "1.2.3", "abc").unwrap();
        assert!(once.contains("let released: (version: String, checksum: String)? = (\"1.2.3\", \"abc\")\n"));
        let again = baked(&once, "1.2.4", "def").unwrap();
        assert_eq!(again, baked(manifest, "1.2.4", "def").unwrap());
        assert!(baked("let package = Package()", "1.2.3", "abc").is_err());
    }
}
