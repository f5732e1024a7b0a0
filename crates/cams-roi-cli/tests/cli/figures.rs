//! `metrics`, `call` and `policy`.

use std::time::Duration;

use cams_roi::operations::DOCUMENTED;
use serde_json::{Value, json};

use crate::support::{Run, Service};

const CHANNEL: &str = "cams-emulator-1";

/// A service with metrics of two days.
fn service_with_figures() -> (Service, String, String) {
    let service = Service::with_channels(1);
    service.command(["enable", "--cust-space-id", CHANNEL]).output().done();
    let start = service.emulator.now();
    service.emulator.advance(Duration::from_hours(48)).unwrap();
    let end = service.emulator.now();
    (service, start.to_string(), end.as_millisecond().to_string())
}

#[test]
fn figures_by_phone_number_in_every_form() {
    let (service, start, end) = service_with_figures();
    let metrics = |output: &str| {
        let flags = ["--start", &start, "--end", &end, "--granularity", "daily", "--cust-space-id", CHANNEL];
        service.command(["metrics", "phone-number", "--output", output]).args(flags).output().done()
    };
    let json = metrics("json");
    assert_eq!(json.stdout.lines().count(), 1);
    let answer = &json.objects()[0];
    assert!(answer["request_id"].is_string());
    let rows = answer["data"].as_array().unwrap();
    assert!(!rows.is_empty());
    let first = rows[0].as_object().unwrap();
    assert_eq!(first["phone_number"], "99900000001");
    assert_eq!(first["granularity"], "DAILY");
    assert!(first["start"].as_str().unwrap().ends_with("T00:00:00Z"), "{first:?}");
    assert!(rows.iter().any(|row| row["sent_count"].as_i64() > Some(0)));

    let csv = metrics("csv").stdout;
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("phone_number,granularity,start,end,sent_count,delivered_count"));
    let expected = rows.iter().map(|row| {
        let text = |name: &str| row[name].as_str().unwrap().to_owned();
        let figures = format!("{},{}", row["sent_count"], row["delivered_count"]);
        format!(
            "{},{},{},{},{figures}",
            text("phone_number"),
            text("granularity"),
            text("start"),
            text("end")
        )
    });
    assert!(lines.eq(expected), "{csv}");

    let table = metrics("table").stdout;
    assert!(table.contains("phone number") && table.contains("delivered"), "{table}");
    assert_eq!(table.matches("99900000001").count(), rows.len(), "{table}");
}

#[test]
fn figures_of_a_template_with_clicks_by_button() {
    let (service, start, end) = service_with_figures();
    let metrics = |output: &str| {
        let flags = [
            "--template-code",
            "110012345678901234567890",
            "--language",
            "en",
            "--template-type",
            "WHATSAPP",
        ];
        service
            .command(["metrics", "template", "--output", output, "--start", &start, "--end", &end])
            .args(["--granularity", "half-hour", "--cust-space-id", CHANNEL])
            .args(flags)
            .output()
            .done()
    };
    let answer = metrics("json").objects().remove(0);
    let row =
        answer["data"].as_array().unwrap().iter().find(|row| row["read_count"].as_i64() > Some(0)).unwrap();
    assert_eq!(
        (row["template_code"].as_str(), row["language"].as_str()),
        (Some("110012345678901234567890"), Some("en"))
    );
    let buttons: Vec<_> = row["clicks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["button_content"].clone(), it["type"].clone()))
        .collect();
    assert!(buttons.contains(&(json!("回复"), json!("quick_reply_button"))), "{row}");

    let csv = metrics("csv").stdout;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().next_back(), Some("clicks"));
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), answer["data"].as_array().unwrap().len());
    let clicks: Value = serde_json::from_str(records[0].get(7).unwrap()).unwrap();
    assert_eq!(clicks, answer["data"][0]["clicks"]);

    assert!(metrics("table").stdout.contains("回复: "));
}

#[test]
fn no_figures_are_explained_to_people_and_empty_for_programs() {
    let service = Service::with_channels(1);
    let metrics = |output: &str| {
        let flags =
            ["--start", "7d", "--end", "now", "--phone-number", "99900000001", "--cust-space-id", CHANNEL];
        service.command(["metrics", "phone-number", "--output", output]).args(flags).output().done()
    };
    let table = metrics("table");
    assert_eq!(table.stdout, "");
    assert!(table.stderr.contains("\nnote: no metrics for this time range."), "{table:#?}");
    let of_programs = metrics("json");
    assert_eq!(of_programs.objects()[0]["data"], json!([]));
    assert!(of_programs.stderr.contains("less than a day ago"), "{of_programs:#?}");
    assert_eq!(metrics("csv").stdout.lines().count(), 1);
}

#[test]
fn times_are_sent_in_milliseconds_whatever_their_form() {
    let service = Service::with_channels(1);
    for (start, end) in [
        ("2026-11-01", "2026-11-02"),
        ("2026-11-01T08:00:00+08:00", "2026-11-02T00:00:00Z"),
        ("1793491200000", "1793577600000"),
    ] {
        service
            .command(["metrics", "phone-number", "--own-channel", "--start", start, "--end", end])
            .output()
            .done();
        let parameters = service.emulator.log().pop().unwrap().parameters;
        assert_eq!(
            (parameters["Start"].as_str(), parameters["End"].as_str()),
            ("1793491200000", "1793577600000")
        );
    }
    service
        .command(["metrics", "phone-number", "--own-channel", "--start", "7d", "--end", "now"])
        .output()
        .done();
    let parameters = service.emulator.log().pop().unwrap().parameters;
    let number = |name: &str| parameters[name].parse::<i64>().unwrap();
    assert_eq!(number("End") - number("Start"), 7 * 24 * 60 * 60 * 1000);
}

#[test]
fn any_operation_can_be_called() {
    let service = Service::with_channels(1);
    let call = ["call", "EnableWhatsappROIMetric", "CustSpaceId=cams-emulator-1", "--idempotent"];
    let pretty = service.command(call).output().done();
    let answer: Value = serde_json::from_str(&pretty.stdout).unwrap();
    assert_eq!(answer["Code"], "OK");
    assert!(pretty.stdout.lines().count() > 1);
    let on_one_line = service.command(["call", "ListInstance", "--output", "json"]).output().done();
    assert_eq!(on_one_line.objects()[0]["Code"], "OK");
    let with_equals = ["call", "GetChatappPhoneNumberMetric", "Start=1", "End=2", "PhoneNumber=a=b"];
    service.command(with_equals).output().done();
    assert_eq!(service.emulator.log().pop().unwrap().parameters["PhoneNumber"], "a=b");
    service.command(["call", "NoSuchOperation"]).output().fails_clearly(
        1,
        "InvalidApi.NotFound",
        "operation's name",
    );
}

#[test]
fn the_policy_allows_what_the_command_does() {
    let ended = Run::new(["policy"]).output().done();
    let policy: Value = serde_json::from_str(&ended.stdout).unwrap();
    // Every operation that has a subcommand of its own.
    let actions: Vec<_> = DOCUMENTED.iter().map(|(name, _)| format!("cams:{name}")).collect();
    assert!(actions.contains(&"cams:EnableWhatsappROIMetric".to_owned()), "{actions:?}");
    assert_eq!(
        policy,
        json!({ "Version": "1", "Statement": [{ "Effect": "Allow", "Action": actions, "Resource": "*" }] })
    );
}
