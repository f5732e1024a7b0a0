//! `crates/cams-roi/src/operations/repeatable.rs`: which operations may run twice, by the catalogue.

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

const HEAD: &str = "\
//! The operations that may run twice with the effect of once, by `model/catalogue.json`.
//!
//! Written by `cargo xtask generate`; do not edit.

/// Their names, sorted. A name's verb says nothing: `GetChatappVerifyCode` sends a message.
";

/// Kinds that change nothing, or nothing more the second time. What reads secrets, sends or spends is not among them.
const REPEATABLE: [&str; 2] = ["read", "write-idempotent"];

/// The file, from the catalogue's text.
pub(super) fn write(catalogue: &str) -> Result<String> {
    let catalogue: Value = serde_json::from_str(catalogue)?;
    let operations = catalogue["operations"].as_array().context("the catalogue has no operations")?;
    let mut names = Vec::new();
    for operation in operations {
        let text = |name: &str| operation[name].as_str().with_context(|| format!("{operation} lacks {name}"));
        if REPEATABLE.contains(&text("kind")?) {
            names.push(text("name")?);
        }
    }
    names.sort_unstable();
    ensure!(names.windows(2).all(|pair| pair[0] != pair[1]), "an operation is in the catalogue twice");
    let list = names.join("\",\n    \"");
    Ok(format!("{HEAD}pub(super) const REPEATABLE: [&str; {}] = [\n    \"{list}\",\n];\n", names.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_run_twice_is_in_the_table() {
        let catalogue = r#"{"operations": [{"name": "ListB", "kind": "read"}, {"name": "GetA", "kind": "send-otp"},
            {"name": "EnableC", "kind": "write-idempotent"}, {"name": "GetKeys", "kind": "read-secret"}]}"#;
        let file = write(catalogue).expect("a file");
        assert!(file.ends_with("[&str; 2] = [\n    \"EnableC\",\n    \"ListB\",\n];\n"), "{file}");
        assert!(write(r#"{"operations": [{"name": "ListB"}]}"#).is_err());
    }
}
