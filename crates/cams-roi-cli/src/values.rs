//! The values of an answer, as cells of a table, as fields of CSV and as JSON.

use std::collections::BTreeMap;
use std::time::SystemTime;

use cams_roi::AccessDeniedDetail;
use serde::{Serialize, Serializer};

use crate::times::shown;

/// A value.
#[derive(Debug)]
pub(crate) enum Value {
    /// What the service left out.
    Nothing,
    /// Whether it is so.
    Flag(bool),
    /// A whole number.
    Count(i64),
    /// A number.
    Number(f64),
    /// A text, a time or a word.
    Text(String),
    /// Several of them.
    List(Vec<Value>),
    /// Some of them, by name.
    Map(Vec<(String, Value)>),
    /// A record.
    Record(Record),
}

/// A record: its fields, and how a cell says it briefly.
#[derive(Debug)]
pub(crate) struct Record {
    names: &'static [&'static str],
    values: Vec<Value>,
    brief: Option<String>,
}

/// What is a value.
pub(crate) trait Show {
    /// The value.
    fn show(&self) -> Value;
}

/// What has fields.
pub(crate) trait Fields {
    /// Their names, for programs.
    const NAMES: &'static [&'static str];

    /// Their values, in the order of the names.
    fn values(&self) -> Vec<Value>;

    /// What a cell of a table says of it; its JSON by default.
    fn brief(&self) -> Option<String> {
        None
    }
}

impl Value {
    /// Whether it is written to the right of its column.
    pub(crate) const fn is_number(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Number(_))
    }

    /// For a spreadsheet: what is nested as JSON, for it may have any number of parts.
    pub(crate) fn to_csv(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Flag(flag) => flag.to_string(),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::List(_) | Self::Map(_) | Self::Record(_) => self.to_json(),
        }
    }

    /// For a cell of a table.
    pub(crate) fn to_text(&self) -> String {
        match self {
            Self::Record(Record { brief: Some(brief), .. }) => brief.clone(),
            Self::List(items) if items.iter().all(Self::is_brief) => {
                items.iter().map(Self::to_text).collect::<Vec<_>>().join(", ")
            }
            _ => self.to_csv(),
        }
    }

    /// Whether it can stand beside others in a cell.
    const fn is_brief(&self) -> bool {
        match self {
            Self::Record(record) => record.brief.is_some(),
            Self::List(_) | Self::Map(_) => false,
            _ => true,
        }
    }

    fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_none(),
            Self::Flag(flag) => flag.serialize(serializer),
            Self::Count(count) => count.serialize(serializer),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => text.serialize(serializer),
            Self::List(items) => items.serialize(serializer),
            Self::Map(entries) => serializer.collect_map(entries.iter().map(|(name, value)| (name, value))),
            // In the order of the columns.
            Self::Record(Record { names, values, .. }) => serializer.collect_map(names.iter().zip(values)),
        }
    }
}

impl<R: Fields> Show for R {
    fn show(&self) -> Value {
        Value::Record(Record { names: R::NAMES, values: self.values(), brief: self.brief() })
    }
}

impl Show for String {
    fn show(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Show for i64 {
    fn show(&self) -> Value {
        Value::Count(*self)
    }
}

impl Show for f64 {
    fn show(&self) -> Value {
        Value::Number(*self)
    }
}

impl Show for bool {
    fn show(&self) -> Value {
        Value::Flag(*self)
    }
}

impl Show for SystemTime {
    fn show(&self) -> Value {
        Value::Text(shown(*self))
    }
}

impl<T: Show> Show for Option<T> {
    fn show(&self) -> Value {
        self.as_ref().map_or(Value::Nothing, Show::show)
    }
}

impl<T: Show> Show for Vec<T> {
    fn show(&self) -> Value {
        Value::List(self.iter().map(Show::show).collect())
    }
}

impl<T: Show> Show for BTreeMap<String, T> {
    fn show(&self) -> Value {
        Value::Map(self.iter().map(|(name, value)| (name.clone(), value.show())).collect())
    }
}

impl Fields for AccessDeniedDetail {
    const NAMES: &'static [&'static str] = &[
        "text",
        "policy_type",
        "auth_action",
        "auth_principal_type",
        "auth_principal_owner_id",
        "auth_principal_display_name",
        "no_permission_type",
        "encoded_diagnostic_message",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.text.show(),
            self.policy_type.show(),
            self.auth_action.show(),
            self.auth_principal_type.show(),
            self.auth_principal_owner_id.show(),
            self.auth_principal_display_name.show(),
            self.no_permission_type.show(),
            self.encoded_diagnostic_message.show(),
        ]
    }

    fn brief(&self) -> Option<String> {
        Some(self.text.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Click(&'static str, i64);

    impl Fields for Click {
        const NAMES: &'static [&'static str] = &["text", "count"];

        fn values(&self) -> Vec<Value> {
            vec![self.0.to_owned().show(), self.1.show()]
        }

        fn brief(&self) -> Option<String> {
            (!self.0.is_empty()).then(|| format!("{}: {}", self.0, self.1))
        }
    }

    #[test]
    fn what_is_nested_is_brief_in_a_cell_where_it_can_be() {
        let brief = vec![Click("a", 1), Click("b", 2)].show();
        assert_eq!((brief.to_text().as_str(), brief.is_number()), ("a: 1, b: 2", false));
        assert_eq!(brief.to_csv(), r#"[{"text":"a","count":1},{"text":"b","count":2}]"#);
        let one_is_not = vec![Click("a", 1), Click("", 2)].show();
        assert_eq!(one_is_not.to_text(), one_is_not.to_csv());
        assert_eq!(vec!["x".to_owned(), "y".to_owned()].show().to_text(), "x, y");
        let map = BTreeMap::from([("k".to_owned(), vec![true])]).show();
        assert_eq!(
            (map.to_text(), map.to_csv()),
            (r#"{"k":[true]}"#.to_owned(), r#"{"k":[true]}"#.to_owned())
        );
    }

    #[test]
    fn what_is_not_there_is_null_for_programs_and_empty_for_people() {
        let nothing = None::<i64>.show();
        assert_eq!(
            (nothing.to_text(), nothing.to_csv(), nothing.to_json()),
            (String::new(), String::new(), "null".into())
        );
        assert_eq!((0.5.show().to_text(), 2.0.show().to_json()), ("0.5".to_owned(), "2.0".to_owned()));
    }
}
