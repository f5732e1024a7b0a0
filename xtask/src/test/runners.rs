//! The test runners, and what their closing lines say.

use std::env;
use std::ffi::OsString;
use std::iter::Sum;
use std::process::Command;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::process;

use super::conformance::Passed;

/// How many tests passed, and how many did not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    /// What the conformance runners among them said.
    pub(crate) conformance: Vec<Passed>,
}

impl Tally {
    /// A runner that could not run its tests: it must never look like a success.
    pub(crate) const BROKEN: Self = Self { passed: 0, failed: 1, conformance: Vec::new() };
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |mut sum, tally| {
            sum.passed += tally.passed;
            sum.failed += tally.failed;
            sum.conformance.extend(tally.conformance);
            sum
        })
    }
}

/// Set for tests of ours: a client without credentials would ask an address outside of this machine for them. The core
/// and the official SDKs have tests of their own that give that provider an address.
pub(super) const NO_INSTANCE: (&str, &str) = ("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");

/// Takes the settings of whoever runs the tests out of their environment, but for what the tests are given: each would
/// change what a client does by default.
fn forget(tests: &mut Command, names: impl Iterator<Item = OsString>) {
    let settings: Vec<OsString> = names
        .filter(|name| OURS.iter().any(|prefix| name.to_string_lossy().starts_with(prefix)))
        .filter(|name| !tests.get_envs().any(|(given, _)| given == name))
        .collect();
    for name in settings {
        tests.env_remove(name);
    }
}

/// With what the names of settings begin that the product reads.
const OURS: [&str; 2] = ["ALIBABA_CLOUD_", "CAMS_ROI_"];

/// A test runner.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Runner {
    /// `cargo test`
    Cargo,
    /// `pytest`
    Pytest,
    /// `node --test` with its `spec` reporter
    Node,
    /// `bun test`
    Bun,
    /// `deno test`
    Deno,
    /// `mvn verify`: Surefire's tests, and the projects that the Invoker plugin runs
    Surefire,
    /// `swift test` with XCTest
    Swift,
}

impl Runner {
    /// Runs it, with its output shown, and counts by its closing lines.
    pub(crate) fn run(self, mut command: Command) -> Result<Tally> {
        forget(&mut command, env::vars_os().map(|(name, _)| name));
        let mut tallies = Vec::new();
        let mut conformance = Vec::new();
        let status = process::tee(command, |line| {
            tallies.extend(self.tally(line));
            conformance.extend(Passed::read(line));
        })?;
        let mut tally: Tally = tallies.into_iter().sum();
        tally.conformance = conformance;
        // It also fails where no test does, as by not compiling; and where nothing ran, nothing was proven.
        if tally.failed == 0 && (!status.success() || tally.passed == 0) {
            eprintln!("error: {self:?} ended with {status}, {} tests passed", tally.passed);
            tally.failed = 1;
        }
        Ok(tally)
    }

    /// What a line of its output adds, if it is one that closes.
    fn tally(self, line: &str) -> Option<Tally> {
        match self {
            Self::Cargo => line.strip_prefix("test result: ").map(|rest| counts(rest, &['.', ';'])),
            Self::Pytest => {
                let line = line.trim_matches(['=', ' ']);
                let (what, time) = line.split_once(" in ")?;
                let is_time = time.starts_with(|c: char| c.is_ascii_digit()) && time.contains('s');
                is_time.then(|| counts(what, &[',']))
            }
            Self::Node => {
                let (what, count) = line.trim_start_matches(['ℹ', '#', ' ']).split_once(' ')?;
                let is_closing = line.starts_with(['ℹ', '#']);
                let count = count.parse().ok().filter(|_| is_closing)?;
                match what {
                    "pass" => Some(Tally { passed: count, ..Tally::default() }),
                    "fail" | "cancelled" => Some(Tally { failed: count, ..Tally::default() }),
                    _ => None,
                }
            }
            Self::Bun => {
                let (count, what) = line.trim().split_once(' ')?;
                let count = count.parse().ok()?;
                match what {
                    "pass" => Some(Tally { passed: count, ..Tally::default() }),
                    "fail" | "error" | "errors" => Some(Tally { failed: count, ..Tally::default() }),
                    _ => None,
                }
            }
            Self::Deno => {
                let rest = line.strip_prefix("ok | ").or_else(|| line.strip_prefix("FAILED | "))?;
                Some(counts(rest, &['|', '(']))
            }
            Self::Surefire => surefire(line.split_once("] ")?.1.trim_start()),
            // Its closing lines come once for each suite, and once for each suite of suites: the tests are counted.
            Self::Swift => {
                let (_, what) = line.strip_prefix("Test Case '")?.split_once("' ")?;
                match what.split_once(" (")?.0 {
                    "passed" => Some(Tally { passed: 1, ..Tally::default() }),
                    "failed" => Some(Tally { failed: 1, ..Tally::default() }),
                    _ => None,
                }
            }
        }
    }
}

/// The sum of all classes, which takes no time, or that of all projects.
fn surefire(line: &str) -> Option<Tally> {
    let is_sum = line.starts_with("Tests run: ") || line.starts_with("Passed: ");
    if !is_sum || line.contains("Time elapsed") {
        return None;
    }
    let counts: Vec<(&str, u64)> = line
        .split(", ")
        .filter_map(|part| part.split_once(": "))
        .filter_map(|(what, count)| Some((what, count.parse().ok()?)))
        .collect();
    let count =
        |what: &str| counts.iter().filter(|(name, _)| *name == what).map(|(_, count)| count).sum::<u64>();
    let failed = count("Failures") + count("Errors") + count("Failed");
    let passed = count("Passed") + count("Tests run").saturating_sub(failed + count("Skipped"));
    Some(Tally { passed, failed, ..Tally::default() })
}

