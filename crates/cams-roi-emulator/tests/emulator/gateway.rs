use std::time::Duration;

use cams_roi::signature::SignatureAlgorithm;
use cams_roi_emulator::{
    AccessKey, Account, AccountPatch, Channel, DenialForm, Emulator, EmulatorOptions, Limits, Timestamp,
};
use serde_json::json;

use crate::support::*;

const WINDOW: Duration = Duration::from_secs(15 * 60);
const MINUTE: Duration = Duration::from_secs(60);

async fn with_keys(access_keys: Vec<AccessKey>) -> Emulator {
    let account = Account { access_keys, ..Account::ready(1) };
    start_with(EmulatorOptions {
        accounts: vec![account],
        limits: Limits::off(),
        ..EmulatorOptions::default()
    })
    .await
}

#[tokio::test]
async fn actions_versions_and_methods_are_checked_first() {
    let emulator = start().await;
    for style in STYLES {
        let bad_key = |action: &str| Plan::new(action, &[]).style(style).key("no such key", "x");
        for action in ["EnableWhatsAppROIMetric", "SendChatappMessage"] {
            bad_key(action).send(&emulator).await.expect(404, "InvalidApi.NotFound");
        }
        let mut plan = bad_key(ENABLE);
        plan.version = "2019-01-01".to_owned();
        plan.send(&emulator).await.expect(400, "InvalidVersion");
    }
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
        let raw = Plan::new(ENABLE, &[]).style((SignatureAlgorithm::Acs3HmacSha256, method));
        raw.send(&emulator).await.expect(400, "UnsupportedHTTPMethod");
    }
    Raw::new("POST", "/?Format=json", "").send(&emulator).await.expect(400, "MissingAction");
    Raw::new("POST", "/?Format=json&Action=A", "").send(&emulator).await.expect(400, "MissingVersion");
    let unsigned = format!("/?Format=json&Action={ENABLE}&Version=2020-06-06");
    Raw::new("GET", &unsigned, "").send(&emulator).await.expect(400, "MissingAccessKeyId");
    let mut raw = Plan::new(ENABLE, &[]).sign(emulator.address());
    raw.target = "/other".to_owned();
    raw.send(&emulator).await.expect(404, "InvalidApi.NotFound");
}

#[tokio::test]
async fn access_keys_must_be_known_and_active() {
    let inactive = AccessKey { active: false, ..AccessKey::new("inactive", "secret") };
    let emulator = with_keys(vec![inactive]).await;
    for style in STYLES {
        let plan = |id, secret| Plan::new(ENABLE, &[]).style(style).key(id, secret);
        plan("unknown", "secret").send(&emulator).await.expect(404, "InvalidAccessKeyId.NotFound");
        plan("inactive", "wrong").send(&emulator).await.expect(400, "SignatureDoesNotMatch");
        plan("inactive", "secret").send(&emulator).await.expect(400, "InvalidAccessKeyId.Inactive");
    }
}

#[tokio::test]
async fn temporary_access_keys_need_their_own_token_while_it_lasts() {
    let now = Timestamp::now();
    let emulator = with_keys(vec![
        AccessKey::new("permanent", "secret"),
        AccessKey::temporary("a", "secret", "token-a"),
        AccessKey::temporary("b", "secret", "token-b"),
        AccessKey { expires_at: Some(now - MINUTE), ..AccessKey::temporary("old", "secret", "token-old") },
        AccessKey {
            expires_at: Some(now + MINUTE * 5),
            ..AccessKey::temporary("new", "secret", "token-new")
        },
    ])
    .await;
    let cases = [
        ("a", None, 400, "MissingSecurityToken"),
        ("a", Some("nonsense"), 400, "InvalidSecurityToken.Malformed"),
        ("a", Some("token-b"), 400, "InvalidSecurityToken.MismatchWithAccessKey"),
        ("permanent", Some("token-b"), 400, "InvalidSecurityToken.MismatchWithAccessKey"),
        ("old", Some("token-old"), 400, "InvalidSecurityToken.Expired"),
        ("new", Some("token-new"), 200, "OK"),
        ("a", Some("token-a"), 200, "OK"),
        ("permanent", None, 200, "OK"),
    ];
    for style in STYLES {
        for (key, token, status, code) in cases {
            let mut plan = Plan::new(ENABLE, &[]).style(style).key(key, "secret");
            plan.token = token.map(str::to_owned);
            plan.send(&emulator).await.expect(status, code);
        }
    }
    // Expiry goes by the clock that signatures go by.
    emulator.set_signature_clock_offset_ms(6 * 60 * 1000).unwrap();
    let plan = Plan::new(ENABLE, &[]).key("new", "secret").token("token-new");
    plan.send(&emulator).await.expect(400, "InvalidSecurityToken.Expired");
}

