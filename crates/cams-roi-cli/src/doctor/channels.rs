//! Whether a channel is the account's, and since when it is enabled.

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cams_roi::Client;
use cams_roi::operations::{GetChatappPhoneNumberMetric, Granularity};
use serde::Deserialize;

use super::check::Check;
use crate::failure::Failure;
use crate::journal;
use crate::times::shown;

const CHANNEL: &str = "channel";
/// How far back rows are looked for.
const LOOK_BACK_DAYS: u64 = 30;
const DAY_SECONDS: u64 = 24 * 60 * 60;

/// What a journal of `enable` says: when each channel was enabled.
#[derive(Debug, Default)]
pub(super) struct Enabled(HashMap<String, String>);

/// A line of a journal, as far as it matters here.
#[derive(Deserialize)]
struct Line {
    time: String,
    endpoint: String,
    cust_space_id: String,
    status: String,
}

impl Enabled {
    /// Reads the journal. It is only read, so a run that has it open does not matter.
    pub(super) fn read(path: &Path, endpoint: &str) -> Result<Self, Failure> {
        let bytes = std::fs::read(path).map_err(|error| {
            Failure::usage(
                format!("--journal: {} cannot be read: {error}", journal::shown(path)),
                "Give the journal of a run of cams-roi enable: a file, or what cams-roi journal export wrote of a shared run.",
            )
        })?;
        let mut enabled = HashMap::new();
        for line in String::from_utf8_lossy(&bytes).lines() {
            // A line that is cut off is none, here as for the run that goes on with it.
            if let Ok(line) = serde_json::from_str::<Line>(line)
                && line.status == "enabled"
                && line.endpoint == endpoint
            {
                enabled.entry(line.cust_space_id).or_insert(line.time);
            }
        }
        Ok(Self(enabled))
    }
}

/// Reads the channel's metrics of the last month: whether the caller may, and since when there are any.
pub(super) async fn check(client: &Client, id: &str, isv_code: Option<&str>, enabled: &Enabled) -> Check {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    // Whole days, of which none is today: rows come a day after the first message.
    let end = UNIX_EPOCH + Duration::from_secs(seconds - seconds % DAY_SECONDS);
    let start = end - Duration::from_secs(LOOK_BACK_DAYS * DAY_SECONDS);
    let mut request =
        GetChatappPhoneNumberMetric::new(start, end).cust_space_id(id).granularity(Granularity::Daily);
    if let Some(code) = isv_code {
        request = request.isv_code(code);
    }
    let answer = match client.get_chatapp_phone_number_metric(request).await {
        Ok(answer) => answer,
        Err(error) => return Check::failed(CHANNEL, &error).about(id),
    };
    let with_code = if isv_code.is_some() { ", with this ISV code" } else { "" };
    let by_journal = enabled.0.get(id).map(|time| format!("enabled at {time}, as the journal says"));
    let first = answer.data.iter().map(|row| row.start).min();
    let by_rows = first.map(|time| format!("has rows since {}", shown(time)));
    let known: Vec<String> = by_journal.into_iter().chain(by_rows).collect();
    let is_readable = format!("{id}: its metrics may be read{with_code}");
    match (known.is_empty(), first) {
        (false, Some(_)) => Check::ok(CHANNEL, &format!("{is_readable}; {}", known.join("; "))),
        (false, None) => Check::ok(
            CHANNEL,
            &format!(
                "{is_readable}; {}; no rows yet, which come a day after the first message",
                known.join("; ")
            ),
        ),
        (true, _) => Check::warn(
            CHANNEL,
            &format!("{is_readable}, but there are none of the last {LOOK_BACK_DAYS} days"),
            "It is not enabled, or only since today, or it sent nothing since: cams-roi enable --cust-space-id enables \
             it, and does no harm if it is enabled already.",
        ),
    }
}
