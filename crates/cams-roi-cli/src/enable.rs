//! `cams-roi enable`: starts the collection of metrics for any number of channels.

use std::io::Write;
use std::path::PathBuf;
use std::pin::pin;

use cams_roi::bulk::{Channel, Journal};
use cams_roi::operations::EnableWhatsappRoiMetric;
use futures_util::StreamExt as _;
use serde_json::json;

use crate::channels::{self, Channels};
use crate::connection::{ConnectionArgs, EnableManyFlags};
use crate::enable_report::Report;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::shown;
use crate::many::AllChannels;
use crate::output::{TextOrJson, say, write_json};
use crate::text::{counted, one_line};

/// What `enable` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi enable --cust-space-id cams-abc123
  cams-roi enable --from channels.csv --journal done.jsonl
  cams-roi enable --all --state published --journal done.jsonl
  my-export | cams-roi enable --from - --output json

The list has one ID a line, or it is a table as Excel saves it (CSV or Unicode text) with a header that names cust_space_id and, if need be, isv_code.

The journal remembers what is done: after Ctrl-C, a crash or a failure, run the same command again.

Data shows up a day later at the earliest, and what was sent before is never counted.")]
pub(crate) struct EnableArgs {
    /// A channel's ID (cams-…); may be given several times
    #[arg(long, value_name = "ID")]
    cust_space_id: Vec<String>,
    /// A list of channels, or - for standard input: one ID a line, or a table with a column cust_space_id
    #[arg(long, value_name = "FILE|-")]
    from: Option<PathBuf>,
    /// The account's own channel, in place of channels by their IDs
    #[arg(long, conflicts_with_all = ["cust_space_id", "from", "all", "journal", "dry_run"])]
    own_channel: bool,
    #[command(flatten)]
    listed: AllChannels,
    #[command(flatten)]
    flags: EnableManyFlags,
    /// Only list the channels that would be enabled; nothing is enabled
    #[arg(long, conflicts_with = "journal")]
    dry_run: bool,
    /// text for people; json prints one object a line for each channel
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) output: TextOrJson,
}

/// Enables the channels and says what became of each.
pub(crate) async fn run(
    args: EnableArgs,
    connection: &ConnectionArgs,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    if args.own_channel {
        return own_channel(args, connection, out).await;
    }
    args.listed.check()?;
    if args.listed.all {
        return every_channel(args, connection, out).await;
    }
    if args.cust_space_id.is_empty() && args.from.is_none() {
        return Err(Failure::usage(
            "no channel is given",
            "Give --cust-space-id ID, --from FILE with one ID a line (- for standard input), --all, or --own-channel.",
        ));
    }
    if let Some(code) = &args.flags.isv_code {
        channels::check_isv_code(code)?;
    }
    let channels =
        channels::collect(&args.cust_space_id, args.from.as_deref(), args.flags.isv_code.as_deref())?;
    if channels.list.is_empty() {
        let list = args.from.unwrap_or_default();
        return Err(Failure::usage(
            format!("{} holds no channels", list.display()),
            "Put the channels' IDs below the header.",
        ));
    }
    enable_or_list(args, channels, connection, out).await
}

/// Enables the channels that the service lists.
async fn every_channel(
    mut args: EnableArgs,
    connection: &ConnectionArgs,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    if !args.cust_space_id.is_empty() || args.from.is_some() {
        return Err(Failure::usage(
            "--all is given beside channels",
            "Give --all, or --cust-space-id and --from.",
        ));
    }
    if let Some(code) = &args.flags.isv_code {
        channels::check_isv_code(code)?;
    }
    let found = std::mem::take(&mut args.listed.filters).find(&connection.client()?).await?;
    if found.is_empty() {
        return Ok(Exit::Done);
    }
    let ids: Vec<_> = found.into_iter().map(|it| it.cust_space_id).collect();
    let channels = channels::collect(&ids, None, args.flags.isv_code.as_deref())?;
    enable_or_list(args, channels, connection, out).await
}

