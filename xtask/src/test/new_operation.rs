//! The promise that an operation is one file of the model and one command: a copy of the checkout gets an operation that
//! nobody has seen before, and what is generated of it is built and passes its cases in every language.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use crate::generate;
use crate::node as node_packages;
use crate::process;
use crate::workspace::Workspace;

use super::runners::{Runner, Tally};
use super::{Suite, conformance, kotlin, node, python, swift};

/// The operation, relative to the checkout.
const OPERATION: &str = "xtask/fixtures/GetProbedChannelHealth.toml";

/// Where it goes.
const MODEL: &str = "model/operations/GetProbedChannelHealth.toml";

/// Its cases, which are the only ones that are played.
const CASES: &str = "conformance/cases";
const OWN_CASES: &str = "operation_get_probed_channel_health.json";

/// Adds the operation to a copy, and plays its cases in Rust, by the command, in Python and Node; `all` adds Kotlin and
/// Swift.
pub(super) fn run(workspace: &Workspace, all: bool) -> Result<Tally> {
    let own = workspace.own("model");
    let begun = Instant::now();
    let written = with_operation(workspace, own.join("written"))?;
    let checkout = Workspace::at(own.join("checkout"), own.join("target"));
    update(&written, checkout.root())?;
    lend_packages(workspace, checkout.root())?;
    lend_dependencies(workspace.target(), checkout.target())?;
    println!("generated, copied: {:.1} s", begun.elapsed().as_secs_f64());
    let mut suites = vec![Suite::Rust, Suite::Python, Suite::Node];
    if all {
        suites.extend([Suite::Kotlin, Suite::Swift]);
    }
    let mut total = Tally::default();
    for suite in &suites {
        let begun = Instant::now();
        let tally = play(*suite, &checkout, workspace).unwrap_or_else(|error| {
            eprintln!("error: {}: {error:#}", suite.name());
            Tally::BROKEN
        });
        println!("{}: {:.1} s", suite.name(), begun.elapsed().as_secs_f64());
        total.passed += tally.passed;
        total.failed += tally.failed;
        total.conformance.extend(tally.conformance);
    }
    let played = std::mem::take(&mut total.conformance);
    total.failed += conformance::report(&suites, &played, conformance::count(&checkout)?);
    Ok(total)
}

fn play(suite: Suite, checkout: &Workspace, workspace: &Workspace) -> Result<Tally> {
    match suite {
        Suite::Rust => {
            let mut command = checkout.cargo();
            // The whole workspace, so that dependencies have the features with which they were built before.
            command.args([
                "test",
                "--workspace",
                "--no-fail-fast",
                "--test",
                "conformance",
                "every_case_passes",
            ]);
            Runner::Cargo.run(command)
        }
        Suite::Python => python::conformance(checkout, workspace),
        Suite::Node => node::conformance(checkout),
        Suite::Kotlin => kotlin::conformance(checkout),
        Suite::Swift => swift::conformance(checkout),
        Suite::Store | Suite::Redis | Suite::Peers | Suite::Languages | Suite::Examples | Suite::Model => {
            Ok(Tally::default())
        }
    }
}

/// A copy of the checkout's files with the operation, and with what is generated of it. Gives their names.
fn with_operation(workspace: &Workspace, root: PathBuf) -> Result<Written> {
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(workspace.root());
    let listed = process::output(&mut git).context("git must know which files are the checkout's")?;
    for name in listed.split_terminator('\0').filter(|name| workspace.root().join(name).is_file()) {
        put(&fs::read(workspace.root().join(name))?, &root.join(name))?;
    }
    fs::copy(workspace.root().join(OPERATION), root.join(MODEL))?;
    lend_packages(workspace, &root)?;
    // What formats the files is not built anew for the copy.
    generate::model(&Workspace::at(root.clone(), workspace.target().to_owned()))?;
    for entry in fs::read_dir(root.join(CASES))? {
        let entry = entry?;
        if entry.file_name() != OWN_CASES {
            fs::remove_file(entry.path())?;
        }
    }
    let mut names = BTreeSet::new();
    list(&root, Path::new(""), &mut names)?;
    ensure!(names.contains(&Path::new(CASES).join(OWN_CASES)), "no case was generated");
    Ok(Written { root, names })
}

