//! What must not be without a case.

use std::fs;
use std::path::Path;

use cams_roi::error_codes::{ERROR_CODES, classify};
use serde_json::Value;

#[test]
fn every_row_of_the_error_table_has_a_case() -> anyhow::Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/cases/errors.json");
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(file)?)?;
    let codes = cases.iter().filter_map(|case| case["expect"]["error"]["code"].as_str());
    let covered: Vec<_> = codes.map(|code| classify(code, 400, false).pattern).collect();
    for row in ERROR_CODES {
        assert!(
            covered.contains(&row.pattern),
            "no case in errors.json expects a code of the row {}",
            row.pattern
        );
    }
    Ok(())
}
