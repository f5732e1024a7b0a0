//! These run real programs, as a POSIX system has them.
#![cfg(unix)]

use std::path::Path;

use cams_roi::Credentials;
use cams_roi::credentials::ExternalCredentials;

use crate::surroundings::{Surroundings, set_mode, time};

/// A program that runs `script`, in a folder whose name has a space.
fn program(around: &Surroundings, script: &str) -> String {
    let path = around.write("my tools/print-credentials", &format!("#!/bin/sh\n{script}\n"));
    set_mode(&path, 0o700);
    path.display().to_string()
}

async fn run(script: &str) -> Result<Credentials, String> {
    let around = Surroundings::nothing();
    let command = format!("'{}' --for \"this account\" '$HOME;#'", program(&around, script));
    around.ask(ExternalCredentials::new(command)).await.map_err(|reason| {
        reason
            .strip_prefix("external program: ")
            .unwrap()
            .replace("\"~/my tools/print-credentials\"", "PROGRAM")
    })
}

#[tokio::test]
async fn words_are_split_as_a_shell_does_but_nothing_is_expanded() {
    let script = r#"printf '{"mode":"AK","access_key_id":"%s","access_key_secret":"%s"}' "$1" "$3""#;
    assert_eq!(run(script).await, Ok(Credentials::new("--for", "$HOME;#")));
}

#[tokio::test]
async fn temporary_credentials_have_a_token_and_perhaps_an_expiration() {
    let script = r#"echo '{"mode":"StsToken","access_key_id":"i","access_key_secret":"s","sts_token":"t","expiration":"2030-01-31T12:00:00Z"}'"#;
    let expected = Credentials::new("i", "s").with_security_token("t");
    assert_eq!(run(script).await, Ok(expected.clone().expiring_at(time("2030-01-31T12:00:00Z"))));
    let script = script.replace(r#","expiration":"2030-01-31T12:00:00Z""#, "");
    assert_eq!(run(&script).await, Ok(expected));
}

#[tokio::test]
async fn every_failure_says_what_to_do_and_shows_nothing_that_was_printed() {
    for (script, problem) in [
        ("echo hush", "what PROGRAM printed: the answer is not JSON (line 1, column 1)"),
        ("echo '{\"access_key_secret\":\"hush\"}'", "what PROGRAM printed: has no access_key_id"),
        ("echo '{\"access_key_id\":\"i\"}'", "what PROGRAM printed: has no access_key_secret"),
        (
            r#"echo '{"mode":"StsToken","access_key_id":"i","access_key_secret":"hush"}'"#,
            "what PROGRAM printed: has no sts_token, but mode StsToken",
        ),
        ("echo hush >&2; exit 3", "PROGRAM failed (exit status: 3): run it in a terminal to see why"),
    ] {
        assert_eq!(run(script).await.unwrap_err(), problem);
    }
    let ask = async |command: &str| {
        Surroundings::nothing().ask(ExternalCredentials::new(command)).await.unwrap_err()
    };
    assert!(ask("/nonexistent/program --now").await.contains("\"/nonexistent/program\" cannot be started: "));
    assert!(ask("echo 'open").await.ends_with("process_command has a quote that does not end"));
    assert!(ask("  ").await.ends_with("process_command is empty"));
}

/// Whether the process has ended; it stays in the table until its parent has looked.
fn has_ended(pid: &str) -> bool {
    let Ok(status) = std::fs::read_to_string(format!("/proc/{pid}/stat")) else { return true };
    status.rsplit_once(") ").is_some_and(|(_, rest)| rest.starts_with('Z'))
}

async fn pid(path: &Path) -> String {
    loop {
        match std::fs::read_to_string(path) {
            Ok(text) if text.ends_with('\n') => return text.trim().to_owned(),
            _ => tokio::task::yield_now().await,
        }
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_program_that_nobody_waits_for_any_more_is_killed() {
    let around = Surroundings::nothing();
    let file = around.home.path().join("pid");
    let command = program(&around, &format!("echo $$ > '{}'; exec sleep 600", file.display()));
    let provider = ExternalCredentials::new(format!("'{command}'"));
    let pid = tokio::select! {
        _ = around.ask(provider) => panic!("it sleeps"),
        pid = pid(&file) => pid,
    };
    while !has_ended(&pid) {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_program_has_a_minute() {
    assert_eq!(
        run("exec sleep 600").await.unwrap_err(),
        "PROGRAM did not end within 60 seconds and was killed"
    );
}

const PRINTED: &str = r#"{"mode":"AK","access_key_id":"i","access_key_secret":"s"}"#;

#[tokio::test]
async fn what_it_leaves_running_is_not_waited_for() {
    // It holds the output open, as a daemon does that nobody told to close it.
    let script = format!("sleep 600 & echo '{PRINTED}'; exit 0");
    let left = tokio::time::timeout(std::time::Duration::from_secs(30), run(&script));
    assert_eq!(left.await.unwrap(), Ok(Credentials::new("i", "s")));
}

#[tokio::test]
async fn a_byte_order_mark_and_utf_16_are_read() {
    let with_mark = format!("printf '\\357\\273\\277'; echo '{PRINTED}'");
    assert_eq!(run(&with_mark).await, Ok(Credentials::new("i", "s")));
    let utf16: String =
        PRINTED.bytes().flat_map(|it| format!("\\{it:03o}\\000").into_bytes()).map(char::from).collect();
    assert_eq!(run(&format!("printf '\\377\\376{utf16}'")).await, Ok(Credentials::new("i", "s")));
}

#[tokio::test]
async fn what_never_ends_is_not_kept() {
    let reason = run("exec cat /dev/zero").await.unwrap_err();
    assert_eq!(reason, "what PROGRAM prints cannot be read: it is more than 1048576 bytes");
}
