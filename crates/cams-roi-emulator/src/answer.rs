//! Answers, ready to be sent.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, DATE, LOCATION, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use crate::fault::{Case, Format};
use crate::refusal::Refusal;
use crate::xml;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-acs-request-id");
const RETRY_AFTER_MS: HeaderName = HeaderName::from_static("x-acs-retry-after");

/// An answer, and what the log says of it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) code: Option<String>,
    pub(crate) request_id: Option<String>,
}

/// How an error is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style<'a> {
    pub(crate) format: Format,
    pub(crate) case: Case,
    /// The server's name as the client knows it.
    pub(crate) host: &'a str,
}

impl Answer {
    /// An answer that is not the service's own: no request ID.
    pub(crate) fn raw(status: StatusCode, body: impl Into<Bytes>) -> Self {
        Self { status, headers: HeaderMap::new(), body: body.into(), code: None, request_id: None }
    }

    /// The body of an operation that succeeded.
    pub(crate) fn success(request_id: &str, action: &str, body: &Value, format: Format) -> Self {
        let mut answer = Self::raw(StatusCode::OK, written(&format!("{action}Response"), body, format));
        answer.code = Some("OK".to_owned());
        answer.of_service(request_id, format)
    }

    /// An error as the gateway writes it.
    pub(crate) fn refusal(request_id: &str, refusal: &Refusal, style: Style<'_>) -> Self {
        let mut answer = Self::raw(refusal.status, error_body(request_id, refusal, style));
        answer.code = Some(refusal.code.clone().into_owned());
        answer.of_service(request_id, style.format)
    }

    /// A proxy's page.
    pub(crate) fn html(status: StatusCode) -> Self {
        let title = format!("{} {}", status.as_u16(), status.canonical_reason().unwrap_or("Error"));
        let page =
            format!("<html>\n<head><title>{title}</title></head>\n<body><h1>{title}</h1></body>\n</html>\n");
        let mut answer = Self::raw(status, page);
        answer.headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        answer
    }

    pub(crate) fn redirect(status: StatusCode, location: &str) -> Self {
        let mut answer = Self::raw(status, Bytes::new());
        if let Ok(location) = HeaderValue::try_from(location) {
            answer.headers.insert(LOCATION, location);
        }
        answer
    }

    /// Adds headers; one that HTTP has no place for is left out.
    pub(crate) fn with_headers(mut self, headers: &[(String, String)]) -> Self {
        for (name, value) in headers {
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
                self.headers.append(name, value);
            }
        }
        self
    }

    /// Adds `x-acs-retry-after`, in milliseconds.
    pub(crate) fn with_retry_after_ms(mut self, milliseconds: Option<u64>) -> Self {
        if let Some(milliseconds) = milliseconds {
            self.headers.insert(RETRY_AFTER_MS, milliseconds.into());
        }
        self
    }

    /// Adds `Retry-After`, as seconds or as a date that lies `date` seconds after `now`.
    pub(crate) fn with_retry_after(
        mut self,
        seconds: Option<u64>,
        date: Option<u64>,
        now: Timestamp,
    ) -> Self {
        if let Some(seconds) = seconds {
            self.headers.append(RETRY_AFTER, seconds.into());
        }
        let ahead = date.and_then(|seconds| i64::try_from(seconds).ok()).map(SignedDuration::from_secs);
        if let Some(time) = ahead.and_then(|ahead| now.checked_add(ahead).ok()) {
            self.headers.append(RETRY_AFTER, http_date(time));
        }
        self
    }

    /// Adds the `Date` header, unless the answer has one.
    pub(crate) fn dated(mut self, now: Timestamp) -> Self {
        self.headers.entry(DATE).or_insert_with(|| http_date(now));
        self
    }

    fn of_service(mut self, request_id: &str, format: Format) -> Self {
        let content_type = match format {
            Format::Json => "application/json;charset=utf-8",
            Format::Xml => "text/xml;charset=utf-8",
        };
        self.headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        if let Ok(request_id) = HeaderValue::try_from(request_id) {
            self.headers.insert(REQUEST_ID, request_id);
        }
        self.request_id = Some(request_id.to_owned());
        self
    }
}

fn http_date(time: Timestamp) -> HeaderValue {
    let text = time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

fn error_body(request_id: &str, refusal: &Refusal, style: Style<'_>) -> String {
    let code = refusal.code.as_ref();
    let recommend =
        format!("https://api.aliyun.com/troubleshoot?q={code}&product=cams&requestId={request_id}");
    let fields = [
        ("RequestId", request_id.into()),
        ("HostId", style.host.into()),
        ("Code", code.into()),
        ("Message", refusal.message.as_ref().into()),
        ("Recommend", recommend.into()),
    ];
    let detail = refusal.access_denied_detail.clone().map(|detail| ("AccessDeniedDetail", detail));
    let body: Map<String, Value> =
        fields.into_iter().chain(detail).map(|(name, value)| (spelled(name, style.case), value)).collect();
    written("Error", &Value::Object(body), style.format)
}

fn written(root: &str, body: &Value, format: Format) -> String {
    match format {
        Format::Json => body.to_string(),
        Format::Xml => xml::document(root, body),
    }
}

fn spelled(name: &str, case: Case) -> String {
    match (case, name.split_at_checked(1)) {
        (Case::Camel, Some((first, rest))) => first.to_ascii_lowercase() + rest,
        _ => name.to_owned(),
    }
}
