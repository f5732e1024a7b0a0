//! Many channels: the limit is kept, and a run that ends early can be resumed.

use std::collections::HashSet;
use std::io::BufRead as _;

use cams_roi_emulator::{EmulatorOptions, Fault, FaultRule, Limits};
use serde_json::Value;

use crate::support::{ENABLE, Scratch, Service, id_list, until};

fn service(channels: usize, limits: Limits) -> Service {
    Service::start(EmulatorOptions { channels, limits, ..EmulatorOptions::default() })
}

#[test]
fn three_hundred_channels_at_fifty_a_second_are_never_throttled() {
    let service = service(300, Limits::all(50));
    let list = id_list(300);
    let scratch = Scratch::new();
    // Every outcome is synced to disk, which must not cost a turn.
    let run = service.command(["enable", "--from", "-", "--rate-limit", "50", "--output", "json"]);
    let run = run.args(["--journal", &scratch.text("journal")]);
    let ended = run.stdin(list.as_bytes()).output().done();
    assert_all_enabled_at_first_try(&service, &ended.objects(), 300, 50);
}

#[test]
fn forty_channels_at_the_documented_limit_are_never_throttled() {
    let service = Service::with_channels(40);
    let list = id_list(40);
    let ended =
        service.command(["enable", "--from", "-", "--output", "json"]).stdin(list.as_bytes()).output().done();
    assert_all_enabled_at_first_try(&service, &ended.objects(), 40, 5);
}

#[track_caller]
fn assert_all_enabled_at_first_try(service: &Service, objects: &[Value], channels: usize, limit: usize) {
    assert_eq!(objects.len(), channels);
    assert!(objects.iter().all(|it| it["status"] == "enabled" && it["attempts"] == 1));
    let calls = service.enabling_calls();
    assert_eq!(calls.len(), channels);
    assert!(calls.iter().all(|call| call.code.as_deref() == Some("OK")));
    let peak = service.emulator.peak_per_second(ENABLE);
    assert!(peak <= limit, "{peak} in a second");
    let enabled = service.emulator.accounts()[0].channels.iter().filter(|it| it.enabled_at.is_some()).count();
    assert_eq!(enabled, channels);
}

/// The channels that a journal records as enabled, in whole lines alone.
fn journalled(path: &str) -> HashSet<String> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let lines = whole.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let enabled = lines.filter(|line| line["status"] == "enabled");
    enabled.map(|line| line["cust_space_id"].as_str().unwrap().to_owned()).collect()
}

/// The channels that the emulator was asked to enable.
fn called(service: &Service) -> HashSet<String> {
    service.enabling_calls().into_iter().map(|call| call.parameters["CustSpaceId"].clone()).collect()
}

#[test]
fn a_killed_run_is_resumed_without_calling_anything_twice() {
    const CHANNELS: usize = 120;
    let service = service(CHANNELS, Limits::off());
    let scratch = Scratch::new();
    let list = scratch.file("list", id_list(CHANNELS));
    let journal = scratch.text("journal");
    let enable = || service.command(["enable", "--from", &list, "--journal", &journal, "--rate-limit", "60"]);

    let all: HashSet<String> = id_list(CHANNELS).lines().map(str::to_owned).collect();
    let mut done = HashSet::new();
    for target in [10, 50, 90] {
        service.emulator.clear_log();
        let mut started = enable().spawn();
        until("progress", || journalled(&journal).len() >= target);
        started.child.kill().unwrap();
        started.child.wait().unwrap();
        assert!(called(&service).is_disjoint(&done));
        done = journalled(&journal);
        assert!(done.len() < CHANNELS, "the run was over before it was killed");
    }
    service.emulator.clear_log();
    let ended = enable().output().done();
    assert_eq!(called(&service), &all - &done);
    assert!(
        ended.stderr.ends_with(&format!("{} already enabled (journal)\n", done.len())),
        "{}",
        ended.stderr
    );
    assert_eq!(ended.stdout.lines().filter(|line| line.ends_with("(journal)")).count(), done.len());
    assert_eq!(journalled(&journal), all);
    assert!(service.emulator.accounts()[0].channels.iter().all(|channel| channel.enabled_at.is_some()));

    service.emulator.clear_log();
    let again = enable().output().done();
    assert_eq!(again.stderr, format!("0 enabled, {CHANNELS} already enabled (journal)\n"));
    assert_eq!(service.emulator.log(), []);
}

