//! The Node package: its declarations and its error classes, as built.

use std::fs;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::node;
use crate::process;
use crate::test::node as package;
use crate::workspace::Workspace;

/// The part that runs in Node.
const READER: &str = "xtask/src/parity/faces/node_reader.mjs";

pub(super) fn read(workspace: &Workspace) -> Result<Value> {
    package::build(workspace)?;
    let directory = workspace.root().join(package::PACKAGE);
    // As a user's project that has the package's declarations, and nothing of its sources.
    let project = workspace.own("parity-node").join("tsconfig.json");
    fs::create_dir_all(workspace.own("parity-node"))?;
    let options = json!({
        "compilerOptions": {
            "module": "node16", "moduleResolution": "node16", "noEmit": true, "strict": true, "types": [],
            "lib": ["es2022", "esnext.disposable"],
        },
        "files": [directory.join("dist/index.d.ts")],
    });
    fs::write(&project, options.to_string())?;
    let mut reader = node::node()?;
    reader.arg(workspace.root().join(READER)).arg(directory).arg(project);
    serde_json::from_str(&process::output(&mut reader)?).context("the reader printed no JSON")
}
