//! `cargo xtask generate`: what is committed although a program writes it, so that readers and reviewers see it.
//!
//! Python's `_native.pyi` is not among it: it is written by hand, and `stubtest` holds it against the module. Nor is what
//! uniffi writes for Kotlin and Swift: that belongs to each build, and is not committed.

mod camel_names;
mod catalogue;
mod command;
mod conformance;
mod emulator;
mod error_docs;
mod error_glossary;
mod files;
mod kotlin;
mod options;
mod python;
mod quoted_results;
mod rust;
mod swift;
mod swift_options;
mod template;
mod typescript;
mod values;

use std::fs;

use anyhow::{Context as _, Result, bail};

use self::files::Files;
use self::template::Templates;
use crate::model::{read, schemas};
use crate::test::node;
use crate::workspace::Workspace;

/// Where results of benchmarks are quoted, and where they come from.
const COMPARISON: &str = "docs/comparison.md";
const RESULTS: &str = "benches/results.md";

/// Writes anew what comes from the model.
pub(crate) fn model(workspace: &Workspace) -> Result<()> {
    from_the_model(workspace)?.write(workspace.root())
}

/// Writes all of it anew.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    // First: the core, of which the rest is told, does not compile without it.
    model(workspace)?;
    quote_results(workspace)?;
    node::build_bridge(workspace)
}

/// Everything that is written from the model.
fn from_the_model(workspace: &Workspace) -> Result<Files> {
    let root = workspace.root();
    let model = read(root)?;
    let templates = Templates::new(root)?;
    let mut files = Files::default();
    for (path, text) in schemas()? {
        files.add(path, text);
    }
    catalogue::add(&mut files, workspace, &model, &templates)?;
    rust::add(&mut files, root, &model, &templates)?;
    command::add(&mut files, root, &model, &templates)?;
    options::add(&mut files, workspace, &model.options, &templates)?;
    conformance::add(&mut files, &model)?;
    error_glossary::add(&mut files, &model.errors, &templates)?;
    emulator::add(&mut files, root, &model, &templates)?;
    kotlin::add(&mut files, &model, &templates)?;
    swift::add(&mut files, &model, &templates)?;
    swift_options::add(&mut files, &model.options, &templates)?;
    typescript::add(&mut files, workspace, &model, &templates)?;
    python::add(&mut files, workspace, &model, &templates)?;
    Ok(files)
}

/// Quotes the results anew.
pub(crate) fn quote_results(workspace: &Workspace) -> Result<()> {
    let (page, written) = quoted(workspace)?;
    if page != written {
        fs::write(workspace.root().join(COMPARISON), written)?;
    }
    Ok(())
}

/// The page that quotes them, as it is and as it should be.
fn quoted(workspace: &Workspace) -> Result<(String, String)> {
    let read = |name: &str| {
        fs::read_to_string(workspace.root().join(name)).with_context(|| format!("{name} cannot be read"))
    };
    let page = read(COMPARISON)?;
    let written = quoted_results::write(&page, &read(RESULTS)?)?;
    Ok((page, written))
}

/// Fails where what is committed is not what would be written.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let declarations = workspace.root().join(node::PACKAGE).join(node::DECLARATIONS);
    let committed = fs::read_to_string(&declarations).unwrap_or_default();
    node::build_bridge(workspace)?;
    let mut stale = from_the_model(workspace)?.stale(workspace.root())?;
    if fs::read_to_string(&declarations)? != committed {
        stale.push(format!("{}/{}", node::PACKAGE, node::DECLARATIONS));
    }
    let (page, written) = quoted(workspace)?;
    if page != written {
        stale.push(COMPARISON.to_owned());
    }
    if !stale.is_empty() {
        bail!(
            "{} would be written otherwise: run `cargo xtask generate`, and commit it",
            stale.join(" and ")
        );
    }
    Ok(())
}
