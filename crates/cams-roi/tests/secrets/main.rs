//! Secrets show nowhere: not in errors, not in debug forms, not in the most talkative log.
//!
//! A program of its own, because it takes the process's log for itself.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(unreachable_pub, dead_code, reason = "the scripted service has more than this test needs")]

#[path = "../behaviour/scripted.rs"]
mod scripted;

use std::fmt::Debug;
use std::io::Write;
use std::sync::{Arc, Mutex};

use cams_roi::credentials::CachedCredentials;
use cams_roi::operations::EnableWhatsappRoiMetric;
use cams_roi::signature::percent_encode;
use cams_roi::{CallOptions, Credentials, SignatureAlgorithm};

use crate::scripted::{Reaction, SECRET, Scripted, TOKEN, error, json, ok};

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn assert_clean(text: &str) {
    let once = percent_encode(TOKEN);
    for secret in [SECRET, TOKEN, &once, &percent_encode(&once)] {
        assert!(!text.contains(secret), "{secret} shows in {text}");
    }
}

fn shown(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

fn temporary() -> Credentials {
    Credentials::new("script-id", SECRET).with_security_token(TOKEN)
}

/// A service, or a proxy before it, that answers with everything it was sent.
fn echo(status: u16) -> Scripted {
    Scripted::new(move |_, request| {
        let token =
            TOKEN.to_owned() + " " + &percent_encode(TOKEN) + " " + &percent_encode(&percent_encode(TOKEN));
        let sent = format!("{SECRET} {token} {:?} {}", request.headers, request.body);
        if status == 200 {
            return Reaction::Answer(200, Vec::new(), format!("<html>{sent}").into());
        }
        json(status, &serde_json::json!({"Code": "SignatureDoesNotMatch", "Message": sent}).to_string())
    })
}

#[tokio::test(start_paused = true)]
async fn nothing_that_can_be_printed_holds_a_secret() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .init();
    for algorithm in SignatureAlgorithm::ALL {
        for service in
            [Scripted::of(vec![ok()]), Scripted::of(vec![error(503, "InternalError")]), echo(400), echo(200)]
        {
            let client = service
                .builder()
                .credentials(CachedCredentials::new(temporary()))
                .signature(algorithm)
                .build()
                .unwrap();
            let operation = EnableWhatsappRoiMetric::new("cams-1");
            let result = client.send(&operation, CallOptions::new()).await;
            let logged = String::from_utf8(std::mem::take(&mut *log.0.lock().unwrap())).unwrap();
            assert!(logged.contains("attempt") && logged.contains("EnableWhatsappROIMetric"), "{logged}");
            assert_clean(&logged);
            assert_clean(&shown(&client));
            if let Err(error) = result {
                assert_clean(&error.to_string());
                assert_clean(&shown(&error));
                assert_clean(&serde_json::to_string(&error).unwrap());
                assert!(error.message().contains("***") || error.code() == Some("InternalError"), "{error}");
            }
            let debug = service.requests().iter().map(shown).collect::<String>();
            assert!(debug.contains("HttpRequest"));
            if algorithm == SignatureAlgorithm::Acs3HmacSha256 {
                assert!(debug.contains("x-acs-security-token"), "names are shown");
            }
            assert_clean(&debug);
        }
    }
}

#[test]
fn debug_forms_hold_no_secret() {
    assert_clean(&shown(&temporary()));
    assert_clean(&shown(&CachedCredentials::new(temporary())));
    assert_clean(&shown(&cams_roi::Client::builder().credentials(temporary())));
    let proxy = cams_roi::Proxy::Url(format!("http://user:{SECRET}@proxy.example"));
    assert_clean(&shown(&proxy));
    assert_clean(&shown(&cams_roi::Client::builder().proxy(proxy.clone()).build().unwrap()));
    let unusable = cams_roi::Proxy::Url(format!("ftp://user:{SECRET}@proxy.example"));
    let error = cams_roi::Client::builder().proxy(unusable).build().unwrap_err();
    assert_clean(&shown(&error));
}
