//! `cams-roi collect`: keeps the metrics in a database, for a job that runs every day.

mod names;
mod plan;
mod result;
mod run;
mod time;
mod told;

use std::io::Write;

use cams_roi_store::Access;
use jiff::civil::Date;

use crate::connection::ConnectionArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::many::WantedChannels;
use crate::output::TextOrJson;
use crate::store::{StoreArgs, StoreThread};

pub(crate) use run::Collecting;
pub(crate) use time::{Days, parse_day, parse_days};

/// What `collect` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi collect --all
  cams-roi collect --from channels.csv --since 90d --store postgres://roi@db.example/roi?sslmode=verify-full
  cams-roi collect --dry-run

Run it once a day. It asks for what the store lacks, and again for the last days, whose metrics may still change: a correction takes the place of what was there, and is counted. A run that is killed leaves nothing half-written: run it again.

Days are those of UTC, and end with yesterday.")]
pub(crate) struct CollectArgs {
    #[command(flatten)]
    channels: WantedChannels,
    #[command(flatten)]
    store: StoreArgs,
    /// Whose metrics they are: a name of your choice that keeps accounts apart [default: the endpoint]
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    /// How many days the store is to hold at the least; the first run asks for all of them
    #[arg(long, value_name = "DAYS", value_parser = parse_days, allow_hyphen_values = true, default_value = "30d")]
    since: i64,
    /// How long a day's metrics may still change: younger days are asked for again
    #[arg(long, value_name = "DAYS", value_parser = parse_days, allow_hyphen_values = true, default_value = "7d")]
    restate: i64,
    /// Only days before this one, such as 2026-11-01 [default: today]
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    until: Option<Date>,
    /// Rows of half an hour in place of days
    #[arg(long)]
    half_hours: bool,
    /// Only say what would be asked; no metrics are read, and nothing is written
    #[arg(long)]
    dry_run: bool,
    /// text for people; json is an object a line: what failed, and the summary
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) output: TextOrJson,
}

impl CollectArgs {
    /// Collects.
    pub(crate) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
        let location = self.store.location()?;
        let days = Days::new(self.since, self.restate, self.until)?;
        let client = connection.client()?;
        let account = match self.account {
            Some(name) if name.trim().is_empty() => {
                return Err(Failure::usage("--account is empty", "Give it a name, or leave it out."));
            }
            Some(name) => name,
            None => client.endpoint().to_owned(),
        };
        let store = location.to_string();
        let collecting = Collecting {
            client,
            account,
            days,
            granularity: if self.half_hours { "HALF_HOUR" } else { "DAILY" },
            isv_code: self.channels.isv_code.clone(),
            form: self.output,
            with_bar: connection.verbose == 0,
            store,
        };
        if self.dry_run {
            let store = StoreThread::open_if_there(location).await?;
            return collecting.dry_run(self.channels, store, out).await;
        }
        let store = StoreThread::open(location, Access::Write).await?;
        collecting.run(self.channels, &store, out).await
    }
}
