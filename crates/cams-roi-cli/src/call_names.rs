//! What a shell offers where somebody types a call: the names of operations and of their parameters.

use std::ffi::OsStr;

use cams_roi::bridge::{operation_names, parameter_names};
use clap_complete::CompletionCandidate;

/// The operations that begin with what is typed.
pub(crate) fn operations(typed: &OsStr) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy();
    operation_names().filter(|name| begins(name, &typed)).map(CompletionCandidate::new).collect()
}

/// The parameters, with `=`, that begin with what is typed: of the operation that stands in the line, but for those that
/// stand there too.
pub(crate) fn parameters(typed: &OsStr) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy();
    let line: Vec<String> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let is_given = |name: &str| line.iter().any(|word| word.split(['=', ':']).next() == Some(name));
    let known = line.iter().map(|word| parameter_names(word)).find(|known| !known.is_empty());
    known
        .unwrap_or_default()
        .into_iter()
        .filter(|(name, _)| begins(name, &typed) && !is_given(name))
        .map(|(name, required)| {
            let candidate = CompletionCandidate::new(format!("{name}="));
            candidate.help(required.then(|| "required".into()))
        })
        .collect()
}

/// Names are found in whatever case they are typed.
fn begins(name: &str, typed: &str) -> bool {
    name.get(..typed.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(typed))
}
