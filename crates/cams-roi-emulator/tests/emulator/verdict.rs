//! Whether a call went as a test expects.

use std::time::{Duration, Instant};

use cams_roi_emulator::{Emulator, Fault, FaultRule};
use serde_json::{Value, json};
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

use crate::support::*;

/// The problems that the emulator finds.
async fn problems(emulator: &Emulator, seen: Value) -> Vec<String> {
    let question = json!({ "expect": { "result": {} }, "outcome": { "result": {} }, "seen": seen });
    let (status, answer) = control(emulator, "POST", "verify", &question.to_string()).await;
    assert_eq!(status, 200, "{answer}");
    serde_json::from_value(answer["problems"].clone()).unwrap()
}

async fn enable(emulator: &Emulator, channel: &str, nonce: Option<&str>) {
    let mut plan = Plan::new(ENABLE, &[("CustSpaceId", channel)]);
    plan.nonce = nonce.map_or(plan.nonce, str::to_owned);
    plan.sign(emulator.address()).header("user-agent", "tests/1").send(emulator).await;
}

#[tokio::test]
async fn what_came_out_is_compared_by_the_keys_that_are_expected() {
    let emulator = start().await;
    let ask = async |expect: Value, outcome: Value| {
        let question = json!({ "expect": expect, "outcome": outcome }).to_string();
        control(&emulator, "POST", "verify", &question).await.1
    };
    let outcome = json!({ "error": { "kind": "A", "code": null, "attempts": 2, "message": "no such host" } });
    for same in [
        json!({ "error": {} }),
        json!({ "error": { "kind": "A", "code": null, "attempts": 2 } }),
        json!({ "error": { "message": "no {any}host" } }),
    ] {
        assert_eq!(ask(same.clone(), outcome.clone()).await, json!({ "problems": [] }), "{same}");
    }
    for other in [
        json!({ "result": {} }),
        json!({ "error": { "kind": "B" } }),
        json!({ "error": { "hint": null } }),
        json!({ "error": { "code": "{any}" } }),
        json!({ "error": { "message": "{any}port" } }),
    ] {
        let told = ask(other.clone(), outcome.clone()).await;
        assert_eq!(told["problems"].as_array().unwrap().len(), 1, "{other}: {told}");
    }
    assert_eq!(
        ask(json!({ "outcomes": [{ "a": 2 }] }), json!({ "outcomes": [{ "a": 1 }] })).await,
        json!({ "problems": ["outcome.outcomes[0].a: 2 expected, 1 came"] })
    );
    for (expect, error) in [(json!({}), "one key"), (json!({ "result": 1, "error": 2 }), "one key")] {
        assert!(ask(expect, outcome.clone()).await["error"].as_str().unwrap().contains(error));
    }
}

