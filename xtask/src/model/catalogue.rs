//! What `model/catalogue.json` says of an operation.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

const FILE: &str = "model/catalogue.json";

/// All operations of the service.
#[derive(Deserialize)]
pub(super) struct Catalogue {
    operations: Vec<Entry>,
}

/// What is known of one.
#[derive(Deserialize)]
pub(super) struct Entry {
    name: String,
    pub(super) kind: String,
    pub(super) calls_per_second: Option<u32>,
    pub(super) parameters: Vec<EntryParameter>,
}

/// A parameter of it.
#[derive(Deserialize)]
pub(super) struct EntryParameter {
    pub(super) name: String,
}

impl Catalogue {
    pub(super) fn read(root: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(root.join(FILE)).context(FILE)?;
        serde_json::from_str(&text).context(FILE)
    }

    pub(super) fn entry(&self, name: &str) -> Option<&Entry> {
        self.operations.iter().find(|entry| entry.name == name)
    }
}

/// Kinds that change nothing, or nothing more the second time.
pub(super) fn may_run_twice(kind: &str) -> bool {
    matches!(kind, "read" | "write-idempotent")
}
