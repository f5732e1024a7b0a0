//! How the documentation of errors calls what an error has, in each language.

use crate::model::Name;

/// What an error has, as the model calls it; `cause` is what it comes from.
const FIELDS: [&str; 15] = [
    "access_denied_detail",
    "attempts",
    "cause",
    "code",
    "cust_space_id",
    "detail",
    "hint",
    "http_status",
    "message",
    "operation",
    "phone_number",
    "request_id",
    "retry_after",
    "template_code",
    "timeout_phase",
];

/// A text of the model, with a language's own form of an error's fields and of other code.
pub(super) fn spelled(
    markdown: &str,
    field: impl Fn(&Name) -> String,
    code: impl Fn(&str) -> String,
) -> String {
    let own = |(index, part): (usize, &str)| match part {
        text if index % 2 == 0 => text.to_owned(),
        name if FIELDS.contains(&name) => field(&Name::new(name, None, None)),
        other => code(other),
    };
    markdown.split('`').enumerate().map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_told_from_other_code() {
        let text = spelled(
            "`timeout_phase` says `which`, code or not.",
            |name| format!("[{}]", name.camel),
            |code| format!("<{code}>"),
        );
        assert_eq!(text, "[timeoutPhase] says <which>, code or not.");
    }
}
