//! The Python package: built as it is shipped, installed, and tested from there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::package::python as package;
use crate::process;
use crate::python::Environment;
use crate::workspace::Workspace;

use super::runners::{NO_INSTANCE, Runner, Tally};

/// The package, relative to the checkout.
pub(crate) const PACKAGE: &str = "python";

/// Its runner of the conformance cases, relative to the package.
const CONFORMANCE: &str = "tests/test_conformance.py";

/// The environment in which the package is built and tested.
pub(crate) fn environment(workspace: &Workspace) -> Result<Environment> {
    Environment::new(workspace, "package", &format!("{PACKAGE}/tests/requirements.txt"))
}

/// Builds the wheel as it is published, installs it into an environment of its own, and runs the tests there.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let emulator = workspace.build("cams-roi")?;
    let environment = environment(workspace)?;
    let wheel = package::wheel(workspace)?;
    install(&environment, workspace, &wheel)?;
    Runner::Pytest.run(pytest(workspace, &environment, &emulator, &wheel))
}

/// Runs the conformance cases alone in an environment with the wheel.
pub(super) fn cases(
    workspace: &Workspace,
    environment: &Environment,
    emulator: &Path,
    wheel: &Path,
) -> Result<Tally> {
    let mut pytest = pytest(workspace, environment, emulator, wheel);
    pytest.arg(CONFORMANCE);
    Runner::Pytest.run(pytest)
}

fn pytest(workspace: &Workspace, environment: &Environment, emulator: &Path, wheel: &Path) -> Command {
    let mut pytest = environment.module("pytest", &workspace.root().join(PACKAGE));
    pytest.env("CAMS_ROI_COMMAND", emulator).env("CAMS_ROI_WHEEL", wheel).env(NO_INSTANCE.0, NO_INSTANCE.1);
    pytest
}

/// Runs the conformance cases of a checkout, with the environment of another: the wheel is installed beside it.
pub(super) fn conformance(checkout: &Workspace, lender: &Workspace) -> Result<Tally> {
    let emulator = checkout.build("cams-roi")?;
    let environment = environment(lender)?;
    let wheel = quick(checkout, &environment)?;
    let installed = checkout.own("python-installed");
    if installed.exists() {
        fs::remove_dir_all(&installed)?;
    }
    let mut pip = environment.module("pip", checkout.root());
    pip.args(["--disable-pip-version-check", "install", "--quiet", "--no-index", "--no-deps", "--target"]);
    process::run(pip.arg(&installed).arg(&wheel))?;
    let mut pytest = pytest(checkout, &environment, &emulator, &wheel);
    pytest.arg(CONFORMANCE).env("PYTHONPATH", installed);
    Runner::Pytest.run(pytest)
}

/// Installs the wheel, also over one of the same version.
pub(crate) fn install(environment: &Environment, workspace: &Workspace, wheel: &Path) -> Result<()> {
    let mut pip = environment.module("pip", workspace.root());
    pip.args(["--disable-pip-version-check", "install", "--quiet", "--no-index", "--no-deps"]);
    process::run(pip.arg("--force-reinstall").arg(wheel))
}

/// Builds a wheel that is not as it is shipped: optimising takes longer than all tests that need it.
pub(crate) fn quick_wheel(workspace: &Workspace) -> Result<PathBuf> {
    quick(workspace, &environment(workspace)?)
}

fn quick(workspace: &Workspace, environment: &Environment) -> Result<PathBuf> {
    let directory = workspace.own("python-wheel");
    if directory.exists() {
        fs::remove_dir_all(&directory)?;
    }
    let mut maturin = environment.module("maturin", &workspace.root().join(PACKAGE));
    maturin.env("CARGO_TARGET_DIR", workspace.target());
    process::run(
        maturin.args(["build", "--quiet", "--locked", "--profile", "dev", "--out"]).arg(&directory),
    )?;
    let mut wheels = fs::read_dir(&directory)
        .with_context(|| format!("{} cannot be read", directory.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    match (wheels.pop(), wheels.is_empty()) {
        (Some(wheel), true) => Ok(wheel),
        _ => bail!("maturin made no wheel, or several, in {}", directory.display()),
    }
}
