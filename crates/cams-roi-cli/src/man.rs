//! Man pages, made from the same definitions as `--help`.

use std::io::Write;

use clap::CommandFactory as _;

use crate::args::Cli;
use crate::failure::Failure;

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
