//! The command as a wheel for each target: what `uvx cams-roi-cli` and `pipx install cams-roi-cli` take.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::super::native::PROFILE;
use super::super::table::Artefact;
use super::super::{Plan, directory, emptied, emptied_for_check, empty, files, glibc, name, python, size};
use super::{copy, program, run_kit, run_pages};
use crate::process;
use crate::python::Environment;
use crate::workspace::Workspace;

/// The package, relative to the checkout.
const PACKAGE: &str = "python/command";

/// How its manifest names that of the crate.
const CRATE: &str = "../../crates/cams-roi-cli/Cargo.toml";

/// The folder of the wheels.
const WHEELS: &str = "command-python";

/// What the testing kit of the package does, where that is packed, too.
const KIT: &str = "\
from cams_roi.testing import Emulator
with Emulator() as emulator, emulator.client() as client:
    client.enable_whatsapp_roi_metric(emulator.channels[0])
    assert [request.code for request in emulator.requests()] == ['OK']
";

/// Builds the wheels of the plan's targets. The programs in them are those of the archives and of npm, too: they go
/// where those of other machines are put.
pub(super) fn build(workspace: &Workspace, plan: &Plan, share: &Path) -> Result<()> {
    let to = directory(workspace, WHEELS);
    if plan.complete {
        return Ok(());
    }
    empty(&to)?;
    let project = lay_out(workspace, share)?;
    for target in &plan.targets {
        eprintln!("Building the command for {} …", target.triple);
        python::maturin_build(workspace, target, &project, &to)?;
        let built =
            python::target_directory(workspace).join(target.triple).join(PROFILE).join(program(target));
        let libraries = directory(workspace, "libraries").join(target.triple);
        fs::create_dir_all(&libraries)?;
        fs::copy(&built, libraries.join(program(target)))
            .with_context(|| format!("{} is not where maturin puts it", built.display()))?;
    }
    Ok(())
}

/// The project as maturin takes it, with what lies elsewhere in the checkout.
fn lay_out(workspace: &Workspace, share: &Path) -> Result<PathBuf> {
    let project = emptied(workspace, "command-project")?;
    let manifest = workspace.read(&format!("{PACKAGE}/pyproject.toml"))?;
    ensure!(manifest.contains(CRATE), "{PACKAGE}/pyproject.toml does not name {CRATE}");
    let there = workspace.root().join(PACKAGE).join(CRATE).canonicalize()?;
    let there = there.to_string_lossy().replace('\\', "/");
    fs::write(project.join("pyproject.toml"), manifest.replace(CRATE, &there))?;
    fs::copy(workspace.root().join("crates/cams-roi-cli/README.md"), project.join("README.md"))?;
    fs::copy(workspace.root().join("LICENSE"), project.join("LICENSE"))?;
    copy(share, &project.join("data/data/share"))?;
    let scripts = project.join("data/scripts");
    fs::create_dir_all(&scripts)?;
    fs::copy(workspace.root().join(PACKAGE).join("cams-roi-cli"), scripts.join("cams-roi-cli"))?;
    Ok(project)
}

/// Installs the wheel that pip chooses into an empty environment, and runs the lines of its pages.
pub(super) fn check(workspace: &Workspace, command: &Path) -> Result<Vec<Artefact>> {
    let built = directory(workspace, WHEELS);
    let root = emptied_for_check(workspace, "command-python")?;
    let environment = Environment::empty(root.join("environment"))?;
    let chosen = python::pip_install(&environment, &root, &[&built], "cams-roi-cli")?;
    let installed = environment.program("cams-roi");
    for file in ["man/man1/cams-roi.1", "bash-completion/completions/cams-roi"] {
        let file = root.join("environment/share").join(file);
        ensure!(file.is_file(), "{} is not installed", file.display());
    }
    // The name by which `uvx` looks for it.
    let script = environment.python().with_file_name("cams-roi-cli");
    let mut by_package = Command::new(if cfg!(windows) { environment.python() } else { &script });
    // Windows runs no scripts by themselves.
    let told = process::output(by_package.args(cfg!(windows).then_some(&script)).arg("--version"))?;
    ensure!(told.trim() == concat!("cams-roi ", env!("CARGO_PKG_VERSION")), "cams-roi-cli tells {told}");
    let programs = installed.parent().context("an installed program has a folder")?;
    let ran = run_pages(workspace, command, programs, &root)?;
    let package = directory(workspace, "python");
    let has_kit = package.is_dir() && !files(&package, ".whl")?.is_empty();
    if has_kit {
        python::pip_install(&environment, &root, &[&package], "cams-roi")?;
        run_kit(command, &root, Command::new(environment.python()).args(["-c", KIT]))?;
    }
    let with_kit = if has_kit { ", and the testing kit of cams-roi" } else { "" };
    let needed = glibc::needed(&installed)?;
    let mut artefacts = Vec::new();
    for wheel in files(&built, ".whl")? {
        let is_chosen = chosen.contains(&name(&wheel));
        artefacts.push(Artefact {
            name: name(&wheel),
            size: size(&wheel)?,
            limit: None,
            glibc: needed.filter(|_| is_chosen),
            ran: if is_chosen {
                format!("installed in an empty environment; {ran} lines of its pages{with_kit}")
            } else {
                "not here".to_owned()
            },
        });
    }
    Ok(artefacts)
}
