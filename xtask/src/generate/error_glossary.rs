//! `docs/errors.md`: every kind of error and every code, with what to do, as the core's table says.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde_json::Value;

const HEAD: &str = "\
<!-- Written by `cargo xtask generate` from the core's table of errors; do not edit. -->
# Errors

Every failure is one of these kinds, and the kind has the same name in every language. [Handling
errors](errors-guide.md) tells how to catch them, what each error carries and what is retried for you.

";

/// How a kind is spelt in each language, from its name and its variant of Rust's `ErrorKind`.
type Spelling = (&'static str, fn(&Kind) -> String);

const LANGUAGES: [Spelling; 6] = [
    ("Rust", |kind| format!("`ErrorKind::{}`", kind.variant)),
    ("Python", |kind| format!("`cams_roi.{}`", kind.name)),
    ("Node", |kind| format!("`{}`", kind.name)),
    ("Kotlin", |kind| format!("`CamsRoiException.{}`", kind.variant)),
    ("Swift", |kind| format!("`CamsRoiError.Kind.{}`", lower_first(kind.variant))),
    ("`cams-roi --output json`", |kind| format!("`\"kind\":\"{}\"`", kind.name)),
];

/// A kind of error.
struct Kind<'a> {
    name: &'a str,
    variant: &'a str,
    parent: Option<&'a str>,
    summary: &'a str,
    retryable: &'a str,
    action: &'a str,
}

impl<'a> Kind<'a> {
    fn read(kind: &'a Value) -> Result<Self> {
        let text = |name: &str| kind[name].as_str().with_context(|| format!("a kind lacks {name}: {kind}"));
        Ok(Self {
            name: text("name")?,
            variant: text("variant")?,
            parent: kind["parent"].as_str(),
            summary: text("summary")?,
            retryable: text("retryable")?,
            action: text("action")?,
        })
    }
}

/// The page.
pub(super) fn write(table: &Value) -> Result<String> {
    let kinds = table["kinds"].as_array().context("the table has no kinds")?;
    let kinds = kinds.iter().map(Kind::read).collect::<Result<Vec<_>>>()?;
    let codes = table["codes"].as_array().context("the table has no codes")?;
    let mut page = HEAD.to_owned();
    overview(&mut page, &kinds)?;
    for kind in &kinds {
        section(&mut page, kind, codes)?;
    }
    Ok(page)
}

fn overview(page: &mut String, kinds: &[Kind<'_>]) -> Result<()> {
    page.push_str("| kind | a kind of | try again | what to do |\n|---|---|---|---|\n");
    for kind in kinds {
        let parent = kind.parent.map_or_else(String::new, link);
        writeln!(page, "| {} | {parent} | {} | {} |", link(kind.name), kind.retryable, kind.action)?;
    }
    Ok(())
}

fn section(page: &mut String, kind: &Kind<'_>, codes: &[Value]) -> Result<()> {
    write!(page, "\n## {}\n{}", kind.name, kind.summary)?;
    if let Some(parent) = kind.parent {
        write!(page, " It is caught as {} too.", link(parent))?;
    }
    writeln!(page, "\n\n- **What to do**: {}", kind.action)?;
    writeln!(page, "- **Worth trying again**: {}", kind.retryable)?;
    let spellings = LANGUAGES.map(|(language, spelling)| format!("{language} {}", spelling(kind)));
    writeln!(page, "- **Called**: {}", spellings.join(", "))?;
    let mut rows = codes.iter().filter(|code| code["kind"] == kind.name).peekable();
    if rows.peek().is_some() {
        page.push_str("\n| code | retried | hint |\n|---|---|---|\n");
    }
    for row in rows {
        let text = |name: &str| row[name].as_str().with_context(|| format!("a code lacks {name}: {row}"));
        let pattern = text("pattern")?;
        // What stands for codes that no row knows is words.
        let pattern = if pattern.contains(' ') { pattern.to_owned() } else { format!("`{pattern}`") };
        let hint = text("hint")?.replace("{action}", "`cams:…`");
        writeln!(page, "| {pattern} | {} | {hint} |", text("retried")?)?;
    }
    Ok(())
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

/// A link to a kind's section.
fn link(name: &str) -> String {
    format!("[`{name}`](#{})", name.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_page_has_every_kind_with_its_codes() {
        let kind = |name: &str, parent: Option<&str>| {
            json!({ "name": name, "variant": name.trim_end_matches("Error"), "parent": parent, "summary": "Bad.",
                    "retryable": "no", "action": "Mend it." })
        };
        let table = json!({
            "kinds": [kind("ServiceError", None), kind("ThrottledError", Some("ServiceError"))],
            "codes": [
                { "pattern": "Throttling*", "kind": "ThrottledError", "retried": "yes", "hint": "Grant {action}." },
                { "pattern": "any other", "kind": "ServiceError", "retried": "no", "hint": "Ask." },
            ],
        });
        let page = write(&table).expect("a page");
        for line in [
            "| [`ThrottledError`](#throttlederror) | [`ServiceError`](#serviceerror) | no | Mend it. |",
            "Bad. It is caught as [`ServiceError`](#serviceerror) too.",
            "| `Throttling*` | yes | Grant `cams:…`. |",
            "| any other | no | Ask. |",
        ] {
            assert!(page.lines().any(|it| it == line), "{line}\n{page}");
        }
        assert!(page.contains("Rust `ErrorKind::Throttled`, Python `cams_roi.ThrottledError`"), "{page}");
        assert!(
            page.contains("Kotlin `CamsRoiException.Throttled`, Swift `CamsRoiError.Kind.throttled`"),
            "{page}"
        );
    }

    #[test]
    fn a_table_that_lacks_something_is_refused() {
        for table in [json!({}), json!({ "kinds": [{}], "codes": [] })] {
            assert!(write(&table).is_err(), "{table}");
        }
    }
}
