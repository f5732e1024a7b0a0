//! The functions that give the items of all pages.

use serde::Serialize;

use super::code::{identifier, read};
use crate::model::{Absent, Kind, Model, Operation, Pages};

#[derive(Serialize)]
pub(super) struct KotlinPages {
    method: String,
    item: String,
    /// The property of a page that has its items.
    items: String,
    summary: String,
    /// The names of the parameters that say which page; the functions with named arguments do not have them.
    hidden: Vec<String>,
    /// The page that a request must name in their place.
    first: String,
    /// What makes the same request for pages of another size, in the model's order; nothing where there is no such.
    sized: Vec<String>,
    /// Whether calls go on between two pages, until they are ended.
    is_run: bool,
    /// How a page is read as far as it has items: what comes before them, and they.
    before: Vec<String>,
    reads: String,
    /// The property of an item that says why there is nothing else in it.
    error: Option<String>,
}

impl KotlinPages {
    pub(super) fn new(pages: &Pages, operation: &Operation, model: &Model) -> Self {
        let words = pages.items.snake.replace('_', " ");
        let (index, size) = pages.asked_by();
        let is_index = |wire: &str| index.is_some_and(|it| wire == it.wire);
        let (before, items) = fields(pages, operation);
        let of_item = model.record(operation, &pages.item.wire).into_iter().flat_map(|it| &it.fields);
        let sized = operation.parameters.iter().filter(|_| pages.by.is_some()).map(|it| {
            let (name, wire) = (identifier(&it.name), it.name.wire.as_str());
            match size {
                _ if it.kind == Kind::Channel => format!("WantedChannel({name})"),
                Some(size) if wire == size.wire => "size.toLong()".to_owned(),
                Some(_) if is_index(wire) => "null".to_owned(),
                None if is_index(wire) => "Page(1, size.toLong())".to_owned(),
                _ => name,
            }
        });
        Self {
            method: pages.method.camel.clone(),
            item: pages.item.pascal.clone(),
            items: identifier(&pages.items),
            summary: if operation.is_local {
                format!("{}.", operation.summary)
            } else {
                format!("Gives all {words} that `{}` lists, page by page.", operation.name.wire)
            },
            hidden: [index, size].into_iter().flatten().map(identifier).collect(),
            first: format!("Page(1, {})", pages.default_size()),
            sized: sized.collect(),
            is_run: pages.is_run,
            before,
            reads: items,
            error: of_item.filter(|it| it.kind == Kind::Error).map(|it| identifier(&it.name)).next(),
        }
    }
}

/// How the fields of a page before its items are read, and how those are.
fn fields(pages: &Pages, operation: &Operation) -> (Vec<String>, String) {
    let mut reads: Vec<_> = operation
        .output
        .iter()
        .take_while(|it| it.name.wire != pages.items.wire)
        .map(|it| match it.absent {
            Absent::Nothing => format!("from.optional {{ {} }}", read(&it.kind)),
            _ => read(&it.kind),
        })
        .collect();
    reads.insert(0, "from.optional { from.text() }".to_owned());
    let items = operation.output.iter().find(|it| it.name.wire == pages.items.wire);
    (reads, items.map(|it| read(&it.kind)).unwrap_or_default())
}