/// Adds up `3 passed`, `1 failed` and so on.
fn counts(text: &str, separators: &[char]) -> Tally {
    text.split(separators)
        .filter_map(|part| part.trim().split_once(' '))
        .filter_map(|(count, what)| Some((count.parse().ok()?, what)))
        .map(|(count, what)| match what {
            "passed" => Tally { passed: count, ..Tally::default() },
            "failed" | "error" | "errors" => Tally { failed: count, ..Tally::default() },
            _ => Tally::default(),
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_do_not_see_the_settings_of_whoever_runs_them() {
        let mut tests = Command::new("tests");
        tests.env("CAMS_ROI_COMMAND", "theirs");
        let names = ["ALIBABA_CLOUD_ECS_METADATA_DISABLED", "CAMS_ROI_ENDPOINT", "CAMS_ROI_COMMAND", "PATH"];
        forget(&mut tests, names.into_iter().map(OsString::from));
        let kept = tests.get_envs().filter(|(_, value)| value.is_some()).count();
        let gone: Vec<_> =
            tests.get_envs().filter(|(_, value)| value.is_none()).map(|(name, _)| name).collect();
        assert_eq!(
            (kept, gone),
            (1, vec!["ALIBABA_CLOUD_ECS_METADATA_DISABLED".as_ref(), "CAMS_ROI_ENDPOINT".as_ref()])
        );
    }

    fn tally(runner: Runner, output: &str) -> (u64, u64) {
        let tally: Tally = output.lines().filter_map(|line| runner.tally(line)).sum();
        (tally.passed, tally.failed)
    }

    #[test]
    fn cargo_closes_once_for_each_test_binary() {
        let output = "\
running 3 tests
test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.02s
test tests::passed ... ok
test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s";
        assert_eq!(tally(Runner::Cargo, output), (14, 1));
    }

    #[test]
    fn pytest_closes_in_several_forms() {
        assert_eq!(tally(Runner::Pytest, "============ 40 passed in 2.31s ============"), (40, 0));
        assert_eq!(
            tally(Runner::Pytest, "== 2 failed, 38 passed, 1 warning in 62.31s (0:01:02) =="),
            (38, 2)
        );
        assert_eq!(tally(Runner::Pytest, "=== 1 passed, 1 error in 0.10s ==="), (1, 1));
        assert_eq!(tally(Runner::Pytest, "2 errors in 0.10s"), (0, 2));
        assert_eq!(tally(Runner::Pytest, "test_passed.py .. 3 passed in between"), (0, 0));
    }

    #[test]
    fn node_closes_with_a_line_for_each_count() {
        let output = "✔ pass 3 (1ms)\nℹ tests 9\nℹ suites 1\nℹ pass 5\nℹ fail 3\nℹ cancelled 1\nℹ skipped 0\nℹ duration_ms 9.5";
        assert_eq!(tally(Runner::Node, output), (5, 4));
    }

    #[test]
    fn bun_and_deno_close_in_forms_of_their_own() {
        let output = "(pass) 3 pass [1.2ms]\n2 tests failed:\n(fail) a [1ms]\n\n 1196 pass\n 2 fail\n 1 error\nRan 9 tests across 1 file. [1s]";
        assert_eq!(tally(Runner::Bun, output), (1196, 3));
        assert_eq!(tally(Runner::Deno, "a ... ok (7ms)\n\nok | 1216 passed | 0 failed (2m31s)"), (1216, 0));
        assert_eq!(tally(Runner::Deno, "FAILED | 3 passed (2 steps) | 1 failed | 2 ignored (17ms)"), (3, 1));
    }

    #[test]
    fn swift_counts_each_test_once() {
        let output = "\
Test Suite 'ErrorTests' started at 2026-11-24 14:27:01.356
Test Case 'ErrorTests.testOne' started at 2026-11-24 14:27:01.356
Test Case 'ErrorTests.testOne' passed (0.004 seconds)
Test Case 'ErrorTests.testTwo' started at 2026-11-24 14:27:01.360
ErrorTests.swift:12: error: ErrorTests.testTwo : XCTAssertEqual failed: (\"1\") is not equal to (\"2\") -
Test Case 'ErrorTests.testTwo' failed (0.012 seconds)
Test Suite 'ErrorTests' failed at 2026-11-24 14:27:01.372
\t Executed 2 tests, with 1 failure (0 unexpected) in 0.016 (0.016) seconds
Test Suite 'All tests' failed at 2026-11-24 14:27:01.372
\t Executed 2 tests, with 1 failure (0 unexpected) in 0.016 (0.016) seconds";
        assert_eq!(tally(Runner::Swift, output), (1, 1));
    }

    #[test]
    fn surefire_closes_once_for_all_classes_and_the_invoker_once_for_all_projects() {
        let output = "\
[INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 2.011 s -- in io.CallbacksTest
[ERROR] Tests run: 3, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! -- in io.ErrorsTest
[ERROR] Tests run: 12, Failures: 1, Errors: 1, Skipped: 1
[INFO]   Passed: 2, Failed: 0, Errors: 0, Skipped: 0";
        assert_eq!(tally(Runner::Surefire, output), (11, 2));
        assert_eq!(tally(Runner::Surefire, "[ERROR] Passed: 1, Failed: 1, Errors: 0, Skipped: 0"), (1, 1));
    }
}
