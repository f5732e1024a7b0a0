//! What a parameter of a call by name can be.

use serde::Serialize;
use serde::de::IgnoredAny;

use crate::error::Error;

/// The value of a [`Call`](super::Call)'s parameter: a text, a number, a flag, or JSON.
///
/// Numbers are sent as digits and flags as `true` and `false`; lists and objects are sent as compact JSON, in the order in
/// which they were written.
///
/// ```
/// use cams_roi::operations::{Call, CallValue};
///
/// # fn example() -> Result<(), cams_roi::Error> {
/// #[derive(serde::Serialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Page {
///     index: u32,
///     size: u32,
/// }
/// let call = Call::new("ListChatappTemplate")
///     .parameter("CustSpaceId", "cams-example")
///     .parameter("Page", CallValue::json(&Page { index: 1, size: 10 })?);
/// let call = Call::new("CreateFlow").parameter("FlowName", "visit").parameter("Categories", vec!["SURVEY"]);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallValue {
    /// What is sent.
    text: String,
    /// Whether it is JSON that is no text.
    is_json: bool,
}

impl CallValue {
    /// Anything that can be written as JSON: a struct, a map, a `serde_json::Value`. A text stays the text it is.
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<Self, Error> {
        let written = serde_json::to_string(value).map_err(|problem| {
            Error::invalid_argument(
                format!("a parameter cannot be written as JSON: {problem}"),
                "Give a value whose keys are texts.",
            )
        })?;
        Self::from_json(&written)
    }

    /// JSON that is written already. Blanks between its parts are not sent; digits, order and escapes stay.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let wrong = |problem: serde_json::Error| {
            let hint = "Give a parameter's JSON as its documentation shows it, for example {\"Index\":1}.";
            Error::invalid_argument(format!("a parameter is no JSON: {problem}"), hint)
        };
        if text.trim_start().starts_with('"') {
            return serde_json::from_str(text).map(|text| Self { text, is_json: false }).map_err(wrong);
        }
        serde_json::from_str::<IgnoredAny>(text).map_err(wrong)?;
        Ok(Self { text: compact(text), is_json: true })
    }

    /// What is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is JSON that is no text.
    pub(super) const fn is_json(&self) -> bool {
        self.is_json
    }

    /// Whether it is JSON's `null`.
    pub(super) fn is_null(&self) -> bool {
        self.is_json && self.text == "null"
    }

    /// The value as a part of a list.
    fn write(&self, list: &mut String) {
        if self.is_json {
            list.push_str(&self.text);
        } else {
            list.push_str(&serde_json::Value::from(self.as_str()).to_string());
        }
    }

    fn list(items: impl Iterator<Item = Self>) -> Self {
        let mut text = String::from("[");
        for item in items {
            if text.len() > 1 {
                text.push(',');
            }
            item.write(&mut text);
        }
        text.push(']');
        Self { text, is_json: true }
    }
}

impl AsRef<str> for CallValue {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl From<String> for CallValue {
    fn from(text: String) -> Self {
        Self { text, is_json: false }
    }
}

impl From<&str> for CallValue {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for CallValue {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

/// Values that JSON writes as they are shown.
macro_rules! from_shown {
    ($($type:ty),*) => {
        $(impl From<$type> for CallValue {
            fn from(value: $type) -> Self {
                Self { text: value.to_string(), is_json: true }
            }
        })*
    };
}
from_shown!(bool, i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize);

impl<T: Into<Self>> From<Vec<T>> for CallValue {
    fn from(items: Vec<T>) -> Self {
        Self::list(items.into_iter().map(Into::into))
    }
}

impl<T: Into<Self>, const N: usize> From<[T; N]> for CallValue {
    fn from(items: [T; N]) -> Self {
        Self::list(items.into_iter().map(Into::into))
    }
}

/// JSON without the blanks between its parts.
fn compact(json: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    json.chars()
        .filter(|character| {
            match character {
                _ if escaped => escaped = false,
                '\\' if in_text => escaped = true,
                '"' => in_text = !in_text,
                _ => {}
            }
            in_text || !matches!(character, ' ' | '\t' | '\r' | '\n')
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(value: impl Into<CallValue>) -> CallValue {
        value.into()
    }

    #[test]
    fn what_is_sent_is_compact_and_in_the_order_in_which_it_was_written() {
        for (value, sent) in [
            (value("a b"), "a b"),
            (value(String::from("true")), "true"),
            (value(true), "true"),
            (value(-5_i64), "-5"),
            (value(u128::MAX), "340282366920938463463374607431768211455"),
            (value(["x\"", "1"]), r#"["x\"","1"]"#),
            (value(vec![vec![1], vec![]]), "[[1],[]]"),
            (CallValue::json(&serde_json::json!({ "a": [1, "é"] })).unwrap(), r#"{"a":[1,"é"]}"#),
            (CallValue::json("text").unwrap(), "text"),
            (
                CallValue::from_json("{ \"b\" : 18446744073709551616.50,\n\t\"a\\\" \" : [ ] }").unwrap(),
                r#"{"b":18446744073709551616.50,"a\" ":[]}"#,
            ),
            (CallValue::from_json(" \"a \\u00e9\" ").unwrap(), "a é"),
        ] {
            assert_eq!(value.as_str(), sent);
        }
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in ["", "{", "{'a':1}", "nul", "[1,]", "\"\\x\"", "1 2", &"[".repeat(200)] {
            let error = CallValue::from_json(text).unwrap_err();
            assert!(error.message().starts_with("a parameter is no JSON"), "{text}: {error}");
        }
        let keys_that_are_no_texts = std::collections::BTreeMap::from([(vec![1], 2)]);
        assert!(CallValue::json(&keys_that_are_no_texts).is_err());
    }
}
