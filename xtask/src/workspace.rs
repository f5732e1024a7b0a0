//! Where things are, and cargo.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use crate::process;

/// The checkout.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Asks cargo, which alone knows where its target directory is.
    pub(crate) fn find() -> Result<Self> {
        let mut command = cargo();
        command.args(["metadata", "--format-version=1", "--no-deps", "--manifest-path"]);
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        let metadata: Value =
            serde_json::from_str(&process::output(&mut command)?).context("cargo metadata gave no JSON")?;
        let path = |name: &str| {
            let path = metadata[name].as_str().map(PathBuf::from);
            path.with_context(|| format!("cargo metadata does not tell {name}"))
        };
        Ok(Self { root: path("workspace_root")?, target: path("target_directory")? })
    }

    /// Another checkout, and where it is built.
    pub(crate) fn at(root: PathBuf, target: PathBuf) -> Self {
        Self { root, target }
    }

    /// The checkout's directory.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The text of one of its files.
    pub(crate) fn read(&self, file: &str) -> Result<String> {
        fs::read_to_string(self.root.join(file)).with_context(|| format!("{file} cannot be read"))
    }

    /// Cargo's target directory.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Where a thing that a task installs or caches goes.
    pub(crate) fn own(&self, name: &str) -> PathBuf {
        self.target.join("xtask").join(name)
    }

    /// Cargo in this checkout.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = cargo();
        // A relative directory would mean another one here than where the user is.
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// Builds one of the workspace's programs and tells where it is. With the features that the whole workspace needs:
    /// otherwise half of the dependencies would be built once more, without some of them.
    pub(crate) fn build(&self, program: &str) -> Result<PathBuf> {
        self.executable(&["--workspace", "--bin", program], program)
    }

    /// One of them as it was last built.
    pub(crate) fn built(&self, program: &str) -> Result<PathBuf> {
        let built = self.target.join("debug").join(format!("{program}{}", env::consts::EXE_SUFFIX));
        ensure!(built.exists(), "{program} is not built yet");
        Ok(built)
    }

    /// The same, together with all libraries.
    pub(crate) fn build_beside_libraries(&self, program: &str) -> Result<PathBuf> {
        self.executable(&["--workspace", "--lib", "--bin", program], program)
    }

    /// The same, optimised.
    pub(crate) fn build_release(&self, package: &str, program: &str) -> Result<PathBuf> {
        self.executable(&["--release", "--package", package, "--bin", program], program)
    }

    /// An example that features turn on, with what they turn on in the whole workspace.
    pub(crate) fn build_example(&self, features: &str, example: &str) -> Result<PathBuf> {
        self.executable(&["--workspace", "--features", features, "--example", example], example)
    }

    fn executable(&self, which: &[&str], name: &str) -> Result<PathBuf> {
        let mut command = self.cargo();
        command.args(["build", "--quiet", "--message-format=json-render-diagnostics"]).args(which);
        let messages = process::output(command.stderr(Stdio::inherit()))?;
        let built = messages
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .filter(|message: &Value| message["target"]["name"] == name)
            .find_map(|message| message["executable"].as_str().map(PathBuf::from));
        let Some(built) = built else { bail!("cargo built {name} but does not tell where it is") };
        Ok(built)
    }
}

/// Cargo as if the user had called it. What `cargo run` tells its program about a package would make build scripts
/// that look at it run again, here and once more in the user's next build.
fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        let about_package = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_") || matches!(name, "CARGO_MANIFEST_DIR" | "CARGO_MANIFEST_PATH")
        });
        if about_package {
            command.env_remove(name);
        }
    }
    command
}
