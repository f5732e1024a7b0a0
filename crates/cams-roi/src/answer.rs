//! What the service answered: a success, or which error.
//!
//! Success is decided by `Code` alone, never by the HTTP status or the message: the service answers failures with
//! HTTP 200 too.

use std::borrow::Cow;
use std::fmt;

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use crate::access_denied::AccessDeniedDetail;
use crate::access_key::Credentials;
use crate::error::{Error, ErrorKind};
use crate::error_codes::{self, ErrorCode, Recovery};
use crate::outside::Secrets;
use crate::retry::RetryAfter;
pub(crate) use crate::service_text::text_of;
use crate::service_text::unless_placeholder;
use crate::text_bytes;
use crate::transport::HttpResponse;

/// A success: what every operation's answer has, and the body for what only this one has.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer {
    /// The service's ID of the request, without the newline that it sometimes ends in.
    pub request_id: Option<String>,
    /// The service's message; `None` for its placeholders.
    pub message: Option<String>,
    /// The service's `AccessDeniedDetail`, which some operations send with successes too.
    pub access_denied_detail: Option<AccessDeniedDetail>,
    /// The whole body, JSON in UTF-8.
    pub body: String,
    /// How many requests it took.
    pub attempts: u32,
    /// What an error about this answer must not show.
    pub(crate) secrets: Secrets,
}

/// A failed attempt, and what may help.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) error: Error,
    pub(crate) recovery: Recovery,
    /// Whether the service refused the request without acting on it, so that repeating it does nothing twice.
    pub(crate) refused: bool,
}

impl From<Error> for Box<Failure> {
    /// A failure before anything was sent, against which nothing helps.
    fn from(error: Error) -> Self {
        Self::new(Failure { error, recovery: Recovery::None, refused: false })
    }
}

/// Reads an answer to `action`. `now` is this machine's time, for dates in headers.
pub(crate) fn read(
    mut response: HttpResponse,
    action: &str,
    credentials: &Credentials,
    now: Timestamp,
) -> Result<Answer, Box<Failure>> {
    let secrets = Secrets::of(credentials);
    let body = text(std::mem::take(&mut response.body));
    let envelope = match Envelope::from_json(&body).map(|it| it.redacted(&secrets)) {
        Ok(envelope) if envelope.code.as_deref().is_some_and(is_success) => {
            return Ok(Answer {
                request_id: envelope.request_id(&response),
                message: envelope.message.as_deref().and_then(unless_placeholder),
                access_denied_detail: envelope.access_denied_detail,
                body,
                attempts: 0,
                secrets,
            });
        }
        Ok(envelope) => Some(envelope),
        Err(_) => Envelope::from_xml(&body).map(|it| it.redacted(&secrets)),
    };
    let retry_after = RetryAfter::from_headers(|name| response.header(name), now);
    let asked_to_wait = retry_after.is_some_and(|it| it.by_gateway);
    let request_id = envelope.as_ref().map_or_else(|| header_id(&response), |it| it.request_id(&response));
    let request_id = request_id.map(|id| secrets.redact_owned(id));
    let code = envelope.as_ref().and_then(|it| it.code.clone()).filter(|code| !is_success(code));
    let row = match &code {
        Some(code) => Some(error_codes::classify(code, response.status, asked_to_wait)),
        None => error_codes::classify_without_code(response.status, asked_to_wait),
    };
    let (error, recovery) = match row {
        Some(row) => {
            let message = envelope.as_ref().and_then(|it| it.message.as_deref()).and_then(unless_placeholder);
            let message = message.unwrap_or_else(|| match &code {
                Some(_) => "the service gave no message".to_owned(),
                None => format!("answered HTTP {} {}", response.status, secrets.excerpt(&body)),
            });
            let error = service_error(&row, action, message);
            (
                error
                    .with_code(code)
                    .with_access_denied_detail(envelope.and_then(|it| it.access_denied_detail)),
                row.recovery,
            )
        }
        None => unexpected(&response, &body, &secrets),
    };
    let refused = error.kind() != ErrorKind::ServiceUnavailable
        && error.kind() != ErrorKind::UnexpectedResponse
        && error.code() != Some("SignatureNonceUsed");
    let error = error
        .with_http_status(response.status)
        .with_request_id(request_id)
        .with_retry_after(retry_after.map(|it| it.wait));
    Err(Box::new(Failure { error, recovery, refused }))
}

/// Whether a code says that all went well: `OK` of most operations, `ok` and `200` of some.
fn is_success(code: &str) -> bool {
    matches!(code, "OK" | "ok" | "200")
}

fn service_error(row: &ErrorCode, action: &str, message: String) -> Error {
    Error::new(row.kind, message, error_codes::hint(row, action))
        .with_retryable(row.recovery == Recovery::Backoff)
}

/// An answer that is not the API's JSON.
fn unexpected(response: &HttpResponse, body: &str, secrets: &Secrets) -> (Error, Recovery) {
    let status = response.status;
    let excerpt = secrets.excerpt(body);
    let (message, hint) = if (300..400).contains(&status) {
        let location = response.header("location").map_or_else(
            || "nowhere".to_owned(),
            |location| secrets.excerpt(location.split('?').next().unwrap_or(location)),
        );
        (
            format!("answered HTTP {status}, a redirect to {location}, which is not followed: {excerpt}"),
            "Check the endpoint and the proxy: the service never redirects.",
        )
    } else {
        (
            format!("answered HTTP {status} with something that is not the API's JSON: {excerpt}"),
            "Check the endpoint, and any proxy or gateway in front of it: it answered instead of the service.",
        )
    };
    let retryable = status >= 500;
    let error = Error::new(ErrorKind::UnexpectedResponse, message, hint).with_retryable(retryable);
    (error, if retryable { Recovery::Backoff } else { Recovery::None })
}

