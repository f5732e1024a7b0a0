//! Whether what came out is what was expected.

use serde_json::Value;

/// Stands for any text, in texts that are expected.
const ANY: &str = "{any}";

/// Tells every difference; `path` is where it is looked for.
pub(crate) fn differences(path: &str, expected: &Value, actual: &Value) -> Vec<String> {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => expected
            .iter()
            .flat_map(|(key, value)| match actual.get(key) {
                Some(actual) => differences(&format!("{path}.{key}"), value, actual),
                None => vec![format!("{path}.{key} is not there")],
            })
            .collect(),
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => expected
            .iter()
            .zip(actual)
            .enumerate()
            .flat_map(|(index, (expected, actual))| {
                differences(&format!("{path}[{index}]"), expected, actual)
            })
            .collect(),
        (Value::String(pattern), Value::String(text)) if fits(pattern, text) => Vec::new(),
        _ if expected == actual => Vec::new(),
        _ => vec![format!("{path}: {expected} expected, {actual} came")],
    }
}

fn fits(pattern: &str, text: &str) -> bool {
    let pieces: Vec<&str> = pattern.split(ANY).collect();
    let [first, middle @ .., last] = pieces.as_slice() else { return pattern == text };
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    for piece in middle {
        let Some((_, after)) = rest.split_once(piece) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn any_stands_for_any_text_and_for_nothing_else() {
        for (pattern, text, expected) in [
            ("{any}", "", true),
            ("a{any}", "abc", true),
            ("a{any}c", "abc", true),
            ("a{any}b{any}c", "a-b-c", true),
            ("{any}b{any}", "abc", true),
            ("a{any}b{any}c", "a-c", false),
            ("a{any}", "ba", false),
            ("abc", "abcd", false),
            ("ab{any}bc", "abc", false),
        ] {
            assert_eq!(fits(pattern, text), expected, "{pattern} {text}");
        }
        assert_eq!(differences("it", &json!("{any}"), &Value::Null).len(), 1);
    }

    #[test]
    fn what_is_listed_must_be_there_and_equal() {
        let actual = json!({ "a": 1, "b": null, "c": [{ "d": "x" }] });
        for same in [json!({}), json!({ "a": 1 }), json!({ "b": null }), json!({ "c": [{ "d": "x" }] })] {
            assert_eq!(differences("it", &same, &actual), Vec::<String>::new(), "{same}");
        }
        for other in [
            json!({ "z": null }),
            json!({ "a": 2 }),
            json!({ "a": "1" }),
            json!({ "b": {} }),
            json!({ "c": [] }),
            json!({ "c": [{ "d": "y" }] }),
            json!([]),
        ] {
            assert_eq!(differences("it", &other, &actual).len(), 1, "{other}");
        }
    }
}
