//! The Python package: built as it is shipped, installed, and tested from there.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::process;
use crate::python::Environment;
use crate::workspace::Workspace;

use super::runners::{Runner, Tally};

/// The package, relative to the checkout.
pub(crate) const PACKAGE: &str = "python";

/// Builds the wheel, installs it into an environment of its own, and runs the tests there.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let package = workspace.root().join(PACKAGE);
    let emulator = workspace.build("cams-roi-cli", "cams-roi")?;
    let environment = Environment::new(workspace, "package", &format!("{PACKAGE}/tests/requirements.txt"))?;
    let wheel = wheel(workspace, &environment)?;
    let mut pip = environment.module("pip", &package);
    pip.args([
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--force-reinstall",
    ]);
    process::run(pip.arg(&wheel))?;
    let mut pytest = environment.module("pytest", &package);
    pytest.env("CAMS_ROI_COMMAND", emulator).env("CAMS_ROI_WHEEL", wheel);
    Runner::Pytest.run(pytest)
}

/// Builds the wheel for this machine.
fn wheel(workspace: &Workspace, environment: &Environment) -> Result<PathBuf> {
    let directory = workspace.own("python-wheel");
    if directory.exists() {
        fs::remove_dir_all(&directory)?;
    }
    let mut maturin = environment.module("maturin", &workspace.root().join(PACKAGE));
    maturin.env("CARGO_TARGET_DIR", workspace.target());
    process::run(maturin.args(["build", "--quiet", "--locked", "--out"]).arg(&directory))?;
    let mut wheels = fs::read_dir(&directory)
        .with_context(|| format!("{} cannot be read", directory.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    match (wheels.pop(), wheels.is_empty()) {
        (Some(wheel), true) => Ok(wheel),
        _ => bail!("maturin made no wheel, or several, in {}", directory.display()),
    }
}
