//! What a face offers, in names that are the same for every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::conventions::{Convention, canonical};

/// A way in which users meet the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    Rust,
    Python,
    Node,
    Kotlin,
    Swift,
    Command,
}

impl Face {
    pub(super) const ALL: [Self; 6] =
        [Self::Rust, Self::Python, Self::Node, Self::Kotlin, Self::Swift, Self::Command];
}

impl fmt::Display for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rust => "Rust",
            Self::Python => "Python",
            Self::Node => "Node",
            Self::Kotlin => "Kotlin",
            Self::Swift => "Swift",
            Self::Command => "the command",
        })
    }
}

/// What kind of thing a face offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A call of the service.
    Operation,
    /// What an operation is asked with.
    Parameter,
    /// What every call can do differently from the client.
    CallOption,
    /// What a client is configured with.
    ClientOption,
    /// A class of errors.
    ErrorClass,
    /// A value that comes out, or that is put together to go in.
    Value,
    /// A part of a value, or of every error.
    Field,
}

impl Kind {
    pub(super) const ALL: [Self; 7] = [
        Self::Operation,
        Self::Parameter,
        Self::CallOption,
        Self::ClientOption,
        Self::ErrorClass,
        Self::Value,
        Self::Field,
    ];

    /// What the things are called in a heading.
    pub(super) fn plural(self) -> &'static str {
        match self {
            Self::Operation => "operations",
            Self::Parameter => "parameters",
            Self::CallOption => "call options",
            Self::ClientOption => "client options",
            Self::ErrorClass => "error classes",
            Self::Value => "values",
            Self::Field => "fields",
        }
    }
}

/// One thing that a face offers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Item {
    pub(super) kind: Kind,
    /// The operation that a parameter belongs to, or the value that has a field; else empty.
    pub(super) of: String,
    pub(super) name: String,
}

impl Item {
    pub(super) fn new(kind: Kind, of: &str, name: &str) -> Self {
        Self { kind, of: of.to_owned(), name: name.to_owned() }
    }

    /// The operation or value of which this is a part.
    pub(super) fn owner(&self) -> Option<Self> {
        match self.kind {
            Kind::Parameter => Some(Self::new(Kind::Operation, "", &self.of)),
            Kind::Field => Some(Self::new(Kind::Value, "", &self.of)),
            Kind::Operation | Kind::CallOption | Kind::ClientOption | Kind::ErrorClass | Kind::Value => None,
        }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, of, name } = self;
        match kind {
            Kind::Operation => write!(f, "the operation `{name}`"),
            Kind::Parameter => write!(f, "the parameter `{name}` of `{of}`"),
            Kind::CallOption => write!(f, "the call option `{name}`"),
            Kind::ClientOption => write!(f, "the client option `{name}`"),
            Kind::ErrorClass => write!(f, "the error class `{name}`"),
            Kind::Value => write!(f, "the value `{name}`"),
            Kind::Field => write!(f, "the field `{name}` of `{of}`"),
        }
    }
}

/// Everything that a face offers.
#[derive(Clone, Debug)]
pub(super) struct Surface {
    pub(super) face: Face,
    pub(super) items: BTreeSet<Item>,
    /// Of which class each class of errors is a special case.
    pub(super) parents: BTreeMap<String, String>,
}

impl Surface {
    pub(super) fn new(face: Face) -> Self {
        Self { face, items: BTreeSet::new(), parents: BTreeMap::new() }
    }

    /// What a reader found, in the face's own spelling:
    ///
    /// ```json
    /// {
    ///   "operations": { "name": ["what it takes", "call options too"] },
    ///   "client_options": ["name"],
    ///   "errors": { "class": "its parent, or null" },
    ///   "fields": { "value": ["field"], "CamsRoiError": ["field of any class of errors"] }
    /// }
    /// ```
    ///
    /// What every operation takes is an option of calls. `used` collects the conventions that applied.
    pub(super) fn read(face: Face, found: &Value, used: &mut BTreeSet<Convention>) -> Result<Self> {
        let mut surface = Self::new(face);
        let mut add = |kind: Kind, of: &str, name: &str| {
            canonical(face, kind, of, name, used).inspect(|name| {
                surface.items.insert(Item::new(kind, of, name));
            })
        };
        for name in names(&found["client_options"]).context("client_options")? {
            add(Kind::ClientOption, "", &name);
        }
        let mut taken = BTreeMap::new();
        for (operation, parameters) in object(&found["operations"]).context("operations")? {
            if let Some(operation) = add(Kind::Operation, "", operation) {
                taken.entry(operation).or_insert_with(BTreeSet::new).extend(names(parameters)?);
            }
        }
        let shared = taken.values().cloned().reduce(|all, these| &all & &these).unwrap_or_default();
        for name in &shared {
            add(Kind::CallOption, "", name);
        }
        for (operation, parameters) in &taken {
            for name in parameters - &shared {
                add(Kind::Parameter, operation, &name);
            }
        }
        for (value, fields) in object(&found["fields"]).context("fields")? {
            if let Some(value) = add(Kind::Value, "", value) {
                for name in names(fields)? {
                    add(Kind::Field, &value, &name);
                }
            }
        }
        for (class, parent) in object(&found["errors"]).context("errors")? {
            if let (Some(class), Some(parent)) = (add(Kind::ErrorClass, "", class), parent.as_str()) {
                surface.parents.insert(class, parent.to_owned());
            }
        }
        Ok(surface)
    }
}

