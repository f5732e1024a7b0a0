//! JDKs: they run one build of the package and of its tests. The tests are for the oldest JDK that builds the package;
//! on those before that, which can run it, too, it is a project in Java 8.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::super::kotlin as suite;
use super::super::runners::{NO_INSTANCE, Tally};
use super::Packages;
use super::runtime::{self, Runtime};
use super::table::Row;
use crate::jvm;
use crate::process;
use crate::workspace::Workspace;

/// Those that the package supports, as they are called, and with what their versions begin.
const VERSIONS: [(u32, &str); 5] = [(8, "1.8"), (11, "11"), (17, "17"), (21, "21"), (25, "25")];

/// Where Linux has them.
const FOLDER: &str = "/usr/lib/jvm";

/// The project in Java 8, relative to the checkout: one file, which needs no coroutines.
const JAVA_8: &str = "bindings/kotlin/consumers/java-8/src/main/java/Main.java";

pub(super) fn rows(workspace: &Workspace, packages: Packages) -> Result<Vec<Row>> {
    if packages == Packages::Built {
        process::run(jvm::maven(workspace)?.args(["--quiet", "test-compile"]))?;
    }
    let emulator = workspace.built("cams-roi")?;
    let jdks = jdks(homes());
    let row = |(version, line): (u32, &str)| {
        let found = jdks.iter().find(|jdk| runtime::is_of(&jdk.version, line)).cloned();
        Row::of(format!("JDK {version}"), found, |home| {
            let java = home.join("bin").join(format!("java{}", env::consts::EXE_SUFFIX));
            if version >= jvm::OLDEST_JAVA {
                suite::conformance_on(workspace, &java)
            } else {
                smoke(workspace, &java, &emulator)
            }
        })
    };
    Ok(VERSIONS.into_iter().map(row).collect())
}

/// Where JDKs may be: those of Linux, and all that variables name, such as `JAVA_HOME` and `JAVA_HOME_21_X64`.
fn homes() -> Vec<PathBuf> {
    let named = env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("JAVA_HOME"));
    let named = named.map(|(_, home)| PathBuf::from(home));
    named.chain(runtime::entries(Path::new(FOLDER))).collect()
}

/// Those of them that are JDKs.
fn jdks(homes: Vec<PathBuf>) -> Vec<Runtime> {
    let jdk = |home: PathBuf| {
        let version = java_version(&fs::read_to_string(home.join("release")).ok()?)?;
        Some(Runtime { version, place: home })
    };
    homes.into_iter().filter_map(jdk).collect()
}

/// The version in the file `release` of a JDK.
fn java_version(release: &str) -> Option<String> {
    let value = release.lines().find_map(|line| line.strip_prefix("JAVA_VERSION="))?;
    Some(value.trim_matches('"').to_owned())
}

/// Compiles the project in Java 8, and runs it with the package and without coroutines.
fn smoke(workspace: &Workspace, java: &Path, emulator: &Path) -> Result<Tally> {
    let classes = workspace.own("matrix").join("java-8");
    let needed = jvm::class_path(workspace, &[])?;
    let is_kept = |path: &PathBuf| !path.to_string_lossy().contains("kotlinx-coroutines");
    let paths: Vec<_> = env::split_paths(&needed).filter(is_kept).collect();
    let class_path: OsString = env::join_paths([classes.clone()].into_iter().chain(paths))?;
    let mut javac = Command::new("javac");
    javac.args(["--release", "8", "-Xlint:-options", "-d"]).arg(&classes).arg("-cp").arg(&class_path);
    process::run(javac.arg(workspace.root().join(JAVA_8)))?;
    let mut program = Command::new(java);
    program.arg("-cp").arg(class_path).arg("Main").env("CAMS_ROI_COMMAND", emulator);
    process::run(program.env(NO_INSTANCE.0, NO_INSTANCE.1)).context("the project in Java 8 failed")?;
    Ok(Tally { passed: 1, ..Tally::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jdk_tells_its_version_in_a_file() {
        let root = env::temp_dir().join(format!("cams-roi-xtask-jdks-{}", std::process::id()));
        for (home, release) in [
            ("temurin-25", "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_VERSION=\"25.0.3\"\n"),
            ("java-8", "JAVA_VERSION=\"1.8.0_292\"\n"),
            ("sources", "SOURCE=\".:git\"\n"),
        ] {
            fs::create_dir_all(root.join(home)).unwrap();
            fs::write(root.join(home).join("release"), release).unwrap();
        }
        fs::create_dir_all(root.join("empty")).unwrap();
        let found: Vec<_> = jdks(runtime::entries(&root)).into_iter().map(|it| it.version).collect();
        assert_eq!(found, ["1.8.0_292", "25.0.3"]);
        fs::remove_dir_all(root).unwrap();
    }
}
