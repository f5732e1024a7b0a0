//! Many channels: each one once, all told, nothing lost when a run is killed.

use std::collections::HashMap;
use std::path::Path;

use cams_roi::bulk::{BulkOptions, Channel, ChannelOutcome, Journal};
use cams_roi::{Client, Error, ErrorKind, RateLimit};
use futures_util::StreamExt as _;

use crate::scripted::{Reaction, Scripted, error, ok, parameters};

fn quick(service: &Scripted) -> Client {
    service.builder().rate_limit(RateLimit::off()).max_attempts(1).build().unwrap()
}

async fn run(client: &Client, channels: &[&str], options: BulkOptions) -> Vec<Result<ChannelOutcome, Error>> {
    client.enable_many(channels.iter().copied(), options).collect().await
}

async fn outcomes(
    client: &Client,
    channels: &[&str],
    options: BulkOptions,
) -> HashMap<String, ChannelOutcome> {
    let outcomes = run(client, channels, options).await.into_iter().map(Result::unwrap);
    outcomes.map(|outcome| (outcome.cust_space_id.clone(), outcome)).collect()
}

/// Which channels were called, in order.
fn called(service: &Scripted) -> Vec<String> {
    service.requests().iter().map(|request| parameters(request).remove("CustSpaceId").unwrap()).collect()
}

fn journaled(path: &Path) -> BulkOptions {
    BulkOptions::new().journal(Journal::open(path).unwrap()).concurrency(1)
}

fn refuse(id: &'static str, code: &'static str) -> Scripted {
    Scripted::new(
        move |_, request| if parameters(request)["CustSpaceId"] == id { error(400, code) } else { ok() },
    )
}

#[tokio::test]
async fn every_channel_has_one_outcome_and_a_failure_concerns_only_its_own() {
    let service = refuse("cams-2", "Unknown.ResourceOwnerId");
    let outcomes =
        outcomes(&quick(&service), &["cams-1", "cams-2", "cams-3", "cams-1"], BulkOptions::new()).await;
    assert_eq!(outcomes.len(), 3);
    assert!(outcomes["cams-1"].is_enabled() && outcomes["cams-3"].is_enabled());
    assert_eq!((outcomes["cams-1"].request_id.as_deref(), outcomes["cams-1"].attempts), (Some("R-1"), 1));
    let failed = &outcomes["cams-2"];
    assert_eq!(failed.error.as_ref().unwrap().kind(), ErrorKind::UnknownResourceOwner);
    assert_eq!((failed.request_id.as_deref(), failed.attempts), (Some("R-E"), 1));
    assert_eq!(service.count(), 3, "a channel that is given twice is called once");
}

#[tokio::test]
async fn isv_codes_are_the_channel_s_own_or_the_common_one() {
    let service = Scripted::of(vec![ok()]);
    let own = Channel { cust_space_id: "cams-1".into(), isv_code: Some("own".into()) };
    let channels = [own, Channel::new("cams-2")];
    let options = BulkOptions::new().isv_code("common").concurrency(1);
    quick(&service)
        .enable_many(channels, options)
        .for_each(|outcome| async { assert!(outcome.unwrap().is_enabled()) })
        .await;
    let codes: Vec<_> =
        service.requests().iter().map(|request| parameters(request)["IsvCode"].clone()).collect();
    assert_eq!(codes, ["own", "common"]);
}

#[tokio::test]
async fn an_error_of_the_account_ends_the_calling_but_no_channel_is_lost() {
    for code in ["SignatureDoesNotMatch", "Product.Unsubscript"] {
        let service = Scripted::of(vec![error(400, code)]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let outcomes = outcomes(&quick(&service), &["cams-1", "cams-2", "cams-3"], journaled(&path)).await;
        assert_eq!(service.count(), 1, "{code}");
        assert_eq!(outcomes.len(), 3);
        assert_eq!((outcomes["cams-1"].attempts, outcomes["cams-3"].attempts), (1, 0));
        assert!(!outcomes["cams-1"].not_called && outcomes["cams-3"].not_called);
        for (id, outcome) in &outcomes {
            let error = outcome.error.as_ref().unwrap();
            assert_eq!((error.code(), error.cust_space_id()), (Some(code), Some(id.as_str())));
        }
        // The journal holds only what was tried, and a later run takes all of them up.
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 1);
        let service = Scripted::of(vec![ok()]);
        run(&quick(&service), &["cams-1", "cams-2", "cams-3"], journaled(&path)).await;
        assert_eq!(called(&service), ["cams-2", "cams-3", "cams-1"], "first what was never called");
    }
}

