//! The core's kinds of error and its table of codes, and how the command ends.

use std::path::Path;

use anyhow::Result;
use serde::Serialize;

use super::rustfmt;
use crate::generate::error_docs::spelled;
use crate::generate::files::Files;
use crate::generate::template::Templates;
use crate::model::{self, ErrorKind, Errors, Name, Recovery};

/// The templates, and what they write.
const FILES: [(&str, &str); 3] = [
    ("rust/error_kind.rs.j2", "crates/cams-roi/src/error_kind.rs"),
    ("rust/error_codes.rs.j2", "crates/cams-roi/src/error_codes/table.rs"),
    ("command/exit.rs.j2", "crates/cams-roi-cli/src/exit.rs"),
];

/// How long a line of a literal is, so that rustfmt leaves it alone.
const WIDTH: usize = 95;

/// Adds the files.
pub(super) fn add(files: &mut Files, root: &Path, errors: &Errors, templates: &Templates) -> Result<()> {
    let context = Context::new(errors);
    for (template, path) in FILES {
        files.add(path, rustfmt(root, &templates.render(template, &context)?)?);
    }
    Ok(())
}

/// What the templates are given.
#[derive(Serialize)]
struct Context<'a> {
    kinds: Vec<Kind<'a>>,
    parents: Vec<Parent<'a>>,
    without_parent: Vec<String>,
    retryable: Vec<String>,
    account: Vec<String>,
    hints: Vec<Hint>,
    codes: Vec<Code<'a>>,
    others: Others<'a>,
    exits: Vec<Exit<'a>>,
}

#[derive(Serialize)]
struct Kind<'a> {
    name: &'a str,
    class: &'a str,
    doc: String,
}

/// A kind, and its special cases.
#[derive(Serialize)]
struct Parent<'a> {
    name: &'a str,
    cases: Vec<String>,
}

/// A constant for what several codes advise.
#[derive(Serialize)]
struct Hint {
    name: String,
    text: String,
}

#[derive(Serialize)]
struct Code<'a> {
    pattern: &'a str,
    meaning: Meaning<'a>,
}

/// What a code means, its hint as an expression.
#[derive(Serialize)]
struct Meaning<'a> {
    kind: &'a str,
    recovery: Recovery,
    hint: String,
}

#[derive(Serialize)]
struct Others<'a> {
    flow_control: Meaning<'a>,
    server_error: Meaning<'a>,
    unknown: Meaning<'a>,
}

/// How the command ends, and the kinds that end it so.
#[derive(Serialize)]
struct Exit<'a> {
    name: &'a str,
    code: u8,
    doc: &'a str,
    kinds: Vec<String>,
}

impl<'a> Context<'a> {
    fn new(errors: &'a Errors) -> Self {
        let those = |wanted: &dyn Fn(&ErrorKind) -> bool, of: &str| -> Vec<String> {
            let kinds = errors.kinds.iter().filter(|kind| wanted(kind));
            kinds.map(|kind| format!("{of}::{}", kind.name.wire)).collect()
        };
        let parents = errors.kinds.iter().map(|kind| Parent {
            name: &kind.name.wire,
            cases: errors.cases(kind).map(|it| format!("Self::{}", it.name.wire)).collect(),
        });
        let exits = errors.exits.iter().map(|exit| Exit {
            name: &exit.name,
            code: exit.code,
            doc: &exit.doc,
            kinds: those(&|kind| kind.exit.name == exit.name, "ErrorKind"),
        });
        Self {
            kinds: errors.kinds.iter().map(Kind::new).collect(),
            parents: parents.filter(|it| !it.cases.is_empty()).collect(),
            without_parent: those(&|kind| kind.parent.is_none(), "Self"),
            retryable: those(&|kind| kind.retryable, "Self"),
            account: those(&|kind| kind.account, "Self"),
            hints: errors.hints.iter().map(Hint::new).collect(),
            codes: errors.codes.iter().map(Code::new).collect(),
            others: Others {
                flow_control: Meaning::new(&errors.others.flow_control),
                server_error: Meaning::new(&errors.others.server_error),
                unknown: Meaning::new(&errors.others.unknown),
            },
            exits: exits.collect(),
        }
    }
}

impl<'a> Kind<'a> {
    fn new(kind: &'a ErrorKind) -> Self {
        let linked = |name: &Name| match name.wire.as_str() {
            "cause" => "[`source`](std::error::Error::source)".to_owned(),
            field => format!("[`{field}`](crate::Error::{field})"),
        };
        Self {
            name: &kind.name.wire,
            class: &kind.class,
            doc: spelled(&kind.doc, linked, |code| format!("`{code}`")),
        }
    }
}

impl Hint {
    fn new(hint: &model::Hint) -> Self {
        Self { name: hint.name.shouty.clone(), text: literal(&hint.text) }
    }
}

impl<'a> Code<'a> {
    fn new(code: &'a model::Code) -> Self {
        Self { pattern: &code.pattern, meaning: Meaning::new(&code.meaning) }
    }
}

impl<'a> Meaning<'a> {
    fn new(meaning: &'a model::Meaning) -> Self {
        let hint = match &meaning.shared {
            Some(name) => name.shouty.clone(),
            None => literal(&meaning.hint),
        };
        Self { kind: &meaning.kind, recovery: meaning.recovery, hint }
    }
}

/// A text as a literal, on several lines where it is long.
fn literal(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(' ') {
        match lines.last_mut() {
            Some(line) if line.len() + word.len() <= WIDTH => line.push_str(word),
            _ => lines.push(word.to_owned()),
        }
    }
    let lines: Vec<_> = lines.iter().map(|line| line.replace('\\', "\\\\").replace('"', "\\\"")).collect();
    format!("\"{}\"", lines.join("\\\n        "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_a_literal_on_several_lines() {
        assert_eq!(literal("Say \"no\"."), "\"Say \\\"no\\\".\"");
        let long = literal(&format!("{} {}", "a".repeat(60), "b".repeat(60)));
        assert_eq!(long, format!("\"{} \\\n        {}\"", "a".repeat(60), "b".repeat(60)));
    }
}
