//! What goes wrong before or instead of a result: one clear line each, the right exit code, nothing sent.

use std::net::TcpListener;
use std::process::Stdio;

use cams_roi_emulator::{AccountPatch, Fault, FaultRule};

use crate::support::{Run, Scratch, Service};

const WEEK: [&str; 7] = ["metrics", "phone-number", "--start", "7d", "--end", "now", "--own-channel"];

#[test]
fn no_credentials() {
    let run = Run::new(WEEK).args(["--endpoint", "http://127.0.0.1:1"]).output();
    run.fails_clearly(3, "ALIBABA_CLOUD_ACCESS_KEY_ID is not set", "ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    let enable =
        Run::new(["enable", "--cust-space-id", "cams-1", "--cust-space-id", "cams-2"]).output().exits(3);
    assert_eq!(enable.stdout, "");
    let lines: Vec<_> = enable.stderr.lines().collect();
    assert!(lines[0].starts_with("error: ") && lines[1].starts_with("hint: "), "{enable:#?}");
    assert_eq!(lines[2..], ["0 enabled, 2 channels were not called"]);
}

#[test]
fn half_a_pair_of_credentials() {
    Run::new(WEEK).args(["--access-key-id", "id"]).output().fails_clearly(
        2,
        "--access-key-secret is missing",
        "together",
    );
    let token_alone = Run::new(WEEK).args(["--security-token", "token"]).output();
    token_alone.fails_clearly(2, "--access-key-id is missing", "together");
}

/// The secret's variable is misspelt, or was never text: nobody else's key may serve in its place.
#[test]
fn half_a_pair_in_the_environment() {
    let service = Service::with_channels(1);
    let home = r#"{"current":"other","profiles":[{"name":"other","mode":"AK","access_key_id":"ID","access_key_secret":"S"}]}"#
        .replace("\"ID\"", &format!("{:?}", service.account.access_key_id))
        .replace("\"S\"", &format!("{:?}", service.account.access_key_secret));
    let run = || {
        let run = Run::new(["enable", "--cust-space-id", "cams-emulator-1"])
            .home_file(".aliyun/config.json", &home);
        run.env("CAMS_ROI_ENDPOINT", &service.account.url)
    };
    run().output().done();
    let id = || run().env("ALIBABA_CLOUD_ACCESS_KEY_ID", "mine");
    let refused = |run: Run, why: &str| {
        let ended = run.output().exits(3);
        assert!(ended.stderr.contains(why), "{why}: {ended:#?}");
    };
    let half = "ALIBABA_CLOUD_ACCESS_KEY_ID is set, but ALIBABA_CLOUD_ACCESS_KEY_SECRET is not";
    refused(id(), half);
    refused(id().env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", ""), half);
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        let bytes = std::ffi::OsStr::from_bytes(b"s\xff");
        let secret = id().env_os("ALIBABA_CLOUD_ACCESS_KEY_SECRET", bytes);
        refused(secret, "ALIBABA_CLOUD_ACCESS_KEY_SECRET is set, but not to UTF-8 text");
        let endpoint = Run::new(WEEK).env_os("CAMS_ROI_ENDPOINT", bytes).output();
        endpoint.fails_clearly(2, "CAMS_ROI_ENDPOINT is not UTF-8 text", "address");
    }
    assert_eq!(service.enabling_calls().len(), 1);
}

#[test]
fn a_wrong_secret() {
    let service = Service::with_channels(2);
    let wrong = || service.command(WEEK).env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "wrong");
    wrong().output().fails_clearly(3, "SignatureDoesNotMatch", "belong together");
    wrong().args(["--signature", "hmac-sha1"]).output().fails_clearly(
        3,
        "SignatureDoesNotMatch",
        "belong together",
    );
}

#[test]
fn an_unreachable_endpoint() {
    // A port that was free a moment ago.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let endpoint = format!("http://127.0.0.1:{port}");
    let service = Service::with_channels(0);
    let run = service.command(WEEK).args(["--endpoint", &endpoint]).output();
    run.fails_clearly(5, "could not connect", "cams-roi doctor");
    let enable =
        service.command(["enable", "--endpoint", &endpoint, "--cust-space-id", "cams-1"]).output().exits(5);
    assert!(enable.stdout.starts_with("cams-1  failed  TransportError: "), "{enable:#?}");
    assert!(
        enable.stderr.starts_with("error: ") && enable.stderr.ends_with("0 enabled, 1 failed\n"),
        "{enable:#?}"
    );
}

#[test]
fn an_answer_that_is_not_the_service_s() {
    let service = Service::with_channels(0);
    service.emulator.add_faults([FaultRule::once(Fault::Html { status: 407 })]).unwrap();
    service.command(WEEK).output().fails_clearly(5, "HTTP 407", "proxy");
}

