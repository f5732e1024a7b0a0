//! `doctor`.

use std::net::TcpListener;

use cams_roi_emulator::{AccountPatch, Fault, FaultRule};
use serde_json::Value;

use crate::support::{Ended, Run, Scratch, Service};

/// Each check's name and status.
fn checks(ended: &Ended) -> Vec<(String, String)> {
    let report = &ended.objects()[0];
    let text = |check: &Value, field: &str| check[field].as_str().unwrap().to_owned();
    let checks = report["checks"].as_array().unwrap();
    checks.iter().map(|check| (text(check, "name"), text(check, "status"))).collect()
}

#[track_caller]
fn assert_statuses(ended: &Ended, expected: [&str; 8]) {
    let names = ["endpoint", "credentials", "proxy", "dns", "tcp", "http", "clock", "permission"];
    // Each of the six actions is checked where it can be.
    let permissions = if expected[7] == "skip" { 1 } else { 6 };
    let names = names.iter().chain(vec![&"permission"; permissions - 1]);
    let expected = expected.into_iter().chain(vec![expected[7]; permissions - 1]);
    let expected: Vec<_> = names.zip(expected).map(|(a, b)| ((*a).to_owned(), b.to_owned())).collect();
    assert_eq!(checks(ended), expected, "{ended:#?}");
}

#[test]
fn all_is_well_on_the_emulator() {
    let service = Service::with_channels(1);
    let text = service.command(["doctor"]).output().done();
    assert_eq!(text.stderr, "");
    assert_eq!(text.stdout.lines().filter(|line| line.starts_with("ok    ")).count(), 13, "{text:#?}");
    assert!(text.stdout.contains("emul****y-id from environment"), "{text:#?}");
    let json = service.command(["doctor", "--output", "json"]).output().done();
    assert_eq!(json.objects()[0]["ok"], true);
    assert_statuses(&json, ["ok"; 8]);
}

#[test]
fn the_provider_that_serves_is_named() {
    let service = Service::with_channels(1);
    let by_flags = Run::new(["doctor", "--endpoint", &service.account.url])
        .args(["--access-key-id", &service.account.access_key_id])
        .args(["--access-key-secret", &service.account.access_key_secret])
        .output()
        .done();
    assert!(by_flags.stdout.contains("emul****y-id from the command line"), "{by_flags:#?}");
    let home = Scratch::new();
    std::fs::create_dir(home.path(".aliyun")).unwrap();
    let (id, secret) = (&service.account.access_key_id, &service.account.access_key_secret);
    let profile = format!(
        r#"{{"current":"p","profiles":[{{"name":"p","mode":"AK","access_key_id":"{id}","access_key_secret":"{secret}"}}]}}"#
    );
    std::fs::write(home.path(".aliyun/config.json"), profile).unwrap();
    let by_profile =
        Run::new(["doctor", "--endpoint", &service.account.url]).env("HOME", &home.text("")).output().done();
    assert!(by_profile.stdout.contains("emul****y-id from aliyun CLI profile"), "{by_profile:#?}");
}

#[test]
fn without_credentials_the_rest_is_checked_all_the_same() {
    let service = Service::with_channels(1);
    let ended =
        Run::new(["doctor", "--output", "json", "--endpoint", &service.account.url]).output().exits(3);
    assert_statuses(&ended, ["ok", "fail", "ok", "ok", "ok", "ok", "ok", "skip"]);
    assert_eq!(ended.objects()[0]["ok"], false);
}

#[test]
fn a_wrong_setting_an_unknown_host_and_a_closed_port() {
    let setting = Run::new(["doctor", "--region", "cn-hangzhou"]).output().exits(2);
    assert!(setting.stdout.starts_with("FAIL  endpoint "), "{setting:#?}");
    let service = Service::with_channels(1);
    let json = |endpoint: &str| {
        service.command(["doctor", "--output", "json", "--endpoint", endpoint]).output().exits(5)
    };
    assert_statuses(
        &json("http://nowhere.invalid"),
        ["ok", "ok", "ok", "fail", "skip", "fail", "skip", "skip"],
    );
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let closed = format!("http://127.0.0.1:{port}");
    assert_statuses(&json(&closed), ["ok", "ok", "ok", "ok", "fail", "fail", "skip", "skip"]);
    // Something that speaks no TLS.
    let plain = service.account.url.replace("http:", "https:");
    assert_statuses(&json(&plain), ["ok", "ok", "ok", "ok", "ok", "fail", "skip", "skip"]);
}

