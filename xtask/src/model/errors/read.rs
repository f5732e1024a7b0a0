//! Reading `model/errors.toml`. What is wrong is said with file and line.

use std::path::Path;

use anyhow::Result;

use super::file::{ErrorsFile, ExitFile, KindFile, OtherFile};
use super::{Code, ErrorKind, Errors, Exit, Hint, Meaning, Others};
use crate::model::Name;
use crate::model::source::Source;

const FILE: &str = "model/errors.toml";

/// Reads the file of the checkout at `root`, and checks it.
pub(in crate::model) fn read(root: &Path) -> Result<Errors> {
    errors(&Source::read(root, FILE)?)
}

fn errors(source: &Source) -> Result<Errors> {
    let file: ErrorsFile = source.parse()?;
    for kind in file.kinds.values() {
        check_parent(source, &file, kind)?;
    }
    let codes = codes(source, &file)?;
    let others = Others {
        flow_control: meaning(source, &file, &file.others.flow_control)?,
        server_error: meaning(source, &file, &file.others.server_error)?,
        unknown: meaning(source, &file, &file.others.unknown)?,
    };
    let hints = file.hints.iter().map(|(name, text)| Hint { name: called(name), text: plain(text) });
    let is_case_of =
        |kind: &KindFile, name: &str| kind.parent.as_ref().is_some_and(|it| it.get_ref() == name);
    let mut kinds = Vec::new();
    for (name, kind) in &file.kinds {
        if kind.parent.is_none() {
            let cases = file.kinds.iter().filter(|(_, kind)| is_case_of(kind, name));
            for (name, kind) in std::iter::once((name, kind)).chain(cases) {
                kinds.push(error_kind(source, &file, name, kind)?);
            }
        }
    }
    Ok(Errors { exits: file.exits.iter().map(exit).collect(), kinds, hints: hints.collect(), codes, others })
}

fn exit((name, file): (&String, &ExitFile)) -> Exit {
    Exit { name: name.clone(), code: file.code, doc: file.doc.clone() }
}

/// Fails where a kind's parent cannot be one.
fn check_parent(source: &Source, file: &ErrorsFile, kind: &KindFile) -> Result<()> {
    let Some(parent) = &kind.parent else { return Ok(()) };
    match file.kinds.get(parent.get_ref()) {
        None => Err(source.error(&parent.span(), format!("there is no [kinds.{}]", parent.get_ref()))),
        Some(KindFile { parent: Some(of), .. }) => {
            let what = format!("{} is itself a case of {}: name that one", parent.get_ref(), of.get_ref());
            Err(source.error(&parent.span(), what))
        }
        Some(_) => Ok(()),
    }
}

fn error_kind(source: &Source, file: &ErrorsFile, name: &str, kind: &KindFile) -> Result<ErrorKind> {
    let exit = file.exits.get_key_value(kind.exit.get_ref()).map(exit);
    let missing = || source.error(&kind.exit.span(), format!("there is no [exits.{}]", kind.exit.get_ref()));
    let doc = plain(kind.doc.get_ref());
    if !doc.ends_with('.') {
        return Err(source.error(&kind.doc.span(), "this is no sentence: it does not end in a full stop"));
    }
    let usual = if kind.retryable { "yes" } else { "no" };
    Ok(ErrorKind {
        class: format!("{name}Error"),
        name: called(name),
        parent: kind.parent.as_ref().map(|parent| called(parent.get_ref())),
        doc,
        action: plain(&kind.action),
        python: kind.native.python,
        retryable: kind.retryable,
        retried: kind.retried.clone().unwrap_or_else(|| usual.to_owned()),
        account: kind.account,
        exit: exit.ok_or_else(missing)?,
    })
}

/// Every pattern with what it means. None may stand behind one that matches all that it does.
fn codes(source: &Source, file: &ErrorsFile) -> Result<Vec<Code>> {
    let mut codes: Vec<Code> = Vec::new();
    for group in &file.codes {
        let given =
            OtherFile { kind: group.kind.clone(), recovery: group.recovery, hint: group.hint.clone() };
        let meaning = meaning(source, file, &given)?;
        for pattern in &group.patterns {
            if let Some(earlier) = codes.iter().find(|it| covers(&it.pattern, pattern.get_ref())) {
                let what = format!("{} stands behind {}, which wins", pattern.get_ref(), earlier.pattern);
                return Err(source.error(&pattern.span(), what));
            }
            codes.push(Code { pattern: pattern.get_ref().clone(), meaning: meaning.clone() });
        }
    }
    Ok(codes)
}

