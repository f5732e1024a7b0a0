//! An archive of the command for each target.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::super::linked::{self, LinkedCrates};
use super::super::table::Artefact;
use super::super::target::Target;
use super::super::{Plan, archive, directory, emptied, emptied_for_check, glibc, name, size};
use super::{copy, program, programs, run_pages};
use crate::workspace::Workspace;

pub(super) fn build(workspace: &Workspace, plan: &Plan, share: &Path) -> Result<()> {
    if plan.complete {
        return Ok(());
    }
    let to = emptied(workspace, "command")?;
    for (target, built) in programs(workspace, plan)? {
        let directory = to.join(folder(target));
        fs::create_dir(&directory)?;
        fs::copy(built, directory.join(program(target)))?;
        fs::copy(workspace.root().join("LICENSE"), directory.join("LICENSE"))?;
        copy(share, &directory.join("share"))?;
        LinkedCrates::of(workspace, "cams-roi-cli", target)?.write(&directory)?;
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

/// Unpacks this machine's, and runs the lines of its pages.
pub(super) fn check(workspace: &Workspace, command: &Path) -> Result<Vec<Artefact>> {
    let here = Target::here()?;
    let built = packed(&directory(workspace, "command"), here);
    let root = emptied_for_check(workspace, "command")?;
    archive::unpack(&built, &root)?;
    let unpacked = root.join(folder(here));
    linked::check(&unpacked)?;
    let ran = run_pages(workspace, command, &unpacked, &root)?;
    Ok(vec![Artefact {
        name: name(&built),
        size: size(&built)?,
        limit: None,
        glibc: glibc::needed(&unpacked.join(program(here)))?,
        ran: format!("unpacked; {ran} lines of its pages"),
    }])
}
