//! A Debian with Swift in it, for Linux machines without one of their own.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process;

/// How it is made. It is the stamp, too: one that was made otherwise is made anew.
const MAKE: &str = include_str!("make_chroot.sh");
const RUN: &str = include_str!("in_chroot.sh");

/// What `RUN` is called in the cache.
const IN_CHROOT: &str = "in_chroot.sh";

/// The chroot of this machine, made if it is not there. It is outside of every checkout, for it is large and takes a
/// minute or two.
pub(super) fn find_or_make() -> Result<PathBuf> {
    let cache = cache()?;
    let root = cache.join("swift-trixie");
    fs::create_dir_all(&cache).with_context(|| format!("{} cannot be made", cache.display()))?;
    // Whoever comes second waits, and finds it there.
    let lock = File::create(cache.join("swift-trixie.lock"))?;
    lock.lock().context("no other run can be kept from making the same")?;
    script(&cache, IN_CHROOT, RUN)?;
    if fs::read_to_string(root.join("made-from")).is_ok_and(|made_from| made_from == MAKE) {
        return Ok(root);
    }
    for (program, package) in [("apt-get", "apt"), ("unshare", "util-linux"), ("chroot", "coreutils")] {
        if process::output(Command::new("sh").args(["-c", "command -v \"$0\"", program])).is_err() {
            bail!("it takes {program} (of the package {package}), which is not there");
        }
    }
    let user = process::output(Command::new("id").arg("-u"))?;
    if user.trim() != "0" {
        bail!("it takes root, and this is user {}", user.trim());
    }
    process::install("debootstrap", "debootstrap")?;
    eprintln!("Making a Swift toolchain in {} (3 GB, once per machine) …", root.display());
    let unfinished = cache.join("swift-trixie.unfinished");
    remove(&unfinished)?;
    fs::create_dir(&unfinished)?;
    process::run(unshared(&script(&cache, "make_chroot.sh", MAKE)?).arg(&unfinished))?;
    fs::write(unfinished.join("made-from"), MAKE)?;
    remove(&root)?;
    // Last: one that was left half made has another name.
    fs::rename(&unfinished, &root)?;
    Ok(root)
}

/// A program of the chroot, to be run in `directory`. The directories that are shown have the same path inside.
pub(super) fn command(root: &Path, directory: &Path, shown: &[&Path], program: &str) -> Command {
    let mut command = unshared(&root.with_file_name(IN_CHROOT));
    command.arg(root).arg(directory).args(shown).args(["--", program]);
    command
}

/// A script in a mount namespace of its own.
fn unshared(script: &Path) -> Command {
    let mut command = Command::new("unshare");
    command.args(["--mount", "--propagation", "private", "/bin/sh"]).arg(script);
    command
}

/// Puts a script where a command that fails can name it.
fn script(cache: &Path, name: &str, text: &str) -> Result<PathBuf> {
    let file = cache.join(name);
    fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(file)
}

/// Nothing is mounted below it here, but a mistake must not reach beyond it.
fn remove(directory: &Path) -> Result<()> {
    process::run(Command::new("rm").args(["-rf", "--one-file-system", "--"]).arg(directory))
}

fn cache() -> Result<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = named("CAMS_ROI_CACHE")
        .or_else(|| named("XDG_CACHE_HOME"))
        .or_else(|| named("HOME").map(|home| home.join(".cache")))
        .context(
            "CAMS_ROI_CACHE must name a directory for what is made once per machine: there is no HOME",
        )?;
    Ok(std::path::absolute(cache)?.join("cams-roi"))
}
