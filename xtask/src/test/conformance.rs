//! The promise that a call behaves the same in every language: each package must pass every case.

use std::fs;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::workspace::Workspace;

use super::Suite;

/// The cases, relative to the checkout.
const CASES: &str = "conformance/cases";

/// How many cases a package passed, as its runner said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Passed {
    face: String,
    cases: usize,
}

impl Passed {
    /// Reads the line that a runner prints: `conformance <face>: <n> cases passed`.
    pub(super) fn read(line: &str) -> Option<Self> {
        let (face, count) = line.trim().strip_prefix("conformance ")?.split_once(": ")?;
        let cases = count.strip_suffix(" cases passed")?.parse().ok()?;
        Some(Self { face: face.to_owned(), cases })
    }
}

/// The packages whose runners belong to a suite.
const fn faces(suite: Suite) -> &'static [&'static str] {
    match suite {
        Suite::Rust => &["rust", "command"],
        Suite::Store | Suite::Redis | Suite::Peers | Suite::Languages | Suite::Examples | Suite::Model => &[],
        Suite::Python => &["python", "python-async"],
        Suite::Node => &["node"],
        Suite::Kotlin => &["kotlin"],
        Suite::Swift => &["swift"],
    }
}

/// How many cases there are.
pub(super) fn count(workspace: &Workspace) -> Result<usize> {
    let mut count = 0;
    for entry in
        fs::read_dir(workspace.root().join(CASES)).with_context(|| format!("{CASES} cannot be read"))?
    {
        let path = entry?.path();
        let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(&path)?)
            .with_context(|| format!("{} is no list of cases", path.display()))?;
        count += cases.len();
    }
    Ok(count)
}

/// Prints how many cases each package passed that `suites` should have run; how many packages did not pass them all.
pub(super) fn report(suites: &[Suite], passed: &[Passed], cases: usize) -> u64 {
    let faces = suites.iter().flat_map(|suite| faces(*suite));
    let rows: Vec<_> = faces.map(|face| (face, passed.iter().find(|it| it.face == **face))).collect();
    if rows.is_empty() {
        return 0;
    }
    println!("\n{:19} {:>7} {:>7}", "conformance", "passed", "cases");
    let mut failed = 0;
    for (face, passed) in rows {
        let shown = passed.map_or_else(|| "none".to_owned(), |it| it.cases.to_string());
        println!("{face:19} {shown:>7} {cases:>7}");
        failed += u64::from(passed.is_none_or(|it| it.cases != cases));
    }
    failed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_must_have_passed_every_case() {
        let read = |line: &str| Passed::read(line).unwrap();
        let all = [read("conformance rust: 3 cases passed"), read("  conformance command: 3 cases passed\n")];
        assert_eq!(report(&[Suite::Rust, Suite::Peers], &all, 3), 0);
        assert_eq!(report(&[Suite::Rust], &all, 4), 2);
        assert_eq!(report(&[Suite::Rust, Suite::Node], &all[..1], 3), 2);
        assert_eq!(Passed::read("conformance rust: some cases passed"), None);
    }
}
