//! What is sent: parameters, headers, and what is refused before anything is sent.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cams_roi::operations::{
    Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric, Granularity,
    Operation,
};
use cams_roi::{CallOptions, Client, Credentials, ErrorKind, SignatureAlgorithm};

use crate::scripted::{Scripted, TOKEN, ok, parameters};

const AWKWARD: &str = "é 验 🚀 *~+/ '()!";

fn at(milliseconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(milliseconds)
}

async fn sent(operation: &impl Operation, algorithm: SignatureAlgorithm) -> Vec<(String, String)> {
    let service = Scripted::of(vec![ok()]);
    let client = service.builder().signature(algorithm).build().unwrap();
    client.send(operation, CallOptions::new()).await.ok().unwrap();
    let mut sent: Vec<_> = parameters(&service.requests()[0]).into_iter().collect();
    sent.retain(|(name, _)| !cams_roi::signature::hmac_sha1::SYSTEM_PARAMETERS.contains(&name.as_str()));
    sent.sort();
    sent
}

fn expect(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[tokio::test]
async fn every_parameter_of_every_operation_arrives_whole() {
    for algorithm in SignatureAlgorithm::ALL {
        let enable = EnableWhatsappRoiMetric::new(AWKWARD).isv_code("code");
        assert_eq!(sent(&enable, algorithm).await, expect(&[("CustSpaceId", AWKWARD), ("IsvCode", "code")]));
        assert_eq!(sent(&EnableWhatsappRoiMetric::own_channel(), algorithm).await, []);

        let phone = GetChatappPhoneNumberMetric::new(at(1), at(1_758_902_399_000))
            .granularity(Granularity::HalfHour)
            .phone_number("8613800001234")
            .cust_space_id("cams-1")
            .isv_code("code");
        let all = [
            ("CustSpaceId", "cams-1"),
            ("End", "1758902399000"),
            ("Granularity", "HALF_HOUR"),
            ("IsvCode", "code"),
            ("PhoneNumber", "8613800001234"),
            ("Start", "1"),
        ];
        assert_eq!(sent(&phone, algorithm).await, expect(&all));

        let template = GetChatappTemplateMetric::new("110012345678901234567890", at(0), at(1))
            .language("zh_CN")
            .granularity(Granularity::Daily)
            .template_type("WHATSAPP")
            .cust_space_id("cams-1")
            .isv_code("code");
        let all = [
            ("CustSpaceId", "cams-1"),
            ("End", "1"),
            ("Granularity", "DAILY"),
            ("IsvCode", "code"),
            ("Language", "zh_CN"),
            ("Start", "0"),
            ("TemplateCode", "110012345678901234567890"),
            ("TemplateType", "WHATSAPP"),
        ];
        assert_eq!(sent(&template, algorithm).await, expect(&all));

        let call = Call::new("ListFlow").parameter("Page", r#"{"Index": 1}"#).parameter("FlowName", "");
        assert_eq!(sent(&call, algorithm).await, expect(&[("FlowName", ""), ("Page", r#"{"Index": 1}"#)]));
    }
}

#[tokio::test]
async fn acs3_signs_in_headers_and_names_the_temporary_key() {
    let service = Scripted::of(vec![ok()]);
    let credentials = Credentials::new("script-id", "secret").with_security_token(TOKEN);
    let client = service.builder().credentials(credentials).build().unwrap();
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap();
    let request = &service.requests()[0];
    let header =
        |name: &str| request.headers.iter().find(|(it, _)| *it == name).map(|(_, value)| value.as_str());
    assert_eq!(request.url, "https://cams.ap-southeast-1.aliyuncs.com/");
    assert_eq!(header("x-acs-action"), Some("EnableWhatsappROIMetric"));
    assert_eq!(header("x-acs-version"), Some("2020-06-06"));
    assert_eq!(header("x-acs-accesskey-id"), Some("script-id"));
    assert_eq!(header("x-acs-security-token"), Some(TOKEN));
    assert_eq!(header("accept"), Some("application/json"));
    let signed = header("authorization").unwrap();
    assert!(
        signed.starts_with(
            "ACS3-HMAC-SHA256 Credential=script-id,SignedHeaders=host;x-acs-accesskey-id;x-acs-action;\
             x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version,Signature="
        ),
        "a header that a proxy may rewrite must not be signed: {signed}"
    );
    assert_eq!(request.body, "");
}

#[tokio::test]
async fn hmac_sha1_sends_everything_in_the_form_body() {
    let service = Scripted::of(vec![ok()]);
    let credentials = Credentials::new("script-id", "secret").with_security_token(TOKEN);
    let client =
        service.builder().credentials(credentials).signature(SignatureAlgorithm::HmacSha1).build().unwrap();
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::new("cams-1")).await.unwrap();
    let request = &service.requests()[0];
    assert_eq!(request.url, "https://cams.ap-southeast-1.aliyuncs.com/");
    let form = parameters(request);
    for (name, value) in [
        ("Action", "EnableWhatsappROIMetric"),
        ("Version", "2020-06-06"),
        ("Format", "JSON"),
        ("AccessKeyId", "script-id"),
        ("SignatureMethod", "HMAC-SHA1"),
        ("SignatureVersion", "1.0"),
        ("SecurityToken", TOKEN),
        ("CustSpaceId", "cams-1"),
    ] {
        assert_eq!(form.get(name).map(String::as_str), Some(value), "{name}");
    }
    assert!(form.contains_key("SignatureNonce") && form.contains_key("Signature"));
    assert_eq!(form["Timestamp"].len(), "2026-11-23T09:43:00Z".len());
}

#[tokio::test]
async fn bad_arguments_are_refused_before_anything_is_sent() {
    let service = Scripted::of(vec![ok()]);
    let client = service.client();
    let range = |start, end| GetChatappPhoneNumberMetric::new(start, end);
    let before_1970 = UNIX_EPOCH - Duration::from_secs(1);
    let mut errors = Vec::new();
    for enable in [
        EnableWhatsappRoiMetric::new(""),
        EnableWhatsappRoiMetric::new("  "),
        EnableWhatsappRoiMetric::new("cams-1\n"),
        EnableWhatsappRoiMetric::own_channel().isv_code("a\u{7f}b"),
    ] {
        errors.push(client.enable_whatsapp_roi_metric(enable).await.unwrap_err());
    }
    for phone in [
        range(at(2), at(1)),
        range(at(1), at(1)),
        range(before_1970, at(1)),
        range(at(1), at(2)).own_channel().phone_number(""),
    ] {
        errors.push(client.get_chatapp_phone_number_metric(phone).await.unwrap_err());
    }
    errors.push(
        client
            .get_chatapp_template_metric(GetChatappTemplateMetric::new("", at(1), at(2)))
            .await
            .unwrap_err(),
    );
    for phone in [
        range(at(1), at(2)),
        range(at(1), at(2)).cust_space_id("cams-1").own_channel(),
        range(at(1), at(2)).cust_space_id("cams-1\u{a0}"),
    ] {
        errors.push(client.get_chatapp_phone_number_metric(phone).await.unwrap_err());
    }
    for call in [
        Call::new(""),
        Call::new("List Instance"),
        Call::new("ListInstance\r\nX: y"),
        Call::new("ListInstance").parameter("", "x"),
        Call::new("ListInstance").parameter("Signature", "x"),
        Call::new("ListInstance").parameter("A", "1").parameter("A", "2"),
        Call::new("EnableWhatsappROIMetric").parameter("CustSpaceId", ""),
    ] {
        errors.push(client.send(&call, CallOptions::new()).await.unwrap_err());
    }
    let said: Vec<&str> = errors.iter().map(cams_roi::Error::message).collect();
    assert_eq!(
        said,
        [
            "cust_space_id is not given",
            "cust_space_id is not given",
            "cust_space_id holds a line end (U+000A) at position 7: \"cams-1\\n\"",
            "IsvCode holds a control character (U+007F) at position 2: \"a\\u{7f}b\"",
            "Start (1970-01-01T00:00:00.002Z) is not before End (1970-01-01T00:00:00.001Z)",
            "Start (1970-01-01T00:00:00.001Z) is not before End (1970-01-01T00:00:00.001Z)",
            "Start lies before 1970 or after the year 9999",
            "PhoneNumber is empty",
            "TemplateCode is empty",
            "cust_space_id is not given",
            "cust_space_id is given, and own_channel too",
            "cust_space_id holds a no-break space (U+00A0) at position 7: \"cams-1\\u{a0}\"",
            "\"\" is not an operation's name",
            "\"List Instance\" is not an operation's name",
            "\"ListInstance\\r\\nX: y\" is not an operation's name",
            "\"\" is not a parameter's name",
            "parameter Signature is set by the library",
            "parameter A is given twice",
            "CustSpaceId is empty",
        ]
    );
    for error in errors {
        assert_eq!(
            (error.kind(), error.attempts(), error.is_retryable()),
            (ErrorKind::InvalidArgument, 0, false)
        );
        assert!(error.operation().is_some() && !error.hint().is_empty());
    }
    assert_eq!(service.count(), 0);
}

#[tokio::test]
async fn credentials_that_could_never_be_sent_are_refused() {
    let service = Scripted::of(vec![ok()]);
    for (credentials, reason) in [
        (Credentials::new("", "secret"), "the AccessKey ID is empty"),
        (Credentials::new("id", ""), "the AccessKey secret is empty"),
        (Credentials::new("id\n", "secret"), "the AccessKey ID holds white space"),
        (
            Credentials::new("id", "secret").with_security_token("tok en"),
            "the security token holds white space",
        ),
    ] {
        let client = service.builder().credentials(credentials).build().unwrap();
        let error =
            client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Credentials, 0));
        assert!(error.message().contains(reason), "{error}");
    }
    assert_eq!(service.count(), 0);
}

#[test]
fn bad_configuration_is_refused_when_the_client_is_built() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.pem");
    std::fs::write(&empty, "").unwrap();
    let junk = folder.path().join("junk.pem");
    std::fs::write(&junk, "-----BEGIN CERTIFICATE-----\nnot base64!\n-----END CERTIFICATE-----\n").unwrap();
    let proxy = |url: &str| Client::builder().proxy(cams_roi::Proxy::Url(url.to_owned()));
    for (builder, reason) in [
        (Client::builder().region("cn-hangzhou"), "no endpoint is documented for region \"cn-hangzhou\""),
        (Client::builder().endpoint("https://"), "is not a URL"),
        (Client::builder().ca_file("/nonexistent/ca.pem"), "/nonexistent/ca.pem cannot be read"),
        (Client::builder().ca_file(empty), "holds no certificate"),
        (Client::builder().ca_file(junk), "junk.pem: certificate 1, which begins in line 1, is damaged"),
        (Client::builder().ca_pem("junk"), "the given PEM text holds no certificate"),
        (Client::builder().ca_pem(" \n"), "ca_pem is empty"),
        (Client::builder().ca_file(""), "ca_file is empty"),
        (proxy("http://${proxy}:1"), "names a host that cannot be one"),
        (proxy("ftp://proxy"), "scheme \"ftp\""),
        (proxy("::"), "the proxy option names no host"),
        (Client::builder().timeout(Duration::ZERO), "timeout is zero"),
        (Client::builder().user_agent("line\nbreak"), "user_agent holds a line end (U+000A)"),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.message().contains(reason), "{error}");
        assert!(!error.hint().is_empty());
    }
}
