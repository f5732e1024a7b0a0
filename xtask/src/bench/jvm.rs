//! The Kotlin package, as Java calls it, beside the official client for Java.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::jvm;
use crate::package::{Plan, jvm as published};
use crate::process;
use crate::workspace::Workspace;

/// The comparison, relative to the checkout.
const COMPARISON: &str = "benches/jvm";

/// Builds both programs, each with a class path of its own, and tells how to run the comparison.
pub(super) fn prepare(workspace: &Workspace, url: &str) -> Result<Command> {
    let sources = workspace.root().join(COMPARISON);
    let root = workspace.own("jvm-bench");
    fs::create_dir_all(&root)?;
    let jars = |name: &str| root.join(format!("{name}.jars"));
    published::build(workspace, &Plan::here()?)?;
    let mut build = jvm::maven(workspace)?;
    build.arg("--quiet");
    // Users have it only if they bring it.
    build.arg("-DexcludeArtifactIds=slf4j-api");
    process::run(listing(&mut build, &jars("ours")))?;
    let mut official = jvm::maven(workspace)?;
    official.arg("--quiet").arg("--file").arg(sources.join("official/pom.xml"));
    process::run(listing(&mut official, &jars("official")))?;
    let mut ours = vec![published::jar(workspace)];
    ours.extend(env::split_paths(&fs::read_to_string(jars("ours"))?));
    let official: Vec<_> = env::split_paths(&fs::read_to_string(jars("official"))?).collect();
    let ours = compile(&sources, "Ours", ours, root.join("ours"))?;
    let official = compile(&sources, "Official", official, root.join("official"))?;
    let mut compare = Command::new("java");
    compare.arg(sources.join("Compare.java")).arg(url).arg(ours).arg(official);
    Ok(compare)
}

/// Has Maven list the jars that a program needs.
fn listing<'a>(maven: &'a mut Command, file: &Path) -> &'a mut Command {
    maven.args(["dependency:build-classpath", "-DincludeScope=runtime"]);
    maven.arg(format!("-Dmdep.outputFile={}", file.display()))
}

/// Compiles a program, and gives the class path on which it runs.
fn compile(sources: &Path, program: &str, mut jars: Vec<PathBuf>, classes: PathBuf) -> Result<OsString> {
    let mut javac = Command::new("javac");
    javac.arg("-d").arg(&classes).arg("-cp").arg(env::join_paths(&jars)?);
    javac.args(["Figures", program].map(|name| sources.join(format!("{name}.java"))));
    process::run(&mut javac)?;
    jars.push(classes);
    Ok(env::join_paths(jars)?)
}
