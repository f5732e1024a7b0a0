//! Errors cross as data; their classes are written in TypeScript.

use std::error::Error as _;

use cams_roi::{Error, ErrorKind, TimeoutPhase};
use napi_derive::napi;

/// A kind, and the kind of which it is a special case.
#[napi(object, object_from_js = false)]
pub struct KindAndParent {
    /// The name of its errors' class.
    pub kind: &'static str,
    pub parent: Option<&'static str>,
    /// Whether its errors are worth another try where nothing more is known.
    pub retryable: bool,
}

/// Every kind of error that the core knows.
#[napi(catch_unwind)]
pub fn error_kinds() -> Vec<KindAndParent> {
    let known = ErrorKind::ALL.into_iter();
    known
        .map(|kind| KindAndParent {
            kind: kind.as_str(),
            parent: kind.parent().map(ErrorKind::as_str),
            retryable: kind.is_retryable_by_default(),
        })
        .collect()
}

/// An error of the core, as data.
#[napi(object, object_from_js = false)]
pub struct Failure {
    /// The name of its class.
    pub kind: &'static str,
    pub message: String,
    /// The message with all that helps to find the cause, in one line.
    pub text: String,
    pub hint: String,
    pub code: Option<String>,
    pub request_id: Option<String>,
    pub http_status: Option<u16>,
    pub retryable: bool,
    pub retry_after_ms: Option<f64>,
    pub attempts: u32,
    pub operation: Option<String>,
    pub access_denied_detail: Option<AccessDeniedDetail>,
    #[napi(ts_type = "'connect' | 'attempt' | 'queue' | 'overall'")]
    pub timeout_phase: Option<String>,
    /// The whole of a text of which the message is the first line.
    pub detail: Option<String>,
    pub cust_space_id: Option<String>,
    pub phone_number: Option<String>,
    pub template_code: Option<String>,
    /// What caused it, and what caused that, and so on.
    pub causes: Vec<String>,
}

impl Failure {
    /// An error for what only the binding can find wrong.
    pub(crate) fn refusal(kind: ErrorKind, message: impl Into<String>, hint: impl Into<String>) -> Box<Self> {
        let message = message.into();
        Box::new(Self {
            kind: kind.as_str(),
            text: message.clone(),
            message,
            hint: hint.into(),
            code: None,
            request_id: None,
            http_status: None,
            retryable: false,
            retry_after_ms: None,
            attempts: 0,
            operation: None,
            access_denied_detail: None,
            timeout_phase: None,
            detail: None,
            cust_space_id: None,
            phone_number: None,
            template_code: None,
            causes: Vec::new(),
        })
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let causes =
            std::iter::successors(error.source(), |cause: &&dyn std::error::Error| (*cause).source());
        Self {
            kind: error.kind().as_str(),
            message: error.message().to_owned(),
            text: error.to_string(),
            hint: error.hint().to_owned(),
            code: error.code().map(str::to_owned),
            request_id: error.request_id().map(str::to_owned),
            http_status: error.http_status(),
            retryable: error.is_retryable(),
            retry_after_ms: error.retry_after().map(|wait| wait.as_secs_f64() * 1000.0),
            attempts: error.attempts(),
            operation: error.operation().map(str::to_owned),
            access_denied_detail: error.access_denied_detail().map(Into::into),
            timeout_phase: error.timeout_phase().map(|phase| TimeoutPhase::as_str(phase).to_owned()),
            detail: error.detail().map(str::to_owned),
            cust_space_id: error.cust_space_id().map(str::to_owned),
            phone_number: error.phone_number().map(str::to_owned),
            template_code: error.template_code().map(str::to_owned),
            causes: causes.map(ToString::to_string).collect(),
        }
    }
}

impl From<Error> for Box<Failure> {
    fn from(error: Error) -> Self {
        Self::new(error.into())
    }
}

/// Why access was denied.
#[napi(object, object_from_js = false)]
pub struct AccessDeniedDetail {
    pub text: String,
    pub policy_type: Option<String>,
    pub auth_action: Option<String>,
    pub auth_principal_type: Option<String>,
    pub auth_principal_owner_id: Option<String>,
    pub auth_principal_display_name: Option<String>,
    pub no_permission_type: Option<String>,
    pub encoded_diagnostic_message: Option<String>,
}

impl From<&cams_roi::AccessDeniedDetail> for AccessDeniedDetail {
    fn from(detail: &cams_roi::AccessDeniedDetail) -> Self {
        let detail = detail.clone();
        Self {
            text: detail.text,
            policy_type: detail.policy_type,
            auth_action: detail.auth_action,
            auth_principal_type: detail.auth_principal_type,
            auth_principal_owner_id: detail.auth_principal_owner_id,
            auth_principal_display_name: detail.auth_principal_display_name,
            no_permission_type: detail.no_permission_type,
            encoded_diagnostic_message: detail.encoded_diagnostic_message,
        }
    }
}
