//! How the service writes texts: numbers in their place, and words that say nothing.

use serde_json::Value;

/// A scalar as text: services send numbers and booleans where texts are documented.
pub(crate) fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// `None` for the words by which the service says that there is nothing to say.
pub(crate) fn unless_placeholder(text: &str) -> Option<String> {
    let text = text.trim();
    (!matches!(text, "" | "None" | "无" | "/")).then(|| text.to_owned())
}
