//! `cams-roi`: WhatsApp ROI metrics of Alibaba Cloud Chat App Message Service on the command line.

#![forbid(unsafe_code)]

mod args;
mod arguments;
mod call;
mod call_names;
mod channels;
mod collect;
mod complete;
mod connection;
mod demo;
mod doctor;
mod emulator;
mod enable;
mod enable_report;
mod exit;
mod export;
mod failure;
mod journal;
mod json_text;
mod logging;
mod man;
mod many;
mod operations;
mod output;
mod output_file;
mod policy;
mod report;
mod rows;
mod store;
mod system_limits;
mod text;
mod times;
mod values;

use std::io::{self, Write};
use std::process::ExitCode;

use cams_roi::bridge::build_runtime;

use args::{Cli, Command, NoCommand};
use exit::Exit;
use failure::Failure;

fn main() -> ExitCode {
    match complete::answered() {
        Ok(false) => {}
        Ok(true) => return Exit::Done.into(),
        Err(failure) => return end_with(&failure, false).into(),
    }
    let mut out = io::stdout().lock();
    let exit = match args::parse(std::env::args_os().collect()) {
        Ok(cli) => {
            let as_json = cli.command.prints_json();
            logging::start(cli.connection.verbose, as_json);
            let result = run(cli, &mut out).and_then(|exit| match out.flush() {
                // What went wrong before matters more than that it could not be told.
                Err(error) if exit == Exit::Done => Err(error.into()),
                _ => Ok(exit),
            });
            result.unwrap_or_else(|failure| end_with(&failure, as_json))
        }
        Err(NoCommand::Help(text)) => match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => Exit::Done,
            Err(error) => end_with(&error.into(), false),
        },
        Err(NoCommand::Missing(help)) => {
            output::say(help.trim_end());
            Exit::Usage
        }
        Err(NoCommand::Wrong { failure, as_json }) => end_with(&failure, as_json),
    };
    exit.into()
}

fn end_with(failure: &Failure, as_json: bool) -> Exit {
    failure.report(as_json);
    failure.exit()
}

fn run(cli: Cli, out: &mut dyn Write) -> Result<Exit, Failure> {
    let runtime = build_runtime(0, "cams-roi")?;
    let result = runtime.block_on(async {
        system_limits::become_errors();
        execute(cli, out).await
    });
    // A look-up in DNS that nobody waits for any more must not hold up the end.
    runtime.shutdown_background();
    result
}

async fn execute(cli: Cli, out: &mut dyn Write) -> Result<Exit, Failure> {
    let Cli { connection, command } = cli;
    match command {
        Command::Enable(args) => return enable::run(args, &connection, out).await,
        Command::Channels(args) => return args.run(&connection, out).await,
        Command::Numbers(args) => return args.run(&connection, out).await,
        Command::Templates(args) => return args.run(&connection, out).await,
        Command::Metrics(args) => return args.run(&connection, out).await,
        Command::Collect(args) => return args.run(&connection, out).await,
        Command::Report(args) => return args.run(out).await,
        Command::Export(args) => args.run(out).await?,
        Command::Journal(args) => args.run(&connection, out).await?,
        Command::Operation(operation) => operation.run(&connection, out).await?,
        Command::Call(args) => call::run(args, &connection, out).await?,
        Command::Policy => policy::run(out)?,
        Command::Doctor(args) => return doctor::run(args, &connection, out).await,
        Command::Emulator(args) => emulator::run(args, out).await?,
        Command::Demo(args) => demo::run(args, out).await?,
        Command::Completions { shell } => complete::script(shell, out)?,
        Command::Man => man::man(out)?,
    }
    Ok(Exit::Done)
}
