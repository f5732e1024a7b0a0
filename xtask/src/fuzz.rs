//! `cargo xtask fuzz`: every reader of outside text under random input, by libFuzzer. Each input that breaks one belongs
//! into `fuzz/corpus`, from which an ordinary test replays it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use crate::package::target::Target;
use crate::process;
use crate::workspace::Workspace;

/// What builds a program for libFuzzer, pinned. It instruments code by options that a stable compiler has; only the
/// sanitizers are left out, which find what safe Rust cannot do.
const TOOL: &str = "cargo-fuzz@0.13.2";

/// What is asked for.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A target, as `fuzz/src/lib.rs` names it; without one, all
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
    /// How long all targets together run
    #[arg(long, value_name = "N", default_value_t = 15)]
    minutes: u64,
}

/// What came of one target.
struct Run {
    target: String,
    executions: u64,
    time: Duration,
    /// Inputs that broke it.
    broken_by: Vec<PathBuf>,
}

/// Builds the targets and runs one after the other; an error if an input breaks one.
pub(crate) fn run(workspace: &Workspace, arguments: &Arguments) -> Result<()> {
    let known = targets(workspace)?;
    for target in &arguments.targets {
        ensure!(known.contains(target), "no target is called {target}, but {}", known.join(", "));
    }
    let targets = if arguments.targets.is_empty() { &known } else { &arguments.targets };
    let programs = build(workspace)?;
    let each = Duration::from_secs(arguments.minutes * 60) / u32::try_from(targets.len())?;
    let mut runs = Vec::new();
    for target in targets {
        eprintln!("==> {target}");
        runs.push(run_one(workspace, &programs, target, each)?);
    }
    report(&runs)
}

/// Those that have a corpus.
fn targets(workspace: &Workspace) -> Result<Vec<String>> {
    let entries = fs::read_dir(corpora(workspace)).context("fuzz/corpus cannot be read")?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

fn corpora(workspace: &Workspace) -> PathBuf {
    workspace.root().join("fuzz/corpus")
}

/// Builds all programs, and tells in which directory they are.
fn build(workspace: &Workspace) -> Result<PathBuf> {
    let tools = workspace.own("fuzz-tools");
    let tool = tools.join("bin").join(format!("cargo-fuzz{}", std::env::consts::EXE_SUFFIX));
    let mut install = workspace.cargo();
    install.args(["install", "--quiet", "--locked", TOOL, "--root"]).arg(&tools);
    process::run(&mut install)?;
    let target = workspace.own("fuzz");
    let mut build = Command::new(tool);
    build.current_dir(workspace.root()).args([
        "fuzz",
        "build",
        "--sanitizer=none",
        "--features=engine,libfuzzer-sys/link_libfuzzer",
    ]);
    build.args(["--fuzz-dir=fuzz", "--target-dir"]).arg(&target);
    // It takes the profile `release`, whose optimisation of the whole program takes minutes for each.
    build.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_STRIP", "none");
    process::run(&mut build)?;
    Ok(target.join(Target::here()?.triple).join("release"))
}

/// Runs a target on what is committed, and on what earlier runs on this machine have found besides.
fn run_one(workspace: &Workspace, programs: &Path, target: &str, time: Duration) -> Result<Run> {
    let found = workspace.own("fuzz-corpus").join(target);
    let broken = workspace.own("fuzz-broken").join(target);
    fs::create_dir_all(&found)?;
    if broken.exists() {
        fs::remove_dir_all(&broken)?;
    }
    fs::create_dir_all(&broken)?;
    let mut program = Command::new(programs.join(target));
    program.arg(&found).arg(corpora(workspace).join(target));
    program.arg(format!("-max_total_time={}", time.as_secs().max(1)));
    program.arg(format!("-artifact_prefix={}/", broken.display()));
    program.args(["-print_final_stats=1", "-timeout=10", "-verbosity=0"]);
    let start = Instant::now();
    let mut executions = 0;
    let status = process::tee(program, |line| {
        executions = executed(line).unwrap_or(executions);
    })?;
    let inputs = fs::read_dir(&broken)?.map(|entry| Ok(entry?.path()));
    let broken_by = inputs.collect::<Result<Vec<_>>>()?;
    ensure!(status.success() || !broken_by.is_empty(), "{target} ended ({status}), and left no input");
    Ok(Run { target: target.to_owned(), executions, time: start.elapsed(), broken_by })
}

/// How often a target ran, if a line of libFuzzer says so.
fn executed(line: &str) -> Option<u64> {
    line.strip_prefix("stat::number_of_executed_units:")?.trim().parse().ok()
}

fn report(runs: &[Run]) -> Result<()> {
    println!("\n{:20} {:>12} {:>8} {:>10}  result", "target", "executions", "seconds", "per second");
    for Run { target, executions, time, broken_by } in runs {
        let seconds = time.as_secs().max(1);
        let result = if broken_by.is_empty() { "held" } else { "broken" };
        println!("{target:20} {executions:>12} {seconds:>8} {:>10}  {result}", executions / seconds);
    }
    println!("{:20} {:>12}", "all", runs.iter().map(|run| run.executions).sum::<u64>());
    let broken: Vec<_> = runs.iter().filter(|run| !run.broken_by.is_empty()).collect();
    for Run { target, broken_by, .. } in &broken {
        for input in broken_by {
            println!("{target} is broken by {}: keep it in fuzz/corpus/{target}", input.display());
        }
    }
    ensure!(broken.is_empty(), "{} of {} targets are broken", broken.len(), runs.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn executions_are_read_from_the_statistics() {
        assert_eq!(executed("stat::number_of_executed_units: 1048576"), Some(1_048_576));
        assert_eq!(executed("stat::average_exec_per_sec:     12345"), None);
    }

    #[test]
    fn targets_are_those_of_the_corpora() {
        let targets = targets(&Workspace::find().unwrap()).unwrap();
        assert!(targets.contains(&"answer".to_owned()) && targets.is_sorted());
    }
}
