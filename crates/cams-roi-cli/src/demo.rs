//! `cams-roi demo`: the whole way, from finding channels to their metrics, with nothing needed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::time::{Duration, SystemTime};

use cams_roi::bulk::BulkOptions;
use cams_roi::operations::{CollectMetrics, FindChannels, FoundChannel};
use cams_roi::{Client, Credentials, Proxy, RateLimit};
use cams_roi_emulator::{Account, Emulator, EmulatorOptions, Limits};
use cams_roi_report::{By, Report, ReportOptions};
use cams_roi_store::{Access, Location};
use futures_util::{StreamExt as _, TryStreamExt as _};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::collect::{Collecting, Days};
use crate::emulator;
use crate::enable_report::outcome_line;
use crate::failure::Failure;
use crate::many::{Sums, WantedChannels};
use crate::output::TextOrJson;
use crate::report::write_page;
use crate::rows::write_table;
use crate::store::StoreThread;
use crate::text::counted;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Belongs to no account of the emulator.
const FOREIGN: &str = "cams-of-another-account";
const CHANNELS: usize = 40;
/// How many channels are shown one by one.
const SHOWN: usize = 3;
/// How many sums are shown one by one: those of a channel with one phone number and three templates in two languages.
const SHOWN_SUMS: usize = 7;

/// So many days lie between enabling and now.
const DAYS: i64 = 30;
/// For so many days the delivery of one channel has been worse.
const FALLEN_DAYS: i64 = 3;

/// What `demo` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct DemoArgs {
    /// Open the page at the end
    #[arg(long)]
    open: bool,
}

/// Runs the demonstration, saying at each step what happens.
pub(crate) async fn run(args: DemoArgs, out: &mut dyn Write) -> Result<(), Failure> {
    let emulator = emulator::start(a_month_ago()).await?;
    let account = emulator.ready_account().ok_or_else(|| odd("the emulator has no account"))?;
    writeln!(out, "1. An emulator of the service serves on this machine: {}", account.url)?;

    // Neither credentials nor proxies of the environment have a part in this.
    let builder = || {
        Client::builder()
            .endpoint(&account.url)
            .credentials(Credentials::new(&account.access_key_id, account.access_key_secret.as_str()))
            .proxy(Proxy::Direct)
            .user_agent(concat!("cams-roi-cli/", env!("CARGO_PKG_VERSION")))
    };
    let client = builder().build()?;

    let found: Vec<_> = client.find_channels(FindChannels::new()).try_collect().await?;
    writeln!(out, "\n2. The account has {} WhatsApp channels (cams-roi channels):", found.len())?;
    write_table(out, &found[..SHOWN.min(found.len())])?;
    writeln!(out, " and so on")?;

    enable(&client, found, out).await?;

    writeln!(
        out,
        "\n4. Metrics show up a day later at the earliest: the emulator's clock moves on by {} days, and its limits are \
         lifted.",
        DAYS - 1
    )?;
    move_on(&emulator, DAYS - 1)?;
    emulator.set_limits(Limits::off());
    let client = builder().rate_limit(RateLimit::off()).build()?;

    writeln!(
        out,
        "\n5. The metrics of all channels for three days, by phone number and by template and language (cams-roi \
         metrics --all):"
    )?;
    out.flush()?;
    collect(&client, emulator.now(), out).await?;

    let page = keep_and_report(&client, &emulator, out).await?;
    if args.open {
        open(&page)?;
    }

    writeln!(
        out,
        "\nAll of this was made up. With your own account: cams-roi doctor, then cams-roi enable --all --journal FILE."
    )?;
    Ok(())
}

/// An account as it was then; one channel's delivery is going to fall.
fn a_month_ago() -> EmulatorOptions {
    let now = Timestamp::now();
    let mut account = Account::ready(CHANNELS);
    if let Some(channel) = account.channels.first_mut() {
        let fall = now - SignedDuration::from_hours(24 * FALLEN_DAYS);
        channel.delivery_falls_at = Some(midnight(fall));
    }
    EmulatorOptions {
        accounts: vec![account],
        now: Some(now - SignedDuration::from_hours(24 * DAYS)),
        late_days: 3,
        ..EmulatorOptions::default()
    }
}

/// When the day of that time began.
fn midnight(time: Timestamp) -> Timestamp {
    let second = time.as_second();
    Timestamp::from_second(second - second.rem_euclid(24 * 3600)).unwrap_or(time)
}

fn move_on(emulator: &Emulator, days: i64) -> Result<(), Failure> {
    let days = u32::try_from(days).unwrap_or_default();
    emulator.advance(DAY * days).map_err(|error| odd(&error.to_string()))
}

