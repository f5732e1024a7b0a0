//! `cargo xtask package`: what is published, built as it is published, into `target/package`; and whether that works
//! where nothing of ours is.

mod archive;
mod command;
mod crates;
mod glibc;
pub(crate) mod jvm;
mod linked;
pub(crate) mod native;
pub(crate) mod node;
pub(crate) mod python;
mod swift;
mod table;
pub(crate) mod target;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use clap::ValueEnum;

use crate::workspace::Workspace;
use native::Part;
use table::Artefact;
use target::{TARGETS, Target};

/// What is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// The crates of the registry
    Crates,
    /// Wheels, and the sources they are built from
    Python,
    /// The npm package, and one for each platform
    Node,
    /// The jar with the libraries of all platforms, its sources and its documentation
    Jvm,
    /// The Swift package, and the library it links: for Linux, or the XCFramework on macOS
    Swift,
    /// The command
    Command,
}

/// What is asked for.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Which packages; all, unless some are named
    #[arg(value_name = "PACKAGE")]
    kinds: Vec<Kind>,
    /// Build what is native of this target alone, and none of what is the same on all; can be given more than once
    #[arg(long, value_name = "TRIPLE")]
    target: Vec<String>,
    /// Build nothing that is native: put together what other machines built and target/package holds, of every platform
    #[arg(long, conflicts_with = "target")]
    assemble: bool,
    /// Install each where nothing of ours is, run the code of its pages there, and print a table
    #[arg(long, conflicts_with = "target")]
    check: bool,
    /// Check what has been built before, and build nothing
    #[arg(long, requires = "check", conflicts_with_all = ["target", "assemble"])]
    built: bool,
}

/// What is to be made of each package.
pub(crate) struct Plan {
    /// For which targets that is built which is native.
    targets: Vec<&'static Target>,
    /// Whether that is built which is the same on all.
    whole: bool,
    /// Whether nothing may lack of any target.
    complete: bool,
}

impl Plan {
    /// All that this machine can make for itself.
    pub(crate) fn here() -> Result<Self> {
        Ok(Self { targets: vec![Target::here()?], whole: true, complete: false })
    }

    fn of(arguments: &Arguments) -> Result<Self> {
        if arguments.assemble {
            return Ok(Self { targets: Vec::new(), whole: true, complete: true });
        }
        if arguments.target.is_empty() {
            return Self::here();
        }
        let targets = arguments.target.iter().map(|triple| Target::find(triple)).collect::<Result<_>>()?;
        Ok(Self { targets, whole: false, complete: false })
    }
}

/// Makes what is asked for.
pub(crate) fn run(workspace: &Workspace, arguments: &Arguments) -> Result<()> {
    let plan = Plan::of(arguments)?;
    let wanted = |kind: &&Kind| arguments.kinds.is_empty() || arguments.kinds.contains(kind);
    let kinds: Vec<_> = Kind::value_variants().iter().filter(wanted).copied().collect();
    for kind in kinds.iter().filter(|_| !arguments.built) {
        build(workspace, *kind, &plan)?;
    }
    if arguments.check { check(workspace, &kinds) } else { Ok(()) }
}

fn build(workspace: &Workspace, kind: Kind, plan: &Plan) -> Result<()> {
    match kind {
        Kind::Crates => crates::build(workspace, plan),
        Kind::Python => python::build(workspace, plan),
        Kind::Node => node::build(workspace, plan),
        Kind::Jvm => jvm::build(workspace, plan),
        Kind::Swift => swift::build(workspace, plan),
        Kind::Command => command::build(workspace, plan),
    }
    .with_context(|| format!("{kind:?} is not packed"))
}

