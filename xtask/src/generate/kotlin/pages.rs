//! The functions that give the items of all pages.

use serde::Serialize;

use super::code::identifier;
use crate::model::{Kind, Operation, Pages};

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
    /// What makes the same request for pages of another size, in the model's order.
    sized: Vec<String>,
}

impl KotlinPages {
    pub(super) fn new(pages: &Pages, operation: &Operation) -> Self {
        let words = pages.items.snake.replace('_', " ");
        let (index, size) = pages.asked_by();
        let is_index = |wire: &str| index.is_some_and(|it| wire == it.wire);
        let sized = operation.parameters.iter().map(|it| {
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
            summary: format!("Gives all {words} that `{}` lists, page by page.", operation.name.wire),
            hidden: [index, size].into_iter().flatten().map(identifier).collect(),
            first: format!("Page(1, {})", pages.default_size()),
            sized: sized.collect(),
        }
    }
}
