//! The npm packages: one that is the same on all platforms, and one for each of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::linked::{self, LinkedCrates};
use super::native::Part;
use super::table::Artefact;
use super::target::Target;
use super::{Plan, glibc};
use crate::guides::{World, blocks};
use crate::node;
use crate::process;
use crate::test::node as package;
use crate::workspace::Workspace;

/// Its pages, relative to the checkout.
const PAGES: [&str; 3] = ["docs/getting-started/node.md", "README.md", "node/README.md"];

/// What a platform's package may have at most when it is installed.
const LIMIT: u64 = 6_000_000;

/// What a target's addon is called.
fn addon(target: &Target) -> String {
    format!("cams-roi.{}.node", target.npm)
}

pub(crate) fn build(workspace: &Workspace, plan: &Plan) -> Result<()> {
    super::build_libraries(workspace, plan, Part::Node, addon)?;
    if !plan.whole {
        return Ok(());
    }
    node::install_beside(workspace, package::PACKAGE)?;
    process::run(package::script(workspace, "build")?.arg("--silent"))?;
    // From one folder, as `scripts/pack.mjs` takes them.
    let addons = super::emptied(workspace, "addons")?;
    for (triple, library) in super::libraries(workspace, plan, addon)? {
        let target = Target::find(triple)?;
        fs::copy(library, addons.join(addon(target)))?;
        LinkedCrates::of_part(workspace, Part::Node, target)?.write(&addons.join(target.npm))?;
    }
    let to = super::directory(workspace, "node");
    let mut pack = package::script(workspace, "pack:all")?;
    process::run(pack.args(["--silent", "--"]).arg(&to).arg(&addons))
}

/// Installs what is packed, and nothing else, as a user would.
pub(crate) fn install(workspace: &Workspace, project: &Path) -> Result<()> {
    super::empty(project)?;
    fs::write(project.join("package.json"), "{ \"private\": true }")?;
    let packed = super::directory(workspace, "node");
    let platform = format!("cams-roi-{}", Target::here()?.npm);
    install_tarballs(project, &[tarball(&packed, "cams-roi")?, tarball(&packed, &platform)?])
}

/// Installs tarballs into a project, with no registry.
pub(super) fn install_tarballs(project: &Path, tarballs: &[PathBuf]) -> Result<()> {
    let mut npm = node::npm();
    npm.args(["install", "--offline", "--no-audit", "--no-fund", "--silent"]).current_dir(project);
    process::run(npm.args(tarballs))
}

/// The tarball of a package of this version.
pub(super) fn tarball(packed: &Path, name: &str) -> Result<PathBuf> {
    let file = packed.join(format!("{name}-{}.tgz", env!("CARGO_PKG_VERSION")));
    file.is_file().then_some(file).with_context(|| format!("{name} is not packed"))
}

/// Installs the package and that of this platform into an empty project, with no registry.
pub(super) fn check(workspace: &Workspace, command: &Path) -> Result<Vec<Artefact>> {
    let here = Target::here()?;
    let project = super::directory(workspace, "check/node");
    install(workspace, &project)?;
    let mut ran = 0;
    for page in PAGES {
        for (number, program) in (1..).zip(blocks(&workspace.read(page)?, "js")) {
            let world = World::begin(command, project.join("world"))?;
            let module = world.directory().join("program.mjs");
            fs::write(&module, program)?;
            let mut node = Command::new("node");
            node.arg(&module).current_dir(world.directory());
            world.play(&mut node).with_context(|| format!("{page}, number {number}"))?;
            ran += 1;
        }
    }
    let platform = format!("cams-roi-{}", here.npm);
    let installed = project.join("node_modules");
    let artefact = |name: &str, limit, glibc, ran| {
        let size = super::size(&installed.join(name))?;
        anyhow::Ok(Artefact { name: format!("npm {name}, unpacked"), size, limit, glibc, ran })
    };
    linked::check(&installed.join(&platform))?;
    let needed = glibc::needed(&installed.join(&platform).join(addon(here)))?;
    Ok(vec![
        artefact("cams-roi", None, None, format!("installed offline in an empty project; {ran} modules"))?,
        artefact(&platform, Some(LIMIT), needed, "with it".to_owned())?,
    ])
}
