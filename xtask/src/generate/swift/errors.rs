//! The kinds of error.

use anyhow::Result;
use serde::Serialize;

use super::identifier;
use crate::generate::error_docs::spelled;
use crate::generate::files::Files;
use crate::generate::template::Templates;
use crate::model::{ErrorKind, Errors, Name};

const FILE: &str = "bindings/swift/Sources/CamsRoi/ErrorKind.swift";

/// The widest line of code.
const WIDTH: usize = 120;

/// Adds the file.
pub(super) fn add(files: &mut Files, errors: &Errors, templates: &Templates) -> Result<()> {
    files.add(FILE, templates.render("swift/error_kind.swift.j2", &Context::new(errors))?);
    Ok(())
}

/// What the template is given.
#[derive(Serialize)]
struct Context<'a> {
    kinds: Vec<Kind<'a>>,
    parents: Vec<Parent<'a>>,
    /// Lines of code.
    known: String,
    retryable: String,
}

#[derive(Serialize)]
struct Kind<'a> {
    name: String,
    class: &'a str,
    doc: String,
}

/// A kind that has special cases.
#[derive(Serialize)]
struct Parent<'a> {
    name: String,
    class: &'a str,
    /// The `case` of a `switch` over these.
    case: String,
}

impl<'a> Context<'a> {
    fn new(errors: &'a Errors) -> Self {
        let kinds = || errors.kinds.iter();
        let known = kinds().map(|kind| identifier(&kind.name.camel)).chain(["panic".to_owned()]);
        let known: Vec<_> = known.map(|name| format!("{name},")).collect();
        let retryable: Vec<_> = kinds().filter(|kind| kind.retryable).map(value).collect();
        Self {
            kinds: kinds().map(Kind::new).collect(),
            parents: kinds().filter_map(|kind| Parent::new(errors, kind)).collect(),
            known: filled(&known, "            "),
            retryable: retried(&retryable),
        }
    }
}

impl<'a> Kind<'a> {
    fn new(kind: &'a ErrorKind) -> Self {
        let property = |name: &Name| match name.wire.as_str() {
            "cause" => "``CamsRoiError/underlying``".to_owned(),
            _ => format!("``CamsRoiError/{}``", name.camel),
        };
        let doc = spelled(&kind.doc, property, |code| format!("`{code}`"));
        let parent = kind.parent.as_ref().map(|parent| format!(" A special case of ``{}``.", parent.camel));
        Self {
            name: identifier(&kind.name.camel),
            class: &kind.class,
            doc: doc + &parent.unwrap_or_default(),
        }
    }
}

impl<'a> Parent<'a> {
    fn new(errors: &'a Errors, kind: &'a ErrorKind) -> Option<Self> {
        let cases: Vec<_> = errors.cases(kind).map(value).collect();
        let name = identifier(&kind.name.camel);
        let case = case(&cases, &name);
        (!cases.is_empty()).then_some(Self { name, class: &kind.class, case })
    }
}

fn value(kind: &ErrorKind) -> String {
    format!(".{}", kind.name.camel)
}

fn case(cases: &[String], parent: &str) -> String {
    let line = format!("            case {}: .{parent}", cases.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let mut words: Vec<_> = cases.iter().map(|case| format!("{case},")).collect();
    words[0].insert_str(0, "case ");
    let lines = filled(&words, "                ");
    let lines = lines.trim_start().trim_end_matches(',');
    format!("            {lines}:\n                .{parent}")
}

fn retried(kinds: &[String]) -> String {
    let line = format!("            [{}].contains(self)", kinds.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let words: Vec<_> = kinds.iter().map(|kind| format!("{kind},")).collect();
    format!("            [\n{}\n            ].contains(self)", filled(&words, "                "))
}

/// Words in as few lines as they fit in.
fn filled(words: &[String], indent: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{indent}{word}")),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_for_a_line_is_on_several() {
        let kinds: Vec<_> = (0..8).map(|number| format!(".aRatherLongName{number}")).collect();
        assert_eq!(case(&kinds[..2], "b"), "            case .aRatherLongName0, .aRatherLongName1: .b");
        let long = case(&kinds, "b");
        let lines: Vec<_> = long.lines().collect();
        assert_eq!((lines.len(), lines[2]), (3, "                .b"), "{long}");
        assert!(lines[0].starts_with("            case .a") && lines[0].ends_with(','), "{long}");
        assert!(lines[1].starts_with("                .a") && lines[1].ends_with("7:"), "{long}");
        assert!(retried(&kinds[..2]).ends_with("[.aRatherLongName0, .aRatherLongName1].contains(self)"));
        assert!(retried(&kinds).ends_with(",\n            ].contains(self)"));
    }
}
