use std::borrow::Cow;

use cams_roi::Credentials;
use cams_roi::signature::{self, SignatureAlgorithm, UnsignedRequest, acs3, percent_encode};
use cams_roi_emulator::{AccessKey, Account, EmulatorOptions, Limits, Timestamp};

use crate::support::*;

const AWKWARD: &str = "é 验 🚀 *~+/ '()!&=%\u{7f}";

fn awkward() -> [(&'static str, &'static str); 3] {
    [("CustSpaceId", "cams-emulator-1"), ("Unknown", AWKWARD), ("Empty", "")]
}

#[tokio::test]
async fn both_signatures_are_accepted_by_both_methods_whatever_the_parameters_hold() {
    let emulator = start().await;
    for style in STYLES {
        Plan::new(ENABLE, &awkward()).style(style).send(&emulator).await.expect(200, "OK");
        let entry = emulator.log().pop().unwrap();
        assert_eq!(entry.parameters["Unknown"], AWKWARD);
        assert_eq!(entry.parameters["Empty"], "");
        assert_eq!(entry.parameters.len(), 3, "no system parameter is logged");
        assert_eq!((entry.method.as_str(), entry.signature), (style.1, Some(style.0.as_str())));
    }
}

#[tokio::test]
async fn the_signature_type_that_older_clients_send_is_no_business_parameter() {
    let emulator = start().await;
    let plan = Plan::new(ENABLE, &[("SignatureType", ""), ("RegionId", "ap-southeast-1")]);
    plan.style(STYLES[3]).send(&emulator).await.expect(200, "OK");
    let names: Vec<String> = emulator.log().pop().unwrap().parameters.into_keys().collect();
    assert_eq!(names, ["RegionId"]);
}

