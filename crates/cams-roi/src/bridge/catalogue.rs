//! The names by which operations are called, to complete what somebody types.

use crate::catalogue;

/// The names of all operations that this version knows.
pub fn operation_names() -> impl Iterator<Item = &'static str> {
    catalogue::operations().iter().map(catalogue::KnownOperation::name)
}

/// The names of an operation's parameters, with whether each is required; none where the operation is not known.
#[must_use]
pub fn parameter_names(operation: &str) -> Vec<(&'static str, bool)> {
    let parameters = catalogue::operation(operation).map(catalogue::KnownOperation::parameters);
    parameters.unwrap_or_default().into_iter().map(|it| (it.name, it.required)).collect()
}
