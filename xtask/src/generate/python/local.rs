//! What the library does itself, as methods that give results one by one.

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::types::{self, Types};
use super::{INDENT, PythonParameter, docs};
use crate::model::{Kind, Model, Operation, Parameter};

/// What the templates are given of one.
#[derive(Serialize)]
pub(super) struct PythonLocal<'a> {
    model: &'a Operation,
    /// In the order in which the binding takes them, which is that of the signature.
    parameters: Vec<PythonParameter<'a>>,
    summary: String,
    details: String,
    item: String,
    /// The expression that gives the items of a page as the binding gives it.
    items: String,
    is_run: bool,
}

impl<'a> PythonLocal<'a> {
    pub(super) fn new(model: &'a Model, operation: &'a Operation) -> Result<Self> {
        let types = Types::new(model, Some(operation));
        let pages = operation.pages.as_ref().context("a local operation has no pages")?;
        // Before the fields stands the request's ID, which is that of no request here.
        let place = operation.output.iter().position(|it| it.name.wire == pages.items.wire);
        let place = place.context("the items are no field of the answer")? + 1;
        let field = &operation.output[place - 1];
        let items =
            types::converted(&field.kind, &format!("page[{place}]")).context("the items are no list")?;
        let mut summary = docs::imperative(&operation.summary);
        if let Some(name) = model.local.iter().find(|it| summary.contains(&it.name.wire)) {
            summary = summary.replace(&name.name.wire, &name.name.snake);
        }
        Ok(Self {
            parameters: operation
                .parameters
                .iter()
                .map(|it| PythonParameter::new(types, operation, it))
                .collect(),
            summary: docs::summary_line(&docs::prose(&summary), INDENT)?,
            details: docs::wrapped(&details(model, operation, pages.is_run), INDENT, INDENT),
            item: types::class(&pages.item.wire),
            items,
            is_run: pages.is_run,
            model: operation,
        })
    }
}

/// What a method's docstring says besides its summary.
fn details(model: &Model, operation: &Operation, is_run: bool) -> String {
    let mut doc = docs::prose(operation.doc.as_deref().unwrap_or_default().trim());
    // What the library does itself has no name on the wire.
    for local in &model.local {
        doc = doc.replace(&format!("``{}``", local.name.wire), &format!("`{}`", local.name.snake));
    }
    let how = if is_run {
        "Results come in the order in which queries end. Leaving the loop ends the calls that are under way. An error that \
         concerns the account as a whole, or the journal, is raised, and ends it."
    } else {
        "A page is fetched when its first item is asked for, by a call of its own. An error ends it."
    };
    format!("{doc} {how}")
}

/// Whether a parameter is a path, for which the model has no type: the service takes none.
pub(super) fn is_path(operation: &Operation, parameter: &Parameter) -> bool {
    operation.is_local && parameter.kind == Kind::Text && parameter.name.wire == "Journal"
}
