//! Secrets show nowhere, not even in part: not in errors, not in debug forms, not in the most talkative log.
//!
//! A program of its own, because it takes the process's log for itself.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(unreachable_pub, dead_code, reason = "the scripted service has more than this test needs")]

#[path = "../behaviour/scripted.rs"]
mod scripted;

use std::error::Error as _;
use std::fmt::Debug;
use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cams_roi::credentials::{
    CachedCredentials, Environment, EnvironmentCredentials, ProvideCredentials, ProviderContext,
};
use cams_roi::operations::{GetChatappPhoneNumberMetric, Operation};
use cams_roi::signature::percent_encode;
use cams_roi::transport::{HttpRequest, Progress};
use cams_roi::{CallOptions, Credentials, Error, SignatureAlgorithm};

use crate::scripted::{Reaction, Scripted, error, json, ok};

const ID: &str = "LTAI5tScriptedKeyId0";
const SECRET: &str = "q7Xb2Zt9Lw4Kp1Vs8Rn3Hd6Jy5Gc0M";

/// As long as those of the service, with the characters that Base64 has.
static TOKEN: LazyLock<String> = LazyLock::new(|| {
    let bytes: Vec<u8> = (0..318_u32).map(|it| it.wrapping_mul(2_654_435_761).to_le_bytes()[2]).collect();
    STANDARD.encode(bytes)
});

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

/// How the secrets may look.
fn forms() -> Vec<String> {
    let of = |secret: &str| {
        let once = percent_encode(secret);
        let json = secret.replace('/', "\\/");
        let base64 = STANDARD.encode(secret);
        let hex = secret.bytes().flat_map(|it| format!("{it:02x}").into_bytes()).map(char::from).collect();
        [secret.to_owned(), percent_encode(&once), once, json, base64, hex]
    };
    of(SECRET).into_iter().chain(of(&TOKEN)).collect()
}

static PARTS: LazyLock<std::collections::HashSet<Vec<u8>>> = LazyLock::new(|| {
    forms().iter().flat_map(|form| form.as_bytes().windows(8)).map(<[u8]>::to_vec).collect()
});

/// No eight characters in a row of any form.
#[track_caller]
fn assert_clean(text: &str) {
    for part in text.as_bytes().windows(8) {
        assert!(!PARTS.contains(part), "{:?} shows in {text}", String::from_utf8_lossy(part));
    }
}

