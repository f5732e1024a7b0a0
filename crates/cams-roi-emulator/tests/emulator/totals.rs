//! Metrics that come late, days that begin elsewhere, and what all metrics add up to.

use std::time::Duration;

use cams_roi_emulator::{Account, Emulator, EmulatorOptions, Limits, Timestamp, Totals, TotalsQuery};
use serde_json::{Value, json};

use crate::support::*;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const DAY_MS: i64 = 86_400_000;
const WINDOW: [(&str, &str); 2] = [("Start", "1"), ("End", "32503680000000")];

fn noon() -> Timestamp {
    // Within a half hour, so that the present does not enter a new one between two requests.
    "2026-03-01T12:00:01Z".parse().unwrap()
}

/// Channels of which there are statistics since ten days.
async fn start_with_statistics(channels: usize, options: EmulatorOptions) -> Emulator {
    let mut account = Account::ready_with(channels, options.phone_numbers);
    for channel in &mut account.channels {
        channel.enabled_at = Some(noon() - DAY * 10);
    }
    let accounts = vec![account];
    start_with(EmulatorOptions { accounts, now: Some(noon()), limits: Limits::off(), ..options }).await
}

async fn rows(emulator: &Emulator, action: &str, parameters: &[(&str, &str)]) -> Vec<Value> {
    let reply = Plan::new(action, &[&WINDOW[..], parameters].concat()).send(emulator).await;
    reply.expect(200, "OK");
    reply.json()["Data"].as_array().unwrap().clone()
}

async fn days(emulator: &Emulator) -> Vec<(i64, u64)> {
    let rows = rows(emulator, PHONE, &[("CustSpaceId", "cams-emulator-1")]).await;
    rows.iter().map(|row| (row["Start"].as_i64().unwrap(), row["SentCount"].as_u64().unwrap())).collect()
}

#[tokio::test]
async fn late_metrics_grow_until_the_day_is_old_enough() {
    let at_once = start_with_statistics(1, EmulatorOptions::default()).await;
    let late = start_with_statistics(1, EmulatorOptions { late_days: 3, ..EmulatorOptions::default() }).await;
    let day = noon().as_millisecond() / DAY_MS * DAY_MS - DAY_MS;
    let yesterday = |days: Vec<(i64, u64)>| days.into_iter().find(|(start, _)| *start == day).unwrap().1;
    let (complete, partial) = (days(&at_once).await, days(&late).await);
    for ((start, whole), (_, part)) in complete.iter().zip(&partial) {
        assert_eq!(part < whole, *start > day - 2 * DAY_MS, "{start}: {part} of {whole}");
    }
    let mut seen = vec![yesterday(partial)];
    for _ in 0..4 {
        late.advance(DAY).unwrap();
        seen.push(yesterday(days(&late).await));
    }
    // On the day after, on the second day after, and from then on.
    assert!(seen[0] < seen[1] && seen[1] < seen[2], "{seen:?}");
    assert_eq!(seen[2..], [yesterday(complete); 3]);
    // The same at any later time, and for whoever asks first.
    late.set_now(noon()).unwrap();
    assert_eq!(yesterday(days(&late).await), seen[0]);
}

#[tokio::test]
async fn late_metrics_are_smaller_in_each_of_their_counts() {
    let options = EmulatorOptions { late_days: 5, ..EmulatorOptions::default() };
    let emulator = start_with_statistics(1, options).await;
    let parameters = [("CustSpaceId", "cams-emulator-1"), ("TemplateCode", "1100")];
    for row in rows(&emulator, TEMPLATE, &parameters).await {
        let count = |name: &str| row[name].as_u64().unwrap();
        assert!(
            count("SentCount") >= count("DeliveredCount") && count("DeliveredCount") >= count("ReadCount")
        );
    }
    let half_hours = rows(&emulator, PHONE, &[parameters[0], ("Granularity", "HALF_HOUR")]).await;
    let sum: u64 = half_hours.iter().map(|row| row["SentCount"].as_u64().unwrap()).sum();
    assert_eq!(sum, days(&emulator).await.iter().map(|(_, sent)| sent).sum::<u64>());
}

#[tokio::test]
async fn days_begin_by_the_clock_that_the_options_say() {
    for (minutes, hours) in [(480, 16), (-210, 3), (0, 0)] {
        let options = EmulatorOptions { day_offset_minutes: minutes, ..EmulatorOptions::default() };
        let emulator = start_with_statistics(1, options).await;
        let starts = days(&emulator).await;
        let offset = i64::from(minutes) * 60_000;
        assert!(starts.iter().all(|(start, _)| (start + offset) % DAY_MS == 0), "{minutes}");
        assert_eq!(starts[0].0 / 3_600_000 % 24, hours);
        // However they are cut, there is as much in all days.
        let utc = start_with_statistics(1, EmulatorOptions::default()).await;
        let sum = |days: Vec<(i64, u64)>| days.iter().map(|(_, sent)| sent).sum::<u64>();
        assert_eq!(sum(days(&emulator).await), sum(days(&utc).await));
    }
}

