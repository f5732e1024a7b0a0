//! `cargo xtask docs`: the site, made of the pages of the checkout and of each language's own reference.

mod check;
mod followed;
mod links;
mod markdown;
mod names;
mod pages;
mod reference;
mod tabs;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::{Args, ValueEnum};

use crate::process;
use crate::python::Environment;
use crate::workspace::Workspace;

/// What belongs to the site and is no page, relative to the checkout.
const ASSETS: &str = "xtask/site";

/// What MkDocs is told, and what it loads, relative to `ASSETS`.
const CONFIGURATION: &str = "mkdocs.yml";
const EXTENSION: &str = "doctests.py";

/// A language whose reference is a part of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Language {
    Node,
    Rust,
    Kotlin,
    Swift,
}

/// What is built.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Leave out the reference of a language, whose tool this machine does not have; can be given more than once
    #[arg(long, value_name = "LANGUAGE")]
    without: Vec<Language>,
}

/// Builds the site into `target/xtask/site`, and checks it.
pub(crate) fn run(workspace: &Workspace, arguments: &Arguments) -> Result<()> {
    let site = Site::new(workspace);
    if site.pages.exists() {
        fs::remove_dir_all(&site.pages)?;
    }
    pages::write(workspace, &site.pages)?;
    copy_folder(&workspace.root().join(ASSETS).join("assets"), &site.pages.join("assets"))?;
    let wanted = |language: Language| !arguments.without.contains(&language);
    reference::build(workspace, &site.references, &wanted)?;
    reference::write_pages(workspace, &site.pages, &site.references, &wanted)?;
    let tools = Environment::new(workspace, "site", "xtask/site/requirements.txt")?;
    for file in [CONFIGURATION, EXTENSION] {
        fs::copy(workspace.root().join(ASSETS).join(file), site.directory.join(file))?;
    }
    let mut mkdocs = tools.module("mkdocs", &site.directory);
    mkdocs.args(["build", "--strict", "--quiet", "--clean", "--config-file", CONFIGURATION]);
    mkdocs.env("CAMS_ROI_PYTHON", workspace.root().join("python/src"));
    // Its theme would print an advertisement.
    mkdocs.env("NO_MKDOCS_2_WARNING", "1");
    process::run(&mut mkdocs)?;
    reference::add(&site.references, &site.built)?;
    check::nothing_from_the_network(&site.built)?;
    let (pages, links) = reference::follow_links(&site.built)?;
    println!("{links} links of the {pages} pages of the references lead somewhere");
    check::links(&tools, &site)?;
    println!("The site is in {}: `python3 -m http.server` there shows it", site.built.display());
    Ok(())
}

/// Where it is built.
struct Site {
    /// The checkout.
    root: PathBuf,
    directory: PathBuf,
    /// The pages as MkDocs reads them.
    pages: PathBuf,
    /// The references that are shown within pages, as their tools write them.
    references: PathBuf,
    /// What it writes.
    built: PathBuf,
}

impl Site {
    fn new(workspace: &Workspace) -> Self {
        let directory = workspace.own("site-work");
        let root = workspace.root().to_owned();
        let (pages, references) = (directory.join("pages"), directory.join("references"));
        Self { root, pages, references, built: workspace.own("site"), directory }
    }
}

/// Copies a folder and all that is below it.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
