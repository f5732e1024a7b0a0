//! Values of the model's types, made up for conformance cases: as the service writes them, and as they must come out.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::model::{Absent, Enum, Field, Kind, Model, Operation, Parameter, Record};

/// How much of an answer there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// Every field, in the type that is documented.
    Full,
    /// The same, and fields that nobody knows.
    WithUnknown,
    /// Every field, in the other types that the service may write.
    OtherTypes,
    /// Only what must be there.
    Least,
    /// The same, with null for the rest.
    Null,
    /// Every field, with words that are not documented.
    NewWords,
    /// Every field, with two items in each list.
    Twice,
}

/// Makes answers to an operation.
pub(super) struct Answers<'a> {
    pub(super) model: &'a Model,
    pub(super) operation: &'a Operation,
}

/// 2026-11-01T00:00:00Z
const MOMENT: i64 = 1_793_491_200_000;

impl Answers<'_> {
    /// The body, and the result that must come out.
    pub(super) fn answer(&self, fill: Fill) -> (Value, Value) {
        let (mut body, mut result) = self.fields(&self.operation.output, fill);
        body.insert("Code".to_owned(), "OK".into());
        body.insert("RequestId".to_owned(), "R".into());
        result.insert("request_id".to_owned(), "R".into());
        if fill == Fill::WithUnknown {
            body.insert("NobodyKnowsIt".to_owned(), json!({ "deep": [{ "er": null }] }));
        }
        (body.into(), result.into())
    }

    /// Bodies that lack what must be there, or have it in a wrong type, each with what is wrong.
    pub(super) fn broken(&self) -> Vec<(String, String)> {
        let mut broken = Vec::new();
        for field in &self.operation.output {
            let Kind::List { of } = &field.kind else { continue };
            let Kind::Record { name } = &**of else { continue };
            let Some(record) = self.model.record(self.operation, name) else { continue };
            let (item, _) = self.fields(&record.fields, Fill::Full);
            for inner in record.fields.iter().filter(|it| it.absent == Absent::Error) {
                let mut lacking = item.clone();
                lacking.remove(&inner.name.wire);
                let body = json!({ "Code": "OK", "RequestId": "R", &field.name.wire: [lacking] });
                let what =
                    format!("an answer whose {} lacks {} is refused", field.name.wire, inner.name.wire);
                broken.push((what, body.to_string()));
            }
        }
        let nested = self
            .operation
            .output
            .iter()
            .find(|it| matches!(it.kind, Kind::List { .. } | Kind::Record { .. }));
        if let Some(field) = nested {
            let body =
                json!({ "Code": "OK", "RequestId": "R", &field.name.wire: "neither a list nor an object" });
            broken.push((
                format!("an answer whose {} is a text is refused", field.name.wire),
                body.to_string(),
            ));
        }
        broken
    }

    fn fields(&self, fields: &[Field], fill: Fill) -> (Map<String, Value>, Map<String, Value>) {
        let (mut written, mut read) = (Map::new(), Map::new());
        for field in fields {
            let is_left_out = matches!(fill, Fill::Least | Fill::Null) && field.absent != Absent::Error;
            let name = field.name.snake.clone();
            if is_left_out {
                if fill == Fill::Null {
                    written.insert(field.name.wire.clone(), Value::Null);
                }
                read.insert(name, absent(field));
            } else {
                let (value, result) = self.value(&field.kind, &field.name.wire, fill);
                written.insert(field.name.wire.clone(), value);
                read.insert(name, result);
            }
        }
        (written, read)
    }

    /// A value as the service writes it, and as it is read.
    fn value(&self, kind: &Kind, about: &str, fill: Fill) -> (Value, Value) {
        let other = fill == Fill::OtherTypes;
        match kind {
            Kind::Channel | Kind::Id | Kind::Text if other => {
                (json!(8_613_800_001_234_i64), json!("8613800001234"))
            }
            Kind::Channel | Kind::Id | Kind::Text => same(format!("{about} 中文 \"1\"").into()),
            Kind::Message => same(json!("A remark.")),
            // The service takes none.
            Kind::Channels => same(Value::Null),
            Kind::AccessDeniedDetail | Kind::Error => {
                let written = json!({ "PolicyType": "Custom", "AuthAction": self.operation.ram_action });
                (written, json!({ "policy_type": "Custom", "auth_action": self.operation.ram_action }))
            }
            Kind::Count if other => (json!("5000000000"), json!(5_000_000_000_i64)),
            Kind::Count => same(json!(5_000_000_000_i64)),
            Kind::Number if other => (json!("0.25"), json!(0.25)),
            Kind::Number => same(json!(0.25)),
            Kind::Bool if other => (json!("True"), json!(true)),
            Kind::Bool => same(json!(true)),
            Kind::Time if other => (json!(MOMENT.to_string()), json!(MOMENT)),
            Kind::Time => same(json!(MOMENT)),
            Kind::IsoTime if other => (json!("2026-11-01T08:00:00.000+08:00"), json!(MOMENT)),
            Kind::IsoTime => (json!("2026-11-01T00:00:00Z"), json!(MOMENT)),
            Kind::Enum { name } => self.word(name, fill),
            Kind::Record { name } => match self.model.record(self.operation, name) {
                Some(record) => {
                    let (mut written, read) = self.fields(&record.fields, fill);
                    if fill == Fill::WithUnknown {
                        written.insert("NobodyKnowsIt".to_owned(), json!([1]));
                    }
                    (written.into(), read.into())
                }
                None => (Value::Null, Value::Null),
            },
            Kind::List { of } => {
                let items = if fill == Fill::Twice { 2 } else { 1 };
                let (written, read): (Vec<_>, Vec<_>) =
                    (0..items).map(|item| self.value(of, &format!("{about}{item}"), fill)).unzip();
                (written.into(), read.into())
            }
            Kind::Map { of } => {
                let (written, read) = self.value(of, about, fill);
                (json!({ "a key": written }), json!({ "a key": read }))
            }
        }
    }

    fn word(&self, name: &str, fill: Fill) -> (Value, Value) {
        let enums = self.operation.enums.iter().chain(&self.model.enums);
        let Some(Enum { values, .. }) = enums.into_iter().find(|it| it.name.wire == name) else {
            return same(json!("A_WORD"));
        };
        match (fill, values.iter().find(|it| !it.aliases.is_empty()), values.first()) {
            (Fill::NewWords, ..) => same(json!("NOBODY_KNOWS_IT")),
            (Fill::OtherTypes, Some(value), _) => (json!(value.aliases[0]), json!(value.wire)),
            (_, _, Some(value)) => same(json!(value.wire)),
            _ => same(json!("A_WORD")),
        }
    }
}

