//! Tests of the Rust workspace that need servers, a browser or other packages.

use std::process::Command;

use crate::workspace::Workspace;

use super::runners::NO_INSTANCE;

/// All of them: with some of them each suite would build the command anew. What a suite runs, it says by the tests' names.
pub(super) const FEATURES: &str = "cams-roi-store/test-postgres,cams-roi-cli/test-postgres,\
     cams-roi-cli/test-browser,cams-roi-cli/test-duckdb,cams-roi-cli/test-languages";

/// Runs a test program, with what is added as its arguments.
pub(super) fn cargo_test(workspace: &Workspace, program: &str) -> Command {
    let mut command = workspace.cargo();
    // The whole workspace, so that dependencies have the features with which they were built before.
    command.args(["test", "--workspace", "--no-fail-fast", "--features", FEATURES, "--test", program, "--"]);
    command.env(NO_INSTANCE.0, NO_INSTANCE.1);
    command
}
