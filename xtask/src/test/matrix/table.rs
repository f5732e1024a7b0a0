//! What came of each runtime, as a table.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;

use super::super::runners::Tally;
use super::runtime::Runtime;
use crate::columns::aligned;

/// A runtime that is supported, and what came of it.
pub(super) struct Row {
    name: String,
    /// None where it was not found.
    found: Option<Runtime>,
    outcome: Option<(Tally, Duration)>,
}

impl Row {
    /// Runs what is to be run on a runtime, if it was found.
    pub(super) fn of(name: String, found: Option<Runtime>, run: impl FnOnce(&Path) -> Result<Tally>) -> Self {
        let Some(runtime) = found else {
            println!("\n==> {name}: not found");
            return Self { name, found: None, outcome: None };
        };
        println!("\n==> {name}: {} at {}", runtime.version, runtime.place.display());
        let start = Instant::now();
        let tally = run(&runtime.place).unwrap_or_else(|error| {
            eprintln!("error: {name}: {error:#}");
            Tally::BROKEN
        });
        Self { name, found: Some(runtime), outcome: Some((tally, start.elapsed())) }
    }

    /// A language whose package cannot be run at all.
    pub(super) const fn broken(name: String) -> Self {
        Self { name, found: None, outcome: Some((Tally::BROKEN, Duration::ZERO)) }
    }

    /// Whether nothing failed. What is not there fails nothing.
    pub(super) fn is_well(&self) -> bool {
        self.outcome.as_ref().is_none_or(|(tally, _)| tally.failed == 0)
    }

    fn cells(&self) -> [String; 7] {
        let none = || "-".to_owned();
        let version = self.found.as_ref().map_or_else(none, |it| it.version.clone());
        let place = match (&self.found, &self.outcome) {
            (Some(it), _) => it.place.display().to_string(),
            (None, Some(_)) => none(),
            (None, None) => "not found".to_owned(),
        };
        let Some((tally, time)) = &self.outcome else {
            return [self.name.clone(), version, place, none(), none(), none(), none()];
        };
        let result = if self.is_well() { "passed" } else { "failed" };
        let counts = [tally.passed.to_string(), tally.failed.to_string()];
        let [passed, failed] = counts;
        let seconds = format!("{:.1}", time.as_secs_f64());
        [self.name.clone(), version, place, result.to_owned(), passed, failed, seconds]
    }
}

/// All of them.
pub(super) fn shown(rows: &[Row]) -> String {
    let heads = ["runtime", "version", "where", "result", "passed", "failed", "seconds"].map(str::to_owned);
    let rows: Vec<_> = std::iter::once(heads).chain(rows.iter().map(Row::cells)).collect();
    aligned(&rows, &[4, 5, 6])
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    fn runtime(version: &str) -> Runtime {
        Runtime { version: version.to_owned(), place: format!("/{version}").into() }
    }

    #[test]
    fn what_is_not_there_is_listed_and_fails_nothing() {
        let passed = Row::of("Node 22".to_owned(), Some(runtime("22.1.0")), |place| {
            assert_eq!(place, Path::new("/22.1.0"));
            Ok(Tally { passed: 7, ..Tally::default() })
        });
        let absent = Row::of("Node 24".to_owned(), None, |_| bail!("nothing is run"));
        assert!(passed.is_well() && absent.is_well());
        let table = shown(&[passed, absent]);
        let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split("  ").collect()).collect();
        assert_eq!(lines.len(), 3);
        let cells = |line: &[&str]| {
            line.iter().map(|cell| cell.trim().to_owned()).filter(|it| !it.is_empty()).collect::<Vec<_>>()
        };
        assert_eq!(cells(&lines[1])[..6], ["Node 22", "22.1.0", "/22.1.0", "passed", "7", "0"]);
        assert_eq!(cells(&lines[2]), ["Node 24", "-", "not found", "-", "-", "-", "-"]);
    }

    #[test]
    fn what_cannot_be_run_is_a_failure() {
        let failed = Row::of("Node 22".to_owned(), Some(runtime("22.1.0")), |_| bail!("it does not start"));
        assert!(!failed.is_well() && !Row::broken("node".to_owned()).is_well());
        assert!(shown(&[failed]).contains("failed"));
    }
}
