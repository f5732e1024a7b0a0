//! What the crates depend on: under licences that let a program hold them beside code of any other, and from the registry.

use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::process;
use crate::workspace::Workspace;

/// The licences that are taken. MPL-2.0 is about its own files alone, and none of those is changed here.
const LICENCES: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "NCSA",
    "Unicode-3.0",
    "Zlib",
];

/// Where they come from, as cargo names it.
const REGISTRY: &str = "registry+";

/// Holds every crate that the lock file names against the rules.
pub(super) fn check(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.args(["metadata", "--format-version=1", "--locked", "--all-features"]);
    let metadata: Value = serde_json::from_str(&process::output(&mut cargo)?)?;
    let packages = metadata["packages"].as_array().context("cargo metadata tells no packages")?;
    let broken: Vec<_> = packages.iter().filter_map(violation).collect();
    if !broken.is_empty() {
        bail!("\n  {}", broken.join("\n  "));
    }
    Ok(())
}

/// What is wrong with a crate. Those of this workspace have no source.
fn violation(package: &Value) -> Option<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let source = package["source"].as_str()?;
    if !source.starts_with(REGISTRY) {
        return Some(format!(
            "{name} comes from {source}: what is published can depend on the registry alone"
        ));
    }
    let licence = package["license"].as_str().unwrap_or("none");
    (!is_taken(licence)).then(|| format!("{name} has the licence {licence}: none of it is on the list"))
}

/// Whether an expression, in today's form or in the old one with `/`, is fulfilled by licences that are taken.
fn is_taken(expression: &str) -> bool {
    let parsed = Expression::parse_mode(expression, ParseMode::LAX);
    parsed.is_ok_and(|it| it.evaluate(|needed| LICENCES.contains(&needed.to_string().as_str())))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_alternative_is_enough_and_each_part_is_needed() {
        for taken in [
            "MIT",
            "MIT/Apache-2.0",
            "MIT OR LGPL-2.1-or-later",
            "(MIT OR GPL-3.0-only) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0-only",
        ] {
            assert!(is_taken(taken), "{taken}");
        }
        for refused in ["GPL-3.0-only", "none", "", "MIT AND GPL-3.0-only", "(MIT OR ISC) AND AGPL-3.0-only"]
        {
            assert!(!is_taken(refused), "{refused}");
        }
    }

    #[test]
    fn a_crate_comes_from_the_registry() {
        let package = |source: Value| json!({ "name": "a", "source": source, "license": "MIT" });
        assert_eq!(violation(&package(Value::Null)), None);
        assert_eq!(violation(&package(json!("registry+https://any.example/index"))), None);
        assert!(violation(&package(json!("git+https://any.example/a"))).is_some());
    }
}
