use cams_roi_emulator::{Emulator, EmulatorOptions, Fault, FaultRule, Limits};
use serde_json::json;
use tokio::io::AsyncWriteExt as _;

use crate::support::*;

#[tokio::test]
async fn the_log_can_be_read_back_without_secrets() {
    let emulator = start().await;
    let (status, before) = control(&emulator, "GET", "log", "").await;
    assert_eq!((status, before), (200, json!([])), "control requests are not logged");
    for style in STYLES {
        let raw =
            Plan::new(ENABLE, &[("CustSpaceId", "cams-emulator-1")]).style(style).sign(emulator.address());
        raw.header("user-agent", "tests/1").send(&emulator).await.expect(200, "OK");
    }
    let (_, log) = control(&emulator, "GET", "log", "").await;
    let entry = &log[0];
    assert_eq!(
        (&entry["sequence"], &entry["method"], &entry["action"]),
        (&json!(1), &json!("POST"), &json!(ENABLE))
    );
    assert_eq!(entry["parameters"], json!({ "CustSpaceId": "cams-emulator-1" }));
    assert_eq!((&entry["access_key_id"], &entry["signature"]), (&json!(KEY.0), &json!("acs3-hmac-sha256")));
    assert_eq!(
        (&entry["status"], &entry["code"], &entry["outcome"]),
        (&json!(200), &json!("OK"), &json!("answered"))
    );
    assert_eq!((&entry["user_agent"], &entry["fault"]), (&json!("tests/1"), &json!(null)));
    assert_eq!(entry["host"], emulator.address().to_string());
    assert_eq!(entry["signed_headers"].as_array().unwrap().len(), 6);
    assert!(entry["nonce"].as_str().unwrap().starts_with("nonce-"));
    let received = |n: usize| log[n]["received_at_ms"].as_f64().unwrap();
    assert!(received(0) < received(1) && log[0]["accepted_at_ms"].as_f64().unwrap() >= received(0));
    assert_eq!((&log[2]["signature"], &log[2]["signed_headers"]), (&json!("hmac-sha1"), &json!([])));
    let text = log.to_string();
    assert!(!text.contains(KEY.1) && !text.contains("Signature="));
    assert_eq!(control(&emulator, "GET", &format!("peak?action={ENABLE}"), "").await.1["action"], ENABLE);

    assert_eq!(control(&emulator, "DELETE", "log", "").await, (200, json!([])));
    Plan::new(ENABLE, &[]).send(&emulator).await;
    let (_, log) = control(&emulator, "GET", "log", "").await;
    assert_eq!((log.as_array().unwrap().len(), &log[0]["sequence"]), (1, &json!(5)), "the count goes on");
}

#[tokio::test]
async fn connections_are_counted() {
    let emulator = start().await;
    let mut kept = Connection::open(&emulator).await;
    for _ in 0..3 {
        kept.call(&Plan::new(ENABLE, &[]).sign(emulator.address())).await.expect(200, "OK");
    }
    assert!(emulator.log().iter().all(|entry| entry.connection == 1));
    let counts = Raw::new("GET", "/_emulator/connections", "");
    assert_eq!(kept.call(&counts).await.json(), json!({ "opened": 1, "open": 1 }));
    let mut other = Connection::open(&emulator).await;
    assert_eq!(other.call(&counts).await.json(), json!({ "opened": 2, "open": 2 }));
    drop(other);
    until(|| emulator.connections().open == 1).await;
    assert_eq!(emulator.connections().opened, 2);
}