fn object(value: &Value) -> Result<&serde_json::Map<String, Value>> {
    value.as_object().with_context(|| format!("the reader found no object but {value}"))
}

fn names(value: &Value) -> Result<Vec<String>> {
    let array = value.as_array().with_context(|| format!("the reader found no list but {value}"))?;
    let name = |it: &Value| it.as_str().map(str::to_owned).with_context(|| format!("{it} is no name"));
    array.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::parity::compare::differences;

    /// What readers find in two languages that offer the same.
    fn found() -> [(Face, Value); 2] {
        let python = json!({
            "client_options": ["region", "max_attempts"],
            "operations": {
                "enable_many": ["channels", "journal", "timeout"],
                "call": ["action", "params", "timeout"],
            },
            "errors": { "CamsRoiError": null, "ServiceError": "CamsRoiError", "ThrottledError": "ServiceError" },
            "fields": { "CamsRoiError": ["hint", "retry_after"], "TemplateMetrics": ["data"] },
        });
        let node = json!({
            "client_options": ["region", "retry.maxAttempts", "logger"],
            "operations": {
                "enableMany": ["channels", "journal", "timeoutMs", "signal"],
                "call": ["action", "parameters", "timeoutMs", "signal"],
            },
            "errors": { "CamsRoiError": null, "ServiceError": "CamsRoiError", "ThrottledError": "ServiceError" },
            "fields": {
                "CamsRoiError": ["kind", "hint", "retryAfterMs"],
                "GetChatappTemplateMetricResult": ["data"],
            },
        });
        [(Face::Python, python), (Face::Node, node)]
    }

    fn compared(found: &[(Face, Value)]) -> Vec<String> {
        let read = |(face, found): &(Face, Value)| Surface::read(*face, found, &mut BTreeSet::new());
        let surfaces = found.iter().map(read).collect::<Result<Vec<_>>>().expect("both can be read");
        differences(&surfaces, |_, _| false)
    }

    #[test]
    fn two_spellings_of_the_same_do_not_differ() {
        assert!(compared(&found()).is_empty());
    }

    #[test]
    fn what_a_reader_no_longer_finds_is_named() {
        let removed = [
            (0, "/client_options/1", "Python lacks the client option `max_attempts`, which Node has"),
            (1, "/client_options/1", "Node lacks the client option `max_attempts`, which Python has"),
            (0, "/operations/call/1", "Python lacks the parameter `parameters` of `call`, which Node has"),
            (
                1,
                "/operations/enableMany/1",
                "Node lacks the parameter `journal` of `enable_many`, which Python has",
            ),
            (1, "/operations/enableMany", "Node lacks the operation `enable_many`, which Python has"),
            (0, "/errors/ThrottledError", "Python lacks the error class `ThrottledError`, which Node has"),
            (1, "/errors/ThrottledError", "Node lacks the error class `ThrottledError`, which Python has"),
            (
                1,
                "/fields/CamsRoiError/2",
                "Node lacks the field `retry_after` of `CamsRoiError`, which Python has",
            ),
            (
                0,
                "/fields/TemplateMetrics",
                "Python lacks the value `GetChatappTemplateMetricResult`, which Node has",
            ),
        ];
        for (face, place, message) in removed {
            let mut found = found();
            let (parent, name) = place.rsplit_once('/').expect("a place in an object or a list");
            match found[face].1.pointer_mut(parent) {
                Some(Value::Array(list)) => drop(list.remove(name.parse().expect("an index"))),
                Some(Value::Object(object)) => drop(object.remove(name)),
                other => panic!("{place}: {other:?}"),
            }
            let messages = compared(&found);
            assert!(messages.contains(&message.to_owned()), "{place}: {messages:?}");
        }
    }

    #[test]
    fn a_reader_that_finds_something_else_is_refused() {
        for found in [json!(null), json!({ "client_options": "region" }), json!({ "client_options": [1] })] {
            assert!(Surface::read(Face::Node, &found, &mut BTreeSet::new()).is_err(), "{found}");
        }
    }
}
