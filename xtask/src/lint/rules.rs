//! The house rules that no other tool knows.

use std::fs;

use anyhow::{Context as _, Result, bail};

use super::sources::{self, extension};
use crate::workspace::Workspace;

/// A source file that is longer is read by nobody to its end.
const MAX_LINES: usize = 400;

/// What the limit applies to.
const SOURCES: [&str; 11] = ["rs", "py", "pyi", "js", "cjs", "mjs", "ts", "kt", "java", "swift", "sh"];

/// Directories to which it does not apply.
const UNLIMITED: [&str; 5] = ["tests", "test", "Tests", "generated", "conformance"];

/// What the first lines of a file say that is written from the model: nobody reads it to find something out.
const GENERATED: &str = "Written by `cargo xtask generate`";

/// Which registry or mirror packages come from is a matter of the machine. Split, for this file is checked too.
const REGISTRIES: [&str; 11] = [
    concat!("registry.npm", "js.org"),
    concat!("registry.yarn", "pkg.com"),
    concat!("registry.npm", "mirror.com"),
    concat!("py", "pi.org"),
    concat!("files.python", "hosted.org"),
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("repo.", "maven.apache.org"),
    concat!("repo1.", "maven.org"),
    concat!("maven.", "google.com"),
    concat!("mirrors.", "aliyun.com"),
];

/// Marks by which a test does not run: a test that nobody runs protects nobody.
const SKIPS: [(&[&str], &[&str]); 5] = [
    (&["rs"], &[concat!("#[", "ignore")]),
    (
        &["py"],
        &[
            concat!("mark.", "skip"),
            concat!("mark.", "xfail"),
            concat!("pytest.", "skip("),
            concat!("unittest.", "skip"),
        ],
    ),
    (
        &["js", "cjs", "mjs", "ts"],
        &[concat!(".", "skip("), concat!(".", "todo("), concat!(".", "only("), concat!("skip", ": true")],
    ),
    (&["kt", "java"], &[concat!("@", "Disabled"), concat!("@", "Ignore")]),
    (&["swift"], &[concat!("XCT", "Skip"), concat!(".", "disabled(")]),
];

/// Holds every file against the rules, and names those that break one.
pub(super) fn check(workspace: &Workspace) -> Result<()> {
    let mut broken = Vec::new();
    for file in sources::list(workspace)? {
        let bytes =
            fs::read(&file.path).with_context(|| format!("{} cannot be read", file.path.display()))?;
        // What is no text holds none of this.
        if let Ok(text) = String::from_utf8(bytes) {
            broken.extend(violations(&file.name, &text));
        }
    }
    if !broken.is_empty() {
        bail!("\n  {}", broken.join("\n  "));
    }
    Ok(())
}

/// What is wrong with a file.
fn violations(name: &str, text: &str) -> Vec<String> {
    let extension = extension(name);
    let mut violations = Vec::new();
    let lines = text.lines().count();
    let generated = text.lines().take(5).any(|line| line.contains(GENERATED));
    let unlimited = generated || name.split('/').any(|part| UNLIMITED.contains(&part));
    let limited = SOURCES.contains(&extension) && !unlimited;
    if limited && lines > MAX_LINES {
        violations.push(format!("{name} has {lines} lines: split it, {MAX_LINES} are the most"));
    }
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(host) = REGISTRIES.iter().find(|host| line.contains(*host)) {
            violations.push(format!("{name}:{number} names {host}: leave the registry to the machine"));
        }
        let mut marks = SKIPS.iter().filter(|(kinds, _)| kinds.contains(&extension)).flat_map(|it| it.1);
        if let Some(mark) = marks.find(|mark| line.contains(*mark)) {
            violations.push(format!("{name}:{number} has {mark:?}: a test must run, fix it or take it out"));
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sources_outside_of_tests_and_generated_code_are_limited() {
        let long = "line\n".repeat(MAX_LINES + 1);
        assert_eq!(
            violations("crates/a/src/long.rs", &long),
            ["crates/a/src/long.rs has 401 lines: split it, 400 are the most"]
        );
        assert!(violations("crates/a/src/long.rs", &long[5..]).is_empty());
        for name in
            ["crates/a/tests/long.rs", "conformance/signing.json", "src/generated/long.kt", "Cargo.lock"]
        {
            assert!(violations(name, &long).is_empty(), "{name}");
        }
        let written = format!("# {GENERATED} from `model`; do not edit.\n{long}");
        assert!(violations("python/src/long.py", &written).is_empty());
        assert_eq!(violations("crates/a/src/long.rs", &format!("{long}{written}")).len(), 1);
    }

    #[test]
    fn a_registry_is_named_nowhere() {
        for host in REGISTRIES {
            let text = format!("one\n\"resolved\": \"https://{host}/x.tgz\"");
            assert_eq!(violations("any/package-lock.json", &text).len(), 1, "{host}");
        }
    }

    #[test]
    fn every_mark_of_a_test_that_does_not_run_is_found_in_its_language_alone() {
        for (extensions, marks) in SKIPS {
            for (extension, mark) in extensions.iter().flat_map(|it| marks.iter().map(move |mark| (it, mark)))
            {
                assert_eq!(violations(&format!("tests/a.{extension}"), mark).len(), 1, "{mark}");
                assert!(violations("tests/a.md", mark).is_empty(), "{mark}");
            }
        }
    }
}
