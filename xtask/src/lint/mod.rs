//! `cargo xtask lint`: every check runs, and those that fail are named at the end.

mod circles;
mod dependencies;
mod prose;
mod rules;
mod sources;
mod surfaces;
mod words;
mod workflows;

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Result, bail, ensure};
use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::generate;
use crate::node;
use crate::process;
use crate::python::Environment;
use crate::swift;
use crate::test::{
    examples, kotlin as kotlin_package, node as node_package, peers, python as python_package,
};
use crate::workspace::Workspace;

/// What is checked.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A check to run; can be given more than once
    #[arg(long, value_name = "CHECK", value_parser = known())]
    only: Vec<String>,
}

/// A check: its name, and what it does.
type Check = (&'static str, fn(&Workspace) -> Result<()>);

const CHECKS: [Check; 11] = [
    ("house rules", rules::check),
    ("words", words::check),
    ("workflows", workflows::check),
    ("dependencies", dependencies::check),
    ("circles of files", circles::check),
    ("rustfmt", rustfmt),
    ("Python", python),
    ("JavaScript", javascript),
    ("TypeScript", node_package::lint),
    ("Kotlin", kotlin_package::lint),
    ("surfaces", surfaces::check),
];

/// Those for which cargo builds: one after another, for it would let them wait for each other.
const BUILDING: [Check; 3] = [("clippy", clippy), ("rustdoc", rustdoc), ("Swift", swift::form::check)];

/// What needs the tools that others install.
const LAST: [Check; 1] = [("generated files", generate::check)];

fn all() -> impl Iterator<Item = &'static Check> {
    CHECKS.iter().chain(&BUILDING).chain(&LAST)
}

fn known() -> PossibleValuesParser {
    PossibleValuesParser::new(all().map(|(name, _)| *name))
}

/// Runs the checks that are named, or all, those that build beside the others; an error if one failed.
pub(crate) fn run(workspace: &Workspace, arguments: &Arguments) -> Result<()> {
    let Arguments { only } = arguments;
    if !only.is_empty() {
        let named = |(name, _): &&Check| only.iter().any(|it| it == name);
        return run_each(workspace, all().filter(named));
    }
    let others = Beside::begin(workspace)?;
    let built = run_each(workspace, BUILDING.iter());
    let others = others.end();
    let last = run_each(workspace, LAST.iter());
    others.and(built).and(last)
}

fn run_each<'a>(workspace: &Workspace, checks: impl Iterator<Item = &'a Check>) -> Result<()> {
    let mut failed = Vec::new();
    for (name, check) in checks {
        println!("==> {name}");
        if let Err(error) = check(workspace) {
            eprintln!("error: {name}: {error:#}");
            failed.push(*name);
        }
    }
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

/// The checks that build nothing, in a program of their own, whose output is shown when it ends.
struct Beside {
    program: Child,
    output: PathBuf,
}

impl Beside {
    fn begin(workspace: &Workspace) -> Result<Self> {
        let output = workspace.own("lint.log");
        fs::create_dir_all(workspace.own(""))?;
        let written = File::create(&output)?;
        let mut command = Command::new(env::current_exe()?);
        command.arg("lint").args(CHECKS.iter().flat_map(|(name, _)| ["--only", name]));
        command.stdin(Stdio::null()).stdout(written.try_clone()?).stderr(written);
        println!("{} checks run beside those that build; their output follows", CHECKS.len());
        Ok(Self { program: command.spawn()?, output })
    }

    fn end(mut self) -> Result<()> {
        let ended = self.program.wait()?;
        io::copy(&mut File::open(&self.output)?, &mut io::stdout())?;
        ensure!(ended.success(), "of the checks that build nothing, some failed: see above");
        Ok(())
    }
}

fn rustfmt(workspace: &Workspace) -> Result<()> {
    process::run(workspace.cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(workspace: &Workspace) -> Result<()> {
    let mut command = workspace.cargo();
    command.args(["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]);
    process::run(&mut command)
}

/// The libraries' pages: a program's would overwrite those of the library that has its name.
fn rustdoc(workspace: &Workspace) -> Result<()> {
    let mut command = workspace.cargo();
    command.args(["doc", "--workspace", "--lib", "--all-features", "--no-deps"]);
    process::run(command.env("RUSTDOCFLAGS", "-D warnings"))
}

fn python(workspace: &Workspace) -> Result<()> {
    let tools = Environment::new(workspace, "lint", "xtask/requirements.txt")?;
    let tests = peers::environment(workspace)?;
    for directory in [peers::PYTHON, python_package::PACKAGE] {
        let directory = workspace.root().join(directory);
        process::run(tools.module("ruff", &directory).args(["format", "--check", "."]))?;
        process::run(tools.module("ruff", &directory).args(["check", "."]))?;
    }
    // The comparisons, and what computes a report again, have the package's rules.
    let mut ruff = tools.module("ruff", &workspace.root().join(python_package::PACKAGE));
    process::run(ruff.args([
        "check",
        "--config",
        "pyproject.toml",
        "../benches/python",
        "../crates/cams-roi-cli/tests/cli",
    ]))?;
    examples::lint(workspace, &tools)?;
    let directory = workspace.root().join(peers::PYTHON);
    let mut mypy = tools.module("mypy", &directory);
    process::run(mypy.arg("--python-executable").arg(tests.python()).arg("."))
}

/// Node has no linter of its own, but it can tell what is no JavaScript.
fn javascript(workspace: &Workspace) -> Result<()> {
    for file in sources::list(workspace)? {
        if file.has_extension(&["js", "cjs", "mjs"]) {
            process::run(node::node()?.arg("--check").arg(&file.path))?;
        }
    }
    Ok(())
}
