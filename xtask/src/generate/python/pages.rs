//! The methods that give the items of all pages.

use anyhow::Result;
use serde::Serialize;

use super::{INDENT, PythonParameter, docs, names, types};
use crate::model::{Operation, Pages};

#[derive(Serialize)]
pub(super) struct PythonPages {
    name: String,
    item: String,
    summary: String,
    /// The names of the parameters that say which page; they are not the method's.
    hidden: Vec<String>,
    /// What the function that makes the request is given, in the order of the signature.
    arguments: Vec<String>,
    /// The expression that gives a page's items.
    items: String,
}

impl PythonPages {
    pub(super) fn new(
        pages: &Pages,
        operation: &Operation,
        signature: &[PythonParameter<'_>],
        is_table: bool,
    ) -> Result<Self> {
        let (index, size) = pages.asked_by();
        let is_index = |wire: &str| index.is_some_and(|it| wire == it.wire);
        let argument = |it: &PythonParameter<'_>| match size {
            Some(size) if it.model.name.wire == size.wire => "page_size".to_owned(),
            _ if !is_index(&it.model.name.wire) => it.name.clone(),
            Some(_) => "None".to_owned(),
            None => {
                format!("_operations.Page(1, {} if page_size is None else page_size)", pages.default_size())
            }
        };
        let items = names::field(&pages.items.snake);
        let words = items.replace('_', " ");
        let summary = format!("Give all {words} that `{}` lists, page by page.", operation.name.snake);
        Ok(Self {
            name: pages.method.snake.clone(),
            item: types::class(&pages.item.wire),
            summary: docs::summary_line(&summary, INDENT)?,
            hidden: [index, size].into_iter().flatten().map(|it| names::parameter(&it.snake)).collect(),
            arguments: signature.iter().map(argument).collect(),
            items: if is_table { "page".to_owned() } else { format!("page.{items}") },
        })
    }
}
