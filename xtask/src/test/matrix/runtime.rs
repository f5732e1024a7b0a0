//! A runtime that is there.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process;

/// Which one, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Runtime {
    pub(super) version: String,
    /// The file of its program, or what its manager calls it.
    pub(super) place: PathBuf,
}

impl Runtime {
    /// Asks a program which version it is.
    pub(super) fn ask(program: PathBuf) -> Result<Self> {
        let told = process::output(Command::new(&program).arg("--version"))?;
        Ok(Self { version: version(&told)?.to_owned(), place: program })
    }
}

/// The version in what `--version` says: the first word that begins with a digit, with or without a `v`.
pub(super) fn version(told: &str) -> Result<&str> {
    let mut words = told.split_whitespace().map(|word| word.trim_start_matches('v'));
    let version = words.find(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    version.with_context(|| format!("no version in {told:?}"))
}

/// Whether a version is one of a line: 3.10.13 is one of 3.10, 3.1 is not.
pub(super) fn is_of(version: &str, line: &str) -> bool {
    version.strip_prefix(line).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-', '_']))
}

/// The numbers of a version, to tell which is newer.
pub(super) fn numbers(version: &str) -> Vec<u32> {
    version.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

/// The directories in which programs are looked for.
pub(super) fn path() -> Vec<PathBuf> {
    env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default()
}

/// The entries of a directory; none where there is no such directory.
pub(super) fn entries(directory: &Path) -> Vec<PathBuf> {
    let entries = directory.read_dir().into_iter().flatten().filter_map(Result::ok);
    let mut entries: Vec<_> = entries.map(|entry| entry.path()).collect();
    entries.sort();
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_tell_their_version_in_several_forms() {
        for (told, expected) in [
            ("v22.23.5\n", "22.23.5"),
            ("Python 3.10.13", "3.10.13"),
            ("deno 2.9.6 (stable, release, x86_64-unknown-linux-gnu)\nv8 15.0\n", "2.9.6"),
            ("rustc 1.97.0-nightly (0123456789 2026-05-01)", "1.97.0-nightly"),
        ] {
            assert_eq!(version(told).unwrap(), expected);
        }
        assert!(version("pyenv: python3.14: command not found").is_err());
    }

    #[test]
    fn a_line_of_versions_ends_at_a_dot() {
        assert!(is_of("3.10.13", "3.10") && is_of("25", "25") && is_of("1.8.0_292", "1.8"));
        assert!(!is_of("3.1.4", "3.10") && !is_of("3.10.13", "3.1"));
        assert!(numbers("3.10.13") > numbers("3.10.9"));
    }
}
