//! The wheels, and the sources that other platforms build one from.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::linked::{LICENCES, LinkedCrates};
use super::table::Artefact;
use super::target::Target;
use super::{Plan, archive, glibc, native};
use crate::guides::{World, blocks};
use crate::process;
use crate::python::Environment;
use crate::workspace::Workspace;

/// The package, relative to the checkout.
const PACKAGE: &str = "python";

/// The crate that is its native part.
const CRATE: &str = "cams-roi-python";

/// Its pages, relative to the checkout.
const PAGES: [&str; 2] = ["docs/getting-started/python.md", "README.md"];

/// What a wheel may have at most: it is downloaded by every container that is built.
const LIMIT: u64 = 3_000_000;

/// Looks for what is linked in the package that is installed: the list that maturin wrote, and the licences.
const FIND_LINKED: &str = "
import importlib.metadata, json
files = {file.name: file for file in importlib.metadata.files('cams-roi')}
(listed,) = [file for name, file in files.items() if name.endswith('.cyclonedx.json')]
assert json.loads(listed.read_text())['bomFormat'] == 'CycloneDX'
assert files['THIRD-PARTY-LICENSES.txt'].read_text()
";

pub(super) fn build(workspace: &Workspace, plan: &Plan) -> Result<()> {
    let to = super::directory(workspace, "python");
    if !plan.complete {
        super::empty(&to)?;
    }
    for target in &plan.targets {
        wheel_into(workspace, target, &to)?;
    }
    if plan.whole {
        let tools = native::tools(workspace)?;
        let mut maturin = tools.module("maturin", &workspace.root().join(PACKAGE));
        process::run(maturin.args(["sdist", "--out"]).arg(&to))?;
    }
    Ok(())
}

/// Builds the wheel of this machine as it is published, into `target/package/python`.
pub(crate) fn wheel(workspace: &Workspace) -> Result<PathBuf> {
    let to = super::emptied(workspace, "python")?;
    wheel_into(workspace, Target::here()?, &to)?;
    built(workspace)
}

/// The wheel of this machine that was last built.
pub(crate) fn built(workspace: &Workspace) -> Result<PathBuf> {
    super::files(&super::directory(workspace, "python"), ".whl")?.pop().context("the wheel is not built yet")
}

fn wheel_into(workspace: &Workspace, target: &Target, to: &Path) -> Result<()> {
    eprintln!("Building the wheel for {} …", target.triple);
    let built = workspace.own("wheel-built");
    super::empty(&built)?;
    maturin_build(workspace, target, &workspace.root().join(PACKAGE), &built)?;
    let wheel = super::files(&built, ".whl")?.pop().context("maturin made no wheel")?;
    with_licences(workspace, &native::tools(workspace)?, target, &wheel, to)
}

/// Where maturin builds. It has a zig of its own way: in one directory, it and cargo-zigbuild would each build anew what
/// the other built.
pub(super) fn target_directory(workspace: &Workspace) -> PathBuf {
    workspace.own("wheel")
}

/// The core at the level that a wheel has room for: made for size, many calls at once were slower.
const FAST_CORE: &str = "profile.dist.package.cams-roi.opt-level=2";

/// Has maturin build the wheel of a project for a target.
pub(super) fn maturin_build(workspace: &Workspace, target: &Target, project: &Path, to: &Path) -> Result<()> {
    let tools = native::tools(workspace)?;
    let mut maturin = tools.module("maturin", project);
    maturin.env("CARGO_TARGET_DIR", target_directory(workspace)).env("PATH", native::path(&tools)?);
    maturin.args(["build", "--quiet", "--locked", "--target", target.triple, "--out"]).arg(to);
    maturin.args(["--config", FAST_CORE]);
    // It looks at the symbols, and refuses what older systems lack.
    if target.has_glibc() {
        maturin.args(["--compatibility", "manylinux2014"]);
    } else if target.is_musl() {
        maturin.args(["--compatibility", "musllinux_1_2"]);
    }
    if native::uses_zig(target) {
        maturin.arg("--zig");
    }
    process::run(&mut maturin)
}

