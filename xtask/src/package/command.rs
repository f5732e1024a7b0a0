//! The command, in an archive for each target.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::linked::{self, LinkedCrates};
use super::native::Part;
use super::table::Artefact;
use super::target::Target;
use super::{Plan, archive, glibc};
use crate::guides::{World, blocks};
use crate::workspace::Workspace;

/// Its pages, relative to the checkout.
const PAGES: [&str; 2] = ["docs/getting-started/command.md", "README.md"];

/// What begins the lines of a page that run: the others install or set things up.
const COMMAND: &str = "cams-roi ";

pub(super) fn build(workspace: &Workspace, plan: &Plan) -> Result<()> {
    if plan.complete {
        return Ok(());
    }
    let to = super::emptied(workspace, "command")?;
    for target in &plan.targets {
        let built = Part::Command.build(workspace, target)?;
        let directory = to.join(folder(target));
        fs::create_dir(&directory)?;
        fs::copy(built, directory.join(target.program("cams-roi")))?;
        fs::copy(workspace.root().join("LICENSE"), directory.join("LICENSE"))?;
        LinkedCrates::of_part(workspace, Part::Command, target)?.write(&directory)?;
        archive::pack(&directory, &packed(&to, target))?;
        fs::remove_dir_all(&directory)?;
    }
    Ok(())
}

fn folder(target: &Target) -> String {
    format!("cams-roi-{}-{}", env!("CARGO_PKG_VERSION"), target.triple)
}

fn packed(directory: &Path, target: &Target) -> PathBuf {
    directory.join(format!("{}.tar.gz", folder(target)))
}

/// Unpacks this machine's, and runs the lines of its pages, those of one page in one world.
pub(super) fn check(workspace: &Workspace, command: &Path) -> Result<Vec<Artefact>> {
    let here = Target::here()?;
    let built = packed(&super::directory(workspace, "command"), here);
    let root = super::emptied_for_check(workspace, "command")?;
    archive::unpack(&built, &root)?;
    let programs = root.join(folder(here));
    linked::check(&programs)?;
    // The shell is the system's.
    let path = env::join_paths(
        [programs.clone()].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())),
    )?;
    let mut ran = 0;
    for page in PAGES {
        let text = workspace.read(page)?;
        let world = World::begin(command, root.join("world"))?;
        for line in blocks(&text, "sh").iter().flat_map(|block| block.lines()) {
            if line.starts_with(COMMAND) {
                let mut shell = Command::new("sh");
                shell.args(["-c", line]).env("PATH", &path).current_dir(world.directory());
                world.play(&mut shell).with_context(|| format!("{page}: {line}"))?;
                ran += 1;
            }
        }
    }
    Ok(vec![Artefact {
        name: super::name(&built),
        size: super::size(&built)?,
        limit: None,
        glibc: glibc::needed(&programs.join(here.program("cams-roi")))?,
        ran: format!("unpacked; {ran} lines of its pages"),
    }])
}