/// Whether a pattern matches all that another does.
fn covers(pattern: &str, other: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => other.starts_with(beginning),
        None => pattern == other,
    }
}

fn meaning(source: &Source, file: &ErrorsFile, given: &OtherFile) -> Result<Meaning> {
    let name = given.kind.get_ref();
    let wrong = |what: String| source.error(&given.kind.span(), what);
    let kind = file.kinds.get(name).ok_or_else(|| wrong(format!("there is no [kinds.{name}]")))?;
    let parent = kind.parent.as_ref().and_then(|parent| file.kinds.get(parent.get_ref()));
    if !kind.answered && !parent.is_some_and(|parent| parent.answered) {
        return Err(wrong(format!("{name} is no kind with which the service answers, nor a case of one")));
    }
    let text = plain(given.hint.get_ref());
    let shared = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let hint = match shared {
        Some(name) => match file.hints.get(name) {
            Some(hint) => plain(hint),
            None => return Err(source.error(&given.hint.span(), format!("[hints] has no {name}"))),
        },
        None => text.clone(),
    };
    if !hint.ends_with('.') {
        let what = format!("{hint:?} is no sentence: it does not end in a full stop");
        return Err(source.error(&given.hint.span(), what));
    }
    Ok(Meaning { kind: name.clone(), recovery: given.recovery, shared: shared.map(called), hint })
}

fn called(name: &str) -> Name {
    Name::new(name, None, None)
}

/// A text that stands on several lines of the file.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Recovery;

    const MODEL: &str = r#"
[exits.Failed]
code = 1
doc = "It failed."

[kinds.Busy]
parent = "Service"
doc = "Too many."
action = "Wait."
exit = "Failed"

[kinds.Service]
doc = "It said no."
action = "Ask."
answered = true
exit = "Failed"

[kinds.Local]
doc = "Bad."
action = "Fix it."
exit = "Failed"

[hints]
wait = "Wait."

[[codes]]
patterns = ["Busy.User", "Busy*"]
kind = "Busy"
recovery = "backoff"
hint = "{wait}"

[others]
flow_control = { kind = "Busy", hint = "{wait}" }
server_error = { kind = "Service", hint = "Ask." }
unknown = { kind = "Service", hint = "Ask." }
"#;

    fn read(text: &str) -> Result<Errors> {
        errors(&Source::of(FILE, text))
    }

    #[test]
    fn special_cases_stand_behind_what_they_are_a_case_of() {
        let errors = read(MODEL).expect("a model");
        let names: Vec<_> = errors.kinds.iter().map(|it| it.class.as_str()).collect();
        assert_eq!(names, ["ServiceError", "BusyError", "LocalError"]);
        assert_eq!(errors.codes[1].pattern, "Busy*");
        assert_eq!(errors.codes[1].meaning.hint, "Wait.");
        assert_eq!(errors.codes[1].meaning.recovery, Recovery::Backoff);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        for (right, wrong, message) in [
            ("parent = \"Service\"", "parent = \"Servic\"", "7: there is no [kinds.Servic]"),
            ("parent = \"Service\"", "parent = \"Busy\"", "7: Busy is itself a case of Busy: name that one"),
            ("doc = \"Bad.\"", "doc = \"Bad\"", "19: this is no sentence: it does not end in a full stop"),
            ("exit = \"Failed\"\n\n[hints]", "exit = \"Fails\"\n\n[hints]", "21: there is no [exits.Fails]"),
            (
                "\"Busy.User\", \"Busy*\"",
                "\"Busy*\", \"Busy.User\"",
                "27: Busy.User stands behind Busy*, which wins",
            ),
            (
                "kind = \"Busy\"\nrec",
                "kind = \"Local\"\nrec",
                "28: Local is no kind with which the service answers",
            ),
            ("\"backoff\"\nhint = \"{wait}\"", "\"backoff\"\nhint = \"{rest}\"", "30: [hints] has no rest"),
            ("\"backoff\"", "\"wait\"", "29: unknown variant `wait`"),
            ("action = \"Ask.\"", "act = \"Ask.\"", "14: unknown field `act`"),
        ] {
            let problem = read(&MODEL.replacen(right, wrong, 1)).expect_err(wrong).to_string();
            assert!(problem.starts_with(&format!("{FILE}:{message}")), "{problem}");
        }
    }
}
