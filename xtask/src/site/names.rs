//! What a reference in a frame describes: its names, so that the search of the site finds them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

/// The names of a reference below a heading, each with the file that describes it, relative to the reference's folder.
pub(super) type Names = BTreeMap<String, BTreeMap<String, String>>;

/// Where DocC's pages are, below its folder and in its index.
const DOCC: &str = "/documentation/camsroi/";

/// The package of all that Dokka describes.
const PACKAGE: &str = "io.github.camsroi.";

/// rustdoc lists the items of a crate by their kinds.
pub(super) fn of_rustdoc(folder: &Path) -> Result<Names> {
    let mut names = Names::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let list = entry.path().join("all.html");
        if !list.exists() {
            continue;
        }
        let file = entry.file_name();
        let name = file.to_string_lossy();
        for (kind, items) in rustdoc_items(&text_of(&list)?) {
            let items = items.into_iter().map(|(item, page)| (item, format!("{name}/{page}")));
            names.entry(format!("{name}: {kind}")).or_default().extend(items);
        }
    }
    found(names, folder)
}

/// The items of one crate: `<h3 id="structs">Structs</h3><ul><li><a href="struct.A.html">A</a></li>…`.
fn rustdoc_items(list: &str) -> Vec<(String, Vec<(String, String)>)> {
    let kinds = list.split("<h3 id=\"").skip(1).filter_map(|part| part.split_once("\">"));
    let kinds = kinds.filter_map(|(_, part)| part.split_once("</h3>"));
    kinds
        .map(|(kind, part)| {
            let items = part.split("<li><a href=\"").skip(1).filter_map(|item| {
                let (page, rest) = item.split_once("\">")?;
                Some((rest.split_once("</a>")?.0.to_owned(), page.to_owned()))
            });
            (kind.to_lowercase(), items.collect())
        })
        .collect()
}

/// Dokka's own search has an index of all that there is.
pub(super) fn of_dokka(folder: &Path) -> Result<Names> {
    let pages: Value = serde_json::from_str(&text_of(&folder.join("scripts/pages.json"))?)?;
    let mut names = Names::new();
    for page in pages.as_array().context("Dokka's index is no list")? {
        let of = |key: &str| page[key].as_str().with_context(|| format!("Dokka's index names no {key}"));
        let (signature, name, place) = (of("name")?, of("description")?, of("location")?);
        let name = name.strip_prefix(PACKAGE).unwrap_or(name);
        if let Some(kind) = dokka_kind(signature, name) {
            names.entry(kind.to_owned()).or_default().insert(name.to_owned(), place.to_owned());
        }
    }
    found(names, folder)
}

/// A type that one has to look for, or a function that belongs to none.
fn dokka_kind(signature: &str, name: &str) -> Option<&'static str> {
    let is = |words: &[&str]| {
        let declaration = signature.split(['(', ':']).next().unwrap_or_default();
        declaration.split_whitespace().any(|word| words.contains(&word))
    };
    let own = name.rsplit('.').next().unwrap_or(name);
    if ["Companion", "Builder"].contains(&own) {
        None
    } else if is(&["class", "interface", "object", "enum"]) {
        Some("Types")
    } else {
        (is(&["fun"]) && !name.contains('.')).then_some("Functions")
    }
}

/// `DocC`'s index is a tree of the pages.
pub(super) fn of_docc(folder: &Path) -> Result<Names> {
    let index: Value = serde_json::from_str(&text_of(&folder.join("index/index.json"))?)?;
    let mut names = Names::new();
    add_docc(&index["interfaceLanguages"]["swift"], &mut names);
    found(names, folder)
}

