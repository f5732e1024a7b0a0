//! `cams-roi enable`: starts the collection of figures for any number of spaces.

use std::io::Write;
use std::path::PathBuf;
use std::pin::pin;

use cams_roi::bulk::{BulkOptions, Journal};
use futures_util::StreamExt as _;

use crate::connection::ConnectionArgs;
use crate::enable_report::Report;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{TextOrJson, say};
use crate::spaces;
use crate::text::counted;

/// What `enable` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi enable --cust-space-id cams-abc123
  cams-roi enable --from spaces.csv --journal done.jsonl
  my-export | cams-roi enable --from - --output json

The file has one ID a line, or it is CSV with a header that names cust_space_id and, if need be, isv_code.

The journal remembers what is done: after Ctrl-C, a crash or a failure, run the same command again.

Data shows up a day later at the earliest, and what was sent before is never counted.")]
pub(crate) struct EnableArgs {
    /// A channel's ID (cams-…); may be given several times
    #[arg(long, value_name = "ID")]
    cust_space_id: Vec<String>,
    /// A file of IDs, or - for standard input
    #[arg(long, value_name = "FILE|-")]
    from: Option<PathBuf>,
    /// The code by which the ISV authorised this account, for the spaces whose line in the file has none of its own
    #[arg(long, value_name = "CODE")]
    isv_code: Option<String>,
    /// A file that records every outcome, and whose enabled spaces are skipped
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    /// How many calls may be under way at once [default: as many as the rate limit allows in a second]
    #[arg(long, value_name = "N")]
    concurrency: Option<usize>,
    /// text for people; json prints one object a line for each space
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) output: TextOrJson,
}

/// Enables the spaces and tells what became of each.
pub(crate) async fn run(
    args: EnableArgs,
    connection: &ConnectionArgs,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    match enable(args, connection, out).await {
        // Nobody reads on, which for a query is an end like any other. Here spaces are left that were not enabled.
        Err(failure) if failure.is_broken_pipe() => Ok(Exit::Failed),
        result => result,
    }
}

async fn enable(args: EnableArgs, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let spaces = spaces::collect(&args.cust_space_id, args.from.as_deref())?;
    let mut options = BulkOptions::new();
    if let Some(code) = args.isv_code {
        spaces::check_isv_code(&code).map_err(|problem| {
            Failure::usage(format!("--isv-code: {problem}"), "Copy the ISV code again.")
        })?;
        options = options.isv_code(code);
    }
    if let Some(calls) = args.concurrency {
        options = options.concurrency(calls);
    }
    let client = connection.client()?;
    if let Some(path) = &args.journal {
        options = options.journal(Journal::open(path)?);
    }
    if spaces.duplicates > 0 {
        let left_out = counted(spaces.duplicates, "repeated ID");
        say(&format!("note: {left_out} left out: each space is enabled once"));
    }
    let total = spaces.list.len();
    let mut report = Report::new(args.output, &spaces.list, connection.verbose == 0);
    let mut outcomes = pin!(client.enable_many(spaces.list, options));
    let mut interrupt = pin!(tokio::signal::ctrl_c());
    loop {
        let outcome = tokio::select! {
            biased;
            Ok(()) = &mut interrupt => {
                report.end(out)?;
                let resume = args.journal.map_or_else(
                    || "run it again with --journal FILE, and later runs skip what is done".to_owned(),
                    |path| format!("run the same command again: {} knows what is done", path.display()),
                );
                say(&format!("interrupted: {} of {} done; {resume}", report.done(), counted(total, "space")));
                return Ok(Exit::Interrupted);
            }
            outcome = outcomes.next() => outcome,
        };
        match outcome {
            Some(Ok(outcome)) => report.add(outcome, out)?,
            Some(Err(error)) => {
                report.end(out)?;
                return Err(error.into());
            }
            None => break,
        }
    }
    report.end(out)?;
    Ok(report.exit())
}
