//! `cargo xtask test --matrix`: the conformance cases on every runtime of a language that is found on this machine.

mod jvm;
mod node;
mod python;
mod runtime;
mod rust;
mod table;

use std::collections::BTreeSet;
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::workspace::Workspace;

use super::Suite;
use table::Row;

/// The languages that have several runtimes here.
const LANGUAGES: [Suite; 4] = [Suite::Rust, Suite::Python, Suite::Node, Suite::Kotlin];

/// Where the packages come from that are run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Packages {
    /// They are built first
    Built,
    /// They are taken as they were last built
    LastBuilt,
}

/// Runs the languages that are named, or all, and prints what came of each runtime.
pub(super) fn run(workspace: &Workspace, only: &[Suite], packages: Packages) -> Result<ExitCode> {
    if let Some(other) = only.iter().find(|suite| !LANGUAGES.contains(suite)) {
        let known = LANGUAGES.map(Suite::name).join(", ");
        bail!("there are no several runtimes of {}; with --matrix --only takes one of {known}", other.name());
    }
    let named: BTreeSet<Suite> = if only.is_empty() { &LANGUAGES } else { only }.iter().copied().collect();
    let mut rows = Vec::new();
    for language in named {
        // One that cannot be built keeps no other from running.
        let found = rows_of(workspace, language, packages).unwrap_or_else(|error| {
            eprintln!("error: {}: {error:#}", language.name());
            vec![Row::broken(language.name())]
        });
        rows.extend(found);
    }
    print!("\n{}", table::shown(&rows));
    Ok(if rows.iter().all(Row::is_well) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn rows_of(workspace: &Workspace, language: Suite, packages: Packages) -> Result<Vec<Row>> {
    match language {
        Suite::Rust => rust::rows(workspace),
        Suite::Python => python::rows(workspace, packages),
        Suite::Node => node::rows(workspace, packages),
        Suite::Kotlin => jvm::rows(workspace, packages),
        other => bail!("there are no several runtimes of {}", other.name()),
    }
}
