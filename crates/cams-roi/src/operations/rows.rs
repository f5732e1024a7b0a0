//! Reading answers: leniently, because the service is not strict about JSON types.

#![allow(dead_code, reason = "which of the readers are used is the model's to say")]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::SystemTime;

use jiff::Timestamp;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::answer::{self, Answer};
use crate::error::Error;
use crate::service_text::unless_placeholder;

/// What an answer's body holds.
pub(super) fn read<Body: DeserializeOwned>(answer: &Answer) -> Result<Body, Error> {
    serde_json::from_str(&answer.body).map_err(|problem| answer::malformed(answer, &problem))
}

/// A text, also from a number: template codes are digits. Empty where it is null.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Text<'a> {
        #[serde(borrow)]
        Borrowed(&'a str),
        Owned(Cow<'a, str>),
        Other(Value),
    }
    Ok(match Text::deserialize(deserializer)? {
        Text::Borrowed(text) => text.to_owned(),
        Text::Owned(text) => text.into_owned(),
        Text::Other(value) => answer::text_of(&value).unwrap_or_default(),
    })
}

/// A text as [`text`] reads it; nothing where it is null.
pub(super) fn optional_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(answer::text_of(&Value::deserialize(deserializer)?))
}

/// The same; nothing also where it is a placeholder of the service's for nothing, such as `None`.
pub(super) fn meant_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(optional_text(deserializer)?.as_deref().and_then(unless_placeholder))
}

/// A whole number, also from digits in a text. Zero where it is null.
pub(super) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    Ok(whole(deserializer)?.unwrap_or_default())
}

/// The same; nothing where it is null.
pub(super) fn optional_count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    whole(deserializer)
}

/// A number, also from a text. Zero where it is null.
pub(super) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    Ok(optional_number(deserializer)?.unwrap_or_default())
}

/// The same; nothing where it is null.
pub(super) fn optional_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::Number(number) if number.as_f64().is_some() => Ok(number.as_f64()),
        Value::String(text) if text.trim().is_empty() => Ok(None),
        Value::String(text) => match text.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Some(number)),
            _ => Err(D::Error::custom(format!("{text:?} is not a number"))),
        },
        other => Err(D::Error::custom(format!("{other} is not a number"))),
    }
}

/// Whether it is so, also from the words and digits for it. `false` where it is null.
pub(super) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(optional_flag(deserializer)?.unwrap_or_default())
}

/// The same; nothing where it is null.
pub(super) fn optional_flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    match answer::text_of(&value).map(|text| text.trim().to_ascii_lowercase()).as_deref() {
        Some("true" | "1" | "y" | "yes") => Ok(Some(true)),
        Some("false" | "0" | "n" | "no") => Ok(Some(false)),
        Some("") => Ok(None),
        None if value.is_null() => Ok(None),
        _ => Err(D::Error::custom(format!("{value} is neither true nor false"))),
    }
}

/// A list; empty where it is null.
pub(super) fn list<'de, D: Deserializer<'de>, Item: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<Item>, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// Values by name; none where the object is null.
pub(super) fn map<'de, D: Deserializer<'de>, Item: Deserialize<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, Item>, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// A time from milliseconds since 1970.
pub(super) fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SystemTime, D::Error> {
    optional_time(deserializer)?.ok_or_else(|| D::Error::custom("a time is null"))
}

/// The same; nothing where it is null.
pub(super) fn optional_time<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<SystemTime>, D::Error> {
    let Some(milliseconds) = whole(deserializer)? else { return Ok(None) };
    let time = Timestamp::from_millisecond(milliseconds).map_err(D::Error::custom)?;
    SystemTime::try_from(time).map(Some).map_err(D::Error::custom)
}

/// A time from ISO 8601.
pub(super) fn iso_time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SystemTime, D::Error> {
    optional_iso_time(deserializer)?.ok_or_else(|| D::Error::custom("a time is null"))
}

/// The same; nothing where it is null or empty.
pub(super) fn optional_iso_time<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<SystemTime>, D::Error> {
    let Some(text) = optional_text(deserializer)?.filter(|text| !text.trim().is_empty()) else {
        return Ok(None);
    };
    let time: Timestamp = text.trim().parse().map_err(D::Error::custom)?;
    // Other languages have milliseconds.
    let time = Timestamp::from_millisecond(time.as_millisecond()).map_err(D::Error::custom)?;
    SystemTime::try_from(time).map(Some).map_err(D::Error::custom)
}

/// What is read in a list or a map as leniently as in a field of its own.
pub(super) trait Lenient: Sized {
    /// Reads it.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

impl Lenient for String {
    /// Lists and objects as JSON: the service puts them among texts, too, and nothing else would say what they held.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            value @ (Value::Array(_) | Value::Object(_)) => Ok(value.to_string()),
            value => Ok(answer::text_of(&value).unwrap_or_default()),
        }
    }
}

impl Lenient for i64 {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        count(deserializer)
    }
}

