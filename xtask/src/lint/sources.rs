//! The files of the checkout.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::workspace::Workspace;

/// Directories that tools fill, wherever they are.
const FILLED_BY_TOOLS: [&str; 11] = [
    ".git",
    ".build",
    ".gradle",
    ".venv",
    ".pytest_cache",
    "__pycache__",
    "build",
    "dist",
    "dist-tests",
    "node_modules",
    "target",
];

/// A file of the checkout.
#[derive(Debug)]
pub(crate) struct SourceFile {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The same, relative to the checkout, with `/` between its parts.
    pub(crate) name: String,
}

impl SourceFile {
    pub(crate) fn has_extension(&self, extensions: &[&str]) -> bool {
        extensions.contains(&extension(&self.name))
    }
}

/// The part of a file's name behind the last dot.
pub(crate) fn extension(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// All files, in order; symbolic links are not followed. Git is not asked: a checkout may come without it.
pub(crate) fn list(workspace: &Workspace) -> Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    collect(workspace, workspace.root(), "", &mut files)?;
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(files)
}

fn collect(workspace: &Workspace, directory: &Path, prefix: &str, files: &mut Vec<SourceFile>) -> Result<()> {
    let unreadable = || format!("{} cannot be read", directory.display());
    for entry in fs::read_dir(directory).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let path = entry.path();
        let file_name = entry.file_name();
        let file_name = file_name.to_string_lossy();
        let name = format!("{prefix}{file_name}");
        let kind = entry.file_type().with_context(unreadable)?;
        if kind.is_file() {
            files.push(SourceFile { path, name });
        } else if kind.is_dir() && path != workspace.target() && !FILLED_BY_TOOLS.contains(&&*file_name) {
            collect(workspace, &path, &format!("{name}/"), files)?;
        }
    }
    Ok(())
}