#[tokio::test]
async fn faults_can_be_added_listed_and_cleared() {
    let emulator = start().await;
    let rule =
        json!({ "match": { "action": ENABLE }, "times": null, "fault": { "type": "html", "status": 503 } });
    let (status, list) = control(&emulator, "POST", "faults", &rule.to_string()).await;
    assert_eq!((status, list.as_array().unwrap().len()), (200, 1));
    let more = json!([{ "fault": { "type": "hang" } }, { "skip": 2, "fault": { "type": "throttle" } }]);
    control(&emulator, "POST", "faults", &more.to_string()).await;
    let (_, list) = control(&emulator, "GET", "faults", "").await;
    assert_eq!(
        list[0],
        json!({
            "match": { "action": ENABLE }, "skip": 0, "times": null, "fault": { "type": "html", "status": 503 },
        })
    );
    assert_eq!((&list[1]["times"], &list[2]["fault"]["status"]), (&json!(1), &json!(429)));
    assert_eq!(Plan::new(ENABLE, &[]).send(&emulator).await.status, 503);
    assert_eq!(control(&emulator, "DELETE", "faults", "").await, (200, json!([])));
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn the_clocks_can_be_moved() {
    let emulator = start().await;
    let (_, clock) = control(&emulator, "POST", "clock", r#"{"now":"2030-01-01T00:00:00Z"}"#).await;
    assert!(clock["now"].as_str().unwrap().starts_with("2030-01-01T00:0"), "{clock}");
    let (_, clock) = control(&emulator, "POST", "clock", r#"{"advance_ms":86400000}"#).await;
    assert!(clock["now"].as_str().unwrap().starts_with("2030-01-02T00:0"), "{clock}");
    assert_eq!(control(&emulator, "GET", "clock", "").await.0, 200);
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(200, "OK");
    let (_, clock) = control(&emulator, "POST", "signature_clock", r#"{"offset_ms":-3600000}"#).await;
    assert_eq!(clock["offset_ms"], -3_600_000);
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(400, "InvalidTimeStamp.Expired");
}

#[tokio::test]
async fn accounts_can_be_listed_added_patched_and_replaced() {
    let emulator = start().await;
    let (_, accounts) = control(&emulator, "GET", "accounts", "").await;
    assert!(!accounts.to_string().contains(KEY.1), "{accounts}");
    assert_eq!(accounts[0]["channels"].as_array().unwrap().len(), 5);
    let id = accounts[0]["account_id"].as_str().unwrap();

    // A key that is known keeps its secret.
    let patch = json!({ "account_id": id, "access_keys": [{ "id": KEY.0, "active": false }] });
    assert_eq!(control(&emulator, "POST", "accounts", &patch.to_string()).await.0, 200);
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(400, "InvalidAccessKeyId.Inactive");

    let added = json!([{
        "account_id": "2", "access_keys": [{ "id": "sts", "secret": "s", "security_token": "t" }],
        "channels": [{ "id": "cams-2", "phone_numbers": ["9992"] }],
    }]);
    let (_, accounts) = control(&emulator, "POST", "accounts", &added.to_string()).await;
    assert_eq!(accounts.as_array().unwrap().len(), 2);
    let plan = || Plan::new(ENABLE, &[("CustSpaceId", "cams-2")]).key("sts", "s").token("t");
    plan().send(&emulator).await.expect(200, "OK");
    let (_, accounts) = control(&emulator, "GET", "accounts", "").await;
    assert!(accounts[1]["channels"][0]["enabled_at"].is_string());

    let (_, accounts) = control(&emulator, "PUT", "accounts", &added.to_string()).await;
    assert_eq!(accounts.as_array().unwrap().len(), 1);
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(404, "InvalidAccessKeyId.NotFound");
    plan().send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn limits_can_be_changed() {
    let emulator = start_with(EmulatorOptions::default()).await;
    let (_, limits) = control(&emulator, "GET", "limits", "").await;
    assert_eq!((&limits["in_force"][ENABLE], &limits["in_force"][PHONE]), (&json!(5), &json!(50)));
    let (_, limits) = control(&emulator, "POST", "limits", r#"{"qps":0}"#).await;
    assert_eq!(limits["in_force"][TEMPLATE], 0);
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(400, "System.LimitControl");
    let (_, limits) = control(&emulator, "POST", "limits", r#"{"enabled":false}"#).await;
    assert_eq!(limits["in_force"][ENABLE], json!(null));
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn a_reset_goes_back_to_the_start() {
    let emulator = start().await;
    let nonce = Plan::new(ENABLE, &[("CustSpaceId", "cams-emulator-1")]);
    nonce.send(&emulator).await.expect(200, "OK");
    emulator.add_faults([FaultRule::always(Fault::Hang)]).unwrap();
    emulator.set_limits(Limits::all(0));
    emulator.set_accounts(Vec::new()).unwrap();
    emulator.set_signature_clock_offset_ms(-3_600_000).unwrap();
    emulator.advance(std::time::Duration::from_secs(86_400)).unwrap();
    assert_eq!(control(&emulator, "POST", "reset", "").await.0, 200);
    assert!(emulator.log().is_empty() && emulator.faults().is_empty());
    assert_eq!(emulator.accounts()[0].channels[0].enabled_at, None);
    assert!(emulator.now() < cams_roi_emulator::Timestamp::now() + std::time::Duration::from_secs(3600));
    nonce.send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn a_control_request_that_makes_no_sense_is_told_why() {
    let emulator = start().await;
    let cases = [
        ("POST", "faults", r#"{"fault":{"type":"explode"}}"#, 400, "explode"),
        ("POST", "faults", r#"[{"fault":{"type":"html","status":1}}]"#, 400, "not an HTTP status"),
        ("POST", "faults", r#"{"fault":{"type":"html","status":503,"x":1}}"#, 400, "unknown field `x`"),
        ("POST", "faults", "{", 400, "EOF"),
        ("POST", "clock", "{}", 400, "either advance_ms or now"),
        ("POST", "clock", r#"{"advance_ms":9223372036854775807}"#, 400, "calendar"),
        ("POST", "clock", r#"{"now":"tomorrow"}"#, 400, "year"),
        ("POST", "signature_clock", r#"{"offset_ms":"x"}"#, 400, "expected i64"),
        (
            "POST",
            "accounts",
            r#"{"account_id":"2","access_keys":[{"id":"k"}]}"#,
            400,
            "lacks its id or its secret",
        ),
        (
            "POST",
            "accounts",
            r#"{"account_id":"2","access_keys":[{"id":"emulator-access-key-id","secret":"x"}]}"#,
            400,
            "twice",
        ),
        ("PUT", "accounts", r#"{"channels":[]}"#, 400, "account_id"),
        ("POST", "limits", r#"{"qps":-1}"#, 400, "-1"),
        ("GET", "peak", "", 400, "action"),
        ("GET", "nothing", "", 404, "health"),
        ("PUT", "log", "", 405, "PUT"),
    ];
    for (method, path, body, status, reason) in cases {
        let (got, error) = control(&emulator, method, path, body).await;
        let text = error["error"].as_str().unwrap();
        assert!(got == status && text.contains(reason), "{method} {path} {body}: {got} {text}");
    }
    assert!(emulator.faults().is_empty());
    assert_eq!(emulator.accounts().len(), 1);
    let healthy = json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") });
    assert_eq!(control(&emulator, "GET", "health", "").await, (200, healthy));
}

#[tokio::test]
async fn options_that_make_no_sense_are_refused_at_the_start() {
    let faults = vec![FaultRule::once(Fault::Html { status: 1 })];
    let error = Emulator::start(EmulatorOptions { faults, ..EmulatorOptions::default() }).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
}

#[tokio::test]
async fn the_ready_account_is_all_a_client_needs() {
    let emulator = start_with(EmulatorOptions { channels: 300, ..EmulatorOptions::default() }).await;
    let ready = emulator.ready_account().unwrap();
    assert_eq!(ready.url, emulator.url());
    assert_eq!((ready.cust_space_ids.len(), ready.cust_space_ids[299].as_str()), (300, "cams-emulator-300"));
    assert!(!format!("{ready:?}").contains(&ready.access_key_secret));
    let isv_code = ready.isv_code.clone().unwrap();
    let plan = Plan::new(ENABLE, &[("CustSpaceId", &ready.cust_space_ids[299]), ("IsvCode", &isv_code)]);
    plan.key(&ready.access_key_id, &ready.access_key_secret).send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn a_dropped_emulator_answers_no_more() {
    let emulator = start().await;
    let mut connection = Connection::open(&emulator).await;
    connection.call(&Plan::new(ENABLE, &[]).sign(emulator.address())).await.expect(200, "OK");
    let address = emulator.address();
    drop(emulator);
    // The open connection ends, and the port is free again.
    let _ = connection.rest().await;
    while tokio::net::TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn it_runs_until_it_is_told_to_stop() {
    let emulator = start().await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = tokio::spawn(emulator.run_until(async {
        let _ = stopped.await;
    }));
    assert!(!running.is_finished());
    stop.send(()).unwrap();
    running.await.unwrap();
}

/// The answer to a request with these headers.
async fn with_headers(emulator: &Emulator, target: &str, headers: &[&str]) -> (u16, String) {
    let mut connection = Connection::open(emulator).await;
    let head = format!("GET {target} HTTP/1.1\r\n{}\r\n\r\n", headers.join("\r\n"));
    connection.stream.write_all(head.as_bytes()).await.unwrap();
    let reply = connection.head().await;
    (reply.status, reply.text())
}

#[tokio::test]
async fn a_web_page_cannot_read_what_is_for_this_machine() {
    let emulator = start().await;
    let port = emulator.address().port();
    let role = "/latest/meta-data/ram/security-credentials/";
    for target in ["/_emulator/accounts", "/_emulator/credentials", "/_emulator/log", role] {
        let foreign = format!("Host: evil.example:{port}");
        let local = format!("Host: 127.0.0.1:{port}");
        for headers in [
            vec![foreign.as_str()],
            vec!["Host: 127.0.0.1.evil.example"],
            vec![&local, "Origin: http://evil.example"],
            vec![&local, "Origin: null"],
            vec![&local, "Origin: http://localhost.evil.example"],
            vec!["Host: localhost", "Origin: https://evil.example"],
        ] {
            let (status, text) = with_headers(&emulator, target, &headers).await;
            assert_eq!(status, 403, "{target} {headers:?}: {text}");
            assert!(!text.contains("secret"), "{text}");
        }
    }
    let ipv6 = format!("Host: [::1]:{port}");
    for headers in [
        vec!["Host: localhost"],
        vec![ipv6.as_str()],
        vec!["Host: 127.0.0.1", "Origin: http://localhost:3000"],
    ] {
        let (status, text) = with_headers(&emulator, "/_emulator/accounts", &headers).await;
        assert_eq!(status, 200, "{headers:?}: {text}");
    }
}