/// Enables the channels, and one that is not the account's.
async fn enable(client: &Client, found: Vec<FoundChannel>, out: &mut dyn Write) -> Result<(), Failure> {
    let mut channels: Vec<_> = found.into_iter().map(|it| it.cust_space_id).collect();
    channels.push(FOREIGN.to_owned());
    writeln!(
        out,
        "\n3. Enabling {} channels, at most 5 a second; the last belongs to another account:",
        channels.len()
    )?;
    out.flush()?;
    let width = channels.iter().map(String::len).max().unwrap_or_default();
    let mut outcomes = pin!(client.enable_many(channels, BulkOptions::new()));
    let mut enabled = 0;
    while let Some(outcome) = outcomes.next().await.transpose()? {
        enabled += usize::from(outcome.is_enabled());
        if enabled <= SHOWN || !outcome.is_enabled() {
            writeln!(out, "{}", outcome_line(&outcome, width))?;
        }
        if let Some(error) = &outcome.error {
            writeln!(out, "hint: {}", error.hint())?;
        }
        out.flush()?;
    }
    writeln!(out, "{} enabled", counted(enabled, "channel"))?;
    Ok(())
}

/// Reads the metrics of every channel for three whole days, and shows sums and rates.
async fn collect(client: &Client, now: Timestamp, out: &mut dyn Write) -> Result<(), Failure> {
    let end = SystemTime::try_from(midnight(now)).unwrap_or(SystemTime::UNIX_EPOCH);
    let request = CollectMetrics::new().start(end - 3 * DAY).end(end);
    let mut results = pin!(client.collect_metrics(request));
    let mut sums = Sums::of_each();
    let mut queries = 0;
    while let Some(result) = results.next().await.transpose()? {
        queries += 1;
        result.rows.iter().for_each(|row| sums.add(row));
    }
    let rows = sums.rows();
    write_table(out, &rows[..rows.len().min(SHOWN_SUMS)])?;
    writeln!(out, " and {} more, from {}", rows.len().saturating_sub(SHOWN_SUMS), counted(queries, "call"))?;
    sums.said().iter().try_for_each(|line| writeln!(out, "{line}"))?;
    Ok(())
}

/// Keeps a month of metrics, a day later what has changed of them, and writes a page about it; gives its path.
async fn keep_and_report(
    client: &Client,
    emulator: &Emulator,
    out: &mut dyn Write,
) -> Result<PathBuf, Failure> {
    let folder = new_folder()?;
    let location = Location::parse(&folder.join(Location::DEFAULT).to_string_lossy())?;
    let store = StoreThread::open(location.clone(), Access::Write).await?;
    writeln!(
        out,
        "\n6. The same is kept in a database, and a day later what is new and what was corrected since (cams-roi \
         collect):"
    )?;
    keep(client, emulator, &location, &store, out).await?;
    move_on(emulator, 1)?;
    keep(client, emulator, &location, &store, out).await?;

    let options = ReportOptions {
        days: 14,
        until: TimeZone::UTC.to_datetime(emulator.now()).date(),
        by: By::Day,
        account: None,
    };
    let report = store.call(move |store| Ok(Report::read(store, &options, None, None))).await??;
    let page = folder.join("report.html");
    write_page(&report, &page)?;
    writeln!(out, "\n7. A page about it, with pictures (cams-roi report):\n{}", page.display())?;
    Ok(page)
}

async fn keep(
    client: &Client,
    emulator: &Emulator,
    location: &Location,
    store: &StoreThread,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let today = TimeZone::UTC.to_datetime(emulator.now()).date();
    let collecting = Collecting {
        client: client.clone(),
        account: "demo".to_owned(),
        days: Days::new(DAYS, 7, Some(today))?,
        granularity: "DAILY",
        isv_code: None,
        form: TextOrJson::Text,
        with_bar: false,
        store: location.to_string(),
    };
    collecting.run(WantedChannels::default(), store, out).await?;
    Ok(())
}

/// A folder that nobody else has.
fn new_folder() -> Result<PathBuf, Failure> {
    let base = std::env::temp_dir();
    let names = (0..100).map(|number| base.join(format!("cams-roi-demo-{}-{number}", std::process::id())));
    let mut problem = None;
    for folder in names {
        match std::fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) => problem = Some(error),
        }
    }
    let problem = problem.map_or_else(String::new, |error| error.to_string());
    Err(Failure::local(
        format!("no folder can be made in {}: {problem}", base.display()),
        "Let TMPDIR name a folder that you may write to.",
    ))
}

/// Has the system open a page.
fn open(page: &Path) -> Result<(), Failure> {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    std::process::Command::new(program).arg(page).spawn().map(|_| ()).map_err(|error| {
        Failure::local(format!("{program} cannot open the page: {error}"), "Open it with a browser yourself.")
    })
}

fn odd(problem: &str) -> Failure {
    Failure::local(problem, "Report this: the demonstration brings everything it needs.")
}