#[tokio::test]
async fn totals_are_the_sums_of_what_clients_get() {
    let options = EmulatorOptions {
        phone_numbers: 2,
        templates: 2,
        template_languages: 3,
        late_days: 2,
        ..EmulatorOptions::default()
    };
    let emulator = start_with_statistics(3, options).await;
    let (from, to) = (noon().as_millisecond() - 5 * DAY_MS, noon().as_millisecond());
    let (start, end) = (from.to_string(), to.to_string());
    let window = [("Start", start.as_str()), ("End", end.as_str())];
    let mut expected = Totals {
        channels: 4,
        enabled_channels: 3,
        phone_numbers: 8,
        templates: 4 * 5 * 3,
        measured_templates: 4 * 2 * 3,
        ..Totals::default()
    };
    let count = |row: &Value, name: &str| row[name].as_u64().unwrap();
    for id in ["cams-emulator-1", "cams-emulator-2", "cams-emulator-3"] {
        let channel = ("CustSpaceId", id);
        let numbers = Plan::new(PHONE, &[&window[..], &[channel]].concat()).send(&emulator).await.json();
        for row in numbers["Data"].as_array().unwrap() {
            let sums = &mut expected.phone_number_metrics;
            sums.rows += 1;
            sums.sent += count(row, "SentCount");
            sums.delivered += count(row, "DeliveredCount");
        }
        let page = [
            channel,
            ("Category", "MARKETING"),
            ("AuditStatus", "pass"),
            ("Language", "en"),
            ("Page", r#"{"Index":1,"Size":50}"#),
        ];
        let templates = Plan::new("ListChatappTemplate", &page).send(&emulator).await.json();
        for template in templates["ListTemplate"].as_array().unwrap() {
            let code = ("TemplateCode", template["TemplateCode"].as_str().unwrap());
            let metrics =
                Plan::new(TEMPLATE, &[&window[..], &[channel, code]].concat()).send(&emulator).await.json();
            for row in metrics["Data"].as_array().unwrap() {
                let sums = &mut expected.template_metrics;
                sums.rows += 1;
                sums.sent += count(row, "SentCount");
                sums.delivered += count(row, "DeliveredCount");
                sums.read += count(row, "ReadCount");
                for click in row["Cliented"].as_array().unwrap() {
                    *sums.clicks.entry(click["Type"].as_str().unwrap().to_owned()).or_default() +=
                        count(click, "Count");
                }
            }
        }
    }
    assert!(expected.template_metrics.rows > 100 && expected.template_metrics.clicks.len() > 1);
    assert_eq!(emulator.totals(&TotalsQuery::new(from, to)).unwrap(), expected);
    let (status, answer) =
        control(&emulator, "GET", &format!("totals?start={start}&end={end}&granularity=DAILY"), "").await;
    assert_eq!((status, answer), (200, serde_json::to_value(&expected).unwrap()));

    let one = emulator.totals(&TotalsQuery::new(from, to).of_channel("cams-emulator-2")).unwrap();
    assert_eq!((one.channels, one.phone_numbers), (1, 2));
    for wrong in [
        "totals",
        "totals?start=1",
        "totals?start=1&end=2&granularity=YEARLY",
        "totals?start=x&end=2",
        "totals?start=1&end=2&x=y",
    ] {
        assert_eq!(control(&emulator, "GET", wrong, "").await.0, 400, "{wrong}");
    }
}

#[tokio::test]
async fn what_there_is_can_be_changed_while_it_runs() {
    let emulator = start_with_statistics(1, EmulatorOptions::default()).await;
    let (_, before) = control(&emulator, "GET", "data", "").await;
    assert_eq!(
        before,
        json!({ "seed": 0, "templates": 3, "template_languages": 2, "late_days": 0, "day_offset_minutes": 0 })
    );
    let (status, data) =
        control(&emulator, "POST", "data", r#"{"templates":1,"late_days":2,"day_offset_minutes":330}"#).await;
    assert_eq!((status, &data["templates"], &data["template_languages"]), (200, &json!(1), &json!(2)));
    assert!(days(&emulator).await.iter().all(|(start, _)| (start + 330 * 60_000) % DAY_MS == 0));
    for wrong in [r#"{"template_languages":99}"#, r#"{"day_offset_minutes":1}"#, r#"{"seed":1}"#] {
        assert_eq!(control(&emulator, "POST", "data", wrong).await.0, 400, "{wrong}");
    }
    emulator.reset().unwrap();
    assert_eq!(control(&emulator, "GET", "data", "").await.1, before);
}

#[tokio::test]
async fn limits_can_be_raised_and_lowered_alike() {
    let emulator =
        start_with(EmulatorOptions { limits: Limits::percent(300), ..EmulatorOptions::default() }).await;
    let (_, limits) = control(&emulator, "GET", "limits", "").await;
    assert_eq!(
        (&limits["in_force"][ENABLE], &limits["in_force"][PHONE], &limits["percent"]),
        (&json!(15), &json!(150), &json!(300))
    );
    for undocumented in ["ListInstance", "QueryInstance", "ListChatappMessage"] {
        assert_eq!(limits["in_force"][undocumented], json!(null));
    }
    let (_, limits) = control(&emulator, "POST", "limits", r#"{"percent":10}"#).await;
    assert_eq!((&limits["in_force"][ENABLE], &limits["in_force"][PHONE]), (&json!(1), &json!(5)));
    let (_, limits) = control(&emulator, "POST", "limits", r#"{"qps":2}"#).await;
    assert_eq!(limits["in_force"]["ListInstance"], 2);
}