fn shown(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

fn temporary() -> Credentials {
    Credentials::new(ID, SECRET).with_security_token(TOKEN.as_str())
}

/// What a service, or a proxy before it, might repeat: the whole request, and the secrets in every form.
fn echoed(request: &HttpRequest) -> String {
    format!("{} {:?} {}", forms().join(" "), request.headers, request.body)
}

/// Text of which a secret stands exactly where an excerpt is cut, for any cut up to 400.
fn around_the_cut(secret: &str) -> Vec<String> {
    (0..=7).map(|it| format!("<html>{} {secret}", "x".repeat(it * 29))).collect()
}

type Body = Box<dyn Fn(&HttpRequest) -> Reaction + Send + Sync>;

fn reactions() -> Vec<(&'static str, Body)> {
    let mut all: Vec<(&'static str, Body)> = vec![
        ("success", Box::new(|_| ok())),
        ("error", Box::new(|_| error(503, "InternalError"))),
        (
            "message",
            Box::new(|request| {
                let body = serde_json::json!({"Code": "SignatureDoesNotMatch", "Message": echoed(request)});
                json(400, &body.to_string())
            }),
        ),
        (
            "code, request ID and denial",
            Box::new(|request| {
                let detail = serde_json::json!({"PolicyType": echoed(request), "AuthAction": TOKEN.as_str()});
                let body = serde_json::json!({
                    "Code": format!("X.{SECRET}"), "RequestId": TOKEN.as_str(), "Message": "m",
                    "AccessDeniedDetail": detail,
                });
                json(403, &body.to_string())
            }),
        ),
        (
            "denial as text",
            Box::new(|request| {
                let body = serde_json::json!({"Code": "NoPermission", "AccessDeniedDetail": echoed(request)});
                json(403, &body.to_string())
            }),
        ),
        (
            "XML",
            Box::new(|_| {
                let body = format!("<Error><Code>A</Code><Message>{SECRET} {}</Message></Error>", *TOKEN);
                Reaction::Answer(400, Vec::new(), body.into())
            }),
        ),
        (
            "redirect",
            Box::new(|_| {
                Reaction::Answer(302, Vec::new(), Vec::new()).with_header(
                    "location",
                    &format!("https://elsewhere.example/{}/{SECRET}", percent_encode(&TOKEN)),
                )
            }),
        ),
        (
            "header",
            Box::new(|_| {
                Reaction::Answer(502, Vec::new(), Vec::new()).with_header("x-acs-request-id", &TOKEN)
            }),
        ),
        (
            "too large",
            Box::new(|_| {
                let text = format!("{} ", *TOKEN).repeat(9 * 1024 * 1024 / TOKEN.len());
                Reaction::Answer(200, Vec::new(), text.into())
            }),
        ),
        (
            "malformed",
            Box::new(|request| {
                let body = serde_json::json!({"Code": "OK", "Data": SECRET, "Echo": echoed(request)});
                json(200, &body.to_string())
            }),
        ),
    ];
    for secret in [SECRET.to_owned(), TOKEN.clone(), percent_encode(&TOKEN)] {
        for body in around_the_cut(&secret) {
            all.push(("cut", Box::new(move |_| Reaction::Answer(502, Vec::new(), body.clone().into()))));
        }
    }
    all
}

#[track_caller]
fn assert_error_is_clean(error: &Error) {
    assert_clean(&error.to_string());
    assert_clean(&shown(error));
    assert_clean(&serde_json::to_string(error).unwrap());
    let mut source = error.source();
    while let Some(cause) = source {
        assert_clean(&cause.to_string());
        assert_clean(&format!("{cause:?}"));
        source = cause.source();
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_that_can_be_printed_holds_a_part_of_a_secret() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .init();
    let now = std::time::SystemTime::now();
    let request = GetChatappPhoneNumberMetric::new(now - std::time::Duration::from_secs(60), now)
        .cust_space_id("cams-1");
    for algorithm in SignatureAlgorithm::ALL {
        for (what, reaction) in reactions() {
            let service = Scripted::new(move |_, request| reaction(request));
            let client = service
                .builder()
                .credentials(CachedCredentials::new(temporary()))
                .signature(algorithm)
                .build()
                .unwrap();
            let result = client.send(&request, CallOptions::new()).await;
            let logged = String::from_utf8(std::mem::take(&mut *log.0.lock().unwrap())).unwrap();
            assert!(logged.contains("attempt") && logged.contains(request.action()), "{logged}");
            assert_clean(&logged);
            assert!(!logged.contains(ID), "AccessKey IDs are masked: {logged}");
            assert_clean(&shown(&client));
            match result {
                Ok(_) => assert_eq!(what, "success"),
                Err(error) => assert_error_is_clean(&error),
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

/// A transport of the user's own, whose errors say what they sent.
#[tokio::test(start_paused = true)]
async fn what_a_transport_says_is_redacted() {
    let service = Scripted::new(|_, _| {
        let message = format!("reset: {SECRET} {}", *TOKEN);
        Reaction::BreakWith(Progress::NotConnected, message)
    });
    let client = service.builder().credentials(temporary()).max_attempts(1).build().unwrap();
    let now = std::time::SystemTime::now();
    let request = GetChatappPhoneNumberMetric::new(now - std::time::Duration::from_secs(60), now)
        .cust_space_id("cams-1");
    let error = client.send(&request, CallOptions::new()).await.unwrap_err();
    assert_eq!(error.message(), "reset: *** ***");
    assert_error_is_clean(&error);
}

#[test]
fn debug_forms_hold_no_secret() {
    assert_clean(&shown(&temporary()));
    assert!(!shown(&temporary()).contains(ID));
    assert_clean(&shown(&CachedCredentials::new(temporary())));
    assert_clean(&shown(&cams_roi::Client::builder().credentials(temporary())));
    let proxy = cams_roi::Proxy::Url(format!("http://user:{SECRET}@proxy.example"));
    assert_clean(&shown(&proxy));
    assert_clean(&shown(&cams_roi::Client::builder().proxy(proxy.clone()).build().unwrap()));
    for url in [
        format!("ftp://user:{SECRET}@proxy.example"),
        format!("http://user:{SECRET}"),
        format!("http://user:x@{SECRET}:99999"),
    ] {
        let error = cams_roi::Client::builder().proxy(cams_roi::Proxy::Url(url)).build().unwrap_err();
        assert_clean(&shown(&error));
    }
}

#[tokio::test]
async fn a_secret_that_cannot_be_used_is_not_shown() {
    for spoilt in [format!("\"{SECRET}\""), format!("{SECRET} x"), format!("{SECRET}\u{fe}")] {
        let mut provider = EnvironmentCredentials::default();
        let set = [("ALIBABA_CLOUD_ACCESS_KEY_ID", ID), ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", spoilt.as_str())];
        provider.configure(&ProviderContext::default().with_environment(Environment::of(set)));
        let error = CachedCredentials::new(provider).provide().await.unwrap_err();
        assert!(error.to_string().contains("ALIBABA_CLOUD_ACCESS_KEY_SECRET"), "{error}");
        assert_clean(&shown(&error));
        assert_clean(&error.to_string());
    }
}
