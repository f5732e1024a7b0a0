//! `enable`: what it says, and with which exit code.

use cams_roi_emulator::{AccountPatch, Fault, FaultRule};

use crate::support::{Run, Scratch, Service, id_list};

/// The lines of standard output, sorted: outcomes come in the order in which calls end.
fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<_> = text.lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn one_line_for_each_channel_and_a_summary() {
    let service = Service::with_channels(3);
    let scratch = Scratch::new();
    let list = scratch.file(
        "list.csv",
        "\u{feff}name,CustSpaceId\r\nA,cams-emulator-2\r\nB,cams-foreign\r\nC,cams-emulator-1\r\n",
    );
    let ended =
        service.command(["enable", "--cust-space-id", "cams-emulator-1", "--from", &list]).output().exits(1);
    let lines = sorted(&ended.stdout);
    assert!(lines[0].starts_with("cams-emulator-1  enabled  request "), "{ended:#?}");
    assert!(lines[1].starts_with("cams-emulator-2  enabled  request "), "{ended:#?}");
    assert!(
        lines[2].starts_with("cams-foreign     failed  UnknownResourceOwnerError Unknown.ResourceOwnerId: "),
        "{ended:#?}"
    );
    let said: Vec<_> = ended.stderr.lines().collect();
    assert_eq!(said.len(), 3, "{ended:#?}");
    assert_eq!(said[0], "note: 1 repeated ID left out: each channel is enabled once");
    assert!(said[1].starts_with("hint: Check CustSpaceId"), "{ended:#?}");
    assert_eq!(said[2], "2 enabled, 1 failed");
    assert_eq!(service.enabling_calls().len(), 3);
}

