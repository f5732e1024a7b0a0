//! The error table: every documented code, and codes that nobody documented.

use std::error::Error as _;
use std::time::Duration;

use cams_roi::ErrorKind::{
    self, Authentication, InvalidParameter, NotSubscribed, PermissionDenied, Service, ServiceUnavailable,
    Throttled, UnexpectedResponse, UnknownResourceOwner,
};
use cams_roi::operations::EnableWhatsappRoiMetric;
use cams_roi::{CallOptions, Error};

use crate::scripted::{Reaction, Scripted, error, json};

/// The error of one attempt that is answered so.
pub async fn error_of(reaction: Reaction) -> Error {
    let client = Scripted::of(vec![reaction]).client();
    let once = CallOptions::new().max_attempts(1);
    client.send(&EnableWhatsappRoiMetric::own_channel(), once).await.unwrap_err()
}

const INVALID_PARAMETER_SUFFIXES: &str = "MessageInvalid FooterHaveVariable HeaderMoreVarable HeaderMoreVariable HeaderTypeNotSupport \
     ButtonTextHaveVariable UrlMoreVarable UrlMoreVariable PhoneNumberError CreateError PageInvalid \
     LanguageNotSupport AuditStatusNotSupport TemplateTypeNotSupport ChannelTypeNotSupport MessageTypeNotEmpty \
     ContentNotEmpty ContentError TextNotEmpty MessageTypeNotSupport LinkNotEmpty TemplateCodeNotEmpty \
     LanguageNotEmpty SendSmsNotSupport FromOnlyNumeric TemplateNameExist Format Accept";

#[tokio::test]
async fn every_documented_code_has_its_kind() {
    let mut cases = vec![
        (400, "Product.Unsubscript".to_owned(), NotSubscribed, false),
        (400, "Ram.PermissionDeny".into(), PermissionDenied, false),
        (403, "Authentication.NoAuth".into(), PermissionDenied, false),
        (400, "Unknown.ResourceOwnerId".into(), UnknownResourceOwner, false),
        (400, "SignatureNonceUsed".into(), Authentication, true),
    ];
    let mut add = |status, codes: &str, kind: ErrorKind, retryable| {
        cases.extend(codes.split_whitespace().map(|code| (status, code.to_owned(), kind, retryable)));
    };
    let denied = "NoPermission Forbidden Forbidden.RAM Forbidden.RiskControl Forbidden.UserVerification \
                  ActionUnauthorized";
    add(403, denied, PermissionDenied, false);
    let throttled = "System.LimitControl Throttling Throttling.User Throttling.Api";
    add(400, throttled, Throttled, true);
    add(429, throttled, Throttled, true);
    let authentication = "SignatureDoesNotMatch IncompleteSignature InvalidSignatureMethod \
                          InvalidAccessKeyId.NotFound InvalidAccessKeyId.Inactive InvalidSecurityToken.Expired \
                          InvalidSecurityToken.Malformed InvalidSecurityToken.MismatchWithAccessKey \
                          MissingSecurityToken InvalidTimeStamp.Expired InvalidTimeStamp.Format IllegalTimestamp";
    for status in [400, 403, 404] {
        add(status, authentication, Authentication, false);
    }
    let parameters = "MissingParameter MissingStart MissingTemplateCode InvalidParameter InvalidStart \
                      InvalidApi.NotFound InvalidProduct.NotFound InvalidAction InvalidAction.NotFound \
                      InvalidVersion NoSuchVersion InvalidProtocol.NeedSsl UnsupportedHTTPMethod InvalidOwner \
                      InvalidOwnerId";
    add(400, parameters, InvalidParameter, false);
    add(404, parameters, InvalidParameter, false);
    for suffix in INVALID_PARAMETER_SUFFIXES.split_whitespace() {
        add(400, &format!("InvalidParameter.{suffix}"), InvalidParameter, false);
    }
    let unavailable = "ServiceUnavailable ServiceUnavailableTemporary InternalError UnknownError";
    add(500, unavailable, ServiceUnavailable, true);
    add(503, unavailable, ServiceUnavailable, true);
    // The code decides, whatever the status says.
    add(200, unavailable, ServiceUnavailable, true);
    add(500, "InvalidParameter.Format", InvalidParameter, false);
    let unknown = "DelError.TemplateNotExist DetailError.TemplateNotExist TemplateListError.QueryError \
                   InsufficientBalance ContentMD5NotMatched ContentLengthDoesNotMatch Brand.New 新しい 0 SUCCESS";
    add(400, unknown, Service, false);
    add(200, unknown, Service, false);
    add(502, "Brand.New", ServiceUnavailable, true);
    add(429, "Brand.New", Throttled, true);

    for (status, code, kind, retryable) in cases {
        let error = error_of(error(status, &code)).await;
        let context = format!("{status} {code}: {error}");
        assert_eq!(error.kind(), kind, "{context}");
        assert_eq!(error.code(), Some(code.as_str()), "{context}");
        assert_eq!(error.is_retryable(), retryable, "{context}");
        assert_eq!(error.http_status(), Some(status), "{context}");
        assert_eq!(error.message(), format!("said {code}"));
        assert_eq!(error.request_id(), Some("R-E"));
        assert_eq!(error.attempts(), 1);
        assert_eq!(error.operation(), Some("EnableWhatsappROIMetric"));
        assert!(error.hint().ends_with('.') && !error.hint().contains('{'), "{context}: {}", error.hint());
        assert!(error.kind().is(Service), "{context}");
    }
}

