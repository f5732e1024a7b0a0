//! The crates of the registry, as cargo packs them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::table::Artefact;
use super::{Plan, archive};
use crate::guides::{World, blocks};
use crate::process;
use crate::workspace::Workspace;

/// The pages, relative to the checkout.
const PAGES: [&str; 2] = ["docs/getting-started/rust.md", "README.md"];

pub(super) fn build(workspace: &Workspace, plan: &Plan) -> Result<()> {
    if !plan.whole {
        return Ok(());
    }
    let to = super::emptied(workspace, "crates")?;
    let crates = publishable(workspace)?;
    let mut cargo = workspace.cargo();
    // What it would verify is built by the check, as a program that uses them all.
    cargo.args(["package", "--locked", "--no-verify", "--quiet", "--allow-dirty"]);
    cargo.args(crates.iter().map(|(name, _)| format!("--package={name}")));
    process::run(&mut cargo)?;
    for (name, version) in crates {
        let file = format!("{name}-{version}.crate");
        fs::rename(workspace.target().join("package").join(&file), to.join(&file))?;
    }
    Ok(())
}

/// The names and versions of the crates that are published, each behind those that it needs.
fn publishable(workspace: &Workspace) -> Result<Vec<(String, String)>> {
    let mut cargo = workspace.cargo();
    cargo.args(["metadata", "--format-version=1", "--no-deps", "--locked"]);
    let metadata: Value = serde_json::from_str(&process::output(&mut cargo)?)?;
    in_order(metadata["packages"].as_array().context("cargo metadata tells no packages")?)
}

/// Puts them in order. One that needs another with a version has to be published behind it, be that for its tests
/// alone: such needs must not go in a circle.
fn in_order(packages: &[Value]) -> Result<Vec<(String, String)>> {
    let mut waiting: Vec<&Value> = packages.iter().filter(|it| it["publish"].is_null()).collect();
    let published: BTreeSet<&str> = waiting.iter().filter_map(|it| it["name"].as_str()).collect();
    let mut order: Vec<(String, String)> = Vec::new();
    while !waiting.is_empty() {
        let is_ready = |package: &Value| {
            let needs = package["dependencies"].as_array().into_iter().flatten();
            needs
                // One of tests without a version is left out of what is published.
                .filter(|it| it["kind"] != "dev" || it["req"] != "*")
                .filter_map(|it| it["name"].as_str())
                .filter(|name| published.contains(name))
                .all(|name| order.iter().any(|(done, _)| done == name))
        };
        let (ready, rest): (Vec<&Value>, Vec<&Value>) =
            waiting.into_iter().partition(|package| is_ready(package));
        let names = || rest.iter().filter_map(|it| it["name"].as_str()).collect::<Vec<_>>().join(", ");
        ensure!(!ready.is_empty(), "none of {} can be published first: each needs another", names());
        let text = |package: &Value, name: &str| package[name].as_str().unwrap_or_default().to_owned();
        order.extend(ready.into_iter().map(|package| (text(package, "name"), text(package, "version"))));
        waiting = rest;
    }
    Ok(order)
}

/// Builds the programs of the pages, and the command, of nothing but what was packed, and runs them.
pub(super) fn check(workspace: &Workspace, command: &Path) -> Result<Vec<Artefact>> {
    let root = super::emptied_for_check(workspace, "crates")?;
    let built = super::directory(workspace, "crates");
    let crates = publishable(workspace)?;
    let mut folders = Vec::new();
    for (name, version) in &crates {
        let folder = format!("{name}-{version}");
        archive::unpack(&built.join(format!("{folder}.crate")), &root)?;
        folders.push((name.as_str(), folder));
    }
    let mut programs = Vec::new();
    let sources = root.join("pages/src/bin");
    fs::create_dir_all(&sources)?;
    for page in PAGES {
        for program in blocks(&workspace.read(page)?, "rust") {
            let name = format!("page{}", programs.len());
            fs::write(sources.join(format!("{name}.rs")), program)?;
            programs.push(name);
        }
    }
    fs::write(root.join("Cargo.toml"), whole_manifest(&folders))?;
    fs::write(root.join("pages/Cargo.toml"), PAGES_MANIFEST)?;
    // The versions that are known to work, and that are there already.
    fs::copy(workspace.root().join("Cargo.lock"), root.join("Cargo.lock"))?;
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--quiet", "--offline", "--package=pages", "--package=cams-roi-cli"]);
    process::run(cargo.current_dir(&root))?;
    let directory = workspace.target().join("debug");
    for program in &programs {
        let world = World::begin(command, root.join("world"))?;
        world.play(Command::new(directory.join(program)).current_dir(world.directory()))?;
    }
    let ran = format!("unpacked and built; {} programs, and the command", programs.len());
    crates
        .iter()
        .map(|(name, version)| {
            let file = built.join(format!("{name}-{version}.crate"));
            Ok(Artefact {
                name: super::name(&file),
                size: super::size(&file)?,
                limit: None,
                glibc: None,
                ran: ran.clone(),
            })
        })
        .collect()
}

/// A workspace of what was unpacked, in which each takes the others from there.
fn whole_manifest(folders: &[(&str, String)]) -> String {
    let members: Vec<_> = folders.iter().map(|(_, folder)| format!("{folder:?}")).collect();
    let patches: Vec<_> =
        folders.iter().map(|(name, folder)| format!("{name} = {{ path = {folder:?} }}")).collect();
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\"pages\", {}]\n\n[patch.crates-io]\n{}\n",
        members.join(", "),
        patches.join("\n")
    )
}

const PAGES_MANIFEST: &str = concat!(
    "[package]\nname = \"pages\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\ncams-roi = \"",
    env!("CARGO_PKG_VERSION"),
    "\"\nfutures-util = \"0.3\"\ntokio = { version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }\n"
);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn package(name: &str, needs: &[(&str, &str, Value)]) -> Value {
        let needs: Vec<_> =
            needs.iter().map(|(name, req, kind)| json!({ "name": name, "req": req, "kind": kind })).collect();
        json!({ "name": name, "version": "1.0.0", "publish": null, "dependencies": needs })
    }

    #[test]
    fn a_crate_is_published_behind_those_that_it_needs() {
        let packages = [
            package("command", &[("core", "^1", Value::Null), ("emulator", "^1", Value::Null)]),
            package("emulator", &[("core", "^1", Value::Null)]),
            package("core", &[("emulator", "*", json!("dev")), ("other", "^1", Value::Null)]),
            json!({ "name": "private", "version": "1.0.0", "publish": [], "dependencies": [] }),
        ];
        let order: Vec<_> = in_order(&packages).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(order, ["core", "emulator", "command"]);
    }

    #[test]
    fn crates_whose_tests_need_each_other_with_versions_cannot_be_published() {
        let packages = [
            package("emulator", &[("core", "^1", Value::Null)]),
            package("core", &[("emulator", "^1", json!("dev"))]),
        ];
        assert!(in_order(&packages).unwrap_err().to_string().contains("none of emulator, core can be"));
    }

    #[test]
    fn the_crates_of_this_workspace_can_be_published() {
        let names: Vec<_> =
            publishable(&Workspace::find().unwrap()).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names.first().map(String::as_str), Some("cams-roi"));
        assert_eq!(names.last().map(String::as_str), Some("cams-roi-cli"));
    }
}
