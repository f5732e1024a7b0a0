//! The types of parameters, and what a value must be to be of one.

use serde_json::{Map, Value};

/// A parameter, or a field of one that is JSON.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    pub(crate) form: Form,
}

/// What a parameter's values look like.
#[allow(dead_code, reason = "which forms there are is the model's to say")]
#[derive(Debug)]
pub(crate) enum Form {
    /// The ID of a channel; without it the account's own is meant.
    Channel,
    Text,
    /// A whole number.
    Count,
    Number,
    Flag,
    /// Milliseconds since 1970.
    Time,
    /// ISO 8601.
    IsoTime,
    /// One of these words.
    Words(&'static [&'static str]),
    /// JSON text: of a list, of an object with any names, of an object with these names.
    List(&'static Form),
    Map(&'static Form),
    Record(&'static [Parameter]),
}

impl Form {
    /// What is wrong with a parameter's value, as in `Start must be a number of milliseconds.`
    pub(crate) fn problem(&self, name: &str, value: &str) -> Option<String> {
        match self {
            Self::Channel | Self::Text => None,
            Self::Words(_) | Self::IsoTime => self.problem_in(name, &value.into()),
            Self::List(_) | Self::Map(_) | Self::Record(_) => match serde_json::from_str(value) {
                Ok(json) => self.problem_in(name, &json),
                Err(_) => Some(format!("{name} must be JSON.")),
            },
            Self::Count | Self::Number | Self::Flag | Self::Time => {
                let json = serde_json::from_str(value).unwrap_or_else(|_| value.into());
                self.problem_in(name, &json)
            }
        }
    }

    fn problem_in(&self, name: &str, value: &Value) -> Option<String> {
        let wanted = |fits: bool, what: &str| (!fits).then(|| format!("{name} must be {what}."));
        match (self, value) {
            (Self::Channel | Self::Text, _) => wanted(value.is_string(), "a text"),
            (Self::Count, _) => wanted(value.is_i64(), "a whole number"),
            (Self::Number, _) => wanted(value.is_number(), "a number"),
            (Self::Flag, _) => wanted(value.is_boolean(), "true or false"),
            (Self::Time, _) => wanted(value.is_i64(), "a number of milliseconds"),
            (Self::IsoTime, _) => {
                let time = value.as_str().and_then(|text| text.parse::<jiff::Timestamp>().ok());
                wanted(time.is_some(), "a time in ISO 8601")
            }
            (Self::Words(words), _) => {
                let is_one = value.as_str().is_some_and(|word| words.contains(&word));
                wanted(is_one, &words.join(" or "))
            }
            (Self::List(of), Value::Array(items)) => items.iter().find_map(|item| of.problem_in(name, item)),
            (Self::List(_), _) => wanted(false, "a list"),
            (Self::Map(of), Value::Object(entries)) => {
                entries.iter().find_map(|(key, item)| of.problem_in(&format!("{name}.{key}"), item))
            }
            (Self::Record(fields), Value::Object(given)) => problem_of_record(name, fields, given),
            (Self::Map(_) | Self::Record(_), _) => wanted(false, "an object"),
        }
    }
}

fn problem_of_record(name: &str, fields: &[Parameter], given: &Map<String, Value>) -> Option<String> {
    fields.iter().find_map(|field| {
        let name = format!("{name}.{}", field.name);
        match given.get(field.name) {
            Some(value) if !value.is_null() => field.form.problem_in(&name, value),
            _ => field.required.then(|| format!("{name} is mandatory.")),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Form = Form::Record(&[
        Parameter { name: "Index", required: true, form: Form::Count },
        Parameter { name: "Order", required: false, form: Form::Words(&["UP", "DOWN"]) },
    ]);

    #[test]
    fn a_value_must_be_of_its_type() {
        for (form, value, problem) in [
            (&Form::Text, "anything", None),
            (&Form::Count, "1", None),
            (&Form::Count, "1.5", Some("X must be a whole number.")),
            (&Form::Count, "\"1\"", Some("X must be a whole number.")),
            (&Form::Time, "99999999999999999999", Some("X must be a number of milliseconds.")),
            (&Form::Flag, "true", None),
            (&Form::Flag, "yes", Some("X must be true or false.")),
            (&Form::Number, "0.5", None),
            (&Form::Number, "half", Some("X must be a number.")),
            (&Form::IsoTime, "2026-11-01T00:00:00Z", None),
            (&Form::IsoTime, "2026-11-01", Some("X must be a time in ISO 8601.")),
            (&Form::Words(&["UP", "DOWN"]), "UP", None),
            (&Form::Words(&["UP", "DOWN"]), "up", Some("X must be UP or DOWN.")),
            (&Form::List(&Form::Text), r#"["a"]"#, None),
            (&Form::List(&Form::Text), "[1]", Some("X must be a text.")),
            (&Form::List(&Form::Text), "{}", Some("X must be a list.")),
            (&Form::List(&Form::Text), "[", Some("X must be JSON.")),
            (&Form::Map(&Form::Count), r#"{"a":"b"}"#, Some("X.a must be a whole number.")),
            (&Form::Map(&Form::Count), "[]", Some("X must be an object.")),
            (&PAGE, r#"{"Index":1,"Order":null}"#, None),
            (&PAGE, "{}", Some("X.Index is mandatory.")),
            (&PAGE, r#"{"Index":1,"Order":"up"}"#, Some("X.Order must be UP or DOWN.")),
        ] {
            assert_eq!(form.problem("X", value).as_deref(), problem, "{value}");
        }
    }
}
