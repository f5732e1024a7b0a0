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
    let expected: Vec<_> = names.iter().zip(expected).map(|(a, b)| ((*a).to_owned(), b.to_owned())).collect();
    assert_eq!(checks(ended), expected, "{ended:#?}");
}

#[test]
fn all_is_well_on_the_emulator() {
    let service = Service::with_spaces(1);
    let text = service.command(["doctor"]).output().done();
    assert_eq!(text.stderr, "");
    assert_eq!(text.stdout.lines().filter(|line| line.starts_with("ok    ")).count(), 8, "{text:#?}");
    assert!(text.stdout.contains("emul****y-id from environment"), "{text:#?}");
    let json = service.command(["doctor", "--output", "json"]).output().done();
    assert_eq!(json.objects()[0]["ok"], true);
    assert_statuses(&json, ["ok"; 8]);
}

#[test]
fn the_provider_that_serves_is_named() {
    let service = Service::with_spaces(1);
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
    let service = Service::with_spaces(1);
    let ended =
        Run::new(["doctor", "--output", "json", "--endpoint", &service.account.url]).output().exits(3);
    assert_statuses(&ended, ["ok", "fail", "ok", "ok", "ok", "ok", "ok", "skip"]);
    assert_eq!(ended.objects()[0]["ok"], false);
}

#[test]
fn a_wrong_setting_an_unknown_host_and_a_closed_port() {
    let setting = Run::new(["doctor", "--region", "cn-hangzhou"]).output().exits(2);
    assert!(setting.stdout.starts_with("FAIL  endpoint "), "{setting:#?}");
    let service = Service::with_spaces(1);
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
    let service = Service::with_spaces(1);
    let json = || service.command(["doctor", "--output", "json"]).output();
    service.emulator.set_signature_clock_offset_ms(7 * 60 * 1000).unwrap();
    assert_statuses(&json().done(), ["ok", "ok", "ok", "ok", "ok", "ok", "warn", "ok"]);
    service.emulator.set_signature_clock_offset_ms(-60 * 60 * 1000).unwrap();
    // The library learns the service's time, and so is let in.
    assert_statuses(&json().exits(3), ["ok", "ok", "ok", "ok", "ok", "ok", "fail", "ok"]);
}

#[test]
fn what_the_service_refuses_is_explained() {
    let service = Service::with_spaces(1);
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
fn a_foreign_space_shows_that_the_permission_is_there() {
    let service = Service::with_spaces(1);
    let ended = service.command(["doctor", "--cust-space-id", "cams-foreign"]).output().done();
    assert!(ended.stdout.contains("warn  permission "), "{ended:#?}");
}

#[test]
fn failures_of_the_service_have_their_code() {
    let service = Service::with_spaces(1);
    let action = "GetChatappPhoneNumberMetric";
    service
        .emulator
        .add_faults([FaultRule::always(Fault::error(503, "ServiceUnavailable")).on_action(action)])
        .unwrap();
    service.command(["doctor", "--max-attempts", "1"]).output().exits(4);
}

#[test]
fn proxies_are_named_without_their_passwords() {
    let service = Service::with_spaces(1);
    let ended = service
        .command(["doctor"])
        .env("HTTPS_PROXY", "http://user:hidden@proxy.invalid:3128")
        .env("NO_PROXY", "127.0.0.1")
        .output()
        .done();
    assert!(
        ended
            .stdout
            .contains("warn  proxy        HTTPS_PROXY=http://***@proxy.invalid:3128, not for 127.0.0.1"),
        "{ended:#?}"
    );
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
