//! `docs/errors.md`: every kind of error and every code, with what to do.

use anyhow::Result;
use serde::Serialize;

use super::files::Files;
use super::template::Templates;
use crate::model::{ErrorKind, Errors, Meaning, Recovery};

const FILE: &str = "docs/errors.md";

/// Adds the page.
pub(super) fn add(files: &mut Files, errors: &Errors, templates: &Templates) -> Result<()> {
    let kinds = errors.kinds.iter().map(|kind| Kind::new(errors, kind)).collect();
    files.add(FILE, templates.render("docs/errors.md.j2", &Page { kinds })?);
    Ok(())
}

#[derive(Serialize)]
struct Page<'a> {
    kinds: Vec<Kind<'a>>,
}

/// A kind of error; links in the page are made of names of classes.
#[derive(Serialize)]
struct Kind<'a> {
    class: &'a str,
    name: &'a str,
    camel: &'a str,
    parent: Option<String>,
    doc: &'a str,
    action: &'a str,
    retried: &'a str,
    exit_code: u8,
    codes: Vec<Code>,
}

impl<'a> Kind<'a> {
    fn new(errors: &'a Errors, kind: &'a ErrorKind) -> Self {
        let known = errors.codes.iter().map(|code| (format!("`{}`", code.pattern), &code.meaning));
        let others = [
            ("HTTP 429", &errors.others.flow_control),
            ("HTTP 5xx", &errors.others.server_error),
            ("any other HTTP status", &errors.others.unknown),
        ];
        let others = others.map(|(status, meaning)| (format!("any other code, {status}"), meaning));
        let own = known.chain(others).filter(|(_, meaning)| meaning.kind == kind.name.wire);
        Self {
            class: &kind.class,
            name: &kind.name.wire,
            camel: &kind.name.camel,
            parent: kind.parent.as_ref().map(|parent| format!("{}Error", parent.wire)),
            doc: &kind.doc,
            action: &kind.action,
            retried: &kind.retried,
            exit_code: kind.exit.code,
            codes: own.map(|(pattern, meaning)| Code::new(pattern, meaning)).collect(),
        }
    }
}

#[derive(Serialize)]
struct Code {
    pattern: String,
    retried: &'static str,
    hint: String,
}

impl Code {
    fn new(pattern: String, meaning: &Meaning) -> Self {
        let retried = match meaning.recovery {
            Recovery::None => "no",
            Recovery::Backoff => "yes",
            Recovery::CorrectClock => "once, by the service's clock",
            Recovery::RenewCredentials => "once, with new credentials",
        };
        Self { pattern, retried, hint: meaning.hint.replace("{action}", "`cams:…`") }
    }
}
