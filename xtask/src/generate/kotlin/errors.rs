//! The classes of errors, and which of them the library means.

use serde::Serialize;

use super::code::documentation;
use crate::generate::error_docs::spelled;
use crate::model::{ErrorKind, Errors, Name};

/// What the templates are given.
#[derive(Serialize)]
pub(super) struct Context<'a> {
    kinds: Vec<Class<'a>>,
    /// The classes that are retryable, or not, otherwise than their parents.
    retryable: Vec<String>,
    not_retryable: Vec<String>,
}

#[derive(Serialize)]
struct Class<'a> {
    class: &'a str,
    name: &'a str,
    parent: &'a str,
    is_parent: bool,
    doc: String,
}

impl<'a> Context<'a> {
    pub(super) fn new(errors: &'a Errors) -> Self {
        let parent_is = |kind: &ErrorKind| errors.parent(kind).is_some_and(|parent| parent.retryable);
        let that_are = |retryable: bool| {
            let kinds = errors.kinds.iter();
            let own = kinds.filter(|kind| kind.retryable == retryable && parent_is(kind) != retryable);
            own.map(|kind| format!("is {}", kind.name.wire)).collect()
        };
        Self {
            kinds: errors.kinds.iter().map(|kind| Class::new(errors, kind)).collect(),
            retryable: that_are(true),
            not_retryable: that_are(false),
        }
    }
}

impl<'a> Class<'a> {
    fn new(errors: &'a Errors, kind: &'a ErrorKind) -> Self {
        let property = |name: &Name| format!("[{}]", name.camel);
        let doc = spelled(&kind.doc, property, |code| format!("`{code}`"));
        Self {
            class: &kind.class,
            name: &kind.name.wire,
            parent: errors.parent(kind).map_or("CamsRoiException", |parent| &parent.name.wire),
            is_parent: errors.cases(kind).next().is_some(),
            doc: documentation(&doc, "    "),
        }
    }
}
