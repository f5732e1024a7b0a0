//! The functions that give the items of all pages.

use serde::Serialize;

use super::{Call, SwiftParameter, declared, identifier};
use crate::model::{Operation, Pages};

#[derive(Serialize)]
pub(super) struct SwiftPages {
    method: String,
    item: String,
    /// The property of a page that has its items.
    items: String,
    /// The items, in words.
    words: String,
    calls: Vec<Call>,
    /// Whether calls go on between two pages, until they are ended.
    is_run: bool,
}

impl SwiftPages {
    pub(super) fn new(pages: &Pages, operation: &Operation, parameters: &[SwiftParameter<'_>]) -> Self {
        let words = pages.items.snake.replace('_', " ");
        Self {
            method: pages.method.camel.clone(),
            item: pages.item.pascal.clone(),
            items: identifier(&pages.items.camel),
            calls: Call::all(parameters)
                .into_iter()
                .map(|call| of_all(call, pages, operation, &words))
                .collect(),
            words,
            is_run: pages.is_run,
        }
    }
}

/// The same call with the length of pages in the place of one page, and with a limit.
fn of_all(call: Call, pages: &Pages, operation: &Operation, words: &str) -> Call {
    let (index, size) = pages.asked_by();
    let (index, size) = (index.map(|it| &it.wire), size.map(|it| &it.wire));
    let of_page: Vec<_> = operation
        .parameters
        .iter()
        .map(|it| Some(&it.name.wire) == index || Some(&it.name.wire) == size)
        .collect();
    // Behind the parameters are the options.
    let others = |at: usize| of_page.get(at) != Some(&true);
    let keep = |texts: Vec<String>| -> Vec<String> {
        texts.into_iter().enumerate().filter(|(at, _)| others(*at)).map(|(_, text)| text).collect()
    };
    let gives = call.gives.into_iter().zip(&operation.parameters).filter_map(|(given, it)| match size {
        Some(size) if it.name.wire == *size => Some(format!("{}: pageSize", identifier(&it.name.camel))),
        Some(_) if Some(&it.name.wire) == index => None,
        None if Some(&it.name.wire) == index => {
            Some(format!("{}: Page(index: 1, size: pageSize)", identifier(&it.name.camel)))
        }
        _ => Some(given),
    });
    let mut takes = keep(call.takes);
    let options = takes.pop();
    let page_size = pages.by.as_ref().map(|by| declared("pageSize", "Int", &by.default_size.to_string()));
    takes.extend(page_size);
    takes.push(declared("limit", "Int?", "nil"));
    takes.extend(options);
    let mut docs: Vec<_> =
        call.docs.into_iter().enumerate().filter(|(at, _)| others(*at)).map(|(_, doc)| doc).collect();
    docs.pop();
    if pages.by.is_some() {
        docs.push(("pageSize".to_owned(), format!("How many {words} a page has.")));
    }
    let limit = "Ends the loop after so many; all of them by default. No page is fetched behind them.";
    let each = if pages.is_run { "each call" } else { "the call for each page" };
    let options = format!("What {each} does differently from the client.");
    docs.extend([("limit".to_owned(), limit.to_owned()), ("options".to_owned(), options)]);
    Call { gives: gives.collect(), takes, docs, passes: Vec::new(), ..call }
}
