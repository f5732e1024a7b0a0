//! The toolchains that rustup has: whether each compiles the library.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::super::runners::Tally;
use super::runtime::{self, Runtime};
use super::table::Row;
use crate::process;
use crate::workspace::Workspace;

/// All that are there, and the oldest that is supported.
pub(super) fn rows(workspace: &Workspace) -> Result<Vec<Row>> {
    let toolchains = toolchains().unwrap_or_else(|error| {
        eprintln!("no toolchain is to be had: {error:#}");
        Vec::new()
    });
    let oldest = oldest(&workspace.read("Cargo.toml")?)?;
    let (first, others): (Vec<_>, Vec<_>) =
        toolchains.into_iter().partition(|it| runtime::is_of(&it.version, &oldest));
    let check = |toolchain: &Path| check(workspace, toolchain);
    let mut rows = vec![Row::of(format!("Rust {oldest}"), first.into_iter().next(), check)];
    let others = if others.is_empty() { vec![None] } else { others.into_iter().map(Some).collect() };
    rows.extend(others.into_iter().map(|it| Row::of("Rust".to_owned(), it, check)));
    Ok(rows)
}

/// What is installed, each version once: `stable` is often one that is there by its number, too.
fn toolchains() -> Result<Vec<Runtime>> {
    let list = process::output(Command::new("rustup").args(["toolchain", "list"]))?;
    let mut seen = BTreeSet::new();
    let mut toolchains = Vec::new();
    for name in list.lines().filter_map(|line| line.split_whitespace().next()) {
        let told = process::output(Command::new("rustup").args(["run", name, "rustc", "--version"]))?;
        let version = runtime::version(&told)?.to_owned();
        if seen.insert(version.clone()) {
            toolchains.push(Runtime { version, place: PathBuf::from(name) });
        }
    }
    Ok(toolchains)
}

/// The `rust-version` of a manifest.
fn oldest(manifest: &str) -> Result<String> {
    let manifest: toml::Table = manifest.parse()?;
    let oldest = manifest["workspace"]["package"]["rust-version"].as_str();
    oldest.map(str::to_owned).context("Cargo.toml has no rust-version")
}

fn check(workspace: &Workspace, toolchain: &Path) -> Result<Tally> {
    let mut cargo = Command::new("rustup");
    cargo.arg("run").arg(toolchain).args(["cargo", "check", "--locked", "--package", "cams-roi"]);
    cargo.current_dir(workspace.root()).env("CARGO_TARGET_DIR", workspace.own("matrix/rust"));
    process::run(&mut cargo)?;
    Ok(Tally { passed: 1, ..Tally::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_is_the_manifests() {
        let workspace = Workspace::find().unwrap();
        let oldest = oldest(&workspace.read("Cargo.toml").unwrap()).unwrap();
        assert_eq!(oldest, env!("CARGO_PKG_RUST_VERSION"));
    }
}
