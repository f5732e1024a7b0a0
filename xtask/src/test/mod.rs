//! `cargo xtask test`: every suite with its own runner, and what came of them at the end.

mod conformance;
pub(crate) mod examples;
pub(crate) mod kotlin;
mod languages;
mod matrix;
mod new_operation;
pub(crate) mod node;
pub(crate) mod peers;
pub(crate) mod python;
mod redis;
mod runners;
mod side_by_side;
mod store;
pub(crate) mod swift;
mod with_servers;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::workspace::Workspace;
use matrix::Packages;
use runners::{Runner, Tally};

/// What is run.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A suite to run; can be given more than once. Several run side by side
    #[arg(long, value_name = "SUITE")]
    only: Vec<Suite>,
    /// Have the suite `model` build the packages of Kotlin and Swift, too
    #[arg(long)]
    all: bool,
    /// Run the conformance cases on every runtime of a language that is found here, in place of the suites
    #[arg(long, conflicts_with_all = ["all", "tally"])]
    matrix: bool,
    /// Take the packages for the matrix as they were last built
    #[arg(long, requires = "matrix")]
    no_build: bool,
    /// Write what came of one suite into this file, and no summary: how a suite runs beside others
    #[arg(long, value_name = "FILE", hide = true)]
    tally: Option<PathBuf>,
}

/// The suites, in the order in which they are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Suite {
    /// The Rust workspace
    Rust,
    /// The store in both databases, with a PostgreSQL server of its own
    Store,
    /// Limits and runs that processes share, with Redis servers of their own
    Redis,
    /// The official SDKs, unchanged, against the emulator
    Peers,
    /// The Python package, as it is installed
    Python,
    /// The Node package
    Node,
    /// The Kotlin package, and projects that depend on it
    Kotlin,
    /// The Swift package
    Swift,
    /// Processes of every package that share one limit and one run, with a Redis server of their own
    Languages,
    /// The examples, as projects that depend on the packages
    Examples,
    /// A copy of the checkout with one operation more: what is generated of it, in Rust, Python and Node
    Model,
}

impl Suite {
    fn run(self, workspace: &Workspace, all: bool) -> Result<Tally> {
        match self {
            Self::Rust => {
                let mut command = workspace.cargo();
                command.args(["test", "--workspace", "--no-fail-fast"]);
                Runner::Cargo.run(command)
            }
            Self::Store => store::run(workspace),
            Self::Redis => redis::run(workspace),
            Self::Peers => peers::run(workspace),
            Self::Python => python::run(workspace),
            Self::Node => node::run(workspace),
            Self::Kotlin => kotlin::run(workspace),
            Self::Swift => swift::run(workspace),
            Self::Languages => languages::run(workspace),
            Self::Examples => examples::run(workspace),
            Self::Model => new_operation::run(workspace, all),
        }
    }

    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// What came of one suite.
struct Report {
    suite: Suite,
    tally: Tally,
    time: Duration,
}

/// Runs the suites that are named, or all. One that fails keeps no other from running; the total is the last line.
pub(crate) fn run(workspace: &Workspace, arguments: &Arguments) -> Result<ExitCode> {
    let Arguments { only, all, matrix, no_build, tally } = arguments;
    if *matrix {
        let packages = if *no_build { Packages::LastBuilt } else { Packages::Built };
        return matrix::run(workspace, only, packages);
    }
    let named = if only.is_empty() { Suite::value_variants() } else { only };
    let suites: BTreeSet<Suite> = named.iter().copied().collect();
    let reports = match Vec::from_iter(&suites)[..] {
        [suite] => {
            println!("\n==> {}", suite.name());
            vec![report(workspace, *suite, *all)]
        }
        _ => side_by_side::run(workspace, &suites, *all)?,
    };
    let Some(file) = tally else { return Ok(summary(workspace, reports)) };
    let tally: Tally = reports.into_iter().map(|report| report.tally).sum();
    fs::write(file, serde_json::to_string(&tally)?)?;
    Ok(ExitCode::SUCCESS)
}

fn summary(workspace: &Workspace, reports: Vec<Report>) -> ExitCode {
    println!("\n{:10} {:8} {:>7} {:>7} {:>8}", "suite", "result", "passed", "failed", "seconds");
    for Report { suite, tally, time } in &reports {
        let name = suite.name();
        let result = if tally.failed == 0 { "passed" } else { "failed" };
        let seconds = time.as_secs_f64();
        println!("{name:10} {result:8} {:>7} {:>7} {seconds:>8.1}", tally.passed, tally.failed);
    }
    let suites: Vec<Suite> = reports.iter().map(|report| report.suite).collect();
    let mut total: Tally = reports.into_iter().map(|report| report.tally).sum();
    total.failed += conformance::count(workspace).map_or_else(
        |error| {
            eprintln!("error: {error:#}");
            1
        },
        |cases| conformance::report(&suites, &total.conformance, cases),
    );
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn report(workspace: &Workspace, suite: Suite, all: bool) -> Report {
    let name = suite.name();
    let start = Instant::now();
    let tally = suite.run(workspace, all).unwrap_or_else(|error| {
        eprintln!("error: {name}: {error:#}");
        Tally::BROKEN
    });
    Report { suite, tally, time: start.elapsed() }
}
