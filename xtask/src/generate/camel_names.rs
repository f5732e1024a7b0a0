//! Names of fields in the model's documentation, for languages that write them in camel case.

use crate::model::Name;

/// The text with names between backticks that are in snake case in camel case.
pub(super) fn camel_names(doc: &str) -> String {
    let is_snake =
        |text: &str| text.contains('_') && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let parts = doc.split('`').enumerate().map(|(at, part)| {
        if at % 2 == 1 && is_snake(part) { Name::new(part, None, None).camel } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_alone_change() {
        assert_eq!(camel_names("an a_b until `is_complete`, `End`"), "an a_b until `isComplete`, `End`");
    }
}
