//! The RAM policy that lets an identity do what this command does.

use std::io::Write;

use cams_roi::operations::DOCUMENTED;
use serde::Serialize;

use crate::failure::Failure;
use crate::output::write_json;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Policy {
    version: &'static str,
    statement: [Statement; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Statement {
    effect: &'static str,
    action: Vec<String>,
    resource: &'static str,
}

/// Prints the policy.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Failure> {
    let action = DOCUMENTED.iter().map(|(action, _)| format!("cams:{action}")).collect();
    let statement = [Statement { effect: "Allow", action, resource: "*" }];
    write_json(out, &Policy { version: "1", statement }, true)
}
