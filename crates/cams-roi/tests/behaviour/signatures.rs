//! Signatures against recorded ones: those of the official signing functions, and the documentation's own.

use std::collections::BTreeMap;

use cams_roi::Credentials;
use cams_roi::operations::API_VERSION;
use cams_roi::signature::{self, SignatureAlgorithm, UnsignedRequest, acs3, canonical_query, hmac_sha1};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Vectors {
    cases: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    name: String,
    algorithm: String,
    method: String,
    access_key_id: String,
    access_key_secret: String,
    #[serde(default)]
    parameters: BTreeMap<String, String>,
    #[serde(default)]
    query: BTreeMap<String, String>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: String,
    signature: Option<String>,
    authorization: Option<String>,
}

fn pairs(map: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    map.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[test]
fn every_recorded_signature_is_reproduced() {
    let vectors: Vectors =
        serde_json::from_str(include_str!("../../../../conformance/signing.json")).unwrap();
    assert_eq!(vectors.cases.len(), 33);
    for case in vectors.cases {
        if case.algorithm == hmac_sha1::ALGORITHM {
            let text = hmac_sha1::string_to_sign(&case.method, &canonical_query(&pairs(&case.parameters)));
            let signature = hmac_sha1::signature(&case.access_key_secret, &text);
            assert_eq!(Some(signature), case.signature, "{}", case.name);
        } else {
            assert_eq!(case.algorithm, acs3::ALGORITHM);
            let hash = acs3::sha256_hex(case.body.as_bytes());
            assert_eq!(hash, case.headers["x-acs-content-sha256"], "{}", case.name);
            let query = acs3::canonical_query(&pairs(&case.query));
            let canonical = acs3::canonical_request(&case.method, "/", &query, &pairs(&case.headers), &hash);
            let signature = acs3::signature(&case.access_key_secret, &acs3::string_to_sign(&canonical));
            let authorization =
                acs3::authorization(&case.access_key_id, &canonical.signed_headers, &signature);
            assert_eq!(Some(authorization), case.authorization, "{}", case.name);
        }
    }
}

const ENABLE: &str = "EnableWhatsappROIMetric";
const HOST: &str = "cams.ap-southeast-1.aliyuncs.com";
const NONCE: &str = "3156853299f313e23d1673dc12e1703d";
const ENABLE_PARAMETERS: [(&str, &str); 2] =
    [("CustSpaceId", "cams-************"), ("IsvCode", "skdi3kksloslikd****")];

/// The hash of the canonical request, and the signature, of `POST /` with an empty body.
fn acs3_post(
    host: &str,
    action: &str,
    version: &str,
    (date, nonce): (&str, &str),
    token: Option<&str>,
    query: &[(&str, &str)],
) -> (String, String) {
    let mut headers = vec![
        ("host", host),
        ("x-acs-action", action),
        ("x-acs-version", version),
        ("x-acs-date", date),
        ("x-acs-signature-nonce", nonce),
        ("x-acs-content-sha256", acs3::EMPTY_BODY_SHA256),
    ];
    headers.extend(token.map(|token| ("x-acs-security-token", token)));
    let canonical = acs3::canonical_request(
        "POST",
        "/",
        &acs3::canonical_query(query),
        &headers,
        acs3::EMPTY_BODY_SHA256,
    );
    let signature = acs3::signature("YourAccessKeySecret", &acs3::string_to_sign(&canonical));
    (acs3::sha256_hex(canonical.text.as_bytes()), signature)
}

const RUN_INSTANCES: [(&str, &str); 2] =
    [("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"), ("RegionId", "cn-shanghai")];

#[test]
fn t1_and_t2_run_instances() {
    let sign = |date, nonce| {
        let ecs = "ecs.cn-shanghai.aliyuncs.com";
        acs3_post(ecs, "RunInstances", "2014-05-26", (date, nonce), None, &RUN_INSTANCES)
    };
    let (hash, signature) = sign("2023-10-26T10:22:32Z", NONCE);
    assert_eq!(hash, "7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259");
    assert_eq!(signature, "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    let (_, signature) = sign("2023-10-26T09:01:01Z", "d410180a5abf7fe235dd9b74aca91fc0");
    assert_eq!(signature, "e521358f7776c97df52e6b2891a8bc73026794a071b50c3323388c4e0df64804");
}

#[test]
fn t3_and_t4_enable_with_and_without_a_token() {
    let sign = |token| {
        acs3_post(HOST, ENABLE, API_VERSION, ("2023-10-26T10:22:32Z", NONCE), token, &ENABLE_PARAMETERS)
    };
    let (hash, signature) = sign(None);
    assert_eq!(hash, "42b821712af6f6c7198324051c458dbef1157ddece878e7051a3712d4892b681");
    assert_eq!(signature, "04db5f8f0e520520d507b2503e5669a2f29833b5a2ca6ed63ef794868ec761b8");
    let (hash, signature) = sign(Some("YourSecurityToken"));
    assert_eq!(hash, "4cd6169add82f7e780bbf44149e3fdef3d1fe3225bdb1e5cb7d6de09d8260775");
    assert_eq!(signature, "60f2b15b39cf02577e2eae882037811dc2cf24bb650106574b73a344269751c1");
}

#[test]
fn t5_awkward_parameters() {
    let query = [
        ("CustSpaceId", "cams-1"),
        ("End", "1758902399000"),
        ("Granularity", "DAILY"),
        ("Language", "zh_CN"),
        ("Start", "1756742399000"),
        ("TemplateCode", "a b*c~d/é"),
    ];
    let time = ("2023-10-26T10:22:32Z", NONCE);
    let (_, signature) = acs3_post(HOST, "GetChatappTemplateMetric", API_VERSION, time, None, &query);
    assert_eq!(signature, "57676615966521d07b51d2a07ddaa7bd100959d6b2f5c6f3f3a6831211f75cc2");
}

/// A signature by HMAC-SHA1, with the system parameters that every request has.
fn hmac_sha1_of(
    method: &str,
    key: (&str, &str),
    time: &str,
    nonce: &str,
    rest: &[(&str, &str)],
) -> (String, String) {
    let mut parameters = vec![
        ("AccessKeyId", key.0),
        ("SignatureMethod", "HMAC-SHA1"),
        ("SignatureNonce", nonce),
        ("SignatureVersion", "1.0"),
        ("Timestamp", time),
    ];
    parameters.extend(rest);
    let text = hmac_sha1::string_to_sign(method, &canonical_query(&parameters));
    (hmac_sha1::signature(key.1, &text), text)
}

#[test]
fn t6_describe_regions() {
    let rest = [("Action", "DescribeRegions"), ("Format", "XML"), ("Version", "2014-05-26")];
    let nonce = "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf";
    let (signature, text) =
        hmac_sha1_of("GET", ("testid", "testsecret"), "2016-02-23T12:46:24Z", nonce, &rest);
    assert_eq!(
        text,
        "GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1\
         %26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0\
         %26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26"
    );
    assert_eq!(signature, "OLeaidS1JvxuMvnyHOwuJ+uX5qY=");
}

#[test]
fn t7_describe_dedicated_hosts() {
    let rest = [
        ("Action", "DescribeDedicatedHosts"),
        ("Format", "JSON"),
        ("RegionId", "cn-beijing"),
        ("Version", "2014-05-26"),
    ];
    let nonce = "edb2b34af0af9a6d14deaf7c1a5315eb";
    let (signature, _) = hmac_sha1_of("GET", ("testid", "testsecret"), "2023-03-13T08:34:30Z", nonce, &rest);
    assert_eq!(signature, "9NaGiOspFP5UPcwX8Iwt2YJXXuk=");
}

#[test]
fn t8_send_sms_in_utf_8() {
    let rest = [
        ("Action", "SendSms"),
        ("Format", "XML"),
        ("OutId", "123"),
        ("PhoneNumbers", "15300000001"),
        ("RegionId", "cn-hangzhou"),
        ("SignName", "阿里云短信测试专用"),
        ("TemplateCode", "SMS_71390007"),
        ("TemplateParam", "{\"customer\":\"test\"}"),
        ("Version", "2017-05-25"),
    ];
    let nonce = "45e25e9b-0a6f-4070-8c85-2956eda1b466";
    let (signature, _) = hmac_sha1_of("GET", ("testId", "testSecret"), "2017-07-12T02:42:19Z", nonce, &rest);
    assert_eq!(signature, "zJDF+Lrzhj/ThnlvIToysFRq6t4=");
}

#[test]
fn t9_enable_by_get_and_post() {
    let rest = [("Action", ENABLE), ("Format", "JSON"), ("Version", API_VERSION)];
    let rest: Vec<_> = rest.into_iter().chain(ENABLE_PARAMETERS).collect();
    let sign =
        |method| hmac_sha1_of(method, ("testid", "testsecret"), "2023-10-26T10:22:32Z", NONCE, &rest).0;
    assert_eq!(sign("GET"), "ZuZKmj2qiWQNtCqeSR6+xuEmKSw=");
    assert_eq!(sign("POST"), "ggqcVAj8m8X9EiURQRrDeWtEl3Q=");
}

#[test]
fn what_is_signed_is_what_is_sent() {
    let parameters = ENABLE_PARAMETERS.map(|(name, value)| (name.into(), value.to_owned()));
    let request =
        UnsignedRequest { host: HOST, action: ENABLE, version: API_VERSION, parameters: &parameters };
    let time = "2023-10-26T10:22:32Z".parse().unwrap();
    let credentials = Credentials::new("YourAccessKeyId", "YourAccessKeySecret");
    let signed = signature::sign(SignatureAlgorithm::Acs3HmacSha256, request, &credentials, NONCE, time);
    let authorization = signed.headers.iter().find(|(name, _)| *name == "authorization").unwrap();
    assert!(authorization.1.ends_with("04db5f8f0e520520d507b2503e5669a2f29833b5a2ca6ed63ef794868ec761b8"));
    assert_eq!(
        signed.query,
        "CustSpaceId=cams-%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A&IsvCode=skdi3kksloslikd%2A%2A%2A%2A"
    );
    assert_eq!(signed.body, "");

    let credentials = Credentials::new("testid", "testsecret");
    let signed = signature::sign(SignatureAlgorithm::HmacSha1, request, &credentials, NONCE, time);
    assert!(signed.body.ends_with("&Signature=ggqcVAj8m8X9EiURQRrDeWtEl3Q%3D"), "{}", signed.body);
    assert_eq!(signed.query, "", "neither key nor signature may reach a URL log");
}

proptest! {
    #[test]
    fn encoding_decodes_back(parameters in prop::collection::btree_map(".*", ".*", 0..8)) {
        let query = canonical_query(&pairs(&parameters));
        prop_assert!(query.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~%&=".contains(&byte)));
        let decoded: BTreeMap<String, String> =
            url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        // A form without fields and one with a single unnamed empty field are written alike.
        if parameters.len() != 1 || !parameters.contains_key("") {
            prop_assert_eq!(decoded, parameters);
        }
    }

    #[test]
    fn order_of_insertion_changes_nothing(
        parameters in prop::collection::vec(("[A-Za-z]{1,4}", ".*"), 0..8).prop_shuffle(),
        nonce in "[0-9a-f]{32}",
    ) {
        let mut other = parameters.clone();
        other.reverse();
        let credentials = Credentials::new("id", "secret").with_security_token("token");
        let sign = |parameters: Vec<(String, String)>, algorithm| {
            let parameters: Vec<_> = parameters.into_iter().map(|(name, value)| (name.into(), value)).collect();
            let request = UnsignedRequest { host: HOST, action: ENABLE, version: API_VERSION, parameters: &parameters };
            signature::sign(algorithm, request, &credentials, &nonce, jiff::Timestamp::UNIX_EPOCH)
        };
        for algorithm in SignatureAlgorithm::ALL {
            prop_assert_eq!(sign(parameters.clone(), algorithm), sign(other.clone(), algorithm));
        }
    }
}
