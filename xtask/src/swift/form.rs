//! The form of what is written in Swift.

use std::fs;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::{Toolchain, package};
use crate::process;
use crate::workspace::Workspace;

/// What is written by hand, relative to the checkout.
const WRITTEN: [&str; 6] = [
    "Package.swift",
    "bindings/swift/Sources/CamsRoi",
    "bindings/swift/Tests",
    package::EXAMPLES,
    "benches/swift",
    package::APP,
];

/// Formatting and documentation.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let toolchain = Toolchain::find()?;
    let mut format = toolchain.program(workspace, "swift", workspace.root());
    format.args(["format", "lint", "--strict", "--recursive"]).args(WRITTEN);
    process::run(&mut format)?;
    let undocumented: Vec<_> = symbols(workspace, &toolchain)?
        .into_iter()
        .filter(|symbol| symbol["docComment"].is_null())
        .map(|symbol| path(&symbol))
        // What `@TaskLocal` makes beside a value that is documented itself.
        .filter(|path| !path.contains(".$"))
        .collect();
    if !undocumented.is_empty() {
        bail!("public and undocumented: {}", undocumented.join(", "));
    }
    Ok(())
}

/// What users of the package see, as the compiler tells it: a symbol graph's symbols.
fn symbols(workspace: &Workspace, toolchain: &Toolchain) -> Result<Vec<Value>> {
    let bridge = package::generate(workspace)?;
    let mut dump = package::manager(workspace, toolchain, &bridge, "package", ".")?;
    dump.args(["dump-symbol-graph", "--minimum-access-level", "public", "--skip-synthesized-members"]);
    let printed = process::output(&mut dump)?;
    let directory = printed.lines().find_map(|line| line.strip_prefix("Files written to "));
    let file =
        format!("{}/CamsRoi.symbols.json", directory.context("swift does not tell where the graph is")?);
    let text = fs::read_to_string(&file).with_context(|| format!("{file} cannot be read"))?;
    let graph: Value = serde_json::from_str(&text).with_context(|| format!("{file} is no JSON"))?;
    let symbols = graph["symbols"].as_array().filter(|symbols| !symbols.is_empty());
    Ok(symbols.with_context(|| format!("{file} holds no symbols"))?.clone())
}

fn path(symbol: &Value) -> String {
    let parts = symbol["pathComponents"].as_array().map_or(&[][..], Vec::as_slice).iter();
    parts.filter_map(Value::as_str).collect::<Vec<_>>().join(".")
}