/// Checks what has been built; an error if anything of it does not work, or is too large.
fn check(workspace: &Workspace, kinds: &[Kind]) -> Result<()> {
    let command = workspace.build("cams-roi")?;
    let mut artefacts = Vec::new();
    let mut failed = Vec::new();
    for kind in kinds {
        println!("==> {kind:?}");
        let checked = match kind {
            Kind::Crates => crates::check(workspace, &command),
            Kind::Python => python::check(workspace, &command),
            Kind::Node => node::check(workspace, &command),
            Kind::Jvm => jvm::check(workspace, &command),
            Kind::Swift => swift::check(workspace, &command),
            Kind::Command => command::check(workspace, &command),
        };
        match checked {
            Ok(checked) => artefacts.extend(checked),
            Err(error) => {
                eprintln!("error: {kind:?}: {error:#}");
                failed.push(format!("{kind:?}"));
            }
        }
    }
    table::print(&artefacts);
    failed.extend(artefacts.iter().filter_map(Artefact::fault));
    ensure!(failed.is_empty(), "not fit to be published: {}", failed.join(", "));
    Ok(())
}

/// Where what is published goes.
fn directory(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.target().join("package").join(name)
}

/// The same, emptied.
fn emptied(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    let directory = directory(workspace, name);
    empty(&directory)?;
    Ok(directory)
}

fn empty(directory: &Path) -> Result<()> {
    if directory.exists() {
        fs::remove_dir_all(directory)?;
    }
    fs::create_dir_all(directory).with_context(|| format!("{} cannot be made", directory.display()))
}

/// Where a check installs a package.
fn emptied_for_check(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    emptied(workspace, &format!("check/{name}"))
}

/// Builds a part for the plan's targets, and puts each where those of other machines are put, too.
fn build_libraries(
    workspace: &Workspace,
    plan: &Plan,
    part: Part,
    name: fn(&Target) -> String,
) -> Result<()> {
    for target in &plan.targets {
        let built = part.build(workspace, target)?;
        let directory = directory(workspace, "libraries").join(target.triple);
        fs::create_dir_all(&directory)?;
        fs::copy(built, directory.join(name(target)))?;
    }
    Ok(())
}

/// The libraries that are there, by their targets: those of all, where the plan is that nothing lacks, or this machine's.
fn libraries(
    workspace: &Workspace,
    plan: &Plan,
    name: fn(&Target) -> String,
) -> Result<BTreeMap<&'static str, PathBuf>> {
    let directory = directory(workspace, "libraries");
    let file = |target: &Target| directory.join(target.triple).join(name(target));
    let wanted = |target: &&Target| plan.complete || plan.targets.iter().any(|it| it.triple == target.triple);
    let found: BTreeMap<_, _> =
        TARGETS.iter().filter(wanted).map(|target| (target.triple, file(target))).collect();
    if let Some((_, lacking)) = found.iter().find(|(_, file)| !file.is_file()) {
        bail!("{} is not there: it comes from a machine that ran `package --target`", lacking.display());
    }
    Ok(found)
}

/// How large all files below a directory are together.
fn size(path: &Path) -> Result<u64> {
    if path.is_dir() {
        fs::read_dir(path)?.map(|entry| size(&entry?.path())).sum()
    } else {
        Ok(fs::metadata(path)?.len())
    }
}

/// The files of a directory whose names end so, in order.
fn files(directory: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(directory).with_context(|| format!("{} cannot be read", directory.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.is_file() && name(file).ends_with(end));
    files.sort();
    Ok(files)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_has_the_version_of_the_workspace() {
        let workspace = Workspace::find().unwrap();
        let version = env!("CARGO_PKG_VERSION");
        let has = |file: &str, line: String| {
            let text = workspace.read(file).unwrap();
            assert!(text.lines().any(|it| it.trim() == line), "{file} has no line {line}");
        };
        has("node/package.json", format!("\"version\": \"{version}\","));
        for target in TARGETS {
            has(&format!("node/npm/{}/package.json", target.npm), format!("\"version\": \"{version}\","));
        }
        has("python/pyproject.toml", format!("testing = [\"cams-roi-cli=={version}\", \"pytest>=7\"]"));
        has("bindings/kotlin/pom.xml", format!("<version>{version}</version>"));
        has("bindings/kotlin/android/build.gradle.kts", format!("version = \"{version}\""));
    }
}
