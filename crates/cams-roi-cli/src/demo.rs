//! `cams-roi demo`: the whole way, from finding channels to their metrics, with nothing needed.

use std::io::Write;
use std::pin::pin;
use std::time::{Duration, SystemTime};

use cams_roi::bulk::BulkOptions;
use cams_roi::operations::{CollectMetrics, FindChannels, FoundChannel};
use cams_roi::{Client, Credentials, Proxy};
use cams_roi_emulator::EmulatorOptions;
use futures_util::{StreamExt as _, TryStreamExt as _};

use crate::emulator;
use crate::enable_report::outcome_line;
use crate::failure::Failure;
use crate::many::Sums;
use crate::rows::write_table;
use crate::text::counted;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Belongs to no account of the emulator.
const FOREIGN: &str = "cams-of-another-account";
const CHANNELS: usize = 40;
/// How many channels are shown one by one.
const SHOWN: usize = 3;
/// How many sums are shown one by one: those of a channel with one phone number and three templates in two languages.
const SHOWN_SUMS: usize = 7;

/// Runs the demonstration, saying at each step what happens.
pub(crate) async fn run(out: &mut dyn Write) -> Result<(), Failure> {
    let options = EmulatorOptions { channels: CHANNELS, ..EmulatorOptions::default() };
    let emulator = emulator::start(options).await?;
    let account = emulator.ready_account().ok_or_else(|| odd("the emulator has no account"))?;
    writeln!(out, "1. An emulator of the service serves on this machine: {}", account.url)?;

    // Neither credentials nor proxies of the environment have a part in this.
    let client = Client::builder()
        .endpoint(&account.url)
        .credentials(Credentials::new(&account.access_key_id, account.access_key_secret.as_str()))
        .proxy(Proxy::Direct)
        .user_agent(concat!("cams-roi-cli/", env!("CARGO_PKG_VERSION")))
        .build()?;

    let found: Vec<_> = client.find_channels(FindChannels::new()).try_collect().await?;
    writeln!(out, "\n2. The account has {} WhatsApp channels (cams-roi channels):", found.len())?;
    write_table(out, &found[..SHOWN.min(found.len())])?;
    writeln!(out, " and so on")?;

    enable(&client, found, out).await?;

    writeln!(
        out,
        "\n4. Metrics show up a day later at the earliest: the emulator's clock moves on by three days."
    )?;
    // Whole days, of which the first one is today: it is over by then.
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let start = SystemTime::UNIX_EPOCH + Duration::from_secs(since - since % DAY.as_secs());
    emulator.advance(3 * DAY).map_err(|error| odd(&error.to_string()))?;

    writeln!(
        out,
        "\n5. The metrics of all channels, by phone number and by template and language (cams-roi metrics --all):"
    )?;
    out.flush()?;
    collect(&client, start, out).await?;

    writeln!(
        out,
        "\nThat was all made up. With your own account: cams-roi doctor, then cams-roi enable --all --journal FILE."
    )?;
    Ok(())
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

/// Reads the metrics of every channel, and shows sums and rates.
async fn collect(client: &Client, start: SystemTime, out: &mut dyn Write) -> Result<(), Failure> {
    let request = CollectMetrics::new().start(start).end(start + 3 * DAY);
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

fn odd(problem: &str) -> Failure {
    Failure::local(problem, "Report this: the demonstration brings all that it needs.")
}
