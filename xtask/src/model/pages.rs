//! How an answer comes in pages, as the model says it.

use anyhow::Result;
use toml::Spanned;

use super::file::PagesFile;
use super::source::Source;
use super::{Field, Kind, Name, Pages, PagesBy, Parameter};

/// Reads the pages of an operation with these parameters and this output.
pub(super) fn pages(
    source: &Source,
    file: PagesFile,
    parameters: &[Parameter],
    output: &[Field],
) -> Result<Pages> {
    let field = |name: &Spanned<String>, what: &str| {
        let found = output.iter().find(|it| it.name.wire == *name.get_ref());
        found.ok_or_else(|| {
            source.error(&name.span(), format!("the answer has no field {} {what}", name.get_ref()))
        })
    };
    let items = field(&file.items, "with items")?;
    let Some(Kind::Record { name: item }) = items.kind.named() else {
        return Err(source.error(&file.items.span(), "the items must be a list of records"));
    };
    let method = match file.method {
        Some(method) => Name::new(&method, None, None),
        None => Name::new(&format!("all_{}", items.name.snake), None, None),
    };
    let total =
        file.total.map(|name| field(&name, "with the total").map(|it| it.name.clone())).transpose()?;
    let by = match (file.by, file.size) {
        (Some(by), Some(size)) => Some(asked_by(source, &by, size, parameters)?),
        (None, None) => None,
        _ => return Err(source.error(&file.items.span(), "give `by` and `size` together")),
    };
    Ok(Pages {
        items: items.name.clone(),
        item: Name::new(item, None, None),
        total,
        method,
        by,
        is_run: file.run,
    })
}

fn asked_by(
    source: &Source,
    by: &Spanned<Vec<String>>,
    default_size: u32,
    parameters: &[Parameter],
) -> Result<PagesBy> {
    let parameter = |name: &str, fits: &dyn Fn(&Kind) -> bool| {
        let found = parameters.iter().find(|it| it.name.wire == name && fits(&it.kind));
        found.map(|it| it.name.clone()).ok_or_else(|| {
            source.error(&by.span(), format!("{name} is no parameter that says which page or how long it is"))
        })
    };
    let is_count = |kind: &Kind| *kind == Kind::Count;
    let is_page = |kind: &Kind| *kind == Kind::Record { name: "Page".to_owned() };
    let (index, size) = match by.get_ref().as_slice() {
        [page] => (parameter(page, &is_page)?, None),
        [index, size] => (parameter(index, &is_count)?, Some(parameter(size, &is_count)?)),
        _ => return Err(source.error(&by.span(), "name one parameter, or two")),
    };
    Ok(PagesBy { index, size, default_size })
}
