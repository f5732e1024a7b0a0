//! Shell completions and man pages, made from the same definitions as `--help`.

use std::io::Write;

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::args::Cli;
use crate::failure::Failure;

/// Prints the completions for a shell.
pub(crate) fn completions(shell: Shell, out: &mut dyn Write) -> Result<(), Failure> {
    // Into memory first: the generator panics when it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "cams-roi", &mut script);
    out.write_all(&script)?;
    Ok(())
}

/// Prints the man pages one after the other: the command's own, then one for each subcommand.
pub(crate) fn man(out: &mut dyn Write) -> Result<(), Failure> {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let mut pages = Vec::new();
    write_pages(&command, &mut pages)?;
    out.write_all(&pages)?;
    Ok(())
}

fn write_pages(command: &clap::Command, pages: &mut Vec<u8>) -> Result<(), Failure> {
    let source = concat!("cams-roi ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command.clone()).source(source).render(pages)?;
    for subcommand in command.get_subcommands().filter(|it| !it.is_hide_set()) {
        write_pages(subcommand, pages)?;
    }
    Ok(())
}
