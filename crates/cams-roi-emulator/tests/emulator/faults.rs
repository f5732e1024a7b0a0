use std::io::ErrorKind;

use cams_roi_emulator::{Case, Emulator, Fault, FaultRule, Format, LogEntry, Outcome, Timestamp};
use serde_json::json;
use tokio::io::AsyncReadExt as _;

use crate::support::*;

/// An emulator whose next request meets `fault`, and a connection on which that request was sent.
async fn meet(fault: Fault) -> (Emulator, Connection) {
    let emulator = start().await;
    emulator.add_faults([FaultRule::once(fault)]).unwrap();
    let mut connection = Connection::open(&emulator).await;
    connection.write(&Plan::new(ENABLE, &[]).sign(emulator.address())).await;
    (emulator, connection)
}

async fn reply_to(fault: Fault) -> (Emulator, Reply) {
    let emulator = start().await;
    emulator.add_faults([FaultRule::once(fault)]).unwrap();
    let reply = Plan::new(ENABLE, &[]).send(&emulator).await;
    (emulator, reply)
}

fn only_entry(emulator: &Emulator) -> LogEntry {
    let mut log = emulator.log();
    assert_eq!(log.len(), 1);
    log.remove(0)
}

async fn wait_for_outcome(emulator: &Emulator, outcome: Outcome) -> LogEntry {
    until(|| emulator.log().iter().any(|entry| entry.outcome == Some(outcome))).await;
    only_entry(emulator)
}

#[tokio::test]
async fn a_service_error_in_any_shape() {
    let (emulator, reply) = reply_to(Fault::Error {
        status: 503,
        code: "ServiceUnavailable".to_owned(),
        message: Some("<later> & \"so\"".to_owned()),
        headers: vec![("x-extra".to_owned(), "1".to_owned())],
        access_denied_detail: Some(json!({ "PolicyType": "ControlPolicy" })),
        case: Case::Camel,
        format: None,
    })
    .await;
    let body = reply.json();
    assert_eq!((reply.status, reply.header("x-extra")), (503, Some("1")));
    assert_eq!((&body["code"], &body["message"]), (&json!("ServiceUnavailable"), &json!("<later> & \"so\"")));
    assert_eq!(body["accessDeniedDetail"]["PolicyType"], "ControlPolicy");
    assert_eq!(body["requestId"].as_str(), reply.header("x-acs-request-id"));
    let entry = only_entry(&emulator);
    assert_eq!(
        (entry.fault, entry.status, entry.code.as_deref()),
        (Some("error"), Some(503), Some("ServiceUnavailable"))
    );
    assert_eq!((entry.outcome, entry.accepted_at), (Some(Outcome::Answered), None));

    let mut fault = Fault::error(500, "InternalError");
    if let Fault::Error { format, message, .. } = &mut fault {
        *format = Some(Format::Xml);
        *message = Some("<later> & \"so\"".to_owned());
    }
    let text = reply_to(fault).await.1.text();
    let document = roxmltree::Document::parse(&text).unwrap();
    let message = document.descendants().find(|node| node.has_tag_name("Message")).unwrap();
    assert_eq!(message.text(), Some("<later> & \"so\""));
}

#[tokio::test]
async fn a_fault_that_takes_the_answer_s_place_comes_before_any_check() {
    let emulator = start().await;
    emulator.add_faults([FaultRule::once(Fault::Html { status: 502 })]).unwrap();
    let reply = Plan::new(ENABLE, &[]).key("unknown", "x").send(&emulator).await;
    assert_eq!(reply.status, 502);
    assert!(reply.header("content-type").unwrap().starts_with("text/html"));
    assert!(reply.text().starts_with("<html>"));
    assert_eq!(reply.header("x-acs-request-id"), None);
}

#[tokio::test]
async fn a_fault_that_keeps_the_answer_leaves_the_checks_in_force() {
    for fault in [
        Fault::Delay { ms: 0 },
        Fault::Drip { chunk_bytes: 7, interval_ms: 0 },
        Fault::CloseAfterAnswer,
        Fault::ClockSkew { offset_ms: 0 },
    ] {
        let emulator = start().await;
        emulator.add_faults([FaultRule::always(fault)]).unwrap();
        let plan = Plan::new(ENABLE, &[]);
        plan.clone().key("unknown", "x").send(&emulator).await.expect(404, "InvalidAccessKeyId.NotFound");
        plan.send(&emulator).await.expect(200, "OK");
    }
}

