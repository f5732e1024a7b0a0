//! The kinds of error, and their classes.

use serde::Serialize;

use super::docs::comment;
use crate::generate::error_docs::spelled;
use crate::model::{ErrorKind, Errors, Name};

/// What the templates are given.
#[derive(Serialize)]
pub(super) struct Context<'a> {
    kinds: Vec<Class<'a>>,
}

#[derive(Serialize)]
struct Class<'a> {
    class: &'a str,
    parent: &'a str,
    /// The subclasses.
    cases: Vec<&'a str>,
    doc: String,
    retryable: bool,
}

impl<'a> Context<'a> {
    pub(super) fn new(errors: &'a Errors) -> Self {
        Self { kinds: errors.kinds.iter().map(|kind| Class::new(errors, kind)).collect() }
    }
}

impl<'a> Class<'a> {
    fn new(errors: &'a Errors, kind: &'a ErrorKind) -> Self {
        let property = |name: &Name| match name.wire.as_str() {
            "retry_after" => "`retryAfterMs`".to_owned(),
            _ => format!("`{}`", name.camel),
        };
        let parent = errors.parent(kind);
        Self {
            class: &kind.class,
            parent: parent.map_or("CamsRoiError", |parent| &parent.class),
            cases: errors.cases(kind).map(|it| it.class.as_str()).collect(),
            doc: comment("", &spelled(&kind.doc, property, |code| format!("`{code}`")), &[]),
            retryable: kind.retryable,
        }
    }
}
