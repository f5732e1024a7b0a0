//! Python environments.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process;
use crate::workspace::Workspace;

/// The oldest Python that the project supports.
const OLDEST: (u32, u32) = (3, 10);

/// A virtual environment with exactly what a requirements file lists.
pub(crate) struct Environment {
    root: PathBuf,
    python: PathBuf,
}

impl Environment {
    /// Makes the environment `name`, or takes the one that is there if it was made from the same.
    ///
    /// `requirements`, relative to the checkout, must pin every package, those that others need too.
    pub(crate) fn new(workspace: &Workspace, name: &str, requirements: &str) -> Result<Self> {
        Self::of(workspace, name, &workspace.read(requirements)?)
            .with_context(|| format!("{requirements} cannot be installed"))
    }

    /// The same of several files, but for what this checkout publishes: it is not in the registry when it is tested.
    #[cfg(unix)]
    pub(crate) fn without_ours(workspace: &Workspace, name: &str, requirements: &[String]) -> Result<Self> {
        let mut list = String::new();
        for file in requirements {
            let text = workspace.read(file)?;
            let others =
                text.lines().filter(|line| !line.starts_with("cams-roi") && !line.starts_with("-r "));
            others.for_each(|line| list.extend([line, "\n"]));
        }
        Self::of(workspace, name, &list)
            .with_context(|| format!("{} cannot be installed", requirements.join(" and ")))
    }

    fn of(workspace: &Workspace, name: &str, list: &str) -> Result<Self> {
        let interpreter = interpreter()?;
        let root = workspace.own(&format!("python-{name}"));
        let python = interpreter_in(&root);
        // The stamp is what the environment was made from, so that comparing it is exact.
        let stamp = format!("{interpreter}\n{list}");
        let stamp_file = root.join("made-from");
        if fs::read_to_string(&stamp_file).is_ok_and(|made_from| made_from == stamp) {
            return Ok(Self { root, python });
        }
        eprintln!("Installing the Python packages of {name} …");
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        Self::empty(root.clone())?;
        let pip = || {
            let mut command = Command::new(&python);
            command.args(["-m", "pip", "--disable-pip-version-check"]);
            command
        };
        // Without dependencies, so that nothing comes that is not pinned; `check` tells if something lacks.
        let requirements = root.join("requirements.txt");
        fs::write(&requirements, list)?;
        process::run(pip().args(["install", "--quiet", "--no-deps", "-r"]).arg(&requirements))?;
        process::output(pip().arg("check")).context("something lacks that others need")?;
        // Last: an environment that was left half made has none.
        fs::write(stamp_file, stamp)?;
        Ok(Self { root, python })
    }

    /// One at a place where there is none yet, with nothing in it.
    pub(crate) fn empty(root: PathBuf) -> Result<Self> {
        Self::empty_of(Path::new("python3"), root)
    }

    /// The same, of another Python.
    pub(crate) fn empty_of(interpreter: &Path, root: PathBuf) -> Result<Self> {
        process::run(Command::new(interpreter).args(["-m", "venv"]).arg(&root))
            .context("Python's venv is needed; on Debian it is in the package python3-venv")?;
        let python = interpreter_in(&root);
        Ok(Self { root, python })
    }

    /// Its interpreter's file.
    pub(crate) fn python(&self) -> &Path {
        &self.python
    }

    /// A program that one of its packages installed.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.python.with_file_name(if cfg!(windows) { format!("{name}.exe") } else { name.to_owned() })
    }

    /// Runs a module of it: `python -m module`, in the directory `directory`, which it leaves clean.
    pub(crate) fn module(&self, module: &str, directory: &Path) -> Command {
        let mut command = Command::new(&self.python);
        command.args(["-m", module]).current_dir(directory);
        command
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("RUFF_CACHE_DIR", self.root.join("ruff-cache"))
            .env("MYPY_CACHE_DIR", self.root.join("mypy-cache"));
        command
    }
}

fn interpreter_in(root: &Path) -> PathBuf {
    root.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

/// Which `python3` there is: version and file.
fn interpreter() -> Result<String> {
    const PROGRAM: &str = "import sys; print(*sys.version_info[:2], sys.version_info[2], sys.executable)";
    let told = process::output(Command::new("python3").args(["-c", PROGRAM]))?;
    let mut words = told.split_whitespace().map(str::parse::<u32>);
    let version = match (words.next(), words.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor),
        _ => bail!("python3 does not tell its version but {told:?}"),
    };
    if version < OLDEST {
        let ((major, minor), (old_major, old_minor)) = (version, OLDEST);
        bail!("python3 is {major}.{minor}: put one of {old_major}.{old_minor} or later first on PATH");
    }
    Ok(told.trim().to_owned())
}