#[test]
fn a_journal_whose_last_line_was_cut_off_is_resumed() {
    let service = Service::with_channels(2);
    let scratch = Scratch::new();
    let journal = scratch.text("journal");
    let enable = |id: &'static str| service.command(["enable", "--journal", &journal, "--cust-space-id", id]);
    enable("cams-emulator-1").output().done();
    let whole = std::fs::read_to_string(&journal).unwrap();
    std::fs::write(&journal, format!("{whole}{{\"time\":\"2026-11-23T1")).unwrap();
    let ended = enable("cams-emulator-2").args(["--cust-space-id", "cams-emulator-1"]).output().done();
    assert!(ended.stderr.ends_with("1 enabled, 1 already enabled (journal)\n"), "{ended:#?}");
    assert!(ended.stderr.starts_with("warning: the journal's last line was cut off"), "{ended:#?}");
    assert_eq!(service.enabling_calls().len(), 2);
    assert_eq!(journalled(&journal).len(), 2);
}

#[test]
fn a_journal_in_use_is_not_shared() {
    let service = service(5, Limits::off());
    service.emulator.add_faults([FaultRule::always(Fault::Hang)]).unwrap();
    let scratch = Scratch::new();
    let journal = scratch.text("journal");
    let enable = || service.command(["enable", "--journal", &journal, "--cust-space-id", "cams-emulator-1"]);
    let _first = enable().spawn();
    until("the first call", || !service.emulator.log().is_empty());
    enable().output().fails_clearly(2, "in use by another run", "other run has ended");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_the_run_at_once_and_says_how_to_resume() {
    for with_journal in [true, false] {
        let service = service(6, Limits::off());
        // The sixth call would last for ever.
        service.emulator.add_faults([FaultRule::always(Fault::Hang).on_channel("cams-emulator-6")]).unwrap();
        let scratch = Scratch::new();
        let (list, journal) = (scratch.file("list", id_list(6)), scratch.text("journal"));
        let mut run = service.command(["enable", "--from", &list, "--rate-limit", "off"]);
        if with_journal {
            run = run.args(["--journal", &journal]);
        }
        let mut started = run.spawn();
        let mut stdout = std::io::BufReader::new(started.child.stdout.take().unwrap());
        for _ in 0..5 {
            let mut line = String::new();
            stdout.read_line(&mut line).unwrap();
            assert!(line.contains("  enabled  "), "{line}");
        }
        until("the last call", || service.enabling_calls().len() == 6);
        let interrupted =
            std::process::Command::new("kill").args(["-INT", &started.child.id().to_string()]).status();
        assert!(interrupted.unwrap().success());
        let ended = started.end().exits(130);
        let how =
            if with_journal { format!("{journal} knows what is done") } else { "--journal FILE".to_owned() };
        let goodbye = ended.stderr.lines().last().unwrap();
        assert!(
            goodbye.starts_with("interrupted: 5 of 6 channels done; ") && goodbye.contains(&how),
            "{ended:#?}"
        );
        until("the end of the call under way", || {
            service.enabling_calls().iter().all(|call| call.outcome.is_some())
        });
        assert_eq!(journalled(&journal).len(), if with_journal { 5 } else { 0 });
    }
}

#[test]
fn an_output_that_nobody_reads_on_says_how_far_it_got() {
    let service = service(60, Limits::off());
    let scratch = Scratch::new();
    let (list, journal) = (scratch.file("list", id_list(60)), scratch.text("journal"));
    for form in ["text", "json"] {
        let run = service.command(["enable", "--from", &list, "--journal", &journal, "--output", form]);
        // One at a time, so that most are left when the second line meets nobody.
        let mut started = run.args(["--concurrency", "1", "--rate-limit", "off"]).spawn();
        let mut line = String::new();
        let mut stdout = std::io::BufReader::new(started.child.stdout.take().unwrap());
        stdout.read_line(&mut line).unwrap();
        drop(stdout);
        let ended = started.end().exits(1);
        let said = ended.stderr.lines().last().unwrap_or_default();
        assert!(said.starts_with("stopped, because the output cannot be written: "), "{ended:#?}");
        assert!(said.contains(" of 60 channels done; run the same command again: "), "{ended:#?}");
        assert!(said.ends_with(&format!("{journal} knows what is done")), "{ended:#?}");
    }
    service.command(["enable", "--from", &list, "--journal", &journal]).output().done();
    assert_eq!(service.enabling_calls().len(), 60, "nothing was called twice");
}

#[test]
fn a_list_as_excel_saves_it_is_enabled_and_a_dry_run_sends_nothing() {
    let service = Service::with_channels(2);
    let table =
        "Name\tChannel ID\tisv_code\r\nGröße\tcams-emulator-1\t\r\nZwei\tcams-emulator-2\t\r\n\t\t\r\n";
    let unicode_text: Vec<u8> =
        "\u{feff}".encode_utf16().chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let csv_utf_8 = format!("\u{feff}{}", table.replace('\t', ",")).into_bytes();
    let csv = table.replace('\t', ";").chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect();
    for bytes in [unicode_text, csv_utf_8, csv] {
        let dry = service.command(["enable", "--from", "-", "--dry-run"]).stdin(&bytes).output().done();
        assert_eq!(dry.stdout, "cams-emulator-1\ncams-emulator-2\n");
        assert_eq!(service.emulator.log(), []);
        let ended = service.command(["enable", "--from", "-"]).stdin(&bytes).output().done();
        assert_eq!(ended.stderr, "2 enabled\n");
        service.emulator.clear_log();
    }
}

#[test]
fn denied_channels_end_a_run_only_in_a_row_and_a_rerun_gets_further() {
    let service = service(40, Limits::off());
    for denied in 1..=10 {
        let rule = FaultRule::always(Fault::error(403, "Ram.PermissionDeny"));
        service.emulator.add_faults([rule.on_channel(format!("cams-emulator-{denied}"))]).unwrap();
    }
    let scratch = Scratch::new();
    let (list, journal) = (scratch.file("list", id_list(40)), scratch.text("journal"));
    let enable = || {
        let run = service.command(["enable", "--from", &list, "--journal", &journal, "--concurrency", "1"]);
        run.args(["--rate-limit", "off"]).output()
    };
    let first = enable().exits(3);
    assert!(first.stderr.ends_with("0 enabled, 5 failed, 35 channels were not called\n"), "{first:#?}");
    let second = enable().exits(3);
    assert!(second.stderr.ends_with("0 enabled, 5 failed, 35 channels were not called\n"), "{second:#?}");
    let third = enable().exits(3);
    assert!(third.stderr.contains("30 enabled, 5 failed"), "{third:#?}");
}

#[test]
fn the_account_s_own_channel_is_enabled_by_a_flag_of_its_own() {
    let service = Service::with_channels(1);
    let ended = service.command(["enable", "--own-channel", "--output", "json"]).output().done();
    assert_eq!(
        (&ended.objects()[0]["cust_space_id"], &ended.objects()[0]["status"]),
        (&Value::Null, &"enabled".into())
    );
    assert!(!service.enabling_calls()[0].parameters.contains_key("CustSpaceId"));
    let both = ["enable", "--own-channel", "--cust-space-id", "cams-emulator-1"];
    service.command(both).output().fails_clearly(2, "cannot be used with", "--help");
}