#[test]
fn a_deadline_that_passes() {
    let service = Service::with_channels(0);
    service.emulator.add_faults([FaultRule::always(Fault::Hang)]).unwrap();
    service.command(WEEK).args(["--timeout", "100ms"]).output().fails_clearly(
        5,
        "deadline passed",
        "more time",
    );
}

#[test]
fn a_throttled_or_failing_service() {
    let service = Service::with_channels(0);
    service.emulator.add_faults([FaultRule::once(Fault::throttle(None))]).unwrap();
    let once = ["--max-attempts", "1"];
    service.command(WEEK).args(once).output().fails_clearly(4, "Throttling.User", "fewer calls");
    service.emulator.add_faults([FaultRule::once(Fault::error(503, "ServiceUnavailable"))]).unwrap();
    service.command(WEEK).args(once).output().fails_clearly(4, "ServiceUnavailable", "later");
}

#[test]
fn missing_permission_and_subscription() {
    let service = Service::with_channels(1);
    let patch = || AccountPatch::new(service.emulator.accounts()[0].account_id.clone());
    service.emulator.patch_account(AccountPatch { permissions: Some(vec![]), ..patch() }).unwrap();
    service.command(WEEK).output().fails_clearly(3, "Ram.PermissionDeny", "cams:GetChatappPhoneNumberMetric");
    service.emulator.patch_account(AccountPatch { subscribed: Some(false), ..patch() }).unwrap();
    service.command(WEEK).output().fails_clearly(3, "Product.Unsubscript", "Subscribe");
}

#[test]
fn lists_of_ids_that_cannot_be_right() {
    let scratch = Scratch::new();
    let long = "1".repeat(200);
    let lists: [(&str, &[u8], &str, &str); 14] = [
        ("empty", b"", "holds no channels", "one ID a line"),
        ("blank", b"\xef\xbb\xbf\r\n# nothing\r\n", "holds no channels", "one ID a line"),
        ("header", b"cust_space_id,isv_code\n", "holds no channels", "below the header"),
        (
            "unknown",
            b"name,code\n1,2\n",
            "line 1: the header names no column of channel IDs",
            "cust_space_id",
        ),
        ("table", b"cams-1,Shop\n", "line 1: there are several columns", "cust_space_id"),
        ("prose", b"cams-1\nDear Sir or Madam,\n", "line 2: \"Dear Sir or Madam\"", "for example"),
        ("masked", b"cams-1\n\ncams-***\n", "line 3: \"cams-***\": this ID is masked", "Copy the whole ID"),
        ("quote", b"cams-1\n\"cams-2\n", "line 2: a quote is not closed", "line breaks"),
        ("binary", b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe\n", "line 1: this is no text", "UTF-8"),
        ("zeros", &[0; 4096], "line 1: this is no text", "UTF-8"),
        ("excel", b"cust_space_id\n2.93E+10\n", "line 2: \"2.93E+10\": a spreadsheet", "as text"),
        ("total", b"Name;Channel ID\nShop;cams-1\nTotal;42\n", "line 3: \"42\" looks like a total", "totals"),
        (
            "twice",
            b"cust_space_id,isv_code\ncams-1,code-1\ncams-2,\ncams-1,code-2\n",
            "cams-1 is given twice with different ISV codes, as number 1 and as number 3",
            "the right ISV code",
        ),
        ("long", long.as_bytes(), "200 characters are too many", "for example"),
    ];
    for (name, content, error, hint) in lists {
        let file = scratch.file(name, content);
        Run::new(["enable", "--from", &file]).output().fails_clearly(2, error, hint);
        Run::new(["enable", "--from", "-"]).stdin(content).output().fails_clearly(2, error, hint);
        Run::new(["enable", "--from", &file, "--dry-run"]).output().fails_clearly(2, error, hint);
    }
    Run::new(["enable", "--from", &scratch.text("")]).output().fails_clearly(
        2,
        "cannot be read",
        "text file",
    );
    Run::new(["enable", "--from", &scratch.text("gone")]).output().fails_clearly(
        2,
        "No such file",
        "text file",
    );
    // Standard input that nobody opened is empty.
    Run::new(["enable", "--from", "-"]).output().fails_clearly(
        2,
        "standard input holds no channels",
        "one ID a line",
    );
}

#[test]
fn ids_on_the_command_line_that_cannot_be_right() {
    for (id, error, hint) in [
        ("cams-1\ncams-2", "\"cams-1\\ncams-2\": a line end (U+000A) at position 7", "one at a time"),
        (" cams-1", "a blank (U+0020) at position 1", "one at a time"),
        ("cams-1\u{a0}", "a no-break space (U+00A0) at position 7", "one at a time"),
        ("cams-1,cams-2", "',' (U+002C) at position 7 cannot be part", "one at a time"),
        ("cams-****", "this ID is masked", "Copy the whole ID"),
        ("", "the ID is empty", "for example"),
    ] {
        Run::new(["enable", "--cust-space-id", id]).output().fails_clearly(2, error, hint);
    }
    Run::new(["enable"]).output().fails_clearly(2, "no channel is given", "--own-channel");
    let run = Run::new(["enable", "--cust-space-id", "cams-1", "--isv-code", " "]).output();
    run.fails_clearly(2, "the ISV code is empty", "Copy");
}

#[test]
fn no_id_is_called_when_a_later_one_is_wrong() {
    let service = Service::with_channels(2);
    let list = b"cams-emulator-1\ncams-emulator-2\nnot an id\n";
    service.command(["enable", "--from", "-"]).stdin(list).output().fails_clearly(2, "line 3", "for example");
    assert_eq!(service.emulator.log(), []);
}

#[test]
fn journals_that_cannot_serve() {
    let scratch = Scratch::new();
    let service = Service::with_channels(1);
    let enable = |journal: &str| {
        service.command(["enable", "--cust-space-id", "cams-emulator-1", "--journal", journal]).output()
    };
    let read_only = scratch.file("read-only", "");
    let mut permissions = std::fs::metadata(&read_only).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&read_only, permissions).unwrap();
    enable(&read_only).fails_clearly(2, "read-only", "this run alone may write");
    let other = scratch.file("other", "cams-emulator-1\n");
    enable(&other).fails_clearly(2, "is not a journal", "this run alone may write");
    assert_eq!(std::fs::read_to_string(other).unwrap(), "cams-emulator-1\n");
    enable(&scratch.text("")).fails_clearly(2, "cannot be opened", "this run alone may write");
    enable(&scratch.text("no/folder")).fails_clearly(2, "cannot be opened", "this run alone may write");
    assert_eq!(service.emulator.log(), []);
}

