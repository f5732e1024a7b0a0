//! What can go wrong, as data: the same kinds and fields in every language.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use crate::access_denied::AccessDeniedDetail;
pub use crate::error_kind::ErrorKind;
use crate::error_text::{first_line, message_and_detail};
use crate::subject::Subject;

/// Which deadline passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeoutPhase {
    /// The connection (DNS, TCP, TLS) was not there in time.
    Connect,
    /// One attempt had no complete answer in time.
    Attempt,
    /// The call did not have its turn (rate limit, connection) within the timeout that it was given.
    Queue,
    /// The call as a whole, with its waits and retries, was not done in time.
    Overall,
}

impl TimeoutPhase {
    /// `connect`, `attempt`, `queue` or `overall`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Attempt => "attempt",
            Self::Queue => "queue",
            Self::Overall => "overall",
        }
    }
}

/// The error of every fallible function. Cheap to clone; holds no secret. Two are equal where they say the same,
/// whatever caused them.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Fields>);

#[derive(Clone, PartialEq, Eq)]
struct Fields {
    kind: ErrorKind,
    message: String,
    detail: Option<String>,
    code: Option<String>,
    request_id: Option<String>,
    http_status: Option<u16>,
    retryable: bool,
    retry_after: Option<Duration>,
    attempts: u32,
    operation: Option<String>,
    cust_space_id: Option<String>,
    phone_number: Option<String>,
    template_code: Option<String>,
    hint: String,
    access_denied_detail: Option<AccessDeniedDetail>,
    timeout_phase: Option<TimeoutPhase>,
    source: Source,
}

/// What caused an error. It cannot be compared.
#[derive(Clone, Default)]
struct Source(Option<Arc<dyn StdError + Send + Sync>>);

impl PartialEq for Source {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Source {}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>, hint: impl Into<String>) -> Self {
        let (message, detail) = message_and_detail(message.into());
        Self(Box::new(Fields {
            kind,
            message,
            detail,
            code: None,
            request_id: None,
            http_status: None,
            retryable: kind.is_retryable_by_default(),
            retry_after: None,
            attempts: 0,
            operation: None,
            cust_space_id: None,
            phone_number: None,
            template_code: None,
            hint: hint.into(),
            access_denied_detail: None,
            timeout_phase: None,
            source: Source::default(),
        }))
    }

    pub(crate) fn configuration(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, message, hint)
    }

    /// For a journal that another run holds.
    pub(crate) fn journal_in_use(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(ErrorKind::JournalInUse, message, hint)
    }

    pub(crate) fn invalid_argument(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidArgument, message, hint)
    }

    pub(crate) fn timeout(phase: TimeoutPhase, message: impl Into<String>) -> Self {
        let hint = match phase {
            TimeoutPhase::Connect => {
                "Check the network, the proxy and the endpoint, or allow more connect time."
            }
            TimeoutPhase::Attempt => "Try again; if it lasts, allow more time for one attempt.",
            TimeoutPhase::Queue => {
                "Use enable_many for many channels: it makes no more calls at once than have their turn. Or leave the \
                 timeout out, so that waiting for a turn does not count."
            }
            TimeoutPhase::Overall => "Allow more time for the call, or make fewer calls at once.",
        };
        let mut error = Self::new(ErrorKind::RequestTimeout, message, hint);
        error.0.timeout_phase = Some(phase);
        error.0.retryable = phase != TimeoutPhase::Overall;
        error
    }

    pub(crate) fn with_code(mut self, code: Option<String>) -> Self {
        self.0.code = code;
        self
    }

    pub(crate) fn with_request_id(mut self, request_id: Option<String>) -> Self {
        self.0.request_id = request_id;
        self
    }

    pub(crate) fn with_http_status(mut self, status: u16) -> Self {
        self.0.http_status = Some(status);
        self
    }

    pub(crate) fn with_retryable(mut self, retryable: bool) -> Self {
        self.0.retryable = retryable;
        self
    }

    pub(crate) fn with_retry_after(mut self, retry_after: Option<Duration>) -> Self {
        self.0.retry_after = retry_after;
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(crate) fn with_operation(mut self, operation: &str) -> Self {
        self.0.operation = Some(operation.to_owned());
        self
    }

    /// Says which channel, phone number and template the call was about.
    pub(crate) fn about(mut self, subject: Subject<'_>) -> Self {
        let given = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
        self.0.cust_space_id = given(subject.cust_space_id);
        self.0.phone_number = given(subject.phone_number);
        self.0.template_code = given(subject.template_code);
        self
    }

    pub(crate) fn with_access_denied_detail(mut self, detail: Option<AccessDeniedDetail>) -> Self {
        self.0.access_denied_detail = detail;
        self
    }

    pub(crate) fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Source(Some(Arc::new(source)));
        self
    }

    /// What kind of failure it was.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What went wrong, in words, on one line: the service's own message where it gave one.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The whole of a text that was too long for [`message`](Self::message), which holds its first line; `None` where
    /// the message is all there is. `SignatureDoesNotMatch` shows here what the service signed.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.0.detail.as_deref()
    }

    /// The service's error code, verbatim; `None` where the service did not answer with one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The service's ID of the request, to be quoted to the vendor's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The HTTP status of the answer.
    #[must_use]
    pub fn http_status(&self) -> Option<u16> {
        self.0.http_status
    }

    /// Whether the same call may succeed later as it is.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    /// How long the service asked to wait before the next try.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How many requests were sent for this call, those included for which no connection came about. Zero where the
    /// call ended before the first one.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The operation that was called, for example `EnableWhatsappROIMetric`.
    #[must_use]
    pub fn operation(&self) -> Option<&str> {
        self.0.operation.as_deref()
    }

    /// The channel that the call was about; `None` where the request named none.
    #[must_use]
    pub fn cust_space_id(&self) -> Option<&str> {
        self.0.cust_space_id.as_deref()
    }

    /// The phone number that the call was about; `None` where the request named none.
    #[must_use]
    pub fn phone_number(&self) -> Option<&str> {
        self.0.phone_number.as_deref()
    }

    /// The template that the call was about; `None` where the request named none.
    #[must_use]
    pub fn template_code(&self) -> Option<&str> {
        self.0.template_code.as_deref()
    }

    /// What the user should do, in one sentence.
    #[must_use]
    pub fn hint(&self) -> &str {
        &self.0.hint
    }

    /// Why access was denied, where the service said so.
    #[must_use]
    pub fn access_denied_detail(&self) -> Option<&AccessDeniedDetail> {
        self.0.access_denied_detail.as_ref()
    }

    /// Whether every other call of the account would fail too, until somebody does something about it: bad settings, credentials,
    /// subscription or permission.
    #[must_use]
    pub fn concerns_the_account(&self) -> bool {
        // This code says that an ISV code does not fit, which is between one channel and its ISV.
        self.kind().concerns_the_account() && self.code() != Some("Authentication.NoAuth")
    }

    /// Whether every other channel's call would fail too, until somebody acts: bad settings, credentials or subscription.
    /// A denial is not among them: another channel may be permitted.
    #[must_use]
    pub fn concerns_every_channel(&self) -> bool {
        match self.kind() {
            ErrorKind::Configuration | ErrorKind::Authentication | ErrorKind::NotSubscribed => true,
            // The source of credentials may be back in a moment.
            ErrorKind::Credentials => !self.is_retryable(),
            _ => false,
        }
    }

    /// Which deadline passed, for a [`RequestTimeout`](ErrorKind::RequestTimeout).
    #[must_use]
    pub fn timeout_phase(&self) -> Option<TimeoutPhase> {
        self.0.timeout_phase
    }
}

