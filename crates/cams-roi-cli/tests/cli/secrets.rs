//! Neither secret nor security token shows up anywhere, however much is logged and whatever happens.

use cams_roi_emulator::{AccessKey, Account, Channel, EmulatorOptions, Fault, FaultRule};

use crate::support::{Ended, Run, Service};

const SECRET: &str = "Secr3t+of/the=emulator";
const TOKEN: &str = "T0ken+of/the=emulator";

/// The secrets as they are, and as they look encoded once or twice.
fn forms() -> Vec<String> {
    let encode = |text: &str| {
        let encoded = text.bytes().map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        });
        encoded.collect::<String>()
    };
    [SECRET, TOKEN]
        .into_iter()
        .flat_map(|text| [text.to_owned(), encode(text), encode(&encode(text))])
        .collect()
}

#[track_caller]
fn assert_hidden(ended: &Ended) {
    let all = format!("{}{}", ended.stdout, ended.stderr);
    for form in forms() {
        assert!(!all.contains(&form), "{form} shows up: {all}");
    }
}

fn service() -> Service {
    let account = Account {
        access_keys: vec![AccessKey::temporary("temporary-id", SECRET, TOKEN)],
        channels: vec![Channel::new("cams-emulator-1")],
        ..Account::new("1")
    };
    Service::start(EmulatorOptions { accounts: vec![account], ..EmulatorOptions::default() })
}

#[test]
fn at_every_level_of_the_log_and_whatever_happens() {
    let service = service();
    let commands: [&[&str]; 4] = [
        &["enable", "--cust-space-id", "cams-emulator-1"],
        &["metrics", "phone-number", "--own-channel", "--start", "7d", "--end", "now"],
        &["call", "ListInstance"],
        &["doctor"],
    ];
    let faults = [
        None,
        // This one quotes what the server signed, which may hold the token.
        Some(Fault::error(400, "SignatureDoesNotMatch")),
        Some(Fault::respond(502, &[], format!("<html>{SECRET} {TOKEN}</html>"))),
        Some(Fault::Reset),
        Some(Fault::throttle(None)),
    ];
    for command in commands {
        for signature in ["acs3-hmac-sha256", "hmac-sha1"] {
            for fault in &faults {
                service.emulator.clear_faults();
                service.emulator.add_faults(fault.clone().map(FaultRule::always)).unwrap();
                let ended = service
                    .command(command)
                    .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", SECRET)
                    .env("ALIBABA_CLOUD_SECURITY_TOKEN", TOKEN)
                    .args(["-vvv", "--signature", signature, "--max-attempts", "2"])
                    .output();
                // A throttled check says that the caller is known.
                let passes = fault.is_none()
                    || (command[0] == "doctor" && matches!(fault, Some(Fault::Throttle { .. })));
                assert_eq!(ended.code == Some(0), passes, "{command:?} {fault:?}: {ended:#?}");
                assert!(ended.stderr.contains("TRACE"), "nothing was logged: {ended:#?}");
                assert_hidden(&ended);
            }
        }
    }
}

#[test]
fn given_as_flags_and_refused() {
    let service = service();
    let flags = |secret: &str| {
        Run::new(["enable", "--cust-space-id", "cams-emulator-1", "-vvv", "--endpoint", &service.account.url])
            .args([
                "--access-key-id",
                "temporary-id",
                "--access-key-secret",
                secret,
                "--security-token",
                TOKEN,
            ])
    };
    let done = flags(SECRET).output().done();
    assert_hidden(&done);
    // The server quotes what it signed; here the pair does not belong together.
    for signature in ["acs3-hmac-sha256", "hmac-sha1"] {
        let refused = flags("another").args(["--signature", signature]).output().exits(3);
        assert!(refused.stderr.contains("SignatureDoesNotMatch"), "{refused:#?}");
        assert_hidden(&refused);
    }
    // A mistake elsewhere on the command line.
    assert_hidden(&flags(SECRET).args(["--timeout", "soon"]).output().exits(2));
    assert_hidden(&flags(SECRET).args(["--no-such-flag"]).output().exits(2));
}

#[test]
fn with_blanks_in_them() {
    let service = service();
    let ended = service
        .command(["enable", "--cust-space-id", "cams-emulator-1", "-vvv"])
        .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", &format!("{SECRET} "))
        .output()
        .exits(3);
    assert_hidden(&ended);
}
