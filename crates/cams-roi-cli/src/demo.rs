//! `cams-roi demo`: the whole way, from enabling to figures, with nothing needed.

use std::io::Write;
use std::pin::pin;
use std::time::{Duration, SystemTime};

use cams_roi::bulk::BulkOptions;
use cams_roi::operations::{GetChatappPhoneNumberMetric, GetChatappTemplateMetric, Granularity};
use cams_roi::{Client, Credentials, Proxy};
use cams_roi_emulator::EmulatorOptions;
use futures_util::StreamExt as _;

use crate::emulator;
use crate::enable_report::outcome_line;
use crate::failure::Failure;
use crate::rows::write_table;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Belongs to no account of the emulator.
const FOREIGN: &str = "cams-of-another-account";
const TEMPLATE: &str = "1100123456789012345";

/// Runs the demonstration, saying at each step what happens.
pub(crate) async fn run(out: &mut dyn Write) -> Result<(), Failure> {
    let emulator = emulator::start(EmulatorOptions::default()).await?;
    let account = emulator.ready_account().ok_or_else(|| odd("the emulator has no account"))?;
    writeln!(out, "1. An emulator of the service serves on this machine: {}", account.url)?;

    // Neither credentials nor proxies of the environment have a part in this.
    let client = Client::builder()
        .endpoint(&account.url)
        .credentials(Credentials::new(&account.access_key_id, account.access_key_secret.as_str()))
        .proxy(Proxy::Direct)
        .user_agent(concat!("cams-roi-cli/", env!("CARGO_PKG_VERSION")))
        .build()?;

    let mut channels = account.cust_space_ids.clone();
    channels.push(FOREIGN.to_owned());
    writeln!(
        out,
        "\n2. Enabling {} channels, at most 5 a second; the last belongs to another account:",
        channels.len()
    )?;
    out.flush()?;
    let width = channels.iter().map(String::len).max().unwrap_or_default();
    let mut outcomes = pin!(client.enable_many(channels, BulkOptions::new()));
    while let Some(outcome) = outcomes.next().await.transpose()? {
        writeln!(out, "{}", outcome_line(&outcome, width))?;
        if let Some(error) = &outcome.error {
            writeln!(out, "hint: {}", error.hint())?;
        }
    }

    writeln!(
        out,
        "\n3. Figures show up a day later at the earliest: the emulator's clock moves on by two days."
    )?;
    let start = SystemTime::now();
    emulator.advance(2 * DAY).map_err(|error| odd(&error.to_string()))?;

    let channel = account.cust_space_ids.first().ok_or_else(|| odd("the emulator has no channel"))?;
    writeln!(out, "\n4. Messages of {channel} by phone number (cams-roi metrics phone-number):")?;
    let request = GetChatappPhoneNumberMetric::new(start, start + 2 * DAY).cust_space_id(channel);
    let answer = client.get_chatapp_phone_number_metric(request.granularity(Granularity::Daily)).await?;
    write_table(out, &answer.data)?;

    writeln!(out, "\n5. What became of the messages of one template (cams-roi metrics template):")?;
    let request = GetChatappTemplateMetric::new(TEMPLATE, start, start + 2 * DAY).cust_space_id(channel);
    let request = request.language("en").granularity(Granularity::Daily);
    let answer = client.get_chatapp_template_metric(request).await?;
    write_table(out, &answer.data)?;

    writeln!(
        out,
        "\nThat was all made up. With your own account: cams-roi doctor, then cams-roi enable --from FILE."
    )?;
    Ok(())
}

fn odd(problem: &str) -> Failure {
    Failure::local(problem, "Report this: the demonstration brings all that it needs.")
}