impl Lenient for f64 {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        number(deserializer)
    }
}

impl Lenient for bool {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        flag(deserializer)
    }
}

impl Lenient for SystemTime {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        time(deserializer)
    }
}

struct Item<T>(T);

impl<'de, T: Lenient> Deserialize<'de> for Item<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::lenient(deserializer).map(Self)
    }
}

/// Values, each read leniently; none where the list is null.
pub(super) fn items<'de, D: Deserializer<'de>, T: Lenient>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Ok(optional_items(deserializer)?.unwrap_or_default())
}

/// The same; nothing where it is null.
pub(super) fn optional_items<'de, D: Deserializer<'de>, T: Lenient>(
    deserializer: D,
) -> Result<Option<Vec<T>>, D::Error> {
    let items: Option<Vec<Item<T>>> = Option::deserialize(deserializer)?;
    Ok(items.map(|items| items.into_iter().map(|Item(item)| item).collect()))
}

/// Values by name, each read leniently; none where the object is null.
pub(super) fn item_map<'de, D: Deserializer<'de>, T: Lenient>(
    deserializer: D,
) -> Result<BTreeMap<String, T>, D::Error> {
    Ok(optional_item_map(deserializer)?.unwrap_or_default())
}

/// The same; nothing where it is null.
pub(super) fn optional_item_map<'de, D: Deserializer<'de>, T: Lenient>(
    deserializer: D,
) -> Result<Option<BTreeMap<String, T>>, D::Error> {
    let items: Option<BTreeMap<String, Item<T>>> = Option::deserialize(deserializer)?;
    Ok(items.map(|items| items.into_iter().map(|(name, Item(item))| (name, item)).collect()))
}

fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::Number(number) => {
            // Some writers give whole numbers a fraction of zero.
            let whole = || number.as_f64().filter(|it| it.fract() == 0.0 && it.abs() < 9e15);
            #[allow(clippy::cast_possible_truncation, reason = "checked to be whole and to fit")]
            let exact = number.as_i64().or_else(|| whole().map(|it| it as i64));
            exact
                .map(Some)
                .ok_or_else(|| D::Error::custom(format!("{number} is not a whole number that fits")))
        }
        Value::String(text) => text
            .trim()
            .parse()
            .map(Some)
            .map_err(|_| D::Error::custom(format!("{text:?} is not a whole number"))),
        other => Err(D::Error::custom(format!("{other} is not a whole number"))),
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use serde_json::json;

    use super::*;

    #[test]
    fn each_reader_takes_what_the_service_writes_for_a_value() {
        for value in [json!(true), json!("TRUE"), json!(1), json!("y")] {
            assert_eq!(optional_flag(&value).expect("a flag"), Some(true), "{value}");
        }
        assert_eq!(optional_flag(&json!("")).expect("nothing"), None);
        assert!(!flag(json!(null)).expect("a flag"));
        assert!(flag(json!("perhaps")).is_err());
        assert_eq!(optional_number(&json!("1.5")).expect("a number"), Some(1.5));
        assert_eq!(number(json!(null)).map(|it| it.to_string()).expect("a number"), "0");
        assert!(number(json!([])).is_err() && number(json!("NaN")).is_err() && number(json!("inf")).is_err());
        assert_eq!(optional_count(json!("7")).expect("a count"), Some(7));
        assert_eq!(optional_count(json!(null)).expect("nothing"), None);
        assert_eq!(items::<_, String>(json!(["a", 7])).expect("texts"), ["a", "7"]);
        assert_eq!(item_map::<_, String>(json!({"a": 7})).expect("texts")["a"], "7");
        let nested = item_map::<_, String>(json!({"a": [{"b": null}], "c": {}, "d": null})).expect("texts");
        assert_eq!([&nested["a"], &nested["c"], &nested["d"]], [r#"[{"b":null}]"#, "{}", ""]);
        assert_eq!(items::<_, i64>(json!(["5", 7])).expect("counts"), [5, 7]);
        assert_eq!(item_map::<_, bool>(json!({"a": "True"})).expect("flags").get("a"), Some(&true));
        assert_eq!(items::<_, f64>(json!(null)).expect("none").len(), 0);
        assert_eq!(optional_items::<_, SystemTime>(json!(null)).expect("nothing"), None);
        assert_eq!(optional_item_map::<_, i64>(json!(null)).expect("nothing"), None);
        assert!(items::<_, i64>(json!(["x"])).is_err());
        assert_eq!(optional_text(json!(null)).expect("nothing"), None);
        let moment = UNIX_EPOCH + Duration::from_millis(1_793_491_200_123);
        assert_eq!(time(json!("1793491200123")).expect("a time"), moment);
        assert_eq!(iso_time(json!("2026-11-01T00:00:00.123Z")).expect("a time"), moment);
        assert_eq!(optional_iso_time(json!("")).expect("nothing"), None);
        assert!(iso_time(json!("yesterday")).is_err() && time(json!(null)).is_err());
    }
}