#[test]
fn flags_that_make_no_sense() {
    let service = Service::with_channels(1);
    let metrics = |start: &str, end: &str| {
        service.command(["metrics", "phone-number", "--start", start, "--end", end, "--own-channel"]).output()
    };
    metrics("yesterday", "now").fails_clearly(2, "'--start <TIME>': not a time", "--help");
    metrics("7d", "2026-11-01T00:00:00").fails_clearly(2, "'--end <TIME>': the time has no offset", "--help");
    metrics("20261101", "now").fails_clearly(2, "long ago", "--help");
    metrics("7", "now").fails_clearly(2, "7 milliseconds since 1970 is long ago: use", "--help");
    metrics("2026-11-01T00:00:00+25:00", "now").fails_clearly(2, "no place has this offset", "--help");
    metrics("now", "7d").fails_clearly(2, "Z) is not before End (2", "before End");
    Run::new(["metrics", "template", "--start", "7d", "--end", "now", "--own-channel"])
        .output()
        .fails_clearly(2, "--template-code <CODE>", "--help");
    for (flags, error) in [
        (["--timeout", "soon"], "not a duration"),
        (["--timeout", "0"], "timeout is zero"),
        (["--max-attempts", "0"], "max_attempts is zero"),
        (["--rate-limit", "0"], "rate_limit is zero"),
        (["--rate-limit", "many"], "calls a second as a number"),
        (["--signature", "md5"], "acs3-hmac-sha256, hmac-sha1"),
        (["--granularity", "weekly"], "daily, half-hour"),
        (["--output", "xml"], "table, json, csv"),
        (["--endpoint", "ftp://example"], "scheme ftp"),
        (["--endpoint", ""], "endpoint \"\" is not a URL"),
        (["--endpoint", " "], "endpoint \" \" is not a URL"),
        (["--region", ""], "region is empty"),
        (["--account-id", " "], "account_id is empty"),
        (["--profile", ""], "profile is empty"),
        (["--user-agent", "shop\n1.0"], "user_agent holds a line end (U+000A)"),
        (["--rate-limit", "EnableWhatsapROIMetric=1"], "which does not exist"),
        (["--proxy", "gopher://example"], "scheme \"gopher\""),
        (["--ca-bundle", "/nonexistent"], "cannot be read"),
        (["--phone-number", ""], "PhoneNumber is empty"),
        (["--language", "en"], "unexpected argument"),
    ] {
        service.command(WEEK).args(flags).output().fails_clearly(2, error, "");
    }
    Run::new(WEEK).args(["--region", "cn-hangzhou"]).output().fails_clearly(2, "cn-hangzhou", "endpoint");
    let no_channel = ["metrics", "phone-number", "--start", "7d", "--end", "now"];
    Run::new(no_channel).output().fails_clearly(2, "cust_space_id is not given", "--own-channel");
    let both = ["--cust-space-id", "cams-1"];
    Run::new(WEEK).args(both).output().fails_clearly(2, "cannot be used with", "--help");
    service.command(no_channel).args(["--cust-space-id", ""]).output().fails_clearly(
        2,
        "cust_space_id is not given",
        "",
    );
    service.command(no_channel).args(["--cust-space-id", "a\u{7}"]).output().fails_clearly(
        2,
        "control character",
        "",
    );
    Run::new(["enabel"]).output().fails_clearly(2, "unrecognized subcommand 'enabel'", "'enable'");
    Run::new(["call", "ListInstance", "novalue"]).output().fails_clearly(2, "KEY=VALUE", "");
    service.command(["call", "List Instance"]).output().fails_clearly(2, "not an operation's name", "");
    service.command(["call", "ListInstance", "Action=Other"]).output().fails_clearly(
        2,
        "set by the library",
        "",
    );
    assert_eq!(service.emulator.log(), []);
}

