use std::time::Duration;

use cams_roi_emulator::{Account, Channel, Emulator, EmulatorOptions, Limits, Timestamp};
use serde_json::{Value, json};

use crate::support::*;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const CHANNEL: (&str, &str) = ("CustSpaceId", "cams-emulator-1");

fn noon() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

/// Within a half hour, so that the present does not enter a new one between two requests.
fn just_after_noon() -> Timestamp {
    noon() + Duration::from_secs(1)
}

async fn start_at_noon(seed: u64) -> Emulator {
    let options = EmulatorOptions {
        seed,
        now: Some(just_after_noon()),
        limits: Limits::off(),
        ..EmulatorOptions::default()
    };
    start_with(options).await
}

async fn rows(emulator: &Emulator, action: &str, parameters: &[(&str, &str)]) -> Vec<Value> {
    let window = [("Start", "1"), ("End", "32503680000000"), CHANNEL];
    let reply = Plan::new(action, &[&window[..], parameters].concat()).send(emulator).await;
    reply.expect(200, "OK");
    let body = reply.json();
    assert_eq!((&body["Message"], &body["AccessDeniedDetail"]), (&json!("None"), &json!("无")));
    body["Data"].as_array().unwrap().clone()
}

async fn enable(emulator: &Emulator) {
    Plan::new(ENABLE, &[CHANNEL]).send(emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn enabling_answers_as_the_documented_sample() {
    let emulator = start().await;
    for style in STYLES {
        let reply = Plan::new(ENABLE, &[CHANNEL]).style(style).send(&emulator).await;
        let request_id = reply.header("x-acs-request-id").unwrap();
        let expected = json!({
            "RequestId": format!("{request_id}\n"), "Code": "OK", "Message": "None", "AccessDeniedDetail": "None",
        });
        assert_eq!(reply.json(), expected);
    }
}

#[tokio::test]
async fn enabling_again_keeps_the_first_time() {
    let emulator = start_at_noon(0).await;
    enable(&emulator).await;
    let first = emulator.accounts()[0].channels[0].enabled_at;
    assert!(first.is_some_and(|time| time >= noon()));
    emulator.advance(DAY).unwrap();
    enable(&emulator).await;
    assert_eq!(emulator.accounts()[0].channels[0].enabled_at, first);
    assert_eq!(emulator.accounts()[0].channels[1].enabled_at, None);
    // Without a channel, the account's own channel is meant.
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(200, "OK");
    assert!(emulator.accounts()[0].direct_channel.enabled_at.is_some());
}

#[tokio::test]
async fn figures_appear_a_day_after_enabling_and_signatures_do_not_notice() {
    let emulator = start_at_noon(0).await;
    assert!(rows(&emulator, PHONE, &[]).await.is_empty(), "not enabled");
    enable(&emulator).await;
    assert!(rows(&emulator, PHONE, &[]).await.is_empty(), "too early");
    emulator.advance(DAY).unwrap();
    let days = rows(&emulator, PHONE, &[]).await;
    let midnight = noon().as_millisecond() - 12 * 3_600_000;
    let day = 24 * 3_600_000;
    assert_eq!(days.len(), 2, "the day of enabling and today");
    for (row, start) in days.iter().zip([midnight, midnight + day]) {
        assert_eq!((row["Start"].as_i64(), row["End"].as_i64()), (Some(start), Some(start + day)));
        assert_eq!((&row["PhoneNumber"], &row["Granularity"]), (&json!("99900000001"), &json!("DAILY")));
        assert!(
            row["SentCount"].as_u64() > Some(0)
                && row["SentCount"].as_u64() >= row["DeliveredCount"].as_u64()
        );
        assert_eq!(row.as_object().unwrap().len(), 6, "{row}");
    }
}

#[tokio::test]
async fn half_hours_begin_with_enabling_and_end_with_the_present() {
    let emulator = start_at_noon(0).await;
    enable(&emulator).await;
    emulator.set_now(noon() + DAY + Duration::from_secs(3601)).unwrap();
    let rows = rows(&emulator, PHONE, &[("Granularity", "HALF_HOUR")]).await;
    assert_eq!(rows[0]["Start"], noon().as_millisecond());
    // The 51st half hour has begun.
    assert_eq!(rows.len(), 51);
    let window = |start: Timestamp, end: Timestamp| {
        (start.as_millisecond().to_string(), end.as_millisecond().to_string())
    };
    let (start, end) = window(noon() + Duration::from_secs(1799), noon() + Duration::from_secs(3600));
    let plan = Plan::new(PHONE, &[("Start", &start), ("End", &end), ("Granularity", "HALF_HOUR"), CHANNEL]);
    assert_eq!(plan.send(&emulator).await.json()["Data"], json!(rows[..2]));
}

#[tokio::test]
async fn templates_have_clicks_with_the_service_s_spelling() {
    let emulator = start_at_noon(0).await;
    enable(&emulator).await;
    emulator.advance(DAY).unwrap();
    let code = ("TemplateCode", "110000000000000001");
    let all = rows(&emulator, TEMPLATE, &[code]).await;
    assert_eq!(all.len(), 4, "two days in two languages");
    for row in &all {
        let count = |name: &str| row[name].as_u64().unwrap();
        assert!(
            count("SentCount") >= count("DeliveredCount") && count("DeliveredCount") >= count("ReadCount")
        );
        assert_eq!(row["TemplateCode"], code.1);
        assert!(row.get("Granularity").is_none());
        let types: Vec<_> = row["Cliented"].as_array().unwrap().iter().map(|click| &click["Type"]).collect();
        assert_eq!(types, ["url_button", "quick_relpy_button", "phone_number_button"]);
        assert_eq!(row["Cliented"][1]["ButtonContent"], "回复");
    }
    let chinese = rows(&emulator, TEMPLATE, &[code, ("Language", "zh_CN")]).await;
    let expected: Vec<_> = all.iter().filter(|row| row["Language"] == "zh_CN").cloned().collect();
    assert_eq!((chinese.len(), &chinese), (2, &expected));
    assert!(rows(&emulator, TEMPLATE, &[code, ("Language", "xx")]).await.is_empty());
    let other = rows(&emulator, TEMPLATE, &[("TemplateCode", "2"), ("Language", "zh_CN")]).await;
    assert_ne!(
        other[0]["SentCount"].as_u64().zip(other[1]["SentCount"].as_u64()),
        chinese[0]["SentCount"].as_u64().zip(chinese[1]["SentCount"].as_u64())
    );
}

#[tokio::test]
async fn without_a_number_there_is_a_row_for_each() {
    let mut account = Account::ready(1);
    account.channels[0] = Channel::new("cams-emulator-1").with_phone_number("9991").with_phone_number("9992");
    account.channels[0].enabled_at = Some(noon() - DAY * 2);
    let options = EmulatorOptions {
        accounts: vec![account],
        now: Some(just_after_noon()),
        ..EmulatorOptions::default()
    };
    let emulator = start_with(options).await;
    let all = rows(&emulator, PHONE, &[]).await;
    assert_eq!(all.len(), 6);
    let second = rows(&emulator, PHONE, &[("PhoneNumber", "9992")]).await;
    let expected: Vec<_> = all.iter().filter(|row| row["PhoneNumber"] == "9992").cloned().collect();
    assert_eq!((second.len(), second), (3, expected));
    assert!(rows(&emulator, PHONE, &[("PhoneNumber", "9993")]).await.is_empty());
}

#[tokio::test]
async fn the_same_seed_gives_the_same_figures() {
    let mut seen = Vec::new();
    for seed in [7, 7, 8] {
        let mut account = Account::ready(1);
        account.channels[0].enabled_at = Some(noon() - DAY * 3);
        let accounts = vec![account];
        let options =
            EmulatorOptions { seed, accounts, now: Some(just_after_noon()), ..EmulatorOptions::default() };
        let emulator = start_with(options).await;
        let window = [("Granularity", "HALF_HOUR")];
        // The last half hour has only just begun.
        let mut rows = rows(&emulator, PHONE, &window).await;
        rows.truncate(48);
        seen.push(rows);
    }
    assert_eq!(seen[0], seen[1]);
    assert_ne!(seen[0], seen[2]);
}

#[tokio::test]
async fn an_answer_has_at_most_twenty_thousand_rows() {
    let mut account = Account::ready(1);
    account.channels[0].enabled_at = Some(noon() - DAY * 500);
    let options = EmulatorOptions {
        accounts: vec![account],
        now: Some(just_after_noon()),
        ..EmulatorOptions::default()
    };
    let emulator = start_with(options).await;
    let ask = |days: i64| {
        let end = noon().as_millisecond();
        let start = (end - days * 86_400_000).to_string();
        Plan::new(
            PHONE,
            &[("Start", &start), ("End", &end.to_string()), ("Granularity", "HALF_HOUR"), CHANNEL],
        )
    };
    ask(417).send(&emulator).await.expect(400, "InvalidParameter");
    let reply = ask(416).send(&emulator).await;
    assert_eq!(reply.json()["Data"].as_array().unwrap().len(), 416 * 48);
}
