//! The classes of errors.

use anyhow::Result;
use serde::Serialize;

use super::docs::{docstring, prose};
use crate::generate::error_docs::spelled;
use crate::model::{ErrorKind, Errors, Name};

/// What the template is given of a class.
#[derive(Serialize)]
pub(super) struct Class<'a> {
    class: &'a str,
    bases: Vec<String>,
    docstring: String,
    /// Where it is not as for the class before.
    retryable: Option<bool>,
}

/// All of them, each behind its parent.
pub(super) fn classes(errors: &Errors) -> Result<Vec<Class<'_>>> {
    errors.kinds.iter().map(|kind| class(errors, kind)).collect()
}

fn class<'a>(errors: &'a Errors, kind: &'a ErrorKind) -> Result<Class<'a>> {
    let attribute = |name: &Name| match name.wire.as_str() {
        "cause" => "``__cause__``".to_owned(),
        name => format!("`{name}`"),
    };
    let parent = errors.parent(kind);
    let base = parent.map_or("CamsRoiError", |parent| parent.class.as_str()).to_owned();
    let doc = spelled(&kind.doc, attribute, |code| prose(&format!("`{code}`")));
    Ok(Class {
        class: &kind.class,
        bases: std::iter::once(base).chain(kind.python.map(|own| format!("{own:?}"))).collect(),
        docstring: docstring(&doc, "    ")?,
        retryable: (kind.retryable != parent.is_some_and(|it| it.retryable)).then_some(kind.retryable),
    })
}
