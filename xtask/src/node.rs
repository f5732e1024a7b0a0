//! Node and its packages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process;
use crate::workspace::Workspace;

/// The oldest Node that the project supports.
const OLDEST: u32 = 20;

/// What an installation is made from.
const INPUTS: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// `node`, once it is known to be recent enough.
pub(crate) fn node() -> Result<Command> {
    let version = process::output(Command::new("node").arg("--version"))?;
    let version = version.trim();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(OLDEST..) => Ok(Command::new("node")),
        _ => bail!("node is {version}: put one of {OLDEST} or later first on PATH"),
    }
}

/// Installs what the lock file in `directory` (relative to the checkout) lists, unless that is done already.
///
/// The packages go below the target directory, so the checkout stays clean; gives the path of `node_modules`.
pub(crate) fn install(workspace: &Workspace, name: &str, directory: &str) -> Result<PathBuf> {
    let from = workspace.root().join(directory);
    let root = workspace.own(&format!("node-{name}"));
    // The stamp is what the packages were installed from, so that comparing it is exact.
    let mut stamp = process::output(Command::new("node").arg("--version"))?;
    for input in INPUTS {
        let file = from.join(input);
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        stamp.push_str(&text);
    }
    let stamp_file = root.join("made-from");
    let packages = root.join("node_modules");
    if fs::read_to_string(&stamp_file).is_ok_and(|made_from| made_from == stamp) {
        return Ok(packages);
    }
    eprintln!("Installing the npm packages of {name} …");
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    fs::create_dir_all(&root)?;
    for input in INPUTS {
        fs::copy(from.join(input), root.join(input))?;
    }
    npm_install(&root, &["ci"])?;
    // Last: an installation that was left half made has none.
    fs::write(stamp_file, stamp)?;
    Ok(packages)
}

/// Installs what the lock file in `directory` (relative to the checkout) lists beside it, where compilers and editors
/// look for it, unless that is done already.
pub(crate) fn install_beside(workspace: &Workspace, directory: &str) -> Result<()> {
    let root = workspace.root().join(directory);
    let mut stamp = process::output(Command::new("node").arg("--version"))?;
    for input in INPUTS {
        let file = root.join(input);
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        stamp.push_str(&text);
    }
    let stamp_file = root.join("node_modules").join(".made-from");
    if fs::read_to_string(&stamp_file).is_ok_and(|made_from| made_from == stamp) {
        return Ok(());
    }
    eprintln!("Installing the npm packages of {directory} …");
    npm_install(&root, &["ci"])?;
    fs::write(stamp_file, stamp)?;
    Ok(())
}

/// npm.
pub(crate) fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Installs what the lock file of a project says.
#[cfg(unix)]
pub(crate) fn clean_install(directory: &Path) -> Result<()> {
    npm_install(directory, &["ci"])
}

/// Installs a package that no project asks for, into a directory of its own.
pub(crate) fn install_alone(directory: &Path, package: &str) -> Result<()> {
    fs::create_dir_all(directory)?;
    npm_install(directory, &["install", "--prefix", ".", "--no-save", "--no-package-lock", package])
}

fn npm_install(directory: &Path, how: &[&str]) -> Result<()> {
    let mut command = npm();
    command
        .args(how)
        .args(["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])
        .current_dir(directory);
    process::run(&mut command)
}