#[tokio::test]
async fn any_answer_goes_out_as_it_is_given() {
    let headers = [("content-type", "text/plain"), ("x-twice", "1"), ("x-twice", "2")];
    let (_, reply) = reply_to(Fault::respond(201, &headers, "é")).await;
    assert_eq!((reply.status, reply.text()), (201, "é".to_owned()));
    assert_eq!(reply.headers.iter().filter(|(name, _)| name == "x-twice").count(), 2);
    assert_eq!(reply.header("x-acs-request-id"), None);

    // Not gzip at all: what is named is not what is done.
    let fault = Fault::Respond {
        status: 200,
        headers: vec![("content-encoding".to_owned(), "gzip".to_owned())],
        body: None,
        body_base64: Some("AP8B".to_owned()),
    };
    let (emulator, reply) = reply_to(fault).await;
    assert_eq!((reply.header("content-encoding"), reply.body.as_slice()), (Some("gzip"), &[0, 255, 1][..]));
    assert_eq!(only_entry(&emulator).outcome, Some(Outcome::Answered));
}

#[tokio::test]
async fn an_answer_without_a_body_counts_as_answered() {
    for fault in [Fault::respond(200, &[], ""), Fault::respond(204, &[], "no place for it")] {
        let (emulator, mut connection) = meet(fault).await;
        assert!(connection.head().await.body.is_empty());
        assert_eq!(only_entry(&emulator).outcome, Some(Outcome::Answered));
    }
}

#[tokio::test]
async fn a_delayed_request_is_answered_late_and_cancelled_if_the_client_goes() {
    let (emulator, connection) = meet(Fault::Delay { ms: 3_600_000 }).await;
    until(|| emulator.log().iter().any(|entry| entry.status == Some(200))).await;
    assert_eq!(only_entry(&emulator).outcome, None, "not yet");
    drop(connection);
    let entry = wait_for_outcome(&emulator, Outcome::ClientGone).await;
    assert!(entry.accepted_at.is_some());
}

#[tokio::test]
async fn a_request_that_hangs_ends_when_the_client_goes() {
    let (emulator, connection) = meet(Fault::Hang).await;
    until(|| !emulator.log().is_empty()).await;
    assert_eq!((only_entry(&emulator).outcome, emulator.connections().open), (None, 1));
    drop(connection);
    let entry = wait_for_outcome(&emulator, Outcome::ClientGone).await;
    assert_eq!((entry.fault, entry.status), (Some("hang"), None));
    until(|| emulator.connections().open == 0).await;
}

#[tokio::test]
async fn a_reset_is_seen_as_one() {
    let (emulator, mut connection) = meet(Fault::Reset).await;
    assert_eq!(connection.rest().await.unwrap_err().kind(), ErrorKind::ConnectionReset);
    assert_eq!(only_entry(&emulator).outcome, Some(Outcome::Reset));
}

#[tokio::test]
async fn a_closed_connection_ends_without_a_byte() {
    let (emulator, mut connection) = meet(Fault::Close).await;
    assert_eq!(connection.rest().await.unwrap(), b"");
    assert_eq!(only_entry(&emulator).outcome, Some(Outcome::Closed));
}

#[tokio::test]
async fn a_cut_off_answer_promises_more_than_it_gives() {
    let whole = Plan::new(ENABLE, &[]).send(&start().await).await.body.len();
    for after_bytes in [0, 10, whole - 1] {
        let (emulator, mut connection) = meet(Fault::CutOff { after_bytes }).await;
        let mut reply = connection.head().await;
        reply.body.extend(connection.rest().await.unwrap());
        assert_eq!(reply.header("content-length"), Some(whole.to_string().as_str()));
        assert_eq!((reply.status, reply.body.len()), (200, after_bytes));
        let entry = only_entry(&emulator);
        assert_eq!((entry.outcome, entry.code.as_deref()), (Some(Outcome::CutOff), Some("OK")));
    }
}

#[tokio::test]
async fn a_dripping_answer_comes_in_pieces() {
    let (emulator, mut connection) = meet(Fault::Drip { chunk_bytes: 10, interval_ms: 1 }).await;
    let mut reply = connection.head().await;
    let length: usize = reply.header("content-length").unwrap().parse().unwrap();
    while reply.body.len() < length {
        connection.stream.read_buf(&mut reply.body).await.unwrap();
    }
    reply.expect(200, "OK");
    assert_eq!(only_entry(&emulator).outcome, Some(Outcome::Answered));

    // One piece is all that comes before the pause.
    let (emulator, mut connection) = meet(Fault::Drip { chunk_bytes: 10, interval_ms: 3_600_000 }).await;
    assert!(connection.head().await.body.is_empty());
    drop(connection);
    wait_for_outcome(&emulator, Outcome::ClientGone).await;
}

