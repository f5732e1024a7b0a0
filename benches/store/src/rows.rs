//! A million rows as the emulator makes them, and as `collect` hands them to the store.

use std::pin::pin;
use std::time::SystemTime;

use anyhow::{Context as _, Result, ensure};
use cams_roi::operations::{CollectMetrics, CollectedMetrics, MetricsRow as CollectedRow};
use cams_roi::{Client, Credentials, Proxy, RateLimit};
use cams_roi_emulator::{Account, Emulator, EmulatorOptions, Limits};
use cams_roi_store::{Answer, ButtonClicks, ChannelName, MetricsRow, Span, Subject};
use futures_util::TryStreamExt as _;
use jiff::{SignedDuration, Timestamp};

/// With a phone number and three templates in two languages each, a channel has seven rows a day.
const CHANNELS: usize = 392;
const DAYS: i64 = 365;
/// The day after the last one.
pub(crate) const UNTIL: &str = "2026-11-01";
pub(crate) const DAILY: &str = "DAILY";

/// What came of the queries of a year.
pub(crate) struct Made {
    pub(crate) channels: Vec<ChannelName>,
    pub(crate) answers: Vec<Answer>,
    pub(crate) rows: usize,
}

/// The days that are asked for.
pub(crate) fn span() -> Result<Span> {
    let until: Timestamp = format!("{UNTIL}T00:00:00Z").parse()?;
    Ok(Span { from: until - SignedDuration::from_hours(24 * DAYS), until })
}

/// Asks an emulator for all of them.
pub(crate) fn make() -> Result<Made> {
    let span = span()?;
    let mut account = Account::ready(CHANNELS);
    for channel in &mut account.channels {
        channel.enabled_at = Some(span.from);
    }
    let options = EmulatorOptions {
        accounts: vec![account],
        now: Some(span.until + SignedDuration::from_hours(48)),
        limits: Limits { enabled: false, ..Limits::default() },
        ..EmulatorOptions::default()
    };
    tokio::runtime::Runtime::new()?.block_on(async {
        let emulator = Emulator::start(options).await?;
        let account = emulator.ready_account().context("the emulator has no account")?;
        let client = Client::builder()
            .endpoint(&account.url)
            .credentials(Credentials::new(&account.access_key_id, account.access_key_secret.as_str()))
            .proxy(Proxy::Direct)
            .rate_limit(RateLimit::off())
            .build()?;
        let request = CollectMetrics::new()
            .channels(account.cust_space_ids.clone())
            .start(SystemTime::try_from(span.from)?)
            .end(SystemTime::try_from(span.until)?);
        let mut results = pin!(client.collect_metrics(request));
        let mut answers = Vec::new();
        while let Some(result) = results.try_next().await? {
            answers.push(answer(result)?);
        }
        let channels = account.cust_space_ids.iter().map(|id| ChannelName {
            cust_space_id: id.clone(),
            name: format!("Shop {id}"),
            ..ChannelName::default()
        });
        let rows = answers.iter().map(|it| it.rows.len()).sum();
        ensure!(rows >= 1_000_000, "there are {rows} rows only");
        Ok(Made { channels: channels.collect(), answers, rows })
    })
}

fn answer(result: CollectedMetrics) -> Result<Answer> {
    if let Some(error) = result.error {
        return Err(error.into());
    }
    let subject = Subject {
        cust_space_id: result.cust_space_id,
        phone_number: result.phone_number.unwrap_or_default(),
        template_code: result.template_code.unwrap_or_default(),
        language: result.language.unwrap_or_default(),
    };
    let span = Span { from: Timestamp::try_from(result.start)?, until: Timestamp::try_from(result.end)? };
    let rows = result.rows.into_iter().map(row).collect::<Result<Vec<_>>>()?;
    Ok(Answer { subject, span, granularity: DAILY.to_owned(), rows })
}

fn row(row: CollectedRow) -> Result<MetricsRow> {
    let clicks = row.clicks.into_iter().map(|it| ButtonClicks {
        button: it.button_content,
        button_type: it.button_type.as_str().to_owned(),
        count: it.count,
    });
    Ok(MetricsRow {
        clicks: row.template_code.is_some().then(|| clicks.collect()),
        cust_space_id: row.cust_space_id,
        phone_number: row.phone_number.unwrap_or_default(),
        template_code: row.template_code.unwrap_or_default(),
        language: row.language.unwrap_or_default(),
        granularity: DAILY.to_owned(),
        period_start: Timestamp::try_from(row.start)?,
        period_end: Timestamp::try_from(row.end)?,
        sent_count: row.sent_count,
        delivered_count: row.delivered_count,
        read_count: row.read_count,
    })
}
