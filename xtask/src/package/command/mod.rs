//! The command: an archive for each target, a wheel for each, and npm packages.

mod archives;
mod npm;
mod share;
mod wheel;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::Plan;
use super::table::Artefact;
use super::target::Target;
use crate::guides::{World, blocks};
use crate::workspace::Workspace;

/// Its pages, relative to the checkout.
const PAGES: [&str; 3] = ["docs/getting-started/command.md", "crates/cams-roi-cli/README.md", "README.md"];

/// What begins the lines of a page that run: the others install or set things up.
const COMMAND: &str = "cams-roi ";

/// What it is called among the parts that other machines have built.
pub(super) fn program(target: &Target) -> String {
    target.program("cams-roi")
}

pub(crate) fn build(workspace: &Workspace, plan: &Plan) -> Result<()> {
    let share = share::write(workspace)?;
    wheel::build(workspace, plan, &share)?;
    archives::build(workspace, plan, &share)?;
    npm::build(workspace, plan, &share)
}

/// Installs each, and runs the lines of its pages.
pub(super) fn check(workspace: &Workspace, command: &Path) -> Result<Vec<Artefact>> {
    let mut artefacts = archives::check(workspace, command)?;
    artefacts.extend(wheel::check(workspace, command)?);
    artefacts.extend(npm::check(workspace, command)?);
    Ok(artefacts)
}

/// Has the testing kit of a package that is installed beside the command start the emulator.
fn run_kit(command: &Path, root: &Path, program: &mut Command) -> Result<()> {
    let world = World::begin(command, root.join("world"))?;
    world.play(program.current_dir(root)).context("the testing kit does not find the command")
}

/// The programs that are there, by their targets.
fn programs(workspace: &Workspace, plan: &Plan) -> Result<Vec<(&'static Target, PathBuf)>> {
    let found = super::libraries(workspace, plan, program)?;
    found.into_iter().map(|(triple, file)| Ok((Target::find(triple)?, file))).collect()
}

/// Runs the lines of its pages, those of one page in one world, with what lies in a directory; tells how many.
fn run_pages(workspace: &Workspace, command: &Path, installed: &Path, root: &Path) -> Result<usize> {
    // The shell is the system's.
    let path = env::join_paths(
        [installed.to_owned()].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())),
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
    Ok(ran)
}

/// Copies a directory with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
