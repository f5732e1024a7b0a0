//! The JSON Schemas of the model's files, for editors.

use anyhow::Result;
use schemars::{Schema, schema_for};

use super::errors::ErrorsFile;
use super::file::{OperationFile, TypesFile};
use super::options::OptionsFile;

/// Each schema's file, and its text.
pub(crate) fn schemas() -> Result<Vec<(&'static str, String)>> {
    let text = |schema: &Schema| Ok::<_, anyhow::Error>(serde_json::to_string_pretty(schema)? + "\n");
    Ok(vec![
        ("model/schema/errors.json", text(&schema_for!(ErrorsFile))?),
        ("model/schema/operation.json", text(&schema_for!(OperationFile))?),
        ("model/schema/options.json", text(&schema_for!(OptionsFile))?),
        ("model/schema/types.json", text(&schema_for!(TypesFile))?),
    ])
}
