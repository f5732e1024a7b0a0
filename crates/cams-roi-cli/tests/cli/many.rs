//! `channels`, `numbers`, `templates`, `enable --all` and `metrics` of many channels.

use std::collections::BTreeSet;
use std::time::Duration;

use cams_roi_emulator::{EmulatorOptions, Fault, FaultRule, Limits};

use crate::support::{Scratch, Service};

const DAY: Duration = Duration::from_secs(24 * 3600);

fn service(channels: usize) -> Service {
    let options = EmulatorOptions {
        channels,
        limits: Limits { enabled: false, ..Limits::default() },
        ..EmulatorOptions::default()
    };
    Service::start(options)
}

/// A service whose channels are enabled, some days later; and those days.
fn some_days_later(channels: usize) -> (Service, [String; 2]) {
    let service = service(channels);
    service.command(["enable", "--all", "--rate-limit", "off"]).output().done();
    let first = service.emulator.now();
    service.emulator.advance(5 * DAY).unwrap();
    let day = |days: i64| {
        let time = first + jiff::SignedDuration::from_hours(24 * days);
        time.strftime("%Y-%m-%d").to_string()
    };
    (service, [day(1), day(4)])
}

#[test]
fn channels_are_listed_in_every_form() {
    let service = service(60);
    let list = |form| service.command(["channels", "--output", form]).output().done();
    let ids: Vec<_> = list("json").objects().iter().map(|it| it["cust_space_id"].clone()).collect();
    assert_eq!(ids.len(), 61);
    assert_eq!(list("csv").stdout.lines().next(), Some("cust_space_id,instance_id,name,state,region"));
    assert!(list("table").stdout.contains("cams-emulator-60"));
    let none = service.command(["channels", "--name", "there is no such name"]).output().done();
    assert!(none.stderr.contains("no such WhatsApp channel"), "{none:#?}");
    let nothing = |words: &[&str]| service.command(words).output().done().stderr;
    let misspelt = ["--all", "--state", "publshed"];
    assert!(nothing(&[&["numbers"], &misspelt[..]].concat()).contains("no such WhatsApp channel"));
    assert!(nothing(&[&["enable"], &misspelt[..]].concat()).contains("no such WhatsApp channel"));
    let language = ["--cust-space-id", "cams-emulator-1", "--language", "xx"];
    assert!(nothing(&[&["templates"], &language[..]].concat()).contains("there is no such template"));
}

#[test]
fn what_is_listed_can_be_enabled() {
    let service = service(7);
    let scratch = Scratch::new();
    let csv = service.command(["channels", "--output", "csv"]).output().done().stdout;
    let list = scratch.file("channels.csv", csv);
    let enabled = service.command(["enable", "--from", &list, "--rate-limit", "off"]).output().done();
    assert!(enabled.stderr.contains("8 enabled"), "{enabled:#?}");
}

#[test]
fn all_channels_are_enabled_or_only_listed() {
    let service = service(7);
    let dry = service.command(["enable", "--all", "--dry-run"]).output().done();
    assert_eq!(dry.stdout.lines().count(), 8);
    assert!(service.enabling_calls().is_empty());
    let ended = service.command(["enable", "--all", "--rate-limit", "off"]).output().done();
    assert!(ended.stderr.contains("8 enabled"), "{ended:#?}");
    let both = ["enable", "--all", "--cust-space-id", "cams-emulator-1"];
    service.command(both).output().fails_clearly(2, "--all is given beside channels", "Give --all, or");
    let no_all = ["enable", "--state", "published", "--cust-space-id", "cams-emulator-1"];
    service.command(no_all).output().fails_clearly(2, "choose among the channels", "--all");
}