#[tokio::test]
async fn what_the_client_itself_signs_is_accepted() {
    let emulator = start().await;
    let host = emulator.address().to_string();
    let parameters: Vec<(Cow<'static, str>, String)> =
        awkward().iter().map(|(name, value)| ((*name).into(), (*value).to_owned())).collect();
    let request =
        UnsignedRequest { host: &host, action: ENABLE, version: "2020-06-06", parameters: &parameters };
    for algorithm in SignatureAlgorithm::ALL {
        let credentials = Credentials::new(KEY.0, KEY.1);
        let signed = signature::sign(algorithm, request, &credentials, algorithm.as_str(), Timestamp::now());
        let mut raw = Raw::new("POST", &format!("/?{}", signed.query), &signed.body).header("host", &host);
        for (name, value) in &signed.headers {
            raw = raw.header(name, value);
        }
        raw.send(&emulator).await.expect(200, "OK");
    }
}

#[tokio::test]
async fn the_query_is_decoded_before_it_is_compared() {
    let emulator = start().await;
    // As some official clients write it: + for a space, and * ' ( ) ! as they are.
    let mut raw = Plan::new(ENABLE, &[("A", "a b*'()!/c")]).sign(emulator.address());
    raw.target = "/?A=a+b*'()!/c".to_owned();
    raw.send(&emulator).await.expect(200, "OK");
    raw.target = "/?A=a+b*'()!/d".to_owned();
    raw.send(&emulator).await.expect(400, "SignatureDoesNotMatch");
}

#[tokio::test]
async fn further_signed_headers_are_honoured() {
    let emulator = start().await;
    let mut plan = Plan::new(ENABLE, &[]);
    plan.extra_headers = vec![
        ("accept".to_owned(), "application/json".to_owned()),
        ("user-agent".to_owned(), "Some Client/1.0".to_owned()),
    ];
    let raw = plan.sign(emulator.address());
    raw.send(&emulator).await.expect(200, "OK");
    let entry = emulator.log().pop().unwrap();
    assert_eq!(entry.signed_headers[0], "accept");
    assert!(entry.signed_headers.contains(&"user-agent".to_owned()));
    // A proxy that rewrites a signed header breaks the signature.
    raw.header("user-agent", "Proxy").send(&emulator).await.expect(400, "SignatureDoesNotMatch");
}

#[tokio::test]
async fn the_values_of_a_repeated_header_are_trimmed_and_joined() {
    let emulator = start().await;
    let mut plan = Plan::new(ENABLE, &[]);
    plan.extra_headers = vec![("x-acs-extra".to_owned(), "a,b".to_owned())];
    let mut raw = plan.sign(emulator.address()).without_header("x-acs-extra");
    raw.headers.push(("x-acs-extra".to_owned(), "  a ".to_owned()));
    raw.headers.push(("x-acs-extra".to_owned(), "b  ".to_owned()));
    raw.send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn every_required_header_must_be_sent_and_signed() {
    let emulator = start().await;
    let raw = Plan::new(ENABLE, &[]).token("token").sign(emulator.address());
    let authorization = raw.get_header("authorization");
    let required = [
        "host",
        "x-acs-action",
        "x-acs-content-sha256",
        "x-acs-date",
        "x-acs-signature-nonce",
        "x-acs-version",
        "x-acs-security-token",
    ];
    for name in required {
        let unsigned = authorization.replace(name, "accept");
        raw.clone()
            .header("authorization", &unsigned)
            .send(&emulator)
            .await
            .expect(400, "IncompleteSignature");
    }
    for name in ["x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce"] {
        raw.clone().without_header(name).send(&emulator).await.expect(400, "IncompleteSignature");
    }
    for part in ["Credential", "SignedHeaders", "Signature"] {
        let lacking = authorization.replace(&format!("{part}="), "Other=");
        raw.clone()
            .header("authorization", &lacking)
            .send(&emulator)
            .await
            .expect(400, "IncompleteSignature");
    }
    let other = authorization.replace("ACS3-HMAC-SHA256", "ACS3-HMAC-SM3");
    raw.header("authorization", &other).send(&emulator).await.expect(400, "InvalidSignatureMethod");
}

#[tokio::test]
async fn whatever_is_changed_on_the_way_breaks_the_signature() {
    let emulator = start().await;
    let time = Timestamp::now();
    let raw = Plan::new(PHONE, &[("Start", "1"), ("End", "2")]).at(time).sign(emulator.address());
    let later = signature::format_time(time + std::time::Duration::from_secs(60));
    let mut changed = vec![
        raw.clone().header("x-acs-action", TEMPLATE),
        raw.clone().header("x-acs-signature-nonce", "other"),
        raw.clone().header("x-acs-date", &later),
        raw.clone().header("host", "other"),
        raw.clone().header("x-acs-content-sha256", &acs3::sha256_hex(b"x")),
    ];
    changed.push(Raw { target: raw.target.replace("End=2", "End=3"), ..raw.clone() });
    changed.push(Raw { body: "body".to_owned(), ..raw.clone() });
    changed.push(Raw { method: "GET".to_owned(), ..raw.clone() });
    for raw in changed {
        raw.send(&emulator).await.expect(400, "SignatureDoesNotMatch");
    }
    raw.send(&emulator).await.expect(200, "OK");
}

#[tokio::test]
async fn a_body_is_accepted_if_its_own_hash_was_signed() {
    let emulator = start().await;
    let host = emulator.address().to_string();
    let body = "CustSpaceId=cams-emulator-1";
    let hash = acs3::sha256_hex(body.as_bytes());
    let time = signature::format_time(Timestamp::now());
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("host", &host),
        ("x-acs-action", ENABLE),
        ("x-acs-content-sha256", &hash),
        ("x-acs-date", &time),
        ("x-acs-signature-nonce", "with-body"),
        ("x-acs-version", "2020-06-06"),
    ];
    let canonical = acs3::canonical_request("POST", "/", "", &headers, &hash);
    let signature = acs3::signature(KEY.1, &acs3::string_to_sign(&canonical));
    let mut raw = Raw::new("POST", "/", body);
    for (name, value) in headers {
        raw = raw.header(name, value);
    }
    let authorization = acs3::authorization(KEY.0, &canonical.signed_headers, &signature);
    raw.header("authorization", &authorization).send(&emulator).await.expect(200, "OK");
    assert_eq!(emulator.log()[0].parameters["CustSpaceId"], "cams-emulator-1");
}

#[tokio::test]
async fn the_pieces_of_the_older_signature_are_asked_for_one_by_one() {
    let emulator = start().await;
    let all: Vec<(String, String)> = [
        ("AccessKeyId", KEY.0),
        ("Action", ENABLE),
        ("Format", "json"),
        ("SignatureMethod", "HMAC-SHA1"),
        ("SignatureNonce", "pieces"),
        ("SignatureVersion", "1.0"),
        ("Timestamp", &signature::format_time(Timestamp::now())),
        ("Version", "2020-06-06"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec();
    let expected = [
        ("AccessKeyId", "MissingAccessKeyId"),
        ("Action", "MissingAction"),
        ("SignatureMethod", "MissingSignatureMethod"),
        ("SignatureNonce", "MissingSignatureNonce"),
        ("SignatureVersion", "MissingSignatureVersion"),
        ("Timestamp", "IllegalTimestamp"),
        ("Version", "MissingVersion"),
    ];
    for (missing, code) in expected {
        let some: Vec<_> = all.iter().filter(|(name, _)| name != missing).cloned().collect();
        for method in ["GET", "POST"] {
            let raw = signed_hmac_sha1(method, &some, KEY.1, emulator.address());
            raw.send(&emulator).await.expect(400, code);
        }
    }
    for (name, value, code) in [
        ("SignatureMethod", "HMAC-SHA256", "InvalidSignatureMethod"),
        ("SignatureVersion", "2.0", "InvalidSignatureVersion"),
    ] {
        let mut changed = all.clone();
        changed.iter_mut().find(|(known, _)| known == name).unwrap().1 = value.to_owned();
        signed_hmac_sha1("POST", &changed, KEY.1, emulator.address()).send(&emulator).await.expect(400, code);
    }
    let mut raw = signed_hmac_sha1("GET", &all, KEY.1, emulator.address());
    raw.send(&emulator).await.expect(200, "OK");
    raw.target.truncate(raw.target.find("&Signature=").unwrap());
    raw.send(&emulator).await.expect(400, "IncompleteSignature");
}

#[tokio::test]
async fn query_and_form_are_signed_together() {
    let emulator = start().await;
    let style = (SignatureAlgorithm::HmacSha1, "POST");
    let mut raw =
        Plan::new(ENABLE, &[("CustSpaceId", "cams-emulator-1")]).style(style).sign(emulator.address());
    raw.target = "/?CustSpaceId=cams-emulator-1".to_owned();
    raw.body = raw.body.replace("&CustSpaceId=cams-emulator-1", "");
    raw.send(&emulator).await.expect(200, "OK");
    raw.target = "/?CustSpaceId=cams-emulator-2".to_owned();
    raw.send(&emulator).await.expect(400, "SignatureDoesNotMatch");
}

#[tokio::test]
async fn a_wrong_secret_is_told_what_the_server_signed_but_never_the_token() {
    let key = AccessKey::temporary("sts-id", "sts-secret", "the+token/=");
    let account = Account { access_keys: vec![key], ..Account::new("1") };
    let options =
        EmulatorOptions { accounts: vec![account], limits: Limits::off(), ..EmulatorOptions::default() };
    let emulator = start_with(options).await;
    for style in STYLES {
        let plan = Plan::new(ENABLE, &[]).style(style).key("sts-id", "wrong").token("the+token/=");
        let reply = plan.send(&emulator).await;
        reply.expect(400, "SignatureDoesNotMatch");
        let message = reply.json()["Message"].as_str().unwrap().to_owned();
        let shown = match style.0 {
            SignatureAlgorithm::HmacSha1 => format!("{}&%2F&AccessKeyId%3Dsts-id%26", style.1),
            SignatureAlgorithm::Acs3HmacSha256 => format!("{}\n/\n\nhost:{}", style.1, emulator.address()),
        };
        assert!(message.contains(&shown), "{message}");
        let token = "the+token/=";
        for hidden in [token.to_owned(), percent_encode(token), percent_encode(&percent_encode(token))] {
            assert!(!message.contains(&hidden), "{message}");
        }
        assert!(message.contains("***") && !message.contains("sts-secret"));
        Plan::new(ENABLE, &[])
            .style(style)
            .key("sts-id", "sts-secret")
            .token(token)
            .send(&emulator)
            .await
            .expect(200, "OK");
    }
}
