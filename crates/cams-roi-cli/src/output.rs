//! Forms of output, and writing to standard output.

use std::io::{self, Write};

use clap::ValueEnum;
use serde::Serialize;

use crate::failure::Failure;

/// For people or for programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextOrJson {
    /// For people.
    #[default]
    Text,
    /// For programs: JSON, an object a line; errors too.
    Json,
}

/// How rows of metrics are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    /// For people.
    #[default]
    Table,
    /// For programs: one JSON object with `request_id` and `data`; errors too.
    Json,
    /// For spreadsheets: a header, then a record a row.
    Csv,
}

/// Writes a value as JSON and a line feed; pretty for people, on one line for programs.
pub(crate) fn write_json(out: &mut dyn Write, value: &impl Serialize, pretty: bool) -> Result<(), Failure> {
    let text = if pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    let text = text.map_err(io::Error::from)?;
    writeln!(out, "{text}")?;
    Ok(())
}

/// Says something on standard error that is no result.
pub(crate) fn say(text: &str) {
    // Nobody is left to hear that standard error is gone.
    let _ = writeln!(io::stderr().lock(), "{text}");
}