fn add_docc(nodes: &Value, names: &mut Names) {
    for node in nodes.as_array().into_iter().flatten() {
        let of = |key: &str| node[key].as_str().unwrap_or_default();
        if let Some(path) = of("path").strip_prefix(DOCC) {
            let depth = path.split('/').count();
            let kind = match of("type") {
                "struct" | "class" | "enum" | "protocol" | "extension" => Some("Types"),
                "func" if depth == 1 => Some("Functions"),
                "article" => Some("Articles"),
                _ => None,
            };
            if let Some(kind) = kind {
                // Its script would look for `index.html` as for one of its pages.
                let page = format!("{}{path}/", &DOCC[1..]);
                // A function's title is its declaration.
                let name =
                    of("title").trim_start_matches("func ").split(['(', '<']).next().unwrap_or_default();
                names.entry(kind.to_owned()).or_default().insert(name.to_owned(), page);
            }
        }
        add_docc(&node["children"], names);
    }
}

fn found(names: Names, folder: &Path) -> Result<Names> {
    ensure!(!names.is_empty(), "no names were found in {}: has its tool another form now?", folder.display());
    Ok(names)
}

fn text_of(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// The names as parts of a page, which the search reads. A link opens what it names in the frame.
pub(super) fn listed(names: &Names, folder: &str) -> String {
    let mut page = String::new();
    for (kind, names) in names {
        let _ = write!(page, "\n## {kind}\n\n<ul class=\"names\">\n");
        for (name, file) in names {
            let name = name.replace('&', "&amp;").replace('<', "&lt;");
            let _ = writeln!(
                page,
                "<li><a href=\"{folder}/{file}\" target=\"framed\"><code>{name}</code></a></li>"
            );
        }
        page.push_str("</ul>\n");
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rustdoc_s_items_are_read() {
        let list = "<h3><a href=\"#structs\">Crate Items</a></h3><h3 id=\"structs\">Structs</h3><ul class=\"all-items\">\
                    <li><a href=\"struct.Answer.html\">Answer</a></li><li><a href=\"a/struct.B.html\">a::B</a></li></ul>\
                    <h3 id=\"functions\">Functions</h3><ul><li><a href=\"fn.c.html\">c</a></li></ul>";
        let item = |name: &str, page: &str| (name.to_owned(), page.to_owned());
        assert_eq!(
            rustdoc_items(list),
            [
                (
                    "structs".to_owned(),
                    vec![item("Answer", "struct.Answer.html"), item("a::B", "a/struct.B.html")]
                ),
                ("functions".to_owned(), vec![item("c", "fn.c.html")]),
            ]
        );
    }

    #[test]
    fn dokka_s_types_and_functions_are_told_from_their_members() {
        let kinds = [
            ("class Credentials\u{a0}constructor(val a: String)", "Credentials", Some("Types")),
            ("enum LogLevel : Enum<LogLevel> ", "LogLevel", Some("Types")),
            ("class Builder", "Credentials.Builder", None),
            ("object Companion", "Logger.Companion", None),
            ("suspend fun Client.enableAll(name: String)", "enableAll", Some("Functions")),
            ("fun build(): Credentials", "Credentials.Builder.build", None),
            ("DEBUG", "LogLevel.DEBUG", None),
            ("val of: class", "LogLevel.of", None),
        ];
        for (signature, name, kind) in kinds {
            assert_eq!(dokka_kind(signature, name), kind, "{signature}");
        }
    }

    #[test]
    fn docc_s_tree_is_read() {
        let index = serde_json::json!([{
            "title": "CamsRoi", "path": "/documentation/camsroi", "type": "module", "children": [
                { "title": "Calling", "type": "groupMarker" },
                { "title": "CamsRoiClient", "path": "/documentation/camsroi/camsroiclient", "type": "class", "children": [
                    { "title": "func close()", "path": "/documentation/camsroi/camsroiclient/close()", "type": "method" },
                ] },
                { "title": "func readChannels(String)", "path": "/documentation/camsroi/readchannels(_:)", "type": "func" },
            ],
        }]);
        let mut names = Names::new();
        add_docc(&index, &mut names);
        let page = listed(&names, "docc");
        assert!(page.contains("## Functions\n\n<ul class=\"names\">\n<li><a href=\"docc/documentation/camsroi/readchannels(_:)/\""), "{page}");
        assert!(
            page.contains("<code>readChannels</code>") && page.contains("<code>CamsRoiClient</code>"),
            "{page}"
        );
        assert!(!page.contains("close"), "{page}");
    }
}