impl fmt::Display for Error {
    /// `operation: code: message (HTTP status, request ID, attempts)` on one line, without what is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [self.operation(), self.code()].into_iter().flatten() {
            write!(f, "{}: ", first_line(part))?;
        }
        f.write_str(self.message())?;
        let mut facts = Vec::new();
        if let Some(status) = self.http_status() {
            facts.push(format!("HTTP {status}"));
        }
        if let Some(id) = self.request_id() {
            facts.push(format!("request {}", first_line(id)));
        }
        if self.attempts() > 1 {
            facts.push(format!("{} attempts", self.attempts()));
        }
        if !facts.is_empty() {
            write!(f, " ({})", facts.join(", "))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct(self.kind().as_str());
        out.field("message", &self.message());
        let texts = [
            ("detail", self.detail()),
            ("operation", self.operation()),
            ("cust_space_id", self.cust_space_id()),
            ("phone_number", self.phone_number()),
            ("template_code", self.template_code()),
            ("code", self.code()),
            ("request_id", self.request_id()),
        ];
        for (name, value) in texts {
            if let Some(value) = value {
                out.field(name, &value);
            }
        }
        if let Some(status) = self.http_status() {
            out.field("http_status", &status);
        }
        if let Some(wait) = self.retry_after() {
            out.field("retry_after", &wait);
        }
        if let Some(phase) = self.timeout_phase() {
            out.field("timeout_phase", &phase);
        }
        if let Some(detail) = self.access_denied_detail() {
            out.field("access_denied_detail", detail);
        }
        out.field("attempts", &self.attempts());
        out.field("retryable", &self.is_retryable());
        out.field("hint", &self.hint());
        out.finish()
    }
}

impl Serialize for Error {
    /// All fields, for machines: `kind`, `message`, `code`, `request_id`, `http_status`, `retryable`,
    /// `retry_after_ms`, `attempts`, `operation`, `hint`, `access_denied_detail`, `timeout_phase`, `detail`,
    /// `cust_space_id`, `phone_number`, `template_code`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Error", 16)?;
        out.serialize_field("kind", self.kind().as_str())?;
        out.serialize_field("code", &self.code())?;
        out.serialize_field("message", self.message())?;
        out.serialize_field("request_id", &self.request_id())?;
        out.serialize_field("http_status", &self.http_status())?;
        out.serialize_field("retryable", &self.is_retryable())?;
        out.serialize_field("retry_after_ms", &self.retry_after().map(|wait| wait.as_millis()))?;
        out.serialize_field("attempts", &self.attempts())?;
        out.serialize_field("operation", &self.operation())?;
        out.serialize_field("hint", self.hint())?;
        out.serialize_field("access_denied_detail", &self.access_denied_detail())?;
        out.serialize_field("timeout_phase", &self.timeout_phase().map(TimeoutPhase::as_str))?;
        out.serialize_field("detail", &self.detail())?;
        out.serialize_field("cust_space_id", &self.cust_space_id())?;
        out.serialize_field("phone_number", &self.phone_number())?;
        out.serialize_field("template_code", &self.template_code())?;
        out.end()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.0.as_ref().map(|source| &**source as &(dyn StdError + 'static))
    }
}