#[test]
fn one_object_for_each_channel_with_exactly_these_fields() {
    let service = Service::with_channels(1);
    let ended = service
        .command([
            "enable",
            "--cust-space-id",
            "cams-emulator-1",
            "--cust-space-id",
            "cams-foreign",
            "--output",
            "json",
        ])
        .output()
        .exits(1);
    assert_eq!(ended.stderr, "");
    let lines = sorted(&ended.stdout);
    let request_id = &ended.objects().into_iter().find(|it| it["status"] == "enabled").unwrap()["request_id"];
    assert_eq!(
        lines[0],
        format!(
            r#"{{"cust_space_id":"cams-emulator-1","status":"enabled","request_id":{request_id},"attempts":1,"error":null,"resumed":false,"not_called":false,"message":null,"access_denied_detail":null}}"#
        )
    );
    assert!(
        lines[1].starts_with(r#"{"cust_space_id":"cams-foreign","status":"failed","request_id":""#),
        "{ended:#?}"
    );
    assert!(
        lines[1].contains(r#""attempts":1,"error":{"kind":"UnknownResourceOwnerError","code":"Unknown.ResourceOwnerId","message":"#),
        "{ended:#?}"
    );
}

#[test]
fn the_isv_code_of_the_line_wins_over_the_flag_s() {
    let service = Service::with_channels(2);
    let list = "cust_space_id,isv_code\ncams-emulator-1,wrong-code\ncams-emulator-2,\n";
    let ended = service
        .command(["enable", "--from", "-", "--isv-code", service.account.isv_code.as_deref().unwrap()])
        .stdin(list.as_bytes())
        .output()
        .exits(1);
    let lines = sorted(&ended.stdout);
    assert!(
        lines[0].starts_with("cams-emulator-1  failed  PermissionDeniedError Authentication.NoAuth"),
        "{ended:#?}"
    );
    assert!(lines[1].starts_with("cams-emulator-2  enabled  "), "{ended:#?}");
}

#[test]
fn an_error_of_the_account_is_said_once_to_people_and_for_each_channel_to_programs() {
    let service = Service::with_channels(0);
    service
        .emulator
        .patch_account(AccountPatch {
            subscribed: Some(false),
            ..AccountPatch::new(service.emulator.accounts()[0].account_id.clone())
        })
        .unwrap();
    let ids = id_list(200);
    let text = service.command(["enable", "--from", "-"]).stdin(ids.as_bytes()).output().exits(3);
    assert_eq!(text.stdout, "");
    let lines: Vec<_> = text.stderr.lines().collect();
    assert_eq!(lines.len(), 3, "{text:#?}");
    assert!(lines[0].starts_with("error: EnableWhatsappROIMetric: Product.Unsubscript: "), "{text:#?}");
    assert!(lines[1].starts_with("hint: Subscribe"), "{text:#?}");
    let called = service.enabling_calls().len();
    assert!((1..=5).contains(&called), "{called}");
    assert_eq!(lines[2], format!("0 enabled, {called} failed, {} channels were not called", 200 - called));

    let json = service
        .command(["enable", "--from", "-", "--output", "json"])
        .stdin(ids.as_bytes())
        .output()
        .exits(3);
    let objects = json.objects();
    assert_eq!((objects.len(), json.stderr.as_str()), (200, ""));
    assert!(objects.iter().all(|it| it["status"] == "failed" && it["error"]["kind"] == "NotSubscribedError"));
    assert!(objects.iter().all(|it| it["not_called"] == (it["attempts"] == 0)));
}

#[test]
fn channels_that_were_not_called_are_listed_when_others_were_enabled() {
    let service = Service::with_channels(8);
    service
        .emulator
        .add_faults([FaultRule::always(Fault::error(400, "InvalidAccessKeyId.Inactive")).after(2)])
        .unwrap();
    let ids = id_list(8);
    let ended = service
        .command(["enable", "--from", "-", "--rate-limit", "1"])
        .stdin(ids.as_bytes())
        .output()
        .exits(3);
    let count = |what: &str| ended.stdout.lines().filter(|line| line.contains(what)).count();
    assert_eq!((count("  enabled  "), count("  failed  "), count("not called: ")), (2, 6, 5), "{ended:#?}");
    assert!(ended.stderr.ends_with("2 enabled, 1 failed, 5 channels were not called\n"), "{ended:#?}");
}

#[test]
fn the_exit_code_is_that_on_which_all_failures_agree() {
    let service = Service::with_channels(2);
    let enable = || {
        let ids = ["enable", "--cust-space-id", "cams-emulator-1", "--cust-space-id", "cams-emulator-2"];
        service.command(ids).args(["--max-attempts", "1"]).output()
    };
    let on = |channel: &str, fault: Fault| FaultRule::once(fault).on_channel(channel);
    for (first, second, code) in [
        (Fault::throttle(None), Fault::error(503, "ServiceUnavailable"), 4),
        (Fault::Reset, Fault::Html { status: 502 }, 5),
        (Fault::error(403, "Authentication.NoAuth"), Fault::error(403, "Authentication.NoAuth"), 3),
        (Fault::throttle(None), Fault::Reset, 1),
        (Fault::error(400, "InvalidParameter"), Fault::error(400, "InvalidParameter"), 1),
    ] {
        let rules = [on("cams-emulator-1", first.clone()), on("cams-emulator-2", second.clone())];
        service.emulator.add_faults(rules).unwrap();
        let ended = enable().exits(code);
        assert!(ended.stderr.ends_with("0 enabled, 2 failed\n"), "{first:?} {second:?}: {ended:#?}");
        service.emulator.clear_faults();
    }
    service.emulator.add_faults([on("cams-emulator-2", Fault::throttle(None))]).unwrap();
    assert!(enable().exits(1).stderr.ends_with("1 enabled, 1 failed\n"));
    enable().done();
}

#[test]
fn what_passes_is_tried_again() {
    let service = Service::with_channels(1);
    service.emulator.add_faults([FaultRule::once(Fault::Reset)]).unwrap();
    let ended =
        service.command(["enable", "--cust-space-id", "cams-emulator-1", "--output", "json"]).output().done();
    assert_eq!(ended.objects()[0]["attempts"], 2);
}

#[test]
fn both_signatures_and_flags_in_place_of_the_environment() {
    let service = Service::with_channels(1);
    let account = &service.account;
    for signature in ["acs3-hmac-sha256", "hmac-sha1"] {
        let flags =
            ["--endpoint", &account.url, "--access-key-id", &account.access_key_id, "--signature", signature];
        // The flags may stand before the command and behind it.
        let ended = Run::new(flags)
            .args(["enable", "--cust-space-id", "cams-emulator-1"])
            .args(["--access-key-secret", &account.access_key_secret])
            .output()
            .done();
        assert_eq!(ended.stderr, "1 enabled\n");
        assert_eq!(service.enabling_calls().last().unwrap().signature, Some(signature));
    }
}
