//! The man page and the completions, where shells and `man` look for them below a prefix.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process;
use crate::workspace::Workspace;

/// What the command prints, and where that goes below `share`.
const FILES: [(&[&str], &str); 4] = [
    (&["man"], "man/man1/cams-roi.1"),
    (&["completions", "bash"], "bash-completion/completions/cams-roi"),
    (&["completions", "zsh"], "zsh/site-functions/_cams-roi"),
    (&["completions", "fish"], "fish/vendor_completions.d/cams-roi.fish"),
];

/// Has the command of this machine write them: they are the same on all. Tells the directory `share`.
pub(super) fn write(workspace: &Workspace) -> Result<PathBuf> {
    let command = workspace.build("cams-roi")?;
    let share = super::super::emptied(workspace, "command-share")?;
    for (arguments, file) in FILES {
        let text = process::output(Command::new(&command).args(arguments))?;
        let file = share.join(file);
        fs::create_dir_all(file.parent().context("a file of share has a folder")?)?;
        fs::write(file, text)?;
    }
    Ok(share)
}