/// Packs the wheel anew with the texts of the licences of what is linked. What that is, maturin has listed in it.
fn with_licences(
    workspace: &Workspace,
    tools: &Environment,
    target: &Target,
    wheel: &Path,
    to: &Path,
) -> Result<()> {
    let root = workspace.own("wheel-unpacked");
    super::empty(&root)?;
    process::output(tools.module("wheel", &root).args(["unpack", "--dest"]).arg(&root).arg(wheel))?;
    let folder = format!("cams_roi-{}", env!("CARGO_PKG_VERSION"));
    let linked = root.join("linked");
    LinkedCrates::of(workspace, CRATE, target)?.write(&linked)?;
    let licences = root.join(&folder).join(format!("{folder}.dist-info/licenses"));
    fs::copy(linked.join(LICENCES), licences.join(LICENCES))?;
    let mut pack = tools.module("wheel", &root);
    process::output(pack.args(["pack", "--dest-dir"]).arg(to).arg(root.join(folder))).map(drop)
}

/// Installs what pip chooses of the wheels in some directories, and of nothing else; gives its report of what that was.
pub(super) fn pip_install(
    environment: &Environment,
    root: &Path,
    wheels: &[&Path],
    what: &str,
) -> Result<String> {
    let mut pip = environment.module("pip", root);
    pip.args(["--disable-pip-version-check", "install", "--quiet", "--no-index", "--only-binary=:all:"]);
    let report = root.join("report.json");
    pip.arg("--report").arg(&report);
    for directory in wheels {
        pip.arg("--find-links").arg(directory);
    }
    process::run(pip.arg(what))?;
    fs::read_to_string(&report).context("pip wrote no report")
}

/// Installs the wheel that pip chooses of those that are there into an empty environment.
pub(super) fn check(workspace: &Workspace, command: &Path) -> Result<Vec<Artefact>> {
    let built = super::directory(workspace, "python");
    let root = super::emptied_for_check(workspace, "python")?;
    let environment = Environment::empty(root.join("environment"))?;
    let report = pip_install(&environment, &root, &[&built], "cams-roi")?;
    let mut find = Command::new(environment.python());
    find.args(["-c", "import cams_roi._native as it; print(it.__file__)"]).current_dir(&root);
    let module = process::output(&mut find)?;
    let needed = glibc::needed(Path::new(module.trim()))?;
    let mut find = Command::new(environment.python());
    find.args(["-c", FIND_LINKED]).current_dir(&root);
    process::output(&mut find).context("the wheel lacks the list of what it links, or the licences of it")?;
    let mut ran = 0;
    for page in PAGES {
        for program in blocks(&workspace.read(page)?, "python") {
            let world = World::begin(command, root.join("world"))?;
            let mut python = Command::new(environment.python());
            python.args(["-c", program]).current_dir(world.directory());
            world.play(&mut python)?;
            ran += 1;
        }
    }
    let mut artefacts = Vec::new();
    for wheel in super::files(&built, ".whl")? {
        let name = super::name(&wheel);
        // pip tells which it has chosen.
        let is_chosen = report.contains(&name);
        artefacts.push(Artefact {
            size: super::size(&wheel)?,
            limit: Some(LIMIT),
            glibc: needed.filter(|_| is_chosen),
            ran: if is_chosen {
                format!("installed in an empty environment; {ran} programs")
            } else {
                "not here".to_owned()
            },
            name,
        });
    }
    for source in super::files(&built, ".tar.gz")? {
        let found = sources(workspace, &source, &root.join("sources"));
        let name = super::name(&source);
        found.with_context(|| format!("{name} lacks something"))?;
        let ran = "unpacked; cargo finds all of it".to_owned();
        artefacts.push(Artefact { size: super::size(&source)?, limit: None, glibc: None, ran, name });
    }
    Ok(artefacts)
}

/// Unpacks the sources, and has cargo look whether all is there that they are built from.
fn sources(workspace: &Workspace, archive: &Path, into: &Path) -> Result<()> {
    super::empty(into)?;
    archive::unpack(archive, into)?;
    let mut cargo = workspace.cargo();
    // maturin leaves members of the workspace out, so that the lock file is not the same any more.
    cargo.args(["metadata", "--format-version=1", "--offline"]);
    let unpacked = into.join(super::name(archive).trim_end_matches(".tar.gz"));
    process::output(cargo.current_dir(unpacked)).map(drop)
}
