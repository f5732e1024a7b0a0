//! The targets that packages are made for, and what each registry calls them.

use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process;

/// A target: its triple, and its names.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) triple: &'static str,
    /// The npm package of its native part is `cams-roi-` and this.
    pub(crate) npm: &'static str,
    /// The jar's folder of its library, where `internal/Library.kt` looks for it.
    pub(crate) jar: &'static str,
}

/// All of them.
pub(crate) const TARGETS: [Target; 8] = [
    target("x86_64-unknown-linux-gnu", "linux-x64-gnu", "linux-x86-64"),
    target("aarch64-unknown-linux-gnu", "linux-arm64-gnu", "linux-aarch64"),
    target("x86_64-unknown-linux-musl", "linux-x64-musl", "linux-musl-x86-64"),
    target("aarch64-unknown-linux-musl", "linux-arm64-musl", "linux-musl-aarch64"),
    target("aarch64-apple-darwin", "darwin-arm64", "darwin-aarch64"),
    target("x86_64-apple-darwin", "darwin-x64", "darwin-x86-64"),
    target("x86_64-pc-windows-msvc", "win32-x64-msvc", "win32-x86-64"),
    target("aarch64-pc-windows-msvc", "win32-arm64-msvc", "win32-aarch64"),
];

const fn target(triple: &'static str, npm: &'static str, jar: &'static str) -> Target {
    Target { triple, npm, jar }
}

impl Target {
    /// The one of this name.
    pub(crate) fn find(triple: &str) -> Result<&'static Self> {
        let known = || TARGETS.map(|target| target.triple).join(", ");
        let found = TARGETS.iter().find(|target| target.triple == triple);
        found.with_context(|| format!("nothing is made for {triple}, but for {}", known()))
    }

    /// That of this machine, as its compiler tells it.
    pub(crate) fn here() -> Result<&'static Self> {
        let told = process::output(Command::new("rustc").arg("-vV"))?;
        let host = told.lines().find_map(|line| line.strip_prefix("host: "));
        Self::find(host.context("rustc does not tell for what it compiles")?)
    }

    pub(crate) fn is_linux(&self) -> bool {
        self.triple.contains("-linux-")
    }

    pub(crate) fn is_windows(&self) -> bool {
        self.triple.contains("-windows-")
    }

    pub(crate) fn is_musl(&self) -> bool {
        self.triple.ends_with("-musl")
    }

    pub(crate) fn has_glibc(&self) -> bool {
        self.triple.ends_with("-linux-gnu")
    }

    /// What a shared library of this name is called as a file.
    pub(crate) fn shared_library(&self, name: &str) -> String {
        if self.is_windows() {
            format!("{name}.dll")
        } else if self.is_linux() {
            format!("lib{name}.so")
        } else {
            format!("lib{name}.dylib")
        }
    }

    /// What a program of this name is called as a file.
    pub(crate) fn program(&self, name: &str) -> String {
        if self.is_windows() { format!("{name}.exe") } else { name.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn npm_has_a_package_for_each_target_and_for_no_other() {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../node/npm");
        let names = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name());
        let there: BTreeSet<_> = names.map(|name| name.into_string().unwrap()).collect();
        assert_eq!(there, TARGETS.iter().map(|target| target.npm.to_owned()).collect());
    }

    #[test]
    fn npm_s_packages_require_each_target_s_by_its_name() {
        let addon = include_str!("../../../node/src/native.ts");
        let command = include_str!("../../../node/src/command/program.ts");
        for target in &TARGETS {
            assert!(addon.contains(&format!("require('cams-roi-{}')", target.npm)), "{}", target.npm);
            let program = format!("resolve('cams-roi-cli-{}/{}')", target.npm, target.program("cams-roi"));
            assert!(command.contains(&program), "{program}");
        }
    }

    #[test]
    fn the_jar_s_loader_knows_the_folder_of_each_target() {
        let loader =
            include_str!("../../../bindings/kotlin/src/main/kotlin/io/github/camsroi/internal/Platform.kt");
        let systems: Vec<_> = TARGETS
            .iter()
            .map(|target| target.jar.trim_end_matches("-x86-64").trim_end_matches("-aarch64"))
            .collect();
        for system in systems {
            assert!(loader.contains(&format!("\"{system}\"")), "{system}");
        }
    }

    #[test]
    fn files_have_the_names_of_their_system() {
        let names = |triple| {
            let target = Target::find(triple).unwrap();
            (target.shared_library("a"), target.program("b"))
        };
        assert_eq!(names("x86_64-unknown-linux-musl"), ("liba.so".to_owned(), "b".to_owned()));
        assert_eq!(names("aarch64-apple-darwin"), ("liba.dylib".to_owned(), "b".to_owned()));
        assert_eq!(names("x86_64-pc-windows-msvc"), ("a.dll".to_owned(), "b.exe".to_owned()));
        assert!(Target::find("riscv64gc-unknown-linux-gnu").is_err());
    }
}