#[tokio::test]
async fn a_denied_channel_concerns_no_other_until_several_in_a_row_are_denied() {
    let ids: Vec<String> = (1..=40).map(|number| format!("cams-{number}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let service = refuse("cams-7", "Ram.PermissionDeny");
    let found = outcomes(&quick(&service), &ids, BulkOptions::new().concurrency(1)).await;
    assert_eq!(service.count(), 40);
    assert_eq!(found.values().filter(|it| it.is_enabled()).count(), 39);

    let all_denied = || Scripted::of(vec![error(400, "Ram.PermissionDeny")]);
    for (options, calls) in [
        (BulkOptions::new(), 5),
        (BulkOptions::new().stop_after_denials(2), 2),
        (BulkOptions::new().stop_after_denials(99), 40),
    ] {
        let service = all_denied();
        let found = outcomes(&quick(&service), &ids, options.concurrency(1)).await;
        assert_eq!((service.count(), found.len()), (calls, 40));
        assert_eq!(found.values().filter(|it| it.not_called).count(), 40 - calls);
    }
    let refused = run(&quick(&all_denied()), &ids, BulkOptions::new().stop_after_denials(0)).await;
    assert_eq!(refused[0].as_ref().unwrap_err().message(), "stop_after_denials is zero");
}

#[tokio::test]
async fn what_failed_before_waits_until_all_others_were_called() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let denied = Scripted::of(vec![error(400, "Ram.PermissionDeny")]);
    let ids = ["cams-1", "cams-2", "cams-3", "cams-4"];
    run(&quick(&denied), &ids, journaled(&path).stop_after_denials(2)).await;
    assert_eq!(called(&denied), ["cams-1", "cams-2"]);
    let again = Scripted::of(vec![error(400, "Ram.PermissionDeny")]);
    run(&quick(&again), &ids, journaled(&path).stop_after_denials(2)).await;
    assert_eq!(
        called(&again),
        ["cams-3", "cams-4"],
        "a rerun gets further, however early the list begins to fail"
    );
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_for_channels_that_waited_for_their_turn_when_the_run_ended() {
    let service = Scripted::of(vec![error(400, "Product.Unsubscript")]);
    let client = service
        .builder()
        .account_id("waiting-for-a-turn")
        .rate_limit(RateLimit::per_second(1.0))
        .build()
        .unwrap();
    let ids: Vec<String> = (1..=20).map(|number| format!("cams-{number}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let found = outcomes(&client, &ids, BulkOptions::new().concurrency(20)).await;
    assert_eq!((service.count(), found.len()), (1, 20));
}

#[tokio::test]
async fn a_second_run_calls_only_what_is_not_enabled_yet() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let service = refuse("cams-2", "InternalError");
    outcomes(&quick(&service), &["cams-1", "cams-2", "cams-3"], journaled(&path)).await;
    let again = Scripted::of(vec![ok()]);
    let outcomes =
        outcomes(&quick(&again), &["cams-1", "cams-2", "cams-3", "cams-4"], journaled(&path)).await;
    assert_eq!(called(&again), ["cams-4", "cams-2"]);
    assert!(outcomes.values().all(ChannelOutcome::is_enabled));
    assert!(outcomes["cams-1"].resumed && !outcomes["cams-2"].resumed);
    assert_eq!((outcomes["cams-1"].request_id.as_deref(), outcomes["cams-1"].attempts), (Some("R-1"), 1));
    let lines: Vec<serde_json::Value> = std::fs::read_to_string(&path)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(
        (lines[1]["status"].as_str(), lines[1]["error"]["code"].as_str()),
        (Some("failed"), Some("InternalError"))
    );
    assert_eq!(lines[0]["endpoint"], "https://cams.ap-southeast-1.aliyuncs.com/");
}

#[tokio::test]
async fn a_success_is_on_disk_before_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let service = Scripted::of(vec![ok()]);
    let client = quick(&service);
    let mut stream = std::pin::pin!(client.enable_many(["cams-1", "cams-2", "cams-3"], journaled(&path)));
    let mut told = 0;
    while let Some(outcome) = stream.next().await {
        told += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.lines().count() >= told && text.contains(&outcome.unwrap().cust_space_id));
    }
    assert_eq!(told, 3);
}

#[tokio::test]
async fn a_rehearsal_elsewhere_does_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let rehearsal = Scripted::of(vec![ok()]);
    let elsewhere =
        rehearsal.builder().endpoint("http://127.0.0.1:1").rate_limit(RateLimit::off()).build().unwrap();
    run(&elsewhere, &["cams-1"], journaled(&path)).await;
    let service = Scripted::of(vec![ok()]);
    run(&quick(&service), &["cams-1"], journaled(&path)).await;
    assert_eq!(service.count(), 1);
}

