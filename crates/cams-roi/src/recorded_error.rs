//! An error as a journal has it: what one worker wrote is what the others give.

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use crate::access_denied::AccessDeniedDetail;
use crate::error::{Error, ErrorKind, TimeoutPhase};
use crate::subject::Subject;

/// What of an error is written; newer versions may write more.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Recorded {
    kind: String,
    code: Option<String>,
    message: String,
    request_id: Option<String>,
    http_status: Option<u16>,
    retryable: bool,
    retry_after_ms: Option<u64>,
    attempts: u32,
    operation: Option<String>,
    hint: String,
    access_denied_detail: Option<AccessDeniedDetail>,
    timeout_phase: Option<String>,
    detail: Option<String>,
    cust_space_id: Option<String>,
    phone_number: Option<String>,
    template_code: Option<String>,
}

/// The error that was written so.
pub(crate) fn recorded(value: &Value) -> Error {
    const PHASES: [TimeoutPhase; 4] =
        [TimeoutPhase::Connect, TimeoutPhase::Attempt, TimeoutPhase::Queue, TimeoutPhase::Overall];
    let it = Recorded::deserialize(value).unwrap_or_default();
    let kind = ErrorKind::ALL.into_iter().find(|kind| kind.as_str() == it.kind);
    let phase = PHASES.into_iter().find(|phase| Some(phase.as_str()) == it.timeout_phase.as_deref());
    // The first line of the detail is the message.
    let message = it.detail.unwrap_or(it.message);
    let error = match (kind, phase) {
        (Some(ErrorKind::RequestTimeout), Some(phase)) => Error::timeout(phase, message),
        (kind, _) => Error::new(kind.unwrap_or(ErrorKind::Service), message, it.hint),
    };
    let error = error
        .with_code(it.code)
        .with_request_id(it.request_id)
        .with_retryable(it.retryable)
        .with_retry_after(it.retry_after_ms.map(Duration::from_millis))
        .with_attempts(it.attempts)
        .with_access_denied_detail(it.access_denied_detail)
        .about(Subject {
            cust_space_id: it.cust_space_id.as_deref(),
            phone_number: it.phone_number.as_deref(),
            template_code: it.template_code.as_deref(),
        });
    let error = it.http_status.into_iter().fold(error, Error::with_http_status);
    it.operation.iter().fold(error, |error, operation| error.with_operation(operation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        let detail = AccessDeniedDetail { text: "no".to_owned(), ..AccessDeniedDetail::default() };
        let subject =
            Subject { cust_space_id: Some("cams-1"), phone_number: Some("86"), ..Subject::default() };
        let service = Error::new(ErrorKind::PermissionDenied, "one\ntwo", "ask")
            .with_code(Some("Denied".to_owned()))
            .with_request_id(Some("R".to_owned()))
            .with_http_status(403)
            .with_retryable(true)
            .with_retry_after(Some(Duration::from_millis(1500)))
            .with_attempts(3)
            .with_operation("Operation")
            .with_access_denied_detail(Some(detail))
            .about(subject);
        let late = Error::timeout(TimeoutPhase::Queue, "late");
        for error in [service, late, Error::journal_in_use("in use", "wait")] {
            assert_eq!(recorded(&serde_json::to_value(&error).unwrap()), error);
        }
    }

    #[test]
    fn what_is_no_error_is_still_one() {
        let error = recorded(&serde_json::json!({"kind": "NewerError", "message": "m", "more": 1}));
        assert_eq!((error.kind(), error.message()), (ErrorKind::Service, "m"));
        assert_eq!(recorded(&Value::Null).kind(), ErrorKind::Service);
    }
}
