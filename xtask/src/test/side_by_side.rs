//! Several suites at once: most of their time they wait, for limits, deadlines and other programs.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Instant;
use std::{env, thread};

use anyhow::{Context as _, Result};

use crate::workspace::Workspace;

use super::runners::Tally;
use super::{Report, Suite};

/// What suites build or install in one place, so that two that use the same place never run at once. Cargo's target
/// directory is none: cargo locks it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The Python environments, and the wheel
    Python,
    /// The Node package's addon, and its packages
    Node,
    /// The Maven project's classes
    Jvm,
    /// The Swift toolchain, the generated sources, and the library beside them
    Swift,
}

impl Suite {
    const fn places(self) -> &'static [Place] {
        match self {
            Self::Rust | Self::Store | Self::Redis => &[],
            Self::Peers | Self::Python => &[Place::Python],
            Self::Node => &[Place::Node],
            Self::Kotlin => &[Place::Jvm],
            Self::Swift => &[Place::Swift],
            Self::Languages => &[Place::Python, Place::Node, Place::Jvm],
            Self::Examples => &[Place::Python, Place::Node, Place::Jvm, Place::Swift],
            Self::Model => &[Place::Python, Place::Node],
        }
    }

    fn can_run_beside(self, running: &[Self]) -> bool {
        let taken = |place: &Place| running.iter().any(|suite| suite.places().contains(place));
        !self.places().iter().any(taken)
    }
}

/// The order in which suites begin: the longest first, then those that use many places, and what fits beside anything
/// at the end.
const ORDER: [Suite; 11] = [
    Suite::Python,
    Suite::Kotlin,
    Suite::Node,
    Suite::Languages,
    Suite::Examples,
    Suite::Model,
    Suite::Swift,
    Suite::Peers,
    Suite::Rust,
    Suite::Store,
    Suite::Redis,
];

/// How many run at once, at the most: tests of time limits fail on a machine that is too busy.
fn at_once() -> usize {
    thread::available_parallelism().map_or(1, usize::from).min(MOST)
}

const MOST: usize = 4;

/// Takes the next suite that can run beside those that do.
fn next(waiting: &mut Vec<Suite>, running: &[Suite]) -> Option<Suite> {
    let index = waiting.iter().position(|suite| suite.can_run_beside(running))?;
    Some(waiting.remove(index))
}

/// Runs each suite as a program of its own, and shows all that it wrote when it ends.
pub(super) fn run(workspace: &Workspace, suites: &BTreeSet<Suite>, all: bool) -> Result<Vec<Report>> {
    let own = workspace.own("test");
    fs::create_dir_all(&own)?;
    // A copy, for the suite `rust` builds this program anew.
    let program = own.join(format!("xtask{}", env::consts::EXE_SUFFIX));
    fs::copy(env::current_exe()?, &program).context("xtask cannot be copied")?;
    let mut waiting: Vec<Suite> = ORDER.into_iter().filter(|suite| suites.contains(suite)).collect();
    let mut running: Vec<Suite> = Vec::new();
    let mut reports = Vec::new();
    let (ended, ends) = mpsc::channel();
    while !waiting.is_empty() || !running.is_empty() {
        while running.len() < at_once() {
            let Some(suite) = next(&mut waiting, &running) else { break };
            running.push(suite);
            let (part, ended) = (Part::new(suite, &own), ended.clone());
            println!("{} begins; until it ends its output is in {}", suite.name(), part.output.display());
            let child = part.begin(&program, all);
            thread::spawn(move || {
                // The receiver is there until all have ended.
                let _ = ended.send(part.end(child));
            });
        }
        let (part, report) = ends.recv().context("no suite is left that could end")?;
        running.retain(|suite| *suite != part.suite);
        io::copy(&mut File::open(&part.output)?, &mut io::stdout())?;
        // Not every program ends its last line.
        println!();
        reports.push(report);
    }
    reports.sort_by_key(|report| report.suite);
    Ok(reports)
}

/// One suite that runs beside others.
struct Part {
    suite: Suite,
    output: PathBuf,
    tally: PathBuf,
    start: Instant,
}

impl Part {
    fn new(suite: Suite, own: &Path) -> Self {
        let file = |extension| own.join(suite.name()).with_extension(extension);
        Self { suite, output: file("log"), tally: file("json"), start: Instant::now() }
    }

    fn begin(&self, program: &Path, all: bool) -> Result<Child> {
        let output = File::create(&self.output)?;
        // One of an earlier run must not be taken for this one's.
        if self.tally.exists() {
            fs::remove_file(&self.tally)?;
        }
        let mut command = Command::new(program);
        command.args(["test", "--only", &self.suite.name(), "--tally"]).arg(&self.tally);
        if all {
            command.arg("--all");
        }
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        Ok(command.spawn()?)
    }

    fn end(self, child: Result<Child>) -> (Self, Report) {
        let tally = child.and_then(|mut child| {
            child.wait()?;
            let text = fs::read_to_string(&self.tally).context("it ended without a tally")?;
            Ok(serde_json::from_str(&text)?)
        });
        let tally = tally.unwrap_or_else(|error| {
            eprintln!("error: {}: {error:#}", self.suite.name());
            Tally::BROKEN
        });
        let report = Report { suite: self.suite, tally, time: self.start.elapsed() };
        (self, report)
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;

    use super::*;

    #[test]
    fn every_suite_has_its_turn_and_none_shares_a_place() {
        assert_eq!(ORDER.into_iter().collect::<BTreeSet<_>>().len(), Suite::value_variants().len());
        for at_once in 1..=4 {
            let (mut waiting, mut running, mut begun) = (ORDER.to_vec(), Vec::new(), 0);
            while !waiting.is_empty() {
                while running.len() < at_once {
                    let Some(suite) = next(&mut waiting, &running) else { break };
                    assert!(suite.can_run_beside(&running));
                    running.push(suite);
                    begun += 1;
                }
                // The one that began first ends: another must be able to begin at some time.
                running.remove(0);
            }
            assert_eq!(begun, ORDER.len());
        }
    }

    #[test]
    fn two_that_build_the_same_package_wait_for_each_other() {
        assert!(!Suite::Languages.can_run_beside(&[Suite::Swift, Suite::Node]));
        assert!(!Suite::Examples.can_run_beside(&[Suite::Swift]));
        assert!(!Suite::Peers.can_run_beside(&[Suite::Python]));
        assert!(Suite::Kotlin.can_run_beside(&[Suite::Python, Suite::Node]));
        assert_eq!(next(&mut vec![Suite::Languages, Suite::Rust], &[Suite::Kotlin]), Some(Suite::Rust));
        assert_eq!(next(&mut vec![Suite::Languages], &[Suite::Kotlin]), None);
    }
}