/// What a field is that the service left out.
fn absent(field: &Field) -> Value {
    match (field.absent, &field.kind) {
        (Absent::Nothing | Absent::Error, _) => Value::Null,
        (Absent::Zero, Kind::Number) => json!(0.0),
        (Absent::Zero, _) => json!(0),
        (Absent::False, _) => json!(false),
        (Absent::Empty, Kind::List { .. }) => json!([]),
        (Absent::Empty, Kind::Map { .. }) => json!({}),
        (Absent::Empty, _) => json!(""),
    }
}

fn same(value: Value) -> (Value, Value) {
    (value.clone(), value)
}

/// A parameter's example as a case gives it: names in snake case, times in milliseconds.
pub(super) fn in_case(model: &Model, operation: &Operation, parameter: &Parameter) -> Value {
    renamed(model, operation, &parameter.kind, &parameter.example)
}

fn renamed(model: &Model, operation: &Operation, kind: &Kind, example: &Value) -> Value {
    match (kind, example) {
        (Kind::Time, Value::String(text)) => milliseconds(text).into(),
        (Kind::List { of }, Value::Array(items)) => {
            items.iter().map(|item| renamed(model, operation, of, item)).collect()
        }
        (Kind::Map { of }, Value::Object(entries)) => {
            let entries =
                entries.iter().map(|(key, item)| (key.clone(), renamed(model, operation, of, item)));
            Value::Object(entries.collect())
        }
        (Kind::Record { name }, Value::Object(given)) => {
            let Some(record) = model.record(operation, name) else { return example.clone() };
            let fields = record.fields.iter().filter_map(|field| {
                let value = given.get(&field.name.wire)?;
                Some((field.name.snake.clone(), renamed(model, operation, &field.kind, value)))
            });
            Value::Object(fields.collect())
        }
        _ => example.clone(),
    }
}

/// The same as the service is to see it.
pub(super) fn on_the_wire(model: &Model, operation: &Operation, parameter: &Parameter) -> String {
    match (&parameter.kind, &parameter.example) {
        (Kind::Time, Value::String(text)) => milliseconds(text).to_string(),
        (kind, example) if kind.is_json() => json_text(model, operation, kind, example),
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}

/// JSON with the fields of records in the model's order, as the core writes it.
fn json_text(model: &Model, operation: &Operation, kind: &Kind, example: &Value) -> String {
    match (kind, example) {
        (Kind::Record { name }, Value::Object(given)) => {
            let fields = model.record(operation, name).map_or(&[][..], |Record { fields, .. }| fields);
            let fields = fields.iter().filter_map(|field| {
                let text = json_text(model, operation, &field.kind, given.get(&field.name.wire)?);
                Some(format!("\"{}\":{text}", field.name.wire))
            });
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        (Kind::List { of }, Value::Array(items)) => {
            let items = items.iter().map(|item| json_text(model, operation, of, item));
            format!("[{}]", items.collect::<Vec<_>>().join(","))
        }
        _ => example.to_string(),
    }
}

/// A time of the model, which reading has checked, in milliseconds since 1970.
fn milliseconds(text: &str) -> i64 {
    text.parse::<Timestamp>().map_or(0, Timestamp::as_millisecond)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_the_model_are_milliseconds_in_cases() {
        assert_eq!(milliseconds("2026-11-01T00:00:00Z"), MOMENT);
        assert_eq!(milliseconds("1970-01-01T00:00:01Z"), 1000);
    }
}
