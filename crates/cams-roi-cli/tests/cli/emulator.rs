//! `emulator`.

use std::io::{BufRead as _, BufReader};

use serde_json::Value;

use crate::support::{Run, Scratch, Started};

/// Starts the emulator and reads its one line.
fn start(flags: &[&str]) -> (Started, Value, String) {
    let mut started = Run::new(["emulator"]).args(flags).spawn();
    let mut line = String::new();
    BufReader::new(started.child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let account = serde_json::from_str(&line).unwrap();
    (started, account, line)
}

fn enable(account: &Value) -> crate::support::Ended {
    let text = |name: &str| account[name].as_str().unwrap().to_owned();
    let ids = account["cust_space_ids"].as_array().unwrap();
    let ids = ids.iter().flat_map(|id| ["--cust-space-id".to_owned(), id.as_str().unwrap().to_owned()]);
    Run::new(["enable", "--isv-code", &text("isv_code")])
        .args(ids)
        .env("CAMS_ROI_ENDPOINT", &text("url"))
        .env("ALIBABA_CLOUD_ACCESS_KEY_ID", &text("access_key_id"))
        .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", &text("access_key_secret"))
        .output()
}

#[test]
fn one_line_tells_all_that_a_client_needs() {
    let (_started, account, line) = start(&["--channels", "3", "--qps", "100", "--seed", "7"]);
    assert_eq!(account.as_object().unwrap().len(), 5);
    assert!(line.starts_with(r#"{"url":"http://127.0.0.1:"#), "{line}");
    assert_eq!(enable(&account).done().stderr, "3 enabled\n");
}

#[test]
fn it_has_as_much_of_everything_as_the_flags_say() {
    let flags = ["--channels", "2", "--phone-numbers", "2", "--templates", "4", "--template-languages", "3"];
    let (_started, account, _) =
        start(&[&flags[..], &["--late-days", "3", "--day-offset", "-03:30"]].concat());
    let call = |action: &str| {
        Run::new(["call", action, "CustSpaceId=cams-emulator-2"])
            .env("CAMS_ROI_ENDPOINT", account["url"].as_str().unwrap())
            .env("ALIBABA_CLOUD_ACCESS_KEY_ID", account["access_key_id"].as_str().unwrap())
            .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", account["access_key_secret"].as_str().unwrap())
            .output()
            .done()
    };
    let answer = |action| serde_json::from_str::<Value>(&call(action).stdout).unwrap();
    assert_eq!(answer("ListChatappTemplate")["Total"], (4 + 3) * 3);
    assert_eq!(answer("QueryChatappPhoneNumbers")["PhoneNumbers"].as_array().unwrap().len(), 2);

    let wrong = |flags: &[&str], problem: &str| {
        Run::new(["emulator"]).args(flags).output().fails_clearly(2, problem, "");
    };
    wrong(&["--day-offset", "8h"], "+08:00");
    wrong(&["--day-offset", "08:10"], "whole half hours");
    wrong(&["--template-languages", "0"], "languages");
}

#[test]
fn it_ends_with_the_program_that_holds_its_standard_input() {
    let (mut started, account, _) = start(&["--exit-with-stdin"]);
    enable(&account).done();
    drop(started.child.stdin.take());
    assert_eq!(started.child.wait().unwrap().code(), Some(0));
}

#[cfg(unix)]
#[test]
fn signals_end_it_cleanly() {
    for signal in ["-INT", "-TERM"] {
        let (mut started, _, _) = start(&[]);
        let killed =
            std::process::Command::new("kill").args([signal, &started.child.id().to_string()]).status();
        assert!(killed.unwrap().success());
        assert_eq!(started.child.wait().unwrap().code(), Some(0), "{signal}");
    }
}

#[test]
fn a_port_that_is_taken() {
    let (_started, account, _) = start(&[]);
    let port = account["url"].as_str().unwrap().rsplit(':').next().unwrap().to_owned();
    Run::new(["emulator", "--port", &port]).output().fails_clearly(
        1,
        &format!("cannot start on port {port}"),
        "free",
    );
    Run::new(["emulator", "--qps", "many"]).output().fails_clearly(2, "whole number, or off", "");
}

#[test]
fn over_tls_it_says_whom_to_trust_and_shows_a_wrong_certificate_where_it_is_asked_to() {
    let scratch = Scratch::new();
    let called = |flag: &str| {
        let (started, account, line) = start(&[flag]);
        assert!(line.starts_with(r#"{"url":"https://127.0.0.1:"#), "{line}");
        let trusted = scratch.file("ca.pem", account["ca_pem"].as_str().unwrap());
        let text = |name: &str| account[name].as_str().unwrap().to_owned();
        let ended = Run::new(["enable", "--cust-space-id", "cams-emulator-1", "--ca-bundle", &trusted])
            .args(["--max-attempts", "1"])
            .env("CAMS_ROI_ENDPOINT", &text("url"))
            .env("ALIBABA_CLOUD_ACCESS_KEY_ID", &text("access_key_id"))
            .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", &text("access_key_secret"))
            .output();
        drop(started);
        ended
    };
    called("--tls").done();
    for (flag, reason) in [("--tls=expired", "expired"), ("--tls=other-host", "not valid for name")] {
        let refused = called(flag).exits(5);
        assert!(refused.stderr.contains(reason), "{flag}: {}", refused.stderr);
    }
}