/// The journal after a run that was killed, or lost its power, when `cut` bytes of it were on disk. A file system may
/// have made room for more, which is `zeros` then.
async fn resume_from(cut: usize, zeros: usize, whole: &[u8], path: &Path) -> (Vec<String>, String) {
    let left = [&whole[..cut], &vec![0; zeros]].concat();
    std::fs::write(path, left).unwrap();
    let service = Scripted::of(vec![ok()]);
    let outcomes = outcomes(&quick(&service), &["cams-1", "cams-2", "cams-3"], journaled(path)).await;
    assert!(outcomes.len() == 3 && outcomes.values().all(ChannelOutcome::is_enabled), "cut at {cut}");
    (called(&service), std::fs::read_to_string(path).unwrap())
}

#[tokio::test]
async fn wherever_a_run_is_killed_the_next_one_loses_and_repeats_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    run(&quick(&Scripted::of(vec![ok()])), &["cams-1", "cams-2", "cams-3"], journaled(&path)).await;
    let whole = std::fs::read(&path).unwrap();
    for cut in 0..=whole.len() {
        let recorded = serde_json::Deserializer::from_slice(&whole[..cut])
            .into_iter::<serde_json::Value>()
            .filter_map(Result::ok)
            .count();
        for zeros in [0, 100] {
            let (called, text) = resume_from(cut, zeros, &whole, &path).await;
            assert_eq!(called.len(), 3 - recorded, "cut at {cut}");
            let lines = text.lines().filter(|line| serde_json::from_str::<serde_json::Value>(line).is_ok());
            assert_eq!((lines.count(), text.lines().count()), (3, 3), "cut at {cut}: {text}");
        }
    }
}

#[tokio::test]
async fn what_is_no_journal_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    for text in ["cams-1\ncams-2\n", "cams-1", "{\"a\":1}\n", "\0\u{1}binary", "{\"time\":\"x\"}\nrest\n"] {
        std::fs::write(&path, text).unwrap();
        let error = Journal::open(&path).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.message().contains("notes.txt is not a journal of this command: line 1"), "{error}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
    let device = Journal::open("/dev/full").unwrap_err();
    assert!(device.message().ends_with("is not a regular file"), "{device}");
    let in_a_folder = Journal::open(folder.path().join("none").join("journal")).unwrap_err();
    assert!(in_a_folder.message().contains("cannot be opened"), "{in_a_folder}");
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    std::fs::write(&path, "").unwrap();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let read_only = Journal::open(&path).unwrap_err().message().to_owned();
    assert!(read_only.contains("is read-only") || read_only.contains("cannot be opened"), "{read_only}");
}

#[tokio::test]
async fn two_runs_cannot_share_a_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let first = Journal::open(&path).unwrap();
    assert!(Journal::open(&path).unwrap_err().message().ends_with("is in use by another run"));
    drop(first);
    Journal::open(&path).unwrap();
}

#[tokio::test]
async fn dropping_the_stream_ends_the_calls() {
    let service = Scripted::new(|number, _| if number == 0 { ok() } else { Reaction::Never });
    let client = quick(&service);
    {
        let mut stream =
            std::pin::pin!(client.enable_many((0..1000).map(|n| format!("cams-{n}")), BulkOptions::new()));
        assert!(stream.next().await.unwrap().unwrap().is_enabled());
    }
    assert!(service.count() <= 65, "only what was under way had been called: {}", service.count());
}
