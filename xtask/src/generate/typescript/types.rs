//! The types of the model in TypeScript.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::model::{Kind, Model, Name, Operation, Record};

/// Where a value comes from: lists that a user gives are not changed, those of an answer are the user's own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Sent,
    Received,
}

pub(super) fn pascal(name: &str) -> String {
    Name::new(name, None, None).pascal
}

/// The type of a value.
pub(super) fn type_of(kind: &Kind, side: Side) -> String {
    match kind {
        Kind::Channel => "string | typeof OWN_CHANNEL".to_owned(),
        Kind::Channels => "KnownChannels".to_owned(),
        Kind::Id | Kind::Text | Kind::Message => "string".to_owned(),
        Kind::Count | Kind::Number => "number".to_owned(),
        Kind::Bool => "boolean".to_owned(),
        Kind::Time | Kind::IsoTime => "Date".to_owned(),
        Kind::Enum { name } | Kind::Record { name } => pascal(name),
        Kind::AccessDeniedDetail => "AccessDeniedDetail".to_owned(),
        Kind::Error => "AnyCamsRoiError".to_owned(),
        Kind::List { of } => match (type_of(of, side), side) {
            (item, Side::Received) => format!("{item}[]"),
            (item, Side::Sent) if item.starts_with("readonly ") => format!("readonly ({item})[]"),
            (item, Side::Sent) => format!("readonly {item}[]"),
        },
        Kind::Map { of } => match side {
            Side::Received => format!("Record<string, {}>", type_of(of, side)),
            Side::Sent => format!("Readonly<Record<string, {}>>", type_of(of, side)),
        },
    }
}

/// A set of words to which the service may add.
pub(super) fn open_set<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.map(quoted).collect();
    format!("{} | (string & {{}})", words.join(" | "))
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n"))
}

/// How a value crosses, in the words of `crossing.ts`.
pub(super) fn table(kind: &Kind) -> String {
    match kind {
        Kind::Channel => "channel".to_owned(),
        Kind::Channels => "channels".to_owned(),
        Kind::Id => "id".to_owned(),
        Kind::Text | Kind::Message | Kind::Enum { .. } => "text".to_owned(),
        Kind::Count => "count".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Bool => "flag".to_owned(),
        Kind::Time | Kind::IsoTime => "time".to_owned(),
        Kind::AccessDeniedDetail => "accessDeniedDetail".to_owned(),
        Kind::Error => "error".to_owned(),
        Kind::Record { name } => Name::new(name, None, None).shouty,
        Kind::List { of } => format!("list({})", table(of)),
        Kind::Map { of } => format!("map({})", table(of)),
    }
}

/// What the conformance runner makes of a value, in the words of `crossing.mts`.
pub(super) fn plain(kind: &Kind) -> String {
    match kind {
        Kind::Time | Kind::IsoTime => "time".to_owned(),
        Kind::AccessDeniedDetail => "denial".to_owned(),
        Kind::Record { name } => Name::new(name, None, None).shouty,
        Kind::List { of } => format!("list({})", plain(of)),
        Kind::Map { of } => format!("map({})", plain(of)),
        _ => "plain".to_owned(),
    }
}

/// The words of an expression, but for the names of records.
pub(super) fn words(expression: &str, found: &mut BTreeSet<String>) {
    let words = expression.split(['(', ')']).filter(|it| it.starts_with(char::is_lowercase));
    found.extend(words.map(str::to_owned));
}

/// Records, each after those that it is made of.
pub(super) fn in_order(records: &[Record]) -> impl Iterator<Item = &Record> {
    fn visit<'a>(
        record: &'a Record,
        records: &'a [Record],
        seen: &mut BTreeSet<&'a str>,
        found: &mut Vec<&'a Record>,
    ) {
        if !seen.insert(&record.name.wire) {
            return;
        }
        for field in &record.fields {
            if let Some(Kind::Record { name }) = field.kind.named()
                && let Some(inner) = records.iter().find(|it| it.name.wire == *name)
            {
                visit(inner, records, seen, found);
            }
        }
        found.push(record);
    }
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    for record in records {
        visit(record, records, &mut seen, &mut found);
    }
    found.into_iter()
}

/// An example of the model as an expression.
pub(super) fn example(model: &Model, operation: &Operation, kind: &Kind, value: &Value) -> String {
    let inner = |kind: &Kind, value: &Value| example(model, operation, kind, value);
    let object = |fields: Vec<String>| {
        if fields.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", fields.join(", ")) }
    };
    match (kind, value) {
        (Kind::Time | Kind::IsoTime, Value::String(text)) => format!("new Date({})", quoted(text)),
        (Kind::List { of }, Value::Array(items)) => {
            format!("[{}]", items.iter().map(|it| inner(of, it)).collect::<Vec<_>>().join(", "))
        }
        (Kind::Map { of }, Value::Object(fields)) => {
            object(fields.iter().map(|(name, it)| format!("{}: {}", quoted(name), inner(of, it))).collect())
        }
        (Kind::Record { name }, Value::Object(fields)) => {
            let record = model.record(operation, name);
            let field = |(wire, value): (&String, &Value)| {
                let known = record?.fields.iter().find(|it| it.name.wire == *wire)?;
                Some(format!("{}: {}", known.name.camel, inner(&known.kind, value)))
            };
            object(fields.iter().filter_map(field).collect())
        }
        (_, Value::String(text)) => quoted(text),
        (_, other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_nest_and_what_is_sent_is_not_changed() {
        let kind = Kind::Map { of: Box::new(Kind::List { of: Box::new(Kind::Time) }) };
        assert_eq!(type_of(&kind, Side::Received), "Record<string, Date[]>");
        assert_eq!(type_of(&kind, Side::Sent), "Readonly<Record<string, readonly Date[]>>");
        let lists = Kind::List { of: Box::new(Kind::List { of: Box::new(Kind::Text) }) };
        assert_eq!(type_of(&lists, Side::Sent), "readonly (readonly string[])[]");
        let mut found = BTreeSet::new();
        words(&table(&Kind::List { of: Box::new(Kind::Record { name: "Page".to_owned() }) }), &mut found);
        words(&table(&kind), &mut found);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["list", "map", "time"]);
    }

    #[test]
    fn words_are_quoted() {
        assert_eq!(open_set(["it's", "b"].into_iter()), "'it\\'s' | 'b' | (string & {})");
    }
}
