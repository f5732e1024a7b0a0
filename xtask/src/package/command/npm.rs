//! The command as npm packages: one that finds the program, and one with the program for each platform.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::super::node::{install_tarballs, tarball};
use super::super::table::Artefact;
use super::super::target::Target;
use super::super::{Plan, directory, emptied, emptied_for_check, glibc, size};
use super::{program, programs, run_kit, run_pages};
use crate::node;
use crate::process;
use crate::test::node as package;
use crate::workspace::Workspace;

/// The folder of the packages.
const PACKAGES: &str = "command-node";

/// What the testing kit of the package does, where that is packed, too.
const KIT: &str = "
require('cams-roi/testing').startEmulator().then(async (emulator) => {
  await emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channels[0] })
  const codes = (await emulator.requests()).map((request) => request.code)
  await emulator.stop()
  if (codes.join() !== 'OK') throw new Error(codes)
})";

pub(super) fn build(workspace: &Workspace, plan: &Plan, share: &Path) -> Result<()> {
    if !plan.whole {
        return Ok(());
    }
    node::install_beside(workspace, package::PACKAGE)?;
    process::run(package::script(workspace, "build")?.arg("--silent"))?;
    let by_platform = emptied(workspace, "command-programs")?;
    for (target, built) in programs(workspace, plan)? {
        let folder = by_platform.join(target.npm);
        fs::create_dir(&folder)?;
        fs::copy(built, folder.join(program(target)))?;
    }
    let mut pack = package::script(workspace, "pack:command")?;
    pack.args(["--silent", "--"]).arg(directory(workspace, PACKAGES));
    process::run(pack.arg(by_platform).arg(share))
}

/// Installs it and what this platform needs of it into a project, with no registry.
fn install(workspace: &Workspace, project: &Path) -> Result<()> {
    let packed = directory(workspace, PACKAGES);
    let platform = format!("cams-roi-cli-{}", Target::here()?.npm);
    install_tarballs(project, &[tarball(&packed, "cams-roi-cli")?, tarball(&packed, &platform)?])
}

/// Installs it into an empty project, and runs the lines of its pages.
pub(super) fn check(workspace: &Workspace, command: &Path) -> Result<Vec<Artefact>> {
    let here = Target::here()?;
    let project = emptied_for_check(workspace, "command-node")?;
    fs::write(project.join("package.json"), "{ \"private\": true }")?;
    install(workspace, &project)?;
    let installed = project.join("node_modules");
    let mut npx = Command::new(if cfg!(windows) { "npx.cmd" } else { "npx" });
    npx.args(["--offline", "cams-roi-cli", "--version"]).current_dir(&project);
    let told = process::output(&mut npx)?;
    ensure!(told.trim() == concat!("cams-roi ", env!("CARGO_PKG_VERSION")), "npx cams-roi-cli tells {told}");
    let ran = run_pages(workspace, command, &installed.join(".bin"), &project)?;
    let packages = directory(workspace, "node");
    let kit = [tarball(&packages, "cams-roi"), tarball(&packages, &format!("cams-roi-{}", here.npm))];
    let kit: Vec<_> = kit.into_iter().filter_map(Result::ok).collect();
    if kit.len() == 2 {
        install_tarballs(&project, &kit)?;
        run_kit(command, &project, node::node()?.args(["-e", KIT]))?;
    }
    let with_kit = if kit.len() == 2 { ", and the testing kit of cams-roi" } else { "" };
    let platform = format!("cams-roi-cli-{}", here.npm);
    let needed = glibc::needed(&installed.join(&platform).join(program(here)))?;
    // Last, for it breaks what is installed: without the program it says what to do.
    fs::remove_dir_all(installed.join(&platform))?;
    let mut lacking = node::node()?;
    let output = lacking.arg(installed.join("cams-roi-cli/dist/command/bin.js")).output()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(
        !output.status.success() && said.contains(&format!("the package {platform} is not installed")),
        "without its program it says: {said}"
    );
    let packed = directory(workspace, PACKAGES);
    let artefact = |name: &str, glibc, ran| {
        let size = size(&packed.join(name)).with_context(|| format!("{name} is not laid out"))?;
        anyhow::Ok(Artefact { name: format!("npm {name}, unpacked"), size, limit: None, glibc, ran })
    };
    Ok(vec![
        artefact(
            "cams-roi-cli",
            None,
            format!("installed offline in an empty project; {ran} lines of its pages{with_kit}"),
        )?,
        artefact(&platform, needed, "with it".to_owned())?,
    ])
}