#[tokio::test]
async fn a_permission_error_names_the_action_to_grant() {
    let error = error_of(error(400, "Ram.PermissionDeny")).await;
    assert!(error.hint().contains("cams:EnableWhatsappROIMetric"), "{}", error.hint());
}

#[tokio::test]
async fn a_positive_retry_after_of_the_gateway_means_throttling() {
    for code in ["Busy", "ServiceUnavailable", "System.LimitControl"] {
        let error = error_of(error(503, code).with_header("x-acs-retry-after", "1500")).await;
        assert_eq!((error.kind(), error.is_retryable()), (Throttled, true), "{code}");
        assert_eq!(error.retry_after(), Some(Duration::from_millis(1500)));
        assert_eq!(error.code(), Some(code));
    }
    for value in ["0", "-5", "soon"] {
        let error = error_of(error(400, "Busy").with_header("x-acs-retry-after", value)).await;
        assert_eq!((error.kind(), error.retry_after()), (Service, None), "{value}");
    }
    let standard = error_of(error(503, "ServiceUnavailable").with_header("retry-after", "2")).await;
    assert_eq!((standard.kind(), standard.retry_after()), (ServiceUnavailable, Some(Duration::from_secs(2))));
}

#[tokio::test]
async fn other_errors_may_ask_to_wait_and_are_not_throttling() {
    for (status, code, kind) in [
        (500, "InternalError", ServiceUnavailable),
        (503, "InternalError", ServiceUnavailable),
        (200, "ServiceUnavailable", ServiceUnavailable),
        (502, "Brand.New", ServiceUnavailable),
        (400, "Brand.New", Service),
        (403, "NoPermission", PermissionDenied),
    ] {
        let error = error_of(error(status, code).with_header("x-acs-retry-after", "1500")).await;
        assert_eq!(error.kind(), kind, "{status} {code}");
        assert_eq!(error.retry_after(), Some(Duration::from_millis(1500)), "{status} {code}");
        assert!(!error.hint().contains("calls per second"), "{}", error.hint());
    }
    let page = |status| Reaction::Answer(status, vec![("x-acs-retry-after", "1500".into())], "<html>".into());
    for (status, kind) in
        [(429, Throttled), (503, Throttled), (502, UnexpectedResponse), (400, UnexpectedResponse)]
    {
        assert_eq!(error_of(page(status)).await.kind(), kind, "{status}");
    }
}

#[tokio::test]
async fn a_message_is_one_line_whatever_the_service_says() {
    let long =
        "Specified signature does not match our calculation. server string to sign is:\nPOST\n/\n\nhost:x\n";
    let body = serde_json::json!({"Code": "SignatureDoesNotMatch", "Message": long, "RequestId": "R\n"});
    let error = error_of(json(400, &body.to_string())).await;
    let first = "Specified signature does not match our calculation. server string to sign is: …";
    assert_eq!((error.message(), error.detail()), (first, Some(long.trim())));
    assert!(!error.to_string().contains('\n'), "{error}");
    let short = error_of(crate::scripted::error(400, "X\\nY")).await;
    assert_eq!((short.code(), short.detail()), (Some("X\nY"), Some("said X\nY")));
    assert!(!short.to_string().contains('\n'), "{short}");
}

#[tokio::test]
async fn a_failure_with_http_200_is_a_failure() {
    let error = error_of(error(200, "Product.Unsubscript")).await;
    assert_eq!((error.kind(), error.http_status()), (NotSubscribed, Some(200)));
}