#[test]
fn errors_are_json_where_a_program_reads() {
    let service = Service::with_channels(0);
    service.emulator.add_faults([FaultRule::once(Fault::error(400, "Product.Unsubscript"))]).unwrap();
    let of_the_service = service.command(WEEK).args(["--output", "json"]).output().exits(3);
    let of_the_flags =
        Run::new(["metrics", "phone-number", "--own-channel", "--output=json"]).output().exits(2);
    let of_an_id = Run::new(["enable", "--cust-space-id", "*", "--output", "json"]).output().exits(2);
    for (ended, kind) in [
        (of_the_service, "NotSubscribedError"),
        (of_the_flags, "InvalidArgumentError"),
        (of_an_id, "InvalidArgumentError"),
    ] {
        assert_eq!((ended.stdout.as_str(), ended.stderr.lines().count()), ("", 1), "{ended:#?}");
        let error = &serde_json::from_str::<serde_json::Value>(&ended.stderr).unwrap()["error"];
        assert_eq!(error["kind"], kind);
        for field in
            ["code", "message", "request_id", "http_status", "retryable", "attempts", "operation", "hint"]
        {
            assert!(error.get(field).is_some(), "{field}: {error}");
        }
    }
}

/// A standard output that nobody reads any more.
fn closed_pipe() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

#[test]
fn a_standard_output_that_is_closed() {
    let service = Service::with_channels(2);
    let commands: [&[&str]; 8] = [
        &["--help"],
        &["policy"],
        &["man"],
        &["completions", "bash"],
        &["metrics", "phone-number", "--own-channel", "--start", "7d", "--end", "now", "--output", "json"],
        &["call", "ListInstance"],
        &["doctor"],
        &["demo"],
    ];
    for command in commands {
        let ended = service.command(command).stdout(closed_pipe()).output().done();
        // That there is nothing to show is said to people all the same.
        assert!(
            ended.stderr.is_empty() || ended.stderr.starts_with("note: no metrics"),
            "{command:?} {ended:#?}"
        );
    }
    let ids = ["enable", "--cust-space-id", "cams-emulator-1", "--cust-space-id", "cams-emulator-2"];
    let ended = service.command(ids).stdout(closed_pipe()).output().exits(1);
    assert!(
        ended.stderr.starts_with("stopped, because the output cannot be written: 1 of 2 channels done; "),
        "{ended:#?}"
    );
    assert!(ended.stderr.contains("--journal FILE"), "{ended:#?}");
    let metrics = ["metrics", "--all", "--days", "7d", "--output", "csv", "--journal"];
    let scratch = Scratch::new();
    let journal = scratch.text("journal");
    let ended = service.command(metrics).args([&journal]).stdout(closed_pipe()).output().exits(1);
    assert!(ended.stderr.starts_with("stopped, because the output cannot be written: "), "{ended:#?}");
    assert!(ended.stderr.contains(" knows what is done"), "{ended:#?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_standard_output_that_is_full() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let ended = Run::new(["policy"]).stdout(full).output();
    ended.fails_clearly(1, "standard output cannot be written", "room");
}

/// A log that nobody can write must not end the run: not its disk that is full, nor its reader that is gone.
#[cfg(target_os = "linux")]
#[test]
fn a_log_that_cannot_be_written() {
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    for stderr in [Stdio::from(full()), closed_pipe()] {
        let service = Service::with_channels(2);
        let run = service.command(["enable", "-vvv", "--output", "json", "--from", "-"]);
        let ended = run.stdin(b"cams-emulator-1\ncams-emulator-2\n").stderr(stderr).output().done();
        assert_eq!(ended.objects().len(), 2, "{ended:#?}");
        assert_eq!(service.enabling_calls().len(), 2);
    }
}

#[test]
fn a_standard_error_that_is_closed() {
    let mut started = Run::new(["enable"]).spawn();
    drop(started.child.stderr.take());
    drop(started.child.stdin.take());
    assert_eq!(started.child.wait().unwrap().code(), Some(2));
}
