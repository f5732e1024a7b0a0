//! `cargo xtask bench`: side by side with the official SDKs and the databases' own programs, in one table.

mod core;
mod figures;
mod jvm;
mod node;
mod python;
mod server;
mod store;
mod swift;
mod table;

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result};
use clap::ValueEnum;

use crate::generate;
use crate::process;
use crate::workspace::Workspace;
use figures::Section;
use server::Server;

/// Where the table of all comparisons goes, relative to the checkout.
const RESULTS: &str = "benches/results.md";

/// The comparisons, in the order of the table.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Comparison {
    /// The core, beside wrk
    Rust,
    /// The Python package
    Python,
    /// The Node package
    Node,
    /// The Kotlin package, as Java calls it
    Jvm,
    /// The Swift package, beside the core
    Swift,
    /// A million rows in both databases, beside their own programs
    Store,
}

/// Proxies do not reach our loopback, and not every SDK respects `NO_PROXY`.
const PROXIES: [&str; 6] =
    ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"];

impl Comparison {
    fn measure(self, workspace: &Workspace, url: &str) -> Result<Section> {
        let (command, name) = match self {
            // Its databases are there for it alone, and as long.
            Self::Store => return store::measure(workspace),
            Self::Rust => (core::prepare(workspace)?, "Rust"),
            Self::Python => (python::prepare(workspace, url)?, "Python"),
            Self::Node => (node::prepare(workspace, url)?, "Node"),
            Self::Jvm => (jvm::prepare(workspace, url)?, "JVM"),
            Self::Swift => (swift::prepare(workspace, url)?, "Swift"),
        };
        measured(command, name)
    }
}

/// Runs a comparison, and reads what it prints.
fn measured(mut command: Command, name: &str) -> Result<Section> {
    for proxy in PROXIES {
        command.env_remove(proxy);
    }
    eprintln!("Measuring {name} …");
    let printed = process::printed(&mut command)?;
    figures::read(&printed).with_context(|| format!("the comparison of {name}"))
}

/// Runs one comparison and prints its table, or all, and then the table is kept.
pub(crate) fn run(workspace: &Workspace, only: Option<Comparison>) -> Result<()> {
    let server = Server::start(&core::program(workspace)?)?;
    let wanted = |comparison: &&Comparison| only.is_none_or(|only| only == **comparison);
    let sections = Comparison::value_variants()
        .iter()
        .filter(wanted)
        .map(|comparison| comparison.measure(workspace, &server.url))
        .collect::<Result<Vec<_>>>()?;
    let table = table::render(&sections);
    print!("{table}");
    if only.is_none() {
        let head =
            "<!-- Written by `cargo xtask bench`; benches/README.md says how to read it. -->\n# Results\n";
        let results = workspace.root().join(RESULTS);
        fs::write(&results, format!("{head}{}\n\n{table}", machine()?))?;
        generate::quote_results(workspace)?;
        eprintln!("Written to {RESULTS}, and quoted in docs/comparison.md");
    }
    Ok(())
}

/// What was measured on.
fn machine() -> Result<String> {
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unnamed processor", |(_, model)| model.trim());
    let cores = std::thread::available_parallelism()?;
    let rustc = process::output(Command::new("rustc").arg("--version"))?;
    let system = std::env::consts::OS;
    let architecture = std::env::consts::ARCH;
    Ok(format!("Measured on {system} {architecture}, {cores} × {model}, {}.", rustc.trim()))
}
