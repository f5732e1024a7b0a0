//! The Swift package: its sources, as the commit of a release has them, and the library that they link.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::linked::LinkedCrates;
use super::native::Part;
use super::table::Artefact;
use super::target::Target;
use super::{Plan, archive};
use crate::guides::World;
use crate::process;
use crate::swift::{Toolchain, guides, package, xcframework};
use crate::workspace::Workspace;

/// What the sources are, relative to the checkout.
const SOURCES: [&str; 5] = [
    "LICENSE",
    "Package.swift",
    "bindings/swift/README.md",
    "bindings/swift/Sources",
    "bindings/swift/Tests",
];

/// Its pages, relative to the checkout.
const PAGES: [&str; 2] = ["docs/getting-started/swift.md", "README.md"];

/// What Apple's systems link, as Package.swift calls it.
const XCFRAMEWORK: &str = "CamsRoiFFI.xcframework.zip";

pub(super) fn build(workspace: &Workspace, plan: &Plan) -> Result<()> {
    if plan.complete {
        return Ok(());
    }
    let to = super::emptied(workspace, "swift")?;
    if plan.whole {
        package::generate(workspace)?;
        if cfg!(target_os = "macos") {
            fs::copy(xcframework::build(workspace)?, to.join(XCFRAMEWORK))?;
        }
        let sources = to.join(sources());
        for file in SOURCES {
            copy(&workspace.root().join(file), &sources.join(file))?;
        }
        archive::pack(&sources, &to.join(format!("{}.tar.gz", self::sources())))?;
        fs::remove_dir_all(&sources)?;
    }
    // There is no Swift for musl but as an SDK, and Apple's systems link the XCFramework.
    for target in plan.targets.iter().filter(|target| target.has_glibc()) {
        let prefix = to.join(native(target));
        package::lay_out(workspace, target, &prefix)?;
        LinkedCrates::of_part(workspace, Part::Swift, target)?.write(&prefix)?;
        archive::pack(&prefix, &to.join(format!("{}.tar.gz", native(target))))?;
        fs::remove_dir_all(&prefix)?;
    }
    Ok(())
}

fn sources() -> String {
    format!("cams-roi-swift-{}", env!("CARGO_PKG_VERSION"))
}

fn native(target: &Target) -> String {
    format!("{}-{}", sources(), target.triple)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    } else {
        fs::create_dir_all(to.parent().context("a file to copy has a folder")?)?;
        fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
    }
    Ok(())
}

/// Builds the programs of the pages as a new package, of what was packed alone, and runs them.
pub(super) fn check(workspace: &Workspace, command: &Path) -> Result<Vec<Artefact>> {
    let built = super::directory(workspace, "swift");
    let root = super::emptied_for_check(workspace, "swift")?;
    let here = Target::here()?;
    let mut packed = vec![format!("{}.tar.gz", sources())];
    if here.has_glibc() {
        packed.push(format!("{}.tar.gz", native(here)));
    }
    for file in &packed {
        archive::unpack(&built.join(file), &root)?;
    }
    if cfg!(target_os = "macos") {
        let zip = built.join(XCFRAMEWORK);
        let mut ditto = Command::new("ditto");
        process::run(ditto.args(["-x", "-k"]).arg(zip).arg(root.join(sources()).join("bindings/swift")))?;
    }
    let toolchain = Toolchain::find()?;
    let pages = PAGES.map(|page| workspace.root().join(page));
    let told = root.join(native(here)).join("lib/pkgconfig");
    let (directory, scratch, ours) = (root.join("pages"), root.join("build"), root.join(sources()));
    let how = guides::Build { directory: &directory, scratch: &scratch, ours: &ours, told: &told };
    let programs = guides::build_pages(workspace, &toolchain, &pages, &how)?;
    for program in &programs {
        let world = World::begin(command, root.join("world"))?;
        world.play(&mut toolchain.program(workspace, &program.to_string_lossy(), world.directory()))?;
    }
    let ran = format!("a new package; {} programs", programs.len());
    packed
        .iter()
        .map(|file| {
            let file = built.join(file);
            Ok(Artefact {
                name: super::name(&file),
                size: super::size(&file)?,
                limit: None,
                glibc: None,
                ran: ran.clone(),
            })
        })
        .collect()
}
