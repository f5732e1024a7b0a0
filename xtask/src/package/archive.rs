//! Archives, by the `tar` that every system has.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process;

/// Packs a directory, as one that lies in the archive by its own name.
pub(super) fn pack(directory: &Path, archive: &Path) -> Result<()> {
    let parent = directory.parent().context("a directory to pack has a parent")?;
    let mut tar = Command::new("tar");
    tar.arg("-czf").arg(archive).arg("-C").arg(parent).arg(super::name(directory));
    process::run(&mut tar)
}

/// Unpacks an archive into a directory.
pub(super) fn unpack(archive: &Path, into: &Path) -> Result<()> {
    process::run(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(into))
}
