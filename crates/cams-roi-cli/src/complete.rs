//! What a shell offers where somebody types: the shell asks the command itself, word by word.

use std::ffi::OsStr;
use std::io::{self, Write};

use cams_roi::bridge::{operation_names, parameter_names};
use clap::CommandFactory as _;
use clap_complete::env::Shells;
use clap_complete::{CompleteEnv, CompletionCandidate, Shell};

use crate::args::Cli;
use crate::failure::Failure;

const NAME: &str = "cams-roi";

/// By which a shell says that it asks, and for which shell.
const VARIABLE: &str = "CAMS_ROI_COMPLETE";

/// Answers a shell that asks; tells whether one did.
pub(crate) fn answered() -> Result<bool, Failure> {
    let here = std::env::current_dir().ok();
    let shell = CompleteEnv::with_factory(Cli::command).var(VARIABLE);
    shell.try_complete(std::env::args_os(), here.as_deref()).map_err(|error| io::Error::other(error).into())
}

/// Prints what has a shell ask.
pub(crate) fn script(shell: Shell, out: &mut dyn Write) -> Result<(), Failure> {
    let shells = Shells::builtins();
    let shell = shells.completer(&shell.to_string());
    let shell = shell.ok_or_else(|| Failure::usage("there are no completions for this shell", ""))?;
    shell.write_registration(VARIABLE, NAME, NAME, NAME, out)?;
    Ok(())
}

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
