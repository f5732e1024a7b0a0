//! What is wrong with a line or a value of a list.

/// What to do about a line that cannot be understood.
pub(super) const FORM: &str =
    "Give a text file with one ID a line, or a CSV file with a column cust_space_id.";

/// What is wrong with a line or a value, and what to do.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) problem: String,
    pub(crate) hint: &'static str,
}

impl Refused {
    pub(crate) fn new(problem: impl Into<String>, hint: &'static str) -> Self {
        Self { problem: problem.into(), hint }
    }
}
