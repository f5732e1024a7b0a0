//! What the workflows must hold to: nothing runs in them that could be another thing tomorrow, and a release builds
//! nothing but by `cargo xtask package`, and not before the checks have passed.

use std::process::Command;

use anyhow::{Result, bail};

use super::sources;
use crate::process;
use crate::python::Environment;
use crate::workspace::Workspace;

/// Where they are, relative to the checkout.
const DIRECTORY: &str = ".github/workflows/";

/// The one that publishes.
const RELEASE: &str = ".github/workflows/release.yml";

/// The job of it that all others wait for, and what that runs.
const CHECKS: (&str, &str) = ("ci", "uses: ./.github/workflows/ci.yml");

/// Programs that build, which `cargo xtask package` alone knows how to call.
const BUILDERS: [&str; 8] = [
    "cargo build",
    "cargo rustc",
    "cargo zigbuild",
    "maturin",
    "napi",
    "npm run",
    "mvn",
    "cargo xtask swift",
];

/// Holds every workflow against the rules, and against those of zizmor, which knows how workflows are broken into.
pub(super) fn check(workspace: &Workspace) -> Result<()> {
    own_rules(workspace)?;
    let tools = Environment::new(workspace, "lint", "xtask/requirements.txt")?;
    let mut zizmor = Command::new(tools.program("zizmor"));
    // What it would ask GitHub is not to be asked for a lint.
    process::run(zizmor.args(["--offline", "--quiet", "--no-progress", "."]).current_dir(workspace.root()))
}

fn own_rules(workspace: &Workspace) -> Result<()> {
    let mut broken = Vec::new();
    for file in sources::list(workspace)? {
        if file.name.starts_with(DIRECTORY) {
            broken.extend(violations(&file.name, &workspace.read(&file.name)?));
        }
    }
    if !broken.is_empty() {
        bail!("\n  {}", broken.join("\n  "));
    }
    Ok(())
}

fn violations(name: &str, text: &str) -> Vec<String> {
    let mut violations = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let used = line.trim_start().trim_start_matches("- ").strip_prefix("uses: ");
        if let Some(action) = used.filter(|action| !is_fixed(action)) {
            violations.push(format!("{name}:{number} uses {action}: name a commit, and its tag behind it"));
        }
        let code = line.split_once('#').map_or(line, |(code, _)| code);
        let builder = BUILDERS.iter().find(|builder| name == RELEASE && code.contains(*builder));
        if let Some(builder) = builder {
            violations.push(format!("{name}:{number} has {builder:?}: let `cargo xtask package` build"));
        }
        if name == RELEASE && code.contains("npm publish") && !code.contains("tarball") {
            violations.push(format!("{name}:{number} publishes a folder: what is packed is a tarball"));
        }
    }
    if name == RELEASE {
        violations.extend(jobs(text).into_iter().filter_map(|(job, lines)| {
            let (checks, run) = CHECKS;
            let wanted = if job == checks { run } else { "needs: " };
            let has = lines.iter().any(|line| line.trim_start().starts_with(wanted));
            (!has)
                .then(|| format!("{name}: the job {job} has no `{wanted}…`: nothing is published unchecked"))
        }));
        if !jobs(text).iter().any(|(job, _)| *job == CHECKS.0) {
            violations.push(format!("{name} has no job {}", CHECKS.0));
        }
    }
    violations
}

/// Whether it is a part of the checkout, or a commit with its tag, as `owner/name@… # v1.2.3`.
fn is_fixed(action: &str) -> bool {
    let Some((action, tag)) = action.split_once(" # v") else { return action.starts_with("./") };
    let commit = action.split_once('@').map(|(_, commit)| commit);
    commit.is_some_and(|it| it.len() == 40 && it.bytes().all(|byte| byte.is_ascii_hexdigit()))
        && tag.starts_with(|first: char| first.is_ascii_digit())
}

/// The jobs of a workflow, with their lines.
fn jobs(text: &str) -> Vec<(&str, Vec<&str>)> {
    let mut jobs: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines().skip_while(|line| *line != "jobs:").skip(1) {
        let name = line.strip_prefix("  ").and_then(|rest| rest.strip_suffix(':'));
        if let Some(name) = name.filter(|name| !name.starts_with([' ', '#'])) {
            jobs.push((name, Vec::new()));
        } else if let Some((_, lines)) = jobs.last_mut() {
            lines.push(line);
        }
    }
    jobs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_of_this_checkout_hold_to_all_of_it() {
        own_rules(&Workspace::find().unwrap()).unwrap();
    }

    #[test]
    fn an_action_is_fixed_by_its_commit_alone() {
        let commit = "fbc6f3992d24b796d5a048ff273f7fcc4a7b6c09";
        assert!(is_fixed(&format!("actions/checkout@{commit} # v5.1.0")));
        assert!(is_fixed("./.github/workflows/ci.yml"));
        for moving in ["actions/checkout@v5", "a/b@release/v1", "a/b@main", "a/b@v5 # v5.1.0"] {
            assert!(!is_fixed(moving), "{moving}");
            assert_eq!(
                violations("a/.github/workflows/ci.yml", &format!("      - uses: {moving}\n")).len(),
                1
            );
        }
        assert!(!is_fixed(&format!("actions/checkout@{commit}")), "which release that is, nobody sees");
    }

    #[test]
    fn a_release_builds_by_one_command() {
        let job = |run: &str| {
            format!(
                "jobs:\n  ci:\n    uses: ./.github/workflows/ci.yml\n  a:\n    needs: ci\n    steps:\n      - run: {run}\n"
            )
        };
        for builder in [
            "cargo rustc --locked -p cams-roi-uniffi --lib --profile dist",
            "npm run build:native:dist",
            "npx napi artifacts",
            "mvn --batch-mode -Pdist deploy",
            "cargo xtask swift xcframework",
            "npm publish --provenance --access public",
        ] {
            assert_eq!(violations(RELEASE, &job(builder)).len(), 1, "{builder}");
        }
        assert!(violations(RELEASE, &job("cargo xtask package node --assemble")).is_empty());
        assert!(violations(RELEASE, &job("cargo publish --workspace # not mvn")).is_empty());
    }

    #[test]
    fn a_release_waits_for_the_checks() {
        let ci = "jobs:\n  ci:\n    uses: ./.github/workflows/ci.yml\n";
        let job = "  crates:\n    runs-on: any\n";
        assert_eq!(violations(RELEASE, &format!("{ci}{job}")).len(), 1);
        assert!(violations(RELEASE, &format!("{ci}{job}    needs: ci\n")).is_empty());
        assert_eq!(violations(RELEASE, "jobs:\n  crates:\n    needs: other\n").len(), 1, "no checks at all");
        assert!(violations(".github/workflows/ci.yml", job).is_empty());
    }
}