#[tokio::test]
async fn what_was_seen_is_compared() {
    let emulator = start().await;
    enable(&emulator, "cams-emulator-1", None).await;
    enable(&emulator, "cams-other", None).await;
    let both = json!({
        "attempts": 2, "actions": [ENABLE, ENABLE], "connections": { "at_least": 2, "at_most": 2 },
        "parameters": [{ "CustSpaceId": "cams-emulator-1" }, { "CustSpaceId": "cams-other" }],
        "url_parameters": ["CustSpaceId"], "access_key_id": KEY.0, "signature": "acs3-hmac-sha256",
        "signed_headers": [
            "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version",
        ],
        "host": emulator.address().to_string(), "user_agent": ["tests", "/1"], "codes": ["OK", "Unknown.ResourceOwnerId"],
        "statuses": [200, 400], "outcomes": ["answered", "answered"], "spacing_ms": { "at_least": 0, "at_most": 60000 },
        "span_ms": { "at_least": 0, "at_most": 60000 }, "peak_per_second": { "at_most": 2 },
    });
    assert_eq!(problems(&emulator, both).await, Vec::<String>::new());
    for (wrong, count) in [
        (json!({ "attempts": 3 }), 1),
        (json!({ "actions": [ENABLE] }), 1),
        (json!({ "parameters": { "CustSpaceId": "cams-other" } }), 1),
        (json!({ "parameters": [{ "CustSpaceId": "cams-other" }, { "CustSpaceId": "cams-emulator-1" }] }), 1),
        (json!({ "url_parameters": [] }), 2),
        (json!({ "access_key_id": ["a", KEY.0] }), 1),
        (json!({ "signature": "hmac-sha1" }), 2),
        (json!({ "signed_headers": ["host"] }), 2),
        (json!({ "host": "elsewhere" }), 2),
        (json!({ "user_agent": ["tests", "other"] }), 2),
        (json!({ "codes": ["OK"] }), 1),
        (json!({ "statuses": [200, 200] }), 1),
        (json!({ "outcomes": ["answered", "reset"] }), 1),
        (json!({ "spacing_ms": { "at_least": 60000 } }), 1),
        (json!({ "spacing_ms": { "at_most": 0 }, "peak_per_second": { "at_least": 3 } }), 2),
        (json!({ "span_ms": { "at_least": 60000 } }), 1),
        (json!({ "connections": { "at_most": 1 } }), 1),
    ] {
        let found = problems(&emulator, wrong.clone()).await;
        // Two requests may come within the same millisecond.
        let least = if wrong["spacing_ms"]["at_most"] == 0 { 1 } else { count };
        assert!((least..=count).contains(&found.len()), "{wrong}: {found:?}");
    }
    for (unknown, reason) in [
        (json!({ "attempt": 1 }), "unknown field `attempt`"),
        (json!({ "spacing_ms": { "about": 1 } }), "unknown field `about`"),
        (json!({ "outcomes": ["lost"] }), "unknown variant `lost`"),
    ] {
        let question = json!({ "expect": { "result": 1 }, "outcome": {}, "seen": unknown }).to_string();
        let (status, answer) = control(&emulator, "POST", "verify", &question).await;
        assert_eq!(status, 400, "{answer}");
        assert!(answer["error"].as_str().unwrap().contains(reason), "{answer}");
    }
}

#[tokio::test]
async fn some_rules_hold_whatever_is_expected() {
    let emulator = start().await;
    enable(&emulator, "cams-emulator-1", Some("twice")).await;
    enable(&emulator, "cams-emulator-1", Some("twice")).await;
    let found = problems(&emulator, json!({})).await;
    assert!(found.len() == 1 && found[0].contains("\"twice\") is not a new one"), "{found:?}");
    emulator.clear_log();
    Plan::new(ENABLE, &[]).style(STYLES[3]).send(&emulator).await;
    let found = problems(&emulator, json!({})).await.join("; ");
    for problem in ["method GET instead of POST", "Signature is in the URL", "AccessKeyId is in the URL"] {
        assert!(found.contains(problem), "{found}");
    }
}

#[tokio::test]
async fn sts_is_no_attempt_and_what_is_under_way_is_waited_for() {
    let emulator = start().await;
    Plan::new("AssumeRole", &[]).send(&emulator).await;
    let seen = json!({ "attempts": 0, "actions": ["AssumeRole"] });
    assert_eq!(problems(&emulator, seen).await, Vec::<String>::new());
    emulator.clear_log();
    emulator.add_faults([FaultRule::once(Fault::Delay { ms: 50 })]).unwrap();
    let address = emulator.address();
    let raw = Plan::new(ENABLE, &[("CustSpaceId", "cams-emulator-1")]).sign(address);
    let seen = json!({ "outcomes": ["answered"], "codes": ["OK"] });
    let verdict = async {
        until(|| !emulator.log().is_empty()).await;
        problems(&emulator, seen).await
    };
    let (_, found) = tokio::join!(raw.send(&emulator), verdict);
    assert_eq!(found, Vec::<String>::new());
}

#[tokio::test]
async fn somewhere_nothing_is_ever_said() {
    let emulator = start().await;
    let (_, first) = control(&emulator, "GET", "silent", "").await;
    let (_, again) = control(&emulator, "GET", "silent", "").await;
    assert_eq!(first, again);
    let mut connection = TcpStream::connect(first["address"].as_str().unwrap()).await.unwrap();
    let started = Instant::now();
    let said = tokio::time::timeout(Duration::from_millis(50), connection.read_u8()).await;
    assert!(said.is_err() && started.elapsed() >= Duration::from_millis(50));
}