#[tokio::test]
async fn times_may_be_fifteen_minutes_off_either_way() {
    let emulator = start().await;
    for style in STYLES {
        let now = Timestamp::now();
        for (time, status, code) in [
            (now - WINDOW + MINUTE, 200, "OK"),
            (now + WINDOW - MINUTE, 200, "OK"),
            (now - WINDOW - MINUTE, 400, "InvalidTimeStamp.Expired"),
            (now + WINDOW + MINUTE, 400, "InvalidTimeStamp.Expired"),
        ] {
            Plan::new(ENABLE, &[]).style(style).at(time).send(&emulator).await.expect(status, code);
        }
        for text in ["yesterday", "2026-01-01", "2026-01-01T00:00:00+00:00", "2026-01-01T00:00:00.5Z"] {
            let mut plan = Plan::new(ENABLE, &[]).style(style);
            plan.time = text.to_owned();
            plan.send(&emulator).await.expect(400, "InvalidTimeStamp.Format");
        }
    }
}

#[tokio::test]
async fn the_signature_clock_can_be_wrong_and_the_date_header_tells() {
    let emulator = start().await;
    emulator.set_signature_clock_offset_ms(-3_600_000).unwrap();
    let reply = Plan::new(ENABLE, &[]).send(&emulator).await;
    reply.expect(400, "InvalidTimeStamp.Expired");
    let date = httpdate::parse_http_date(reply.header("date").unwrap()).unwrap();
    let learned = Timestamp::try_from(date).unwrap();
    assert!(learned < Timestamp::now() - MINUTE * 59);
    Plan::new(ENABLE, &[]).at(learned).send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn a_nonce_is_good_once_for_each_access_key() {
    let emulator = with_keys(vec![AccessKey::new("a", "secret"), AccessKey::new("b", "secret")]).await;
    for style in STYLES {
        let mut first = Plan::new(ENABLE, &[]).style(style).key("a", "secret");
        first.send(&emulator).await.expect(200, "OK");
        // Signed anew with another time, the nonce is still the old one.
        first = first.at(Timestamp::now() - MINUTE);
        first.send(&emulator).await.expect(400, "SignatureNonceUsed");
        first.clone().key("b", "secret").send(&emulator).await.expect(200, "OK");
    }
}

#[tokio::test]
async fn a_request_that_fails_earlier_does_not_use_up_its_nonce() {
    let emulator = start().await;
    let plan = Plan::new(ENABLE, &[]);
    plan.clone().key(KEY.0, "wrong").send(&emulator).await.expect(400, "SignatureDoesNotMatch");
    plan.send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn limits_count_accepted_calls_of_the_account_whatever_its_keys() {
    let keys = vec![AccessKey::new("a", "secret"), AccessKey::new("b", "secret")];
    let others = Account { access_keys: vec![AccessKey::new("c", "secret")], ..Account::new("2") };
    let accounts = vec![Account { access_keys: keys, ..Account::ready(1) }, others];
    // A limit of 0 makes the refusal certain, however slow the machine is; the window itself is tested as a function.
    let limits = Limits::all(0);
    let emulator = start_with(EmulatorOptions { accounts, limits, ..EmulatorOptions::default() }).await;
    for style in STYLES {
        let plan = Plan::new(ENABLE, &[]).style(style).key("a", "secret");
        plan.send(&emulator).await.expect(400, "System.LimitControl");
    }
    assert_eq!(emulator.peak_per_second(ENABLE), 0);
    assert!(emulator.log().iter().all(|entry| entry.accepted_at.is_none()));
    emulator.set_limits(Limits::off());
    Plan::new(ENABLE, &[]).key("a", "secret").send(&emulator).await.expect(200, "OK");
    assert_eq!(emulator.peak_per_second(ENABLE), 1);
    assert_eq!(emulator.peak_per_second(PHONE), 0);
}

#[tokio::test]
async fn more_than_five_enablings_never_pass_in_one_second() {
    let emulator = start_with(EmulatorOptions::default()).await;
    let mut connection = Connection::open(&emulator).await;
    // As fast as it goes, until the limit was met and has let calls pass again.
    let (mut accepted, mut refused) = (0, 0);
    while refused == 0 || accepted <= 5 {
        let reply = connection.call(&Plan::new(ENABLE, &[]).sign(emulator.address())).await;
        match reply.outcome() {
            (200, code) if code == "OK" => accepted += 1,
            outcome => {
                assert_eq!(outcome, (400, "System.LimitControl".to_owned()));
                refused += 1;
            }
        }
    }
    assert!(emulator.peak_per_second(ENABLE) <= 5);
    // Each operation has a limit of its own.
    let query = Plan::new(PHONE, &[("Start", "1"), ("End", "2")]);
    query.send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn an_account_must_have_subscribed_before_permissions_matter() {
    let emulator = start().await;
    let id = emulator.accounts()[0].account_id.clone();
    let denied = AccountPatch {
        subscribed: Some(false),
        permissions: Some(vec!["cams:ListInstance".to_owned()]),
        ..AccountPatch::new(&id)
    };
    emulator.patch_account(denied).unwrap();
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(400, "Product.Unsubscript");
    emulator.patch_account(AccountPatch { subscribed: Some(true), ..AccountPatch::new(&id) }).unwrap();

    let reply = Plan::new(ENABLE, &[]).send(&emulator).await;
    reply.expect(400, "Ram.PermissionDeny");
    let detail = reply.json()["AccessDeniedDetail"].as_str().unwrap().to_owned();
    assert!(detail.contains("cams:EnableWhatsappROIMetric"), "{detail}");
    Plan::new("ListInstance", &[]).send(&emulator).await.expect(200, "OK");

    let object = AccountPatch { denial: Some(DenialForm::Object), ..AccountPatch::new(&id) };
    emulator.patch_account(object).unwrap();
    let reply = Plan::new(ENABLE, &[]).send(&emulator).await;
    reply.expect(403, "NoPermission");
    let detail = &reply.json()["AccessDeniedDetail"];
    assert_eq!(detail["AuthAction"], "cams:EnableWhatsappROIMetric");
    assert_eq!(detail["NoPermissionType"], "ImplicitDeny");

    let permitted = vec!["cams:EnableWhatsappROIMetric".to_owned()];
    emulator.patch_account(AccountPatch { permissions: Some(permitted), ..AccountPatch::new(&id) }).unwrap();
    Plan::new(ENABLE, &[]).send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn parameters_are_checked_in_the_service_s_order() {
    let emulator = start().await;
    let span = [("Start", "1000"), ("End", "2000")];
    let with = |more: &[(&'static str, &'static str)]| [&span[..], more].concat();
    let template =
        |more: &[(&'static str, &'static str)]| [&span[..], &[("TemplateCode", "1")], more].concat();
    let cases = [
        (PHONE, vec![("End", "2")], 400, "MissingStart"),
        (PHONE, vec![("Start", ""), ("End", "2")], 400, "MissingStart"),
        (PHONE, vec![("Start", "1")], 400, "MissingEnd"),
        (PHONE, vec![("Start", "x"), ("End", "2")], 400, "InvalidParameter"),
        (PHONE, vec![("Start", "1"), ("End", "2.5")], 400, "InvalidParameter"),
        (PHONE, vec![("Start", "1"), ("End", "99999999999999999999")], 400, "InvalidParameter"),
        (PHONE, vec![("Start", "2"), ("End", "2")], 400, "InvalidParameter"),
        (PHONE, vec![("Start", "3"), ("End", "2")], 400, "InvalidParameter"),
        (PHONE, with(&[("Granularity", "daily")]), 400, "InvalidParameter"),
        (PHONE, with(&[("Granularity", "HALF_HOUR")]), 200, "OK"),
        (PHONE, with(&[("Granularity", "")]), 200, "OK"),
        (TEMPLATE, with(&[]), 400, "MissingTemplateCode"),
        (TEMPLATE, template(&[("TemplateType", "VIBER")]), 400, "InvalidParameter"),
        (TEMPLATE, template(&[("TemplateType", "WHATSAPP")]), 200, "OK"),
        (ENABLE, vec![("IsvCode", "other")], 403, "Authentication.NoAuth"),
        (ENABLE, vec![("IsvCode", "other"), ("CustSpaceId", "x")], 403, "Authentication.NoAuth"),
        (ENABLE, vec![("IsvCode", "emulator-isv-code")], 200, "OK"),
        (ENABLE, vec![("CustSpaceId", "x")], 400, "Unknown.ResourceOwnerId"),
        (PHONE, with(&[("CustSpaceId", "x")]), 400, "Unknown.ResourceOwnerId"),
        (TEMPLATE, template(&[("CustSpaceId", "x")]), 400, "Unknown.ResourceOwnerId"),
        (TEMPLATE, template(&[("CustSpaceId", "cams-emulator-5")]), 200, "OK"),
    ];
    for style in STYLES {
        for (action, parameters, status, code) in &cases {
            let reply = Plan::new(action, parameters).style(style).send(&emulator).await;
            assert_eq!(reply.outcome(), (*status, (*code).to_owned()), "{action} {parameters:?}");
        }
    }
}

#[tokio::test]
async fn a_channel_of_another_account_is_refused() {
    let other = Account {
        access_keys: vec![AccessKey::new("other", "secret")],
        channels: vec![Channel::new("cams-other")],
        ..Account::new("2")
    };
    let accounts = vec![Account::ready(1), other];
    let emulator =
        start_with(EmulatorOptions { accounts, limits: Limits::off(), ..EmulatorOptions::default() }).await;
    let plan = Plan::new(ENABLE, &[("CustSpaceId", "cams-other")]);
    plan.send(&emulator).await.expect(400, "Unknown.ResourceOwnerId");
    Plan::new(ENABLE, &[("CustSpaceId", "cams-other")])
        .key("other", "secret")
        .send(&emulator)
        .await
        .expect(200, "OK");
}

#[tokio::test]
async fn errors_have_the_gateway_s_shape() {
    let emulator = start().await;
    let reply = Plan::new(ENABLE, &[("CustSpaceId", "x")]).send(&emulator).await;
    let body = reply.json();
    let request_id = body["RequestId"].as_str().unwrap();
    assert_eq!(reply.header("x-acs-request-id"), Some(request_id));
    assert_eq!(reply.header("content-type"), Some("application/json;charset=utf-8"));
    assert_eq!(body["HostId"], emulator.address().to_string());
    assert_eq!(body["Message"], "The resource does not belong to the current user.");
    assert!(body["Recommend"].as_str().unwrap().contains(request_id));
    let groups: Vec<usize> = request_id.split('-').map(str::len).collect();
    assert_eq!(groups, [8, 4, 4, 4, 12]);
    assert!(request_id.chars().all(|c| c == '-' || c.is_ascii_digit() || ('A'..='F').contains(&c)));
    let other = Plan::new(ENABLE, &[]).send(&emulator).await;
    assert_ne!(other.header("x-acs-request-id"), reply.header("x-acs-request-id"));
}

#[tokio::test]
async fn the_older_signature_is_answered_in_xml_unless_it_asks_for_json() {
    let emulator = start().await;
    for method in ["GET", "POST"] {
        let style = (SignatureAlgorithm::HmacSha1, method);
        for (format, is_json) in
            [(Some("JSON"), true), (Some("json"), true), (Some("XML"), false), (None, false)]
        {
            let mut plan = Plan::new(ENABLE, &[("CustSpaceId", "x")]).style(style);
            plan.format = format;
            let reply = plan.send(&emulator).await;
            if is_json {
                reply.expect(400, "Unknown.ResourceOwnerId");
                continue;
            }
            assert_eq!(reply.header("content-type"), Some("text/xml;charset=utf-8"));
            let text = reply.text();
            let document = roxmltree::Document::parse(&text).unwrap();
            assert!(document.root_element().has_tag_name("Error"));
            let field = |name| document.descendants().find(|node| node.has_tag_name(name)).unwrap().text();
            assert_eq!(field("Code"), Some("Unknown.ResourceOwnerId"));
            assert_eq!(field("RequestId"), reply.header("x-acs-request-id"));
        }
        let mut plan = Plan::new(ENABLE, &[]).style(style);
        plan.format = None;
        let text = plan.send(&emulator).await.text();
        let document = roxmltree::Document::parse(&text).unwrap();
        assert!(document.root_element().has_tag_name("EnableWhatsappROIMetricResponse"));
    }
    // The newer one is answered in JSON unless it accepts nothing but XML.
    let raw = Plan::new(ENABLE, &[]).sign(emulator.address()).header("accept", "text/xml");
    assert!(raw.send(&emulator).await.text().starts_with("<?xml"));
}

#[tokio::test]
async fn other_operations_can_be_called_by_name() {
    let emulator = start().await;
    let reply = Plan::new("ListInstance", &[]).send(&emulator).await;
    let body = reply.json();
    assert_eq!((body["TotalCount"].as_u64(), body["Success"].as_bool()), (Some(6), Some(true)));
    assert_eq!(body["Data"][1]["CustSpaceId"], "cams-emulator-1");
    let plan = Plan::new("QueryChatappPhoneNumbers", &[("CustSpaceId", "cams-emulator-2")]);
    let numbers = plan.send(&emulator).await.json()["PhoneNumbers"].clone();
    assert_eq!(numbers[0]["PhoneNumber"], json!("99900000002"));
}
