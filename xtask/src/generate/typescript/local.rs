//! What the library does itself, as methods that give items one by one.

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::TsOperation;
use super::docs::{Spelling, comment};
use super::types::{example, table};
use crate::model::{Kind, Model, Operation, Pages};

/// What the templates are given of one.
#[derive(Serialize)]
pub(super) struct TsLocal<'a> {
    pub(super) operation: TsOperation<'a>,
    item: &'a str,
    /// Where a page has its items: behind the request's ID, which is that of no request here.
    place: usize,
    /// How they cross.
    table: String,
    /// The field of an item that is an error, where it has one.
    error: Option<&'a str>,
}

impl<'a> TsLocal<'a> {
    pub(super) fn new(model: &'a Model, operation: &'a Operation) -> Result<Self> {
        let pages = operation.pages.as_ref().context("a local operation has no pages")?;
        let is_items = |wire: &str| wire == pages.items.wire;
        let place = operation.output.iter().position(|it| is_items(&it.name.wire));
        let place = place.context("the items are no field of the answer")?;
        let record = model.record(operation, &pages.item.wire).context("the items are no records")?;
        Ok(Self {
            item: &pages.item.pascal,
            place: place + 1,
            table: table(&operation.output[place].kind),
            error: record.fields.iter().find(|it| it.kind == Kind::Error).map(|it| it.name.camel.as_str()),
            operation: TsOperation::new(model, operation),
        })
    }
}

/// What the method does, with an example.
pub(super) fn method_doc(model: &Model, operation: &Operation, pages: &Pages, spelling: &Spelling) -> String {
    let how = if pages.is_run {
        "Results come in the order in which queries end. Leaving the loop ends the calls that are under way. An error that \
         concerns the account as a whole, or the journal, ends the loop."
    } else {
        "A page is fetched when its first item is asked for. An error ends the loop."
    };
    let mut doc =
        format!("{}.\n\n{}\n\n{how}", operation.summary, operation.doc.as_deref().unwrap_or_default().trim());
    // What the library does itself has no name on the wire.
    for local in &model.local {
        doc = doc.replace(&format!("`{}`", local.name.wire), &format!("{{@link {}}}", local.name.camel));
    }
    let first = operation.parameters.iter().find(|it| it.kind == Kind::Id || it.kind == Kind::Text);
    let request = first.map_or_else(String::new, |it| {
        format!("{{ {}: {} }}", it.name.camel, example(model, operation, &it.kind, &it.example))
    });
    let lines = [
        format!(
            "for await (const {} of client.{}({request})) {{",
            singular(&pages.items.camel),
            pages.method.camel
        ),
        format!("  console.log({})", singular(&pages.items.camel)),
        "}".to_owned(),
    ];
    comment("  ", &spelling.of(&doc), &lines)
}

fn singular(plural: &str) -> &str {
    plural.strip_suffix('s').unwrap_or(plural)
}