#[tokio::test]
async fn an_oversized_answer_is_as_large_as_asked() {
    const SIZE: usize = 9 << 20;
    let (emulator, mut connection) = meet(Fault::Oversize { bytes: SIZE as u64, content_length: true }).await;
    let mut reply = connection.head().await;
    assert_eq!(reply.header("content-length"), Some(SIZE.to_string().as_str()));
    while reply.body.len() < SIZE {
        assert_ne!(connection.stream.read_buf(&mut reply.body).await.unwrap(), 0);
    }
    until(|| only_entry(&emulator).outcome == Some(Outcome::Answered)).await;

    let (emulator, mut connection) = meet(Fault::Oversize { bytes: u64::MAX, content_length: false }).await;
    let reply = connection.head().await;
    assert_eq!((reply.header("content-length"), reply.header("transfer-encoding")), (None, Some("chunked")));
    drop(connection);
    wait_for_outcome(&emulator, Outcome::ClientGone).await;
}

#[tokio::test]
async fn a_redirect_names_its_target() {
    let (_, reply) =
        reply_to(Fault::Redirect { status: 307, location: "http://127.0.0.1:1/".to_owned() }).await;
    assert_eq!((reply.status, reply.header("location")), (307, Some("http://127.0.0.1:1/")));
}

#[tokio::test]
async fn throttling_says_when_to_come_back() {
    let (_, reply) = reply_to(Fault::throttle(Some(1500))).await;
    reply.expect(429, "Throttling.User");
    assert_eq!((reply.header("x-acs-retry-after"), reply.header("retry-after")), (Some("1500"), None));

    let (emulator, reply) = reply_to(Fault::Throttle {
        code: "Throttling".to_owned(),
        status: 400,
        retry_after_ms: None,
        retry_after_seconds: None,
        retry_after_date: Some(90),
    })
    .await;
    reply.expect(400, "Throttling");
    let date = |name| httpdate::parse_http_date(reply.header(name).unwrap()).unwrap();
    assert_eq!(date("retry-after").duration_since(date("date")).unwrap().as_secs(), 90);
    assert_eq!(reply.header("x-acs-retry-after"), None);

    emulator
        .add_faults([FaultRule::once(
            serde_json::from_value(json!({ "type": "throttle", "retry_after_seconds": 3 })).unwrap(),
        )])
        .unwrap();
    let reply = Plan::new(ENABLE, &[]).send(&emulator).await;
    assert_eq!(reply.header("retry-after"), Some("3"));
}

#[tokio::test]
async fn a_call_is_denied_as_by_ram() {
    let (emulator, reply) = reply_to(Fault::Deny).await;
    assert_eq!((reply.status, &reply.json()["Code"]), (400, &json!("Ram.PermissionDeny")));
    let detail = reply.json()["AccessDeniedDetail"].as_str().unwrap_or_default().to_owned();
    assert!(detail.contains("cams:EnableWhatsappROIMetric"), "{detail}");
    let entry = only_entry(&emulator);
    assert_eq!((entry.fault, entry.code.as_deref()), (Some("deny"), Some("Ram.PermissionDeny")));
    // The account has all that it had.
    assert_eq!(Plan::new(ENABLE, &[]).send(&emulator).await.status, 200);
}

#[tokio::test]
async fn clock_skew_is_of_one_request_alone() {
    let (emulator, reply) = reply_to(Fault::ClockSkew { offset_ms: 7_200_000 }).await;
    reply.expect(400, "InvalidTimeStamp.Expired");
    let date = httpdate::parse_http_date(reply.header("date").unwrap()).unwrap();
    let ahead = Timestamp::try_from(date).unwrap().duration_since(Timestamp::now());
    assert!(ahead.as_secs() > 7_000, "{ahead:?}");
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn a_connection_can_close_right_after_an_answer_that_did_not_say_so() {
    let (emulator, mut connection) = meet(Fault::CloseAfterAnswer).await;
    let mut reply = connection.head().await;
    assert_eq!(reply.header("connection"), None);
    reply.body.extend(connection.rest().await.unwrap());
    reply.expect(200, "OK");
    assert_eq!(only_entry(&emulator).outcome, Some(Outcome::Answered));
    until(|| emulator.connections().open == 0).await;
}

#[tokio::test]
async fn rules_choose_their_requests_and_count_them() {
    let emulator = start().await;
    let channel = |id| Plan::new(ENABLE, &[("CustSpaceId", id)]);
    emulator
        .add_faults([
            FaultRule::once(Fault::error(500, "First")).on_channel("cams-emulator-2").after(1).times(2),
            FaultRule::once(Fault::error(500, "Second")).on_action(PHONE),
        ])
        .unwrap();
    for style in STYLES {
        channel("cams-emulator-1").style(style).send(&emulator).await.expect(200, "OK");
    }
    for (status, code) in [(200, "OK"), (500, "First"), (500, "First"), (200, "OK")] {
        channel("cams-emulator-2").send(&emulator).await.expect(status, code);
    }
    let query = Plan::new(PHONE, &[("Start", "1"), ("End", "2")]);
    query.send(&emulator).await.expect(500, "Second");
    query.send(&emulator).await.expect(200, "OK");
    assert!(emulator.faults().iter().all(|rule| rule.times == Some(0)));
}
