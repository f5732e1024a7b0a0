//! The model's types in Python: what callers write, what the binding takes and gives, and the way between them.

use crate::model::{Enum, Kind, Model, Name, Operation};

/// Finds what a type names.
#[derive(Clone, Copy)]
pub(super) struct Types<'a> {
    model: &'a Model,
    operation: Option<&'a Operation>,
}

impl<'a> Types<'a> {
    /// Those of an operation, or the shared ones alone.
    pub(super) fn new(model: &'a Model, operation: Option<&'a Operation>) -> Self {
        Self { model, operation }
    }

    /// Whether they are of what the library does itself.
    pub(super) fn is_local(self) -> bool {
        self.operation.is_some_and(|it| it.is_local)
    }

    /// The set of words that a type is.
    pub(super) fn words(self, kind: &Kind) -> Option<&'a Enum> {
        let Kind::Enum { name } = kind else { return None };
        let own = self.operation.into_iter().flat_map(|operation| &operation.enums);
        own.chain(&self.model.enums).find(|it| it.name.wire == *name)
    }

    /// What a caller writes.
    pub(super) fn given(self, kind: &Kind) -> String {
        match kind {
            Kind::Channel => "str | OwnChannel".to_owned(),
            Kind::Channels => "Iterable[str | Channel]".to_owned(),
            Kind::Enum { .. } => self.words(kind).map_or_else(
                || "str".to_owned(),
                |it| {
                    let words: Vec<_> = it.values.iter().map(|value| format!("\"{}\"", value.wire)).collect();
                    format!("Literal[{}]", words.join(", "))
                },
            ),
            Kind::List { of } => format!("Sequence[{}]", self.given(of)),
            Kind::Map { of } => format!("Mapping[str, {}]", self.given(of)),
            other => received(other),
        }
    }
}

/// What a caller reads.
pub(super) fn received(kind: &Kind) -> String {
    match kind {
        Kind::Channel | Kind::Id | Kind::Text | Kind::Message | Kind::Enum { .. } => "str".to_owned(),
        Kind::Channels => "tuple[Channel, ...]".to_owned(),
        Kind::Count => "int".to_owned(),
        Kind::Number => "float".to_owned(),
        Kind::Bool => "bool".to_owned(),
        Kind::Time | Kind::IsoTime => "datetime".to_owned(),
        Kind::Record { name } => class(name),
        Kind::List { of } => format!("tuple[{}, ...]", received(of)),
        Kind::Map { of } => format!("Mapping[str, {}]", received(of)),
        Kind::AccessDeniedDetail => "AccessDeniedDetail".to_owned(),
        Kind::Error => "CamsRoiError".to_owned(),
    }
}

/// The name of a record's class.
pub(super) fn class(name: &str) -> String {
    Name::new(name, None, None).pascal
}

/// The name of the function that checks a record.
pub(super) fn record_check(name: &str) -> String {
    format!("_{}", Name::new(name, None, None).snake)
}

/// The call that checks a value and gives it as the binding takes it; `name` is the expression of its name in errors.
pub(super) fn checked(kind: &Kind, name: &str, value: &str) -> String {
    let of = |function: &str| format!("_arguments.{function}({name}, {value})");
    match kind {
        Kind::Channels => format!("_arguments.channels({value})"),
        Kind::Count => of("count"),
        Kind::Number => of("number"),
        Kind::Bool => of("flag"),
        Kind::Time | Kind::IsoTime => of("time"),
        Kind::Record { name: record } => format!("{}({name}, {value})", record_check(record)),
        Kind::List { of } => format!("_arguments.items({name}, {value}, {})", check(of)),
        Kind::Map { of } => format!("_arguments.mapping({name}, {value}, {})", check(of)),
        _ => of("text"),
    }
}

/// The function that does so.
fn check(kind: &Kind) -> String {
    match kind {
        Kind::List { .. } | Kind::Map { .. } => {
            format!("lambda name, item: {}", checked(kind, "name", "item"))
        }
        other => checked(other, "", "").split_once('(').map(|(name, _)| name.to_owned()).unwrap_or_default(),
    }
}

/// The expression that makes what a caller reads of what the binding gives, where they differ.
pub(super) fn converted(kind: &Kind, value: &str) -> Option<String> {
    match kind {
        Kind::Time | Kind::IsoTime => Some(format!("instant({value})")),
        Kind::Record { name } => Some(format!("{}._of_native({value})", class(name))),
        Kind::AccessDeniedDetail => Some(format!("AccessDeniedDetail._of_native({value})")),
        Kind::Error => Some(format!("error_of_native({value})")),
        Kind::List { of } => Some(converted(of, "item").map_or_else(
            || format!("tuple({value})"),
            |item| format!("tuple([{item} for item in {value}])"),
        )),
        Kind::Map { of } => {
            converted(of, "item").map(|item| format!("{{key: {item} for key, item in {value}.items()}}"))
        }
        _ => None,
    }
}

/// The function by which the runner of conformance cases makes what a caller writes of JSON.
pub(super) fn reader(kind: &Kind) -> String {
    match kind {
        Kind::Time | Kind::IsoTime => "instant".to_owned(),
        Kind::Record { name } => record_check(name),
        other => {
            of_json(other, "given").map_or_else(|| "same".to_owned(), |read| format!("lambda given: {read}"))
        }
    }
}

/// The expression by which it does, where the two differ.
pub(super) fn of_json(kind: &Kind, value: &str) -> Option<String> {
    match kind {
        Kind::Time | Kind::IsoTime => Some(format!("instant({value})")),
        Kind::Record { name } => Some(format!("{}({value})", record_check(name))),
        Kind::List { of } => of_json(of, "item").map(|item| format!("[{item} for item in {value}]")),
        Kind::Map { of } => {
            of_json(of, "item").map(|item| format!("{{key: {item} for key, item in {value}.items()}}"))
        }
        _ => None,
    }
}

/// The same for what may be missing.
pub(super) fn unless_none(is_optional: bool, value: &str, expression: String) -> String {
    if is_optional { format!("None if {value} is None else {expression}") } else { expression }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(of: Kind) -> Kind {
        Kind::List { of: Box::new(of) }
    }

    fn map(of: Kind) -> Kind {
        Kind::Map { of: Box::new(of) }
    }

    fn page() -> Kind {
        Kind::Record { name: "Page".to_owned() }
    }

    #[test]
    fn what_is_nested_is_checked_and_converted_item_by_item() {
        assert_eq!(
            checked(&map(list(Kind::Count)), "\"scores\"", "scores"),
            "_arguments.mapping(\"scores\", scores, lambda name, item: _arguments.items(name, item, _arguments.count))"
        );
        assert_eq!(checked(&list(page()), "\"pages\"", "pages"), "_arguments.items(\"pages\", pages, _page)");
        assert_eq!(
            converted(&map(list(Kind::Time)), "given").as_deref(),
            Some("{key: tuple([instant(item) for item in item]) for key, item in given.items()}")
        );
        assert_eq!(converted(&map(Kind::Text), "given"), None);
        assert_eq!(received(&map(list(page()))), "Mapping[str, tuple[Page, ...]]");
    }
}
