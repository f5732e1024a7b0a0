//! What a shell offers where somebody types: the shell asks the command itself, word by word.

use std::io::{self, Write};

use clap::CommandFactory as _;
use clap_complete::env::Shells;
use clap_complete::{CompleteEnv, Shell};

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