#[test]
fn numbers_and_templates_have_their_channel() {
    let service = service(3);
    let command = |what| service.command([what, "--all", "--output", "json"]).args(["--rate-limit", "off"]);
    let numbers = command("numbers").output().done().objects();
    assert_eq!(numbers.len(), 4);
    assert!(numbers.iter().all(|it| it["cust_space_id"].is_string() && it["phone_number"].is_string()));
    let marketing = ["--category", "MARKETING", "--audit-status", "pass"];
    let templates = command("templates").args(marketing).output().done().objects();
    assert_eq!(templates.len(), 4 * 3 * 2);
    let rule = FaultRule::always(Fault::error(403, "Ram.PermissionDeny"));
    service.emulator.add_faults([rule.on_channel("cams-emulator-2")]).unwrap();
    let some = command("templates").args(marketing).output().exits(1);
    assert_eq!(some.objects().len(), 3 * 3 * 2);
    assert!(
        some.stderr.contains("cams-emulator-2: ") && some.stderr.contains("1 channel failed"),
        "{some:#?}"
    );
}

#[test]
fn the_metrics_of_all_channels_are_complete() {
    let (service, [start, end]) = some_days_later(9);
    let read = |form| {
        let time = ["--start", &start, "--end", &end, "--output", form];
        service.command(["metrics", "--all", "--rate-limit", "off"]).args(time).output().done()
    };
    let rows = read("json").objects();
    // Ten channels with a number and three templates in two languages, for three days.
    assert_eq!(rows.len(), 10 * (1 + 3 * 2) * 3);
    let key = |row: &serde_json::Value| {
        ["cust_space_id", "phone_number", "template_code", "language", "start"]
            .map(|name| row[name].to_string())
    };
    assert_eq!(rows.iter().map(key).collect::<BTreeSet<_>>().len(), rows.len(), "none twice");
    let sent: i64 = rows.iter().map(|row| row["sent_count"].as_i64().unwrap()).sum();
    let table = read("table");
    let said: i64 = table
        .stderr
        .lines()
        .filter_map(|line| line.split_once(": ")?.1.split_once(" sent")?.0.parse::<i64>().ok())
        .sum();
    assert_eq!(said, sent, "{}", table.stderr);
    let csv = read("csv").stdout;
    let mut lines = csv.lines();
    let header: Vec<_> = lines.next().unwrap().split(',').collect();
    assert!(header.contains(&"url_clicks") && header.contains(&"delivery_rate"), "{header:?}");
    assert_eq!(lines.count(), rows.len());
}

#[test]
fn a_failure_is_told_and_the_others_come() {
    let (service, [start, end]) = some_days_later(3);
    let rule = FaultRule::always(Fault::error(403, "Ram.PermissionDeny"));
    service.emulator.add_faults([rule.on_channel("cams-emulator-2")]).unwrap();
    let command =
        ["metrics", "--all", "--start", &start, "--end", &end, "--rate-limit", "off", "--output", "json"];
    let ended = service.command(command).output().exits(1);
    let (failed, rows): (Vec<_>, Vec<_>) =
        ended.objects().into_iter().partition(|it| it["error"].is_object());
    assert_eq!(rows.len(), 3 * 7 * 3);
    assert!(failed.iter().all(|it| it["cust_space_id"] == "cams-emulator-2"), "{failed:#?}");
    assert_eq!(failed.len(), 2);
    assert!(ended.stderr.contains("; 2 failed"), "{ended:#?}");
}

#[test]
fn no_rows_at_all_are_explained() {
    let (service, _) = some_days_later(3);
    for channels in [&["--all"][..], &["--cust-space-id", "cams-emulator-1"]] {
        let ended =
            service.command([&["metrics", "--days", "2020-01-01"], channels].concat()).output().done();
        assert!(ended.stderr.contains("note: no metrics for this time range. Either"), "{ended:#?}");
    }
}

#[test]
fn a_journal_knows_what_is_done() {
    let (service, [start, end]) = some_days_later(3);
    let scratch = Scratch::new();
    let journal = scratch.text("journal");
    let all =
        ["metrics", "--all", "--start", &start, "--end", &end, "--rate-limit", "off", "--journal", &journal];
    let table = service.command(all).output();
    table.fails_clearly(2, "a table has only sums", "--output csv or json");
    let command = [&all[..], &["--output", "json"]].concat();
    let first = service.command(&command).output().done();
    assert!(first.stderr.contains("84 rows of 4 channels in 28 queries"), "{first:#?}");
    assert!(!first.stderr.contains("no metrics"), "{first:#?}");
    service.emulator.clear_log();
    let second = service.command(&command).output().done();
    assert!(second.stderr.contains("all queries are done"), "{second:#?}");
    assert!(!second.stderr.contains("no metrics"), "{second:#?}");
    let asked = service.emulator.log().into_iter().filter_map(|it| it.action);
    assert!(!asked.into_iter().any(|action| action.contains("Metric")));
}

