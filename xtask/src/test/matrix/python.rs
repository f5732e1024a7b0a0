//! Pythons: one wheel is installed into an empty environment of each.

use std::cmp::Reverse;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::super::python::{self as suite, PACKAGE};
use super::Packages;
use super::runtime::{self, Runtime};
use super::table::Row;
use crate::package::python as package;
use crate::process;
use crate::python::Environment;
use crate::workspace::Workspace;

/// Those that the package supports.
const VERSIONS: [&str; 5] = ["3.10", "3.11", "3.12", "3.13", "3.14"];

pub(super) fn rows(workspace: &Workspace, packages: Packages) -> Result<Vec<Row>> {
    let (emulator, wheel) = match packages {
        Packages::Built => (workspace.build("cams-roi")?, package::wheel(workspace)?),
        Packages::LastBuilt => (workspace.built("cams-roi")?, package::built(workspace)?),
    };
    let (pyenv, path) = (pyenv(), runtime::path());
    let row = |version: &&str| {
        // pyenv's own programs on PATH are there for versions, too, that it would refuse to start.
        let candidates = candidates(version, pyenv.as_deref(), &path).into_iter();
        let mut found = candidates.filter_map(|program| Runtime::ask(program).ok());
        let found = found.find(|it| runtime::is_of(&it.version, version));
        Row::of(format!("Python {version}"), found, |python| {
            let environment = environment(workspace, version, python, &wheel)?;
            suite::cases(workspace, &environment, &emulator, &wheel)
        })
    };
    Ok(VERSIONS.iter().map(row).collect())
}

/// An environment with the wheel, and with pytest and what it needs, as the tests' requirements pin them. The rest of
/// those is not needed for the cases, and is not there for every Python as soon as that is.
fn environment(workspace: &Workspace, version: &str, python: &Path, wheel: &Path) -> Result<Environment> {
    let root = workspace.own("matrix").join(format!("python-{version}"));
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    let environment = Environment::empty_of(python, root)?;
    let mut pip = environment.module("pip", workspace.root());
    pip.args(["--disable-pip-version-check", "install", "--quiet", "--only-binary=:all:", "--constraint"]);
    process::run(pip.arg(format!("{PACKAGE}/tests/requirements.txt")).arg("pytest").arg(wheel))?;
    Ok(environment)
}

/// Where pyenv has its versions.
fn pyenv() -> Option<PathBuf> {
    let root = env::var_os("PYENV_ROOT").map(PathBuf::from);
    Some(root.or_else(|| Some(env::home_dir()?.join(".pyenv")))?.join("versions"))
}

/// The files that may be a Python of this version: pyenv's, the newest first, and those on PATH.
fn candidates(version: &str, pyenv: Option<&Path>, path: &[PathBuf]) -> Vec<PathBuf> {
    let name = format!("python{version}");
    let mut versions: Vec<_> = pyenv.map(runtime::entries).unwrap_or_default();
    versions.sort_by_key(|directory| {
        Reverse(runtime::numbers(&directory.file_name().unwrap_or_default().to_string_lossy()))
    });
    let programs = versions.iter().map(|directory| directory.join("bin").join(&name));
    programs.chain(path.iter().map(|directory| directory.join(&name))).filter(|it| it.exists()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pyenvs_newest_comes_first_and_then_what_is_on_path() {
        let root = env::temp_dir().join(format!("cams-roi-xtask-pythons-{}", std::process::id()));
        for program in [
            "pyenv/3.10.9/bin/python3.10",
            "pyenv/3.10.13/bin/python3.10",
            "pyenv/3.11.1/bin/python3.11",
            "bin/python3.10",
        ] {
            let file = root.join(program);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        }
        let found = |version| candidates(version, Some(&root.join("pyenv")), &[root.join("bin")]);
        let expected = ["pyenv/3.10.13/bin/python3.10", "pyenv/3.10.9/bin/python3.10", "bin/python3.10"];
        assert_eq!(found("3.10"), expected.map(|it| root.join(it)));
        assert!(found("3.1").is_empty() && found("3.14").is_empty());
        assert!(candidates("3.10", None, &[root.join("none")]).is_empty());
        fs::remove_dir_all(root).unwrap();
    }
}