/// A directory's files.
struct Written {
    root: PathBuf,
    names: BTreeSet<PathBuf>,
}

fn list(root: &Path, folder: &Path, names: &mut BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let (name, kind) = (folder.join(entry.file_name()), entry.file_type()?);
        if kind.is_dir() {
            list(root, &name, names)?;
        } else if kind.is_file() {
            names.insert(name);
        }
    }
    Ok(())
}

/// Makes the checkout that is built like `written`, touching only what differs, so that only that is built anew.
fn update(written: &Written, checkout: &Path) -> Result<()> {
    let manifest = checkout.join(".copied");
    let before = fs::read_to_string(&manifest).unwrap_or_default();
    for name in before.lines().map(Path::new).filter(|name| !written.names.contains(*name)) {
        let gone = checkout.join(name);
        if gone.is_file() {
            fs::remove_file(gone)?;
        }
    }
    for name in &written.names {
        let (text, file) = (fs::read(written.root.join(name))?, checkout.join(name));
        if fs::read(&file).is_ok_and(|there| there == text) {
            continue;
        }
        put(&text, &file)?;
    }
    let names: Vec<_> = written.names.iter().map(|name| name.to_string_lossy()).collect();
    put(names.join("\n").as_bytes(), &manifest)
}

fn put(text: &[u8], file: &Path) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text).with_context(|| file.display().to_string())
}

/// Lets a copy use the checkout's npm packages.
fn lend_packages(workspace: &Workspace, copy: &Path) -> Result<()> {
    node_packages::install_beside(workspace, node::PACKAGE)?;
    let packages = Path::new(node::PACKAGE).join("node_modules");
    let (from, to) = (workspace.root().join(&packages), copy.join(&packages));
    if to.exists() {
        return Ok(());
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(from, to)?;
    #[cfg(windows)]
    std::os::windows::fs::symlink_dir(from, to)?;
    Ok(())
}

/// Gives a target directory that is not there yet what was built of the dependencies. Two checkouts must not share one:
/// cargo takes the crates of one for those of the other.
fn lend_dependencies(from: &Path, to: &Path) -> Result<()> {
    if to.join("debug").exists() {
        return Ok(());
    }
    for directory in directories_of(from)? {
        lend_directory(&from.join(&directory), &to.join(&directory))?;
    }
    Ok(())
}

/// Where cargo builds: for the machine itself, and for targets that are named, as npm's packages name them.
fn directories_of(target: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![PathBuf::from("debug")];
    for entry in fs::read_dir(target).with_context(|| format!("{} cannot be read", target.display()))? {
        let name = PathBuf::from(entry?.file_name()).join("debug");
        if target.join(&name).join(".fingerprint").is_dir() {
            found.push(name);
        }
    }
    Ok(found)
}

fn lend_directory(from: &Path, to: &Path) -> Result<()> {
    // Fingerprints first: what is built meanwhile has none there.
    for part in [".fingerprint", "build", "deps"] {
        let mut names = BTreeSet::new();
        if from.join(part).is_dir() {
            list(from, Path::new(part), &mut names)?;
        }
        // Programs, which have no extension, are of this checkout.
        let is_wanted = |name: &&PathBuf| part != "deps" || name.extension().is_some();
        for name in names.iter().filter(is_wanted) {
            let (source, copy) = (from.join(name), to.join(name));
            fs::create_dir_all(copy.parent().unwrap_or(to))?;
            match fs::copy(&source, &copy) {
                // A build beside this one replaced it.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                copied => copied?,
            };
            // By their times cargo tells what is older than what it was made from.
            fs::File::options().write(true).open(&copy)?.set_modified(fs::metadata(&source)?.modified()?)?;
        }
    }
    Ok(())
}