#[test]
fn a_clock_that_is_off() {
    let service = Service::with_channels(1);
    let json = || service.command(["doctor", "--output", "json"]).output();
    service.emulator.set_signature_clock_offset_ms(7 * 60 * 1000).unwrap();
    assert_statuses(&json().done(), ["ok", "ok", "ok", "ok", "ok", "ok", "warn", "ok"]);
    service.emulator.set_signature_clock_offset_ms(-60 * 60 * 1000).unwrap();
    // The library learns the service's time, and so is let in.
    assert_statuses(&json().exits(3), ["ok", "ok", "ok", "ok", "ok", "ok", "fail", "ok"]);
}

#[test]
fn what_the_service_refuses_is_explained() {
    let service = Service::with_channels(1);
    let patch = || AccountPatch::new(service.emulator.accounts()[0].account_id.clone());
    let doctor = || service.command(["doctor"]).output();
    service.emulator.patch_account(AccountPatch { permissions: Some(vec![]), ..patch() }).unwrap();
    let denied = doctor().exits(3);
    assert!(denied.stdout.contains("FAIL  permission   PermissionDeniedError: "), "{denied:#?}");
    assert!(denied.stdout.contains("cams:GetChatappPhoneNumberMetric"), "{denied:#?}");
    service.emulator.patch_account(AccountPatch { subscribed: Some(false), ..patch() }).unwrap();
    assert!(doctor().exits(3).stdout.contains("NotSubscribedError: "));
    let wrong = service.command(["doctor"]).env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "wrong").output().exits(3);
    assert!(wrong.stdout.contains("AuthenticationError: "), "{wrong:#?}");
}

#[test]
fn each_action_is_checked_and_none_changes_anything() {
    let service = Service::with_channels(1);
    let account = service.emulator.accounts()[0].account_id.clone();
    let only = |action: &str| AccountPatch {
        permissions: Some(vec![format!("cams:{action}")]),
        ..AccountPatch::new(account.clone())
    };
    service.emulator.patch_account(only("GetChatappTemplateMetric")).unwrap();
    let ended = service.command(["doctor"]).output().exits(3);
    for (action, status) in [
        ("EnableWhatsappROIMetric", "FAIL"),
        ("GetChatappPhoneNumberMetric", "FAIL"),
        ("GetChatappTemplateMetric", "ok  "),
        ("ListInstance", "warn"),
        ("QueryChatappPhoneNumbers", "warn"),
        ("ListChatappTemplate", "warn"),
    ] {
        let line = ended.stdout.lines().find(|line| line.contains("permission") && line.contains(action));
        assert!(line.is_some_and(|line| line.starts_with(status)), "{action}: {ended:#?}");
    }
    assert!(ended.stdout.contains("(denied: ImplicitDeny of cams:"), "{ended:#?}");
    assert_eq!(service.emulator.accounts()[0].channels[0].enabled_at, None);
}

#[test]
fn channels_say_whose_they_are_and_since_when_they_are_enabled() {
    let service = Service::with_channels(2);
    let scratch = Scratch::new();
    let journal = scratch.text("journal");
    let ids = ["--cust-space-id", "cams-emulator-1"];
    service.command(["enable", "--journal", &journal]).args(ids).output().done();
    let doctor = || service.command(["doctor", "--journal", &journal]).args(ids);
    let ended = doctor()
        .args(["--cust-space-id", "cams-emulator-2", "--cust-space-id", "cams-foreign"])
        .output()
        .exits(1);
    let line = |id: &str| ended.stdout.lines().find(|line| line.contains(id)).unwrap_or_default().to_owned();
    assert!(line("cams-emulator-1").starts_with("ok    channel "), "{ended:#?}");
    assert!(line("cams-emulator-1").contains("enabled at 2"), "{ended:#?}");
    assert!(line("cams-emulator-2").starts_with("warn  channel "), "{ended:#?}");
    assert!(line("cams-foreign").starts_with("FAIL  channel "), "{ended:#?}");
    doctor().args(["--journal", "/nonexistent/journal"]).output().exits(2);
}