/// An answer that is JSON and a success, but has not the fields of its operation.
pub(crate) fn malformed(answer: &Answer, problem: &serde_json::Error) -> Error {
    Error::new(
        ErrorKind::UnexpectedResponse,
        format!(
            "the answer cannot be read: {}: {}",
            answer.secrets.excerpt(&problem.to_string()),
            answer.secrets.excerpt(&answer.body)
        ),
        "Report this with the request ID: the service has changed its answer.",
    )
    .with_request_id(answer.request_id.clone())
}

/// An answer that grew over the limit.
pub(crate) fn too_large(status: u16, limit: usize, beginning: &[u8], credentials: &Credentials) -> Failure {
    let error = Error::new(
        ErrorKind::UnexpectedResponse,
        format!(
            "answered HTTP {status} with more than {limit} bytes: {}",
            Secrets::of(credentials).excerpt(&text_bytes::read_lossy(beginning))
        ),
        "Ask for a shorter time range, or check which proxy answered instead of the service.",
    )
    .with_http_status(status)
    .with_retryable(status >= 500);
    let recovery = if status >= 500 { Recovery::Backoff } else { Recovery::None };
    Failure { error, recovery, refused: false }
}

/// The fields that every answer has, in either case style, as texts whatever their JSON type.
#[derive(Debug, Default)]
struct Envelope {
    code: Option<String>,
    request_id: Option<String>,
    message: Option<String>,
    access_denied_detail: Option<AccessDeniedDetail>,
}

impl Envelope {
    fn from_json(body: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(body)
    }

    /// An error in XML, which gateways write where `Format` was lost.
    fn from_xml(body: &str) -> Option<Self> {
        if !body.trim_start().starts_with('<') {
            return None;
        }
        let document = roxmltree::Document::parse(body.trim_start()).ok()?;
        let field = |name: &str| {
            let is_field = |node: &roxmltree::Node<'_, '_>| node.tag_name().name().eq_ignore_ascii_case(name);
            let node = document.root_element().children().find(is_field)?;
            let text: String =
                node.descendants().filter_map(|it| it.is_text().then(|| it.text()).flatten()).collect();
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        };
        Some(Self {
            code: Some(field("Code")?),
            request_id: field("RequestId"),
            message: field("Message"),
            access_denied_detail: field("AccessDeniedDetail")
                .and_then(|text| AccessDeniedDetail::from_text(&text)),
        })
    }

    fn request_id(&self, response: &HttpResponse) -> Option<String> {
        let in_body = self.request_id.as_deref().map(str::trim).filter(|id| !id.is_empty());
        in_body.map(str::to_owned).or_else(|| header_id(response))
    }

    /// Without the secrets, which some answers repeat: a refused signature is answered with the text that was signed,
    /// which for HMAC-SHA1 holds the security token, and some proxies echo the whole request.
    fn redacted(self, secrets: &Secrets) -> Self {
        let redact = |text: Option<String>| text.map(|text| secrets.redact_owned(text));
        Self {
            code: redact(self.code),
            request_id: redact(self.request_id),
            // A placeholder stands in nearly every success.
            message: redact(self.message.filter(|text| unless_placeholder(text).is_some())),
            access_denied_detail: self.access_denied_detail.map(|it| it.redacted(secrets)),
        }
    }

    fn set(&mut self, field: &Field, value: &Value) {
        match field {
            Field::Code => self.code = text_of(value).filter(|code| !code.is_empty()),
            Field::RequestId => self.request_id = text_of(value),
            Field::Message => self.message = text_of(value),
            Field::AccessDeniedDetail => self.access_denied_detail = AccessDeniedDetail::from_json(value),
            Field::Other => {}
        }
    }
}

enum Field {
    Code,
    RequestId,
    Message,
    AccessDeniedDetail,
    Other,
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Field;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field's name")
            }

            fn visit_str<E>(self, name: &str) -> Result<Field, E> {
                Ok(match name {
                    _ if name.eq_ignore_ascii_case("Code") => Field::Code,
                    _ if name.eq_ignore_ascii_case("RequestId") => Field::RequestId,
                    _ if name.eq_ignore_ascii_case("Message") => Field::Message,
                    _ if name.eq_ignore_ascii_case("AccessDeniedDetail") => Field::AccessDeniedDetail,
                    _ => Field::Other,
                })
            }
        }
        deserializer.deserialize_identifier(Name)
    }
}

impl<'de> Deserialize<'de> for Envelope {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Envelope;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            // By hand, because a derived reader fails on a repeated field and on a number where a text should be.
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope, A::Error> {
                let mut envelope = Envelope::default();
                while let Some(field) = map.next_key()? {
                    match field {
                        Field::Other => {
                            map.next_value::<IgnoredAny>()?;
                        }
                        field => envelope.set(&field, &map.next_value()?),
                    }
                }
                Ok(envelope)
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

/// The body as text, without the byte order mark that some gateways put before it.
fn text(body: Vec<u8>) -> String {
    match text_bytes::read_lossy(&body) {
        // As it came: the bytes themselves become the text.
        Cow::Borrowed(text) if text.len() == body.len() => String::from_utf8(body).unwrap_or_default(),
        text => text.into_owned(),
    }
}

fn header_id(response: &HttpResponse) -> Option<String> {
    response.header("x-acs-request-id").map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned)
}
