//! Java and Maven.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process;
use crate::workspace::Workspace;

/// The oldest JDK that the project supports.
pub(crate) const OLDEST_JAVA: u32 = 17;

/// The oldest Maven whose plugins the project uses.
const OLDEST_MAVEN: (u32, u32) = (3, 6);

/// How a JVM that lives for seconds starts.
const SHORT_LIVED: &str = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

/// The Maven project, relative to the checkout.
pub(crate) const PROJECT: &str = "bindings/kotlin";

/// Maven in the Kotlin package's project, once it and its JDK are known to be recent enough.
pub(crate) fn maven(workspace: &Workspace) -> Result<Command> {
    let mut version = program();
    let told = process::output(version.arg("--version"))
        .context("the Kotlin package needs Maven and a JDK: install both, and put mvn on PATH")?;
    let (maven, java) = versions(&told);
    match maven {
        Some(version) if version >= OLDEST_MAVEN => {}
        _ => bail!("mvn is too old: put one of {}.{} or later first on PATH", OLDEST_MAVEN.0, OLDEST_MAVEN.1),
    }
    match java {
        Some(OLDEST_JAVA..) => {}
        Some(other) => bail!("mvn runs on JDK {other}: let JAVA_HOME name one of {OLDEST_JAVA} or later"),
        None => bail!("mvn does not tell on which JDK it runs:\n{told}"),
    }
    let mut command = program();
    command.current_dir(workspace.root().join(PROJECT));
    command.args(["--batch-mode", "-Dstyle.color=never", "--no-transfer-progress"]);
    let property = |name: &str, value: PathBuf| format!("-D{name}={}", value.display());
    command.arg(property("cargo.target", workspace.target().to_owned()));
    if let Some(cargo) = env::var_os("CARGO") {
        command.arg(property("cargo", cargo.into()));
    }
    // Each of the builds takes seconds, of which optimising Maven and its compilers would be half.
    if env::var_os("MAVEN_OPTS").is_none() {
        command.env("MAVEN_OPTS", SHORT_LIVED);
    }
    Ok(command)
}

/// The compiled package, with the library that is built quickly, and what it needs. Maven runs some goals before, such as
/// those that compile it.
pub(crate) fn class_path(workspace: &Workspace, before: &[&str]) -> Result<OsString> {
    let list = workspace.own("package.jars");
    let mut maven = maven(workspace)?;
    maven.arg("--quiet").args(before).args(["dependency:build-classpath", "-DincludeScope=runtime"]);
    process::run(maven.arg(format!("-Dmdep.outputFile={}", list.display())))?;
    let classes = workspace.root().join(PROJECT).join("target/classes");
    let jars = fs::read_to_string(list)?;
    let jars = env::split_paths(jars.trim()).collect::<Vec<_>>();
    Ok(env::join_paths([classes.as_path()].into_iter().chain(jars.iter().map(PathBuf::as_path)))?)
}

fn program() -> Command {
    Command::new(if cfg!(windows) { "mvn.cmd" } else { "mvn" })
}

/// What `mvn --version` says of its own version and of Java's.
fn versions(told: &str) -> (Option<(u32, u32)>, Option<u32>) {
    let after = |mark: &str| told.split_once(mark).map(|(_, rest)| rest);
    let numbers = |text: &str| {
        let mut parts = text.split(|c: char| !c.is_ascii_digit()).map(str::parse::<u32>);
        Some((parts.next()?.ok()?, parts.next().and_then(Result::ok).unwrap_or(0)))
    };
    let java = after("Java version: ")
        .and_then(numbers)
        .map(|(major, minor)| if major == 1 { minor } else { major });
    (after("Apache Maven ").and_then(numbers), java)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maven_tells_both_versions() {
        let told = "Apache Maven 3.8.7\nMaven home: /m\nJava version: 17.0.15, vendor: Debian, runtime: /j\n";
        assert_eq!(versions(told), (Some((3, 8)), Some(17)));
        assert_eq!(versions("Apache Maven 3.9\nJava version: 1.8.0_292, vendor: x"), (Some((3, 9)), Some(8)));
        assert_eq!(versions("Java version: 25, vendor: x"), (None, Some(25)));
        assert_eq!(versions("something else"), (None, None));
    }
}