async fn enable_or_list(
    args: EnableArgs,
    channels: Channels,
    connection: &ConnectionArgs,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    if args.dry_run {
        let isv_code = args.flags.isv_code.as_deref();
        for channel in &channels.list {
            list(channel, isv_code, args.output, out)?;
        }
        return Ok(Exit::Done);
    }
    enable(args, channels, connection, out).await
}

/// One channel that would be enabled.
fn list(
    channel: &Channel,
    isv_code: Option<&str>,
    form: TextOrJson,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let id = &channel.cust_space_id;
    match form {
        TextOrJson::Text => Ok(writeln!(out, "{id}")?),
        TextOrJson::Json => {
            let isv_code = channel.isv_code.as_deref().or(isv_code);
            write_json(out, &json!({ "cust_space_id": id, "isv_code": isv_code }), false)
        }
    }
}

async fn own_channel(
    args: EnableArgs,
    connection: &ConnectionArgs,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let mut request = EnableWhatsappRoiMetric::own_channel();
    if let Some(code) = args.flags.isv_code {
        channels::check_isv_code(&code)?;
        request = request.isv_code(code);
    }
    let enabled = connection.client()?.enable_whatsapp_roi_metric(request).await?;
    match args.output {
        TextOrJson::Text => {
            let request_id = enabled.request_id.as_deref().unwrap_or("unknown");
            writeln!(out, "the account's own channel  enabled  request {}", one_line(request_id))?;
        }
        TextOrJson::Json => {
            let line = json!({
                "cust_space_id": null, "status": "enabled", "request_id": enabled.request_id, "error": null,
                "resumed": false, "not_called": false, "message": enabled.message,
                "access_denied_detail": enabled.access_denied_detail,
            });
            write_json(out, &line, false)?;
        }
    }
    Ok(Exit::Done)
}

async fn enable(
    args: EnableArgs,
    channels: Channels,
    connection: &ConnectionArgs,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let mut options = args.flags.options();
    let client = connection.client()?;
    if let Some(path) = &args.flags.journal {
        options = options.journal(Journal::open(path)?);
    }
    if channels.duplicates > 0 {
        let left_out = counted(channels.duplicates, "repeated ID");
        say(&format!("note: {left_out} left out: each channel is enabled once"));
    }
    let total = channels.list.len();
    let mut report = Report::new(args.output, &channels.list, connection.verbose == 0);
    // How far it got, and how to go on.
    let left_at = |report: &Report| {
        let resume = args.flags.journal.as_ref().map_or_else(
            || "run it again with --journal FILE, and later runs skip what is done".to_owned(),
            |path| format!("run the same command again: {} knows what is done", shown(path)),
        );
        format!("{} of {} done; {resume}", report.done(), counted(total, "channel"))
    };
    let mut outcomes = pin!(client.enable_many(channels.list, options));
    let mut interrupt = pin!(tokio::signal::ctrl_c());
    loop {
        let outcome = tokio::select! {
            biased;
            Ok(()) = &mut interrupt => {
                // What cannot be written any more matters less than how to go on.
                let _ = report.end(out);
                say(&format!("interrupted: {}", left_at(&report)));
                return Ok(Exit::Interrupted);
            }
            outcome = outcomes.next() => outcome,
        };
        match outcome {
            Some(Ok(outcome)) => {
                if let Err(failure) = report.add(outcome, out)
                    && (report.seen() < total || !failure.is_broken_pipe())
                {
                    // Nobody reads on, which for a query is an end like any other. Here channels are left.
                    report.give_up();
                    say(&format!("stopped, because the output cannot be written: {}", left_at(&report)));
                    return if failure.is_broken_pipe() { Ok(Exit::Failed) } else { Err(failure) };
                }
            }
            Some(Err(error)) => {
                let _ = report.end(out);
                return Err(error.into());
            }
            None => break,
        }
    }
    match report.end(out) {
        Err(failure) if !failure.is_broken_pipe() => Err(failure),
        _ => Ok(report.exit()),
    }
}
