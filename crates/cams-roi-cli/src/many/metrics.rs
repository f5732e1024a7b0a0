//! `cams-roi metrics`: the metrics of many channels at once.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::time::SystemTime;

use cams_roi::operations::{CollectMetrics, Granularity};
use futures_util::StreamExt as _;
use jiff::Timestamp;

use super::continued;
use super::report::Report;
use super::wanted::WantedChannels;
use crate::connection::ConnectionArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::shown;
use crate::operations::Metrics;
use crate::output::{RowFormat, say};
use crate::times::{Moment, parse_moment};

/// What `metrics` takes.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  cams-roi metrics --all --days yesterday
  cams-roi metrics --all --days 7d --time-zone +08:00 --output csv > metrics.csv
  cams-roi metrics --from channels.csv --days 2026-10-01..2026-10-31 --journal metrics.journal --output json
  cams-roi metrics phone-number --cust-space-id cams-abc123 --start 7d --end now

The table has the sums of the whole time; json and csv have every row.

The journal remembers which queries are done: after Ctrl-C, a crash or a failure, run the same command again and append its output."
)]
pub(crate) struct MetricsArgs {
    #[command(subcommand)]
    of_one: Option<Metrics>,
    #[command(flatten)]
    channels: WantedChannels,
    /// Whole days: yesterday, the last ones such as 7d, a day such as 2026-11-01, or 2026-11-01..2026-11-07
    #[arg(long, value_name = "DAYS", conflicts_with_all = ["start", "end"])]
    days: Option<String>,
    /// Where those days begin: UTC, an offset such as +08:00, or a name such as Asia/Shanghai
    #[arg(long, value_name = "ZONE", default_value = "UTC", allow_hyphen_values = true)]
    time_zone: String,
    /// Metrics from here on: RFC 3339, a date (midnight UTC), 7d, 12h or 30m back, now, or milliseconds since 1970
    #[arg(long, value_name = "TIME", value_parser = parse_moment, allow_hyphen_values = true)]
    start: Option<Moment>,
    /// Metrics up to here, and not of this moment itself, in the same forms
    #[arg(long, value_name = "TIME", value_parser = parse_moment, allow_hyphen_values = true)]
    end: Option<Moment>,
    /// Rows of half an hour in place of days
    #[arg(long)]
    half_hours: bool,
    /// Leave out the metrics of phone numbers
    #[arg(long)]
    no_phone_numbers: bool,
    /// Leave out the metrics of templates
    #[arg(long)]
    no_templates: bool,
    /// The largest number of days of one query [default: 90]
    #[arg(long, value_name = "N")]
    days_per_query: Option<u32>,
    /// What remembers which queries are done: a file, or redis://HOST:PORT/DB/NAME, which many workers share
    #[arg(long, value_name = "FILE|URL")]
    journal: Option<PathBuf>,
    /// table for people, with sums; json is an object a line; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    output: RowFormat,
}

impl MetricsArgs {
    /// The form of the output.
    pub(crate) fn output(&self) -> RowFormat {
        self.of_one.as_ref().map_or(self.output, Metrics::output)
    }

    /// Reads the metrics and prints them.
    pub(crate) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
        if let Some(one) = self.of_one {
            one.run(connection, out).await?;
            return Ok(Exit::Done);
        }
        self.of_many(connection, out).await
    }

    async fn of_many(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
        let mut request = self.time()?;
        if self.journal.is_some() && self.output == RowFormat::Table {
            return Err(Failure::usage(
                "a table has only sums, which a resumed run would begin anew",
                "Give --output csv or json with --journal, and append the output.",
            ));
        }
        let client = connection.client()?;
        let output = self.output;
        if self.half_hours {
            request = request.granularity(Granularity::HalfHour);
        }
        if let Some(days) = self.days_per_query {
            request = request.days_per_query(days.into());
        }
        if let Some(path) = &self.journal {
            request = request.journal(path.to_str().ok_or_else(|| {
                Failure::usage("--journal is no text in UTF-8", "Give the journal another name.")
            })?);
        }
        if let Some(code) = &self.channels.isv_code {
            request = request.isv_code(code);
        }
        request = request.phone_numbers(!self.no_phone_numbers).templates(!self.no_templates);
        if self.no_phone_numbers && self.no_templates {
            return Err(Failure::usage(
                "without phone numbers and templates, nothing is left to read",
                "Leave out --no-phone-numbers or --no-templates.",
            ));
        }
        // Every channel is found while the metrics of the first ones are read.
        if !self.channels.is_every() {
            request = request.channels(self.channels.find(&client).await?);
        }
        let mut report = Report::new(output, connection.verbose == 0);
        if continued::has_rows(self.journal.as_deref()) {
            report.leave_out_header();
        }
        let mut results = pin!(client.collect_metrics(request));
        let mut interrupt = pin!(tokio::signal::ctrl_c());
        loop {
            let result = tokio::select! {
                biased;
                Ok(()) = &mut interrupt => {
                    report.give_up();
                    say(&format!("interrupted: {}; {}", report.summary(), how_to_go_on(self.journal.as_deref())));
                    return Ok(Exit::Interrupted);
                }
                result = results.next() => result,
            };
            match result {
                Some(Ok(result)) => {
                    if let Err(failure) = report.add(&result, out) {
                        // Nobody reads on, which for one answer is an end like any other. Here queries are left.
                        report.give_up();
                        let (got, next) = (report.summary(), how_to_go_on(self.journal.as_deref()));
                        say(&format!("stopped, because the output cannot be written: {got}; {next}"));
                        return if failure.is_broken_pipe() { Ok(Exit::Failed) } else { Err(failure) };
                    }
                }
                Some(Err(error)) => {
                    report.give_up();
                    return Err(error.into());
                }
                None => {
                    if let Some(path) = self.journal.as_ref().filter(|_| report.had_nothing_to_do()) {
                        say(&format!("note: all queries are done, as {} says", shown(path)));
                    }
                    return report.end(out);
                }
            }
        }
    }

    /// The request with its time.
    fn time(&self) -> Result<CollectMetrics, Failure> {
        let request = CollectMetrics::new();
        let now = Timestamp::now();
        match (&self.days, self.start, self.end) {
            (Some(days), ..) => {
                // Before a channel is looked for.
                cams_roi::days::full_days(days, Some(&self.time_zone), SystemTime::now())?;
                Ok(request.days(days).time_zone(&self.time_zone))
            }
            (None, Some(start), Some(end)) => Ok(request.start(start.resolve(now)).end(end.resolve(now))),
            _ => Err(Failure::usage(
                "the time is not given",
                "Give --days, for example yesterday or 7d, or --start and --end.",
            )),
        }
    }
}

fn how_to_go_on(journal: Option<&Path>) -> String {
    journal.map_or_else(
        || "run it again with --journal FILE, and later runs skip what is done".to_owned(),
        |path| format!("run the same command again: {} knows what is done", shown(path)),
    )
}