#[test]
fn a_throttled_check_is_a_warning() {
    let service = Service::with_channels(1);
    service.emulator.add_faults([FaultRule::always(Fault::throttle(None))]).unwrap();
    let ended = service.command(["doctor", "--max-attempts", "1", "--rate-limit", "off"]).output().done();
    assert_eq!(ended.stdout.matches("warn  permission   ThrottledError").count(), 6, "{ended:#?}");
}

#[test]
fn the_reason_of_a_denial_is_told() {
    let service = Service::with_channels(1);
    let account = service.emulator.accounts()[0].account_id.clone();
    let nothing = AccountPatch { permissions: Some(vec![]), ..AccountPatch::new(account) };
    service.emulator.patch_account(nothing).unwrap();
    let metrics =
        ["metrics", "phone-number", "--start", "1d", "--end", "now", "--cust-space-id", "cams-emulator-1"];
    let ended = service.command(metrics).output().exits(3);
    assert!(
        ended.stderr.contains("; denied: ImplicitDeny of cams:GetChatappPhoneNumberMetric"),
        "{ended:#?}"
    );
}

#[test]
fn failures_of_the_service_have_their_code() {
    let service = Service::with_channels(1);
    let action = "GetChatappPhoneNumberMetric";
    service
        .emulator
        .add_faults([FaultRule::always(Fault::error(503, "ServiceUnavailable")).on_action(action)])
        .unwrap();
    service.command(["doctor", "--max-attempts", "1"]).output().exits(4);
}

#[test]
fn proxies_are_named_without_their_passwords() {
    let service = Service::with_channels(1);
    let ended = service
        .command(["doctor"])
        .env("HTTPS_PROXY", "http://user:hidden@proxy.invalid:3128")
        .env("NO_PROXY", "127.0.0.1")
        .output()
        .done();
    assert!(ended.stdout.contains("ok    proxy        none: "), "the endpoint is http: {ended:#?}");
    assert!(!ended.stdout.contains("hidden"), "{ended:#?}");
    let ended = service
        .command(["doctor"])
        .env("http_proxy", "http://user:hidden@proxy.invalid:3128")
        .env("NO_PROXY", "127.0.0.1")
        .output()
        .done();
    assert!(ended.stdout.contains("ok    proxy        none: NO_PROXY excepts this host"), "{ended:#?}");
    let ended = service
        .command(["doctor", "--max-attempts", "1"])
        .env("HTTP_PROXY", "")
        .env("http_proxy", "'user:hid@den@127.0.0.1:1' ")
        .output()
        .exits(5);
    assert!(
        ended.stdout.contains("warn  proxy        http://***@127.0.0.1:1, as http_proxy says"),
        "{ended:#?}"
    );
    assert!(!ended.stdout.contains("hid"), "{ended:#?}");
    let wrong = service.command(["doctor"]).env("http_proxy", "socks://proxy:1").output().exits(2);
    assert!(wrong.stdout.contains("ConfigurationError: http_proxy has the scheme socks"), "{wrong:#?}");
    assert!(!ended.stdout.contains("hidden"), "{ended:#?}");
    let through = service.command(["doctor", "--proxy", "http://user:hidden@127.0.0.1:1"]).output().exits(5);
    assert!(!through.stdout.contains("hidden"), "{through:#?}");
    let direct = service
        .command(["doctor", "--proxy", "none"])
        .env("HTTP_PROXY", "http://127.0.0.1:1")
        .output()
        .done();
    assert!(direct.stdout.contains("ok    proxy        none"), "{direct:#?}");
}
