//! `cargo xtask lint`: every check runs, and those that fail are named at the end.

mod circles;
mod dependencies;
mod prose;
mod rules;
mod sources;
mod surfaces;
mod words;
mod workflows;

use anyhow::{Result, bail};

use crate::generate;
use crate::node;
use crate::process;
use crate::python::Environment;
use crate::swift;
use crate::test::{
    examples, kotlin as kotlin_package, node as node_package, peers, python as python_package,
};
use crate::workspace::Workspace;

/// A check: its name, and what it does.
type Check = (&'static str, fn(&Workspace) -> Result<()>);

const CHECKS: [Check; 15] = [
    ("house rules", rules::check),
    ("words", words::check),
    ("workflows", workflows::check),
    ("dependencies", dependencies::check),
    ("circles of files", circles::check),
    ("rustfmt", rustfmt),
    ("clippy", clippy),
    ("rustdoc", rustdoc),
    ("Python", python),
    ("JavaScript", javascript),
    ("TypeScript", node_package::lint),
    ("Kotlin", kotlin_package::lint),
    ("Swift", swift::form::check),
    ("generated files", generate::check),
    ("surfaces", surfaces::check),
];

/// Runs all checks; an error if one failed.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let mut failed = Vec::new();
    for (name, check) in CHECKS {
        println!("==> {name}");
        if let Err(error) = check(workspace) {
            eprintln!("error: {name}: {error:#}");
            failed.push(name);
        }
    }
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
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