#[tokio::test]
async fn both_case_styles_and_xml_decode() {
    let camel = r#"{"code":"Forbidden.RAM","message":"no","requestId":"R-2","accessDeniedDetail":{"authAction":"cams:X"}}"#;
    let error = error_of(json(403, camel)).await;
    assert_eq!(
        (error.kind(), error.code(), error.request_id()),
        (PermissionDenied, Some("Forbidden.RAM"), Some("R-2"))
    );
    assert_eq!(error.access_denied_detail().unwrap().auth_action.as_deref(), Some("cams:X"));

    let xml = "<?xml version='1.0' encoding='UTF-8'?>\n<Error><RequestId>R-3</RequestId><HostId>h</HostId>\
               <Code>Throttling.User</Code><Message>slow &amp; steady</Message></Error>";
    for content_type in
        ["text/xml", "text/xml;charset=utf-8", "application/xml", "TEXT/XML; charset=\"UTF-8\"", "text/plain"]
    {
        let error =
            error_of(Reaction::Answer(400, vec![("content-type", content_type.into())], xml.into())).await;
        assert_eq!((error.kind(), error.request_id()), (Throttled, Some("R-3")), "{content_type}");
        assert_eq!(error.message(), "slow & steady");
    }
}

#[tokio::test]
async fn access_denied_details_decode_in_both_shapes() {
    let with = |detail: &str| {
        json(403, &format!(r#"{{"Code":"NoPermission","Message":"m","AccessDeniedDetail":{detail}}}"#))
    };
    let object = r#"{"PolicyType":"AccountLevelIdentityBasedPolicy","AuthPrincipalOwnerId":1234567890,
        "EncodedDiagnosticMessage":"AQ==","AuthPrincipalType":"SubUser","AuthPrincipalDisplayName":"2345",
        "NoPermissionType":"ImplicitDeny","AuthAction":"cams:EnableWhatsappROIMetric","New":[1]}"#;
    let object = object.replace(['\n', ' '], "");
    for shape in [object.clone(), serde_json::to_string(&object).unwrap()] {
        let error = error_of(with(&shape)).await;
        let detail = error.access_denied_detail().unwrap();
        assert_eq!(detail.policy_type.as_deref(), Some("AccountLevelIdentityBasedPolicy"));
        assert_eq!(detail.auth_principal_owner_id.as_deref(), Some("1234567890"));
        assert_eq!(detail.auth_principal_type.as_deref(), Some("SubUser"));
        assert_eq!(detail.auth_principal_display_name.as_deref(), Some("2345"));
        assert_eq!(detail.no_permission_type.as_deref(), Some("ImplicitDeny"));
        assert_eq!(detail.auth_action.as_deref(), Some("cams:EnableWhatsappROIMetric"));
        assert_eq!(detail.encoded_diagnostic_message.as_deref(), Some("AQ=="));
    }
    let text = error_of(with("\"the policy says no\"")).await;
    assert_eq!(text.access_denied_detail().unwrap().text, "the policy says no");
    for placeholder in ["\"None\"", "\"无\"", "\"/\"", "\"\"", "null", "{}"] {
        assert_eq!(error_of(with(placeholder)).await.access_denied_detail(), None, "{placeholder}");
    }
}

#[tokio::test]
async fn what_is_not_the_api_s_json_says_status_and_beginning() {
    let long = format!("<html><body>{}</body></html>", "Bad Gateway. ".repeat(100));
    let cases: Vec<(u16, Vec<u8>, bool, &str)> = vec![
        (
            502,
            long.clone().into(),
            true,
            "answered HTTP 502 with something that is not the API's JSON: <html><body>Bad",
        ),
        (403, "<html>blocked</html>".into(), false, "<html>blocked</html>"),
        (200, "<html>log in</html>".into(), false, "<html>log in</html>"),
        (503, Vec::new(), true, "(an empty body)"),
        (200, Vec::new(), false, "(an empty body)"),
        (200, "null".into(), false, "null"),
        (200, "[{\"Code\":\"OK\"}]".into(), false, "[{\"Code\":\"OK\"}]"),
        (200, "\"OK\"".into(), false, "\"OK\""),
        (200, "{}".into(), false, "{}"),
        (400, "{}".into(), false, "{}"),
        (200, r#"{"Code":null,"RequestId":"R"}"#.into(), false, "null"),
        (200, r#"{"RequestId":"R","Code":"OK","#.into(), false, r#"{"RequestId":"R","Code":"OK","#),
        (
            200,
            format!("{{\"Code\":\"OK\",\"Deep\":{}", "[".repeat(100_000)).into(),
            false,
            "{\"Code\":\"OK\",\"Deep\":[[[",
        ),
        (500, vec![0xff, 0xfe, 0x00], true, "\u{fffd}\u{fffd}"),
        (200, "<Answer><Code>OK</Code></Answer>".into(), false, "<Answer>"),
    ];
    for (status, body, retryable, shown) in cases {
        let error = error_of(Reaction::Answer(status, Vec::new(), body)).await;
        assert_eq!(error.kind(), UnexpectedResponse, "{error}");
        assert_eq!((error.http_status(), error.is_retryable()), (Some(status), retryable), "{error}");
        assert!(error.message().contains(shown), "{error}");
        assert!(error.message().chars().count() < 300, "{error}");
        assert_eq!(error.code(), None);
    }
    let throttled = error_of(Reaction::Answer(429, Vec::new(), long.into())).await;
    assert_eq!((throttled.kind(), throttled.code()), (Throttled, None));
}

#[tokio::test]
async fn redirects_are_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let redirect =
            Reaction::Answer(status, vec![("location", "https://evil.example/?token=x".into())], Vec::new());
        let error = error_of(redirect).await;
        assert_eq!((error.kind(), error.http_status()), (UnexpectedResponse, Some(status)));
        assert!(
            error.message().contains("a redirect to https://evil.example/, which is not followed"),
            "{error}"
        );
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn the_request_id_is_trimmed_and_found_in_the_header() {
    let newline = error_of(json(400, r#"{"RequestId":"R-4\n","Code":"X"}"#)).await;
    assert_eq!((newline.request_id(), newline.message()), (Some("R-4"), "the service gave no message"));
    let number = error_of(json(400, r#"{"RequestId":7,"Code":12,"Message":false}"#)).await;
    assert_eq!((number.request_id(), number.code(), number.message()), (Some("7"), Some("12"), "false"));
    let header = error_of(json(400, r#"{"Code":"X"}"#).with_header("x-acs-request-id", " R-5 ")).await;
    assert_eq!(header.request_id(), Some("R-5"));
    let html = Reaction::Answer(502, vec![("x-acs-request-id", "R-6".into())], "<html>".into());
    assert_eq!(error_of(html).await.request_id(), Some("R-6"));
}

#[tokio::test]
async fn errors_read_well() {
    let shown = error_of(error(400, "Product.Unsubscript")).await;
    assert_eq!(
        shown.to_string(),
        "EnableWhatsappROIMetric: Product.Unsubscript: said Product.Unsubscript (HTTP 400, request R-E)"
    );
    let debug = format!("{shown:?}");
    assert!(debug.starts_with("NotSubscribedError { message: \"said Product.Unsubscript\""), "{debug}");
    let json = serde_json::to_value(&shown).unwrap();
    let fields = json.as_object().unwrap();
    assert_eq!(fields["kind"], "NotSubscribedError");
    assert_eq!(fields["retry_after_ms"], serde_json::Value::Null);
    assert_eq!(fields.len(), 16);
    assert!(shown.source().is_none());
}

#[test]
fn kinds_have_the_documented_names_and_parents() {
    let names: Vec<_> = ErrorKind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(
        names.join(" "),
        "ConfigurationError JournalInUseError CredentialsError InvalidArgumentError TransportError RequestTimeoutError \
         UnexpectedResponseError ServiceError NotSubscribedError PermissionDeniedError ThrottledError \
         UnknownResourceOwnerError AuthenticationError InvalidParameterError ServiceUnavailableError"
    );
    assert_eq!(ErrorKind::RequestTimeout.parent(), Some(ErrorKind::Transport));
    assert_eq!(ErrorKind::JournalInUse.parent(), Some(ErrorKind::Configuration));
    assert_eq!(ErrorKind::ALL.iter().filter(|kind| kind.parent() == Some(Service)).count(), 7);
}

#[test]
fn each_kind_has_a_default_for_retryable() {
    const ALSO_IN_A_CONSTANT: bool = ErrorKind::Throttled.is_retryable_by_default();
    let retryable = ErrorKind::ALL.iter().filter(|kind| kind.is_retryable_by_default());
    let names: Vec<_> = retryable.map(|kind| kind.as_str()).collect();
    let expected =
        "JournalInUseError TransportError RequestTimeoutError ThrottledError ServiceUnavailableError";
    assert_eq!(names.join(" "), expected);
    assert_eq!(ALSO_IN_A_CONSTANT, names.contains(&"ThrottledError"));
}