#[test]
fn output_goes_on_where_a_run_was_broken_off() {
    let (service, [start, end]) = some_days_later(3);
    let scratch = Scratch::new();
    for form in ["csv", "json"] {
        let (journal, rows) = (scratch.text(&format!("{form}.journal")), scratch.path(form));
        let run = |journal: &str| {
            let out = std::fs::File::options().create(true).append(true).open(&rows).unwrap();
            service
                .command(["metrics", "--all", "--start", &start, "--end", &end, "--rate-limit", "off"])
                .args(["--journal", journal, "--output", form])
                .stdout(out)
                .output()
                .done()
                .stderr
        };
        run(&journal);
        let whole = std::fs::read_to_string(&rows).unwrap();
        // As after a kill: the last line is torn, and the journal does not know its query.
        let lines: Vec<_> = whole.split_inclusive('\n').collect();
        let torn = format!("{}{}", lines[..lines.len() - 1].concat(), &lines[lines.len() - 1][..20]);
        std::fs::write(&rows, torn).unwrap();
        let known = std::fs::read_to_string(&journal).unwrap();
        let known: Vec<_> = known.split_inclusive('\n').collect();
        std::fs::write(&journal, known[..known.len() - 1].concat()).unwrap();
        assert!(run(&journal).contains("cut off and is dropped"));
        let again = std::fs::read_to_string(&rows).unwrap();
        assert!(again.starts_with(&lines[..lines.len() - 1].concat()), "what was whole is as it was");
        let of = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
        assert_eq!(of(&again), of(&whole), "every row, and the header once");
        // Another run's output below it is a table of its own.
        run(&scratch.text(&format!("{form}.other")));
        let other = std::fs::read_to_string(&rows).unwrap();
        assert_eq!(of(&other[again.len()..]), of(&whole));
    }
}

#[test]
fn what_is_missing_is_said_before_anything_is_sent() {
    let service = service(1);
    let refused = |arguments: &[&str], message: &str, hint: &str| {
        service.command(arguments).output().fails_clearly(2, message, hint);
        assert!(service.emulator.log().is_empty());
    };
    refused(&["metrics", "--all"], "the time is not given", "--days");
    refused(&["metrics", "--days", "7d"], "no channel is given", "--all");
    refused(&["metrics", "--all", "--days", "7"], "days is \"7\": this is no day", "`7d`");
    refused(&["metrics", "--all", "--days", "7d", "--time-zone", "+8"], "no offset from UTC", "+08:00");
    refused(&["numbers"], "no channel is given", "--all");
    refused(
        &["metrics", "--all", "--days", "7d", "--no-templates", "--no-phone-numbers"],
        "nothing is left to read",
        "--no-templates",
    );
}

#[test]
fn a_daily_time_that_is_not_in_whole_days_is_warned_of_once() {
    let service = service(2);
    let time = ["--start", "2026-11-01T08:00:00Z", "--end", "2026-11-05T08:00:00Z"];
    let one = ["--cust-space-id", "cams-emulator-1"];
    let whole = ["--start", "2026-11-01", "--end", "2026-11-05"];
    let warnings = |arguments: &[&[&str]]| {
        let ended =
            service.command(["metrics"]).args(arguments.concat()).args(["--rate-limit", "off"]).output();
        ended.done().stderr.matches("warning: the time is not in whole days of UTC").count()
    };
    let many: &[&str] = &["--all"];
    let template: &[&str] = &["template", "--template-code", "7", "--granularity", "daily"];
    for what in [many, &["phone-number", one[0], one[1]], &[template, &one].concat()] {
        assert_eq!(warnings(&[what, &time]), 1, "{what:?}");
        assert_eq!(warnings(&[what, &whole]), 0, "{what:?}");
    }
    assert_eq!(warnings(&[&["phone-number", "--granularity", "half-hour"], &one, &time]), 0);
}
