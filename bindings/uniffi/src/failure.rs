//! Errors cross as data; their classes are written in the host's language.

use std::error::Error as _;
use std::fmt;

use cams_roi::bridge::in_camel_case;
use cams_roi::{Error, ErrorKind, TimeoutPhase};

/// Why a call gave nothing.
#[derive(Debug, uniffi::Error)]
pub(crate) enum Failure {
    /// It failed.
    Failed { error: Box<ErrorInfo> },
    /// A cancel token ended it.
    Cancelled,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { error } => f.write_str(&error.text),
            Self::Cancelled => f.write_str("cancelled"),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Failed { error: Box::new(error.into()) }
    }
}

/// A kind, and the kind of which it is a special case.
#[derive(uniffi::Record)]
pub(crate) struct KindAndParent {
    /// The name of the class in every language, for example `NotSubscribedError`.
    name: String,
    parent: Option<String>,
    /// Whether errors of this kind are retryable where nothing more is known.
    retryable: bool,
}

/// Every kind of error that the core knows.
#[uniffi::export]
pub(crate) fn error_kinds() -> Vec<KindAndParent> {
    let known = ErrorKind::ALL.into_iter();
    known
        .map(|kind| KindAndParent {
            name: kind.as_str().to_owned(),
            parent: kind.parent().map(|parent| parent.as_str().to_owned()),
            retryable: kind.is_retryable_by_default(),
        })
        .collect()
}

/// An error of the core, as data. No field is called `message`, which Kotlin's exceptions have already.
#[derive(Debug, uniffi::Record)]
pub(crate) struct ErrorInfo {
    /// The kind's name, for example `NotSubscribedError`.
    kind: String,
    /// What went wrong, in words.
    reason: String,
    /// The same with all that helps to find the cause, in one line.
    text: String,
    hint: String,
    code: Option<String>,
    request_id: Option<String>,
    http_status: Option<i32>,
    retryable: bool,
    retry_after_ms: Option<f64>,
    attempts: i32,
    operation: Option<String>,
    access_denied_detail: Option<AccessDeniedDetail>,
    timeout_phase: Option<Phase>,
    /// The whole of a text of which the reason is the first line.
    detail: Option<String>,
    cust_space_id: Option<String>,
    phone_number: Option<String>,
    template_code: Option<String>,
    /// What caused it, and what caused that, and so on.
    causes: Vec<String>,
}

impl From<Error> for ErrorInfo {
    fn from(error: Error) -> Self {
        let causes =
            std::iter::successors(error.source(), |cause: &&dyn std::error::Error| (*cause).source());
        Self {
            kind: error.kind().as_str().to_owned(),
            reason: in_camel_case(error.message()),
            text: in_camel_case(&error.to_string()),
            hint: in_camel_case(error.hint()),
            code: error.code().map(str::to_owned),
            request_id: error.request_id().map(str::to_owned),
            http_status: error.http_status().map(Into::into),
            retryable: error.is_retryable(),
            retry_after_ms: error.retry_after().map(|wait| wait.as_secs_f64() * 1000.0),
            attempts: i32::try_from(error.attempts()).unwrap_or(i32::MAX),
            operation: error.operation().map(str::to_owned),
            access_denied_detail: error.access_denied_detail().map(Into::into),
            timeout_phase: error.timeout_phase().map(Into::into),
            detail: error.detail().map(str::to_owned),
            cust_space_id: error.cust_space_id().map(str::to_owned),
            phone_number: error.phone_number().map(str::to_owned),
            template_code: error.template_code().map(str::to_owned),
            causes: causes.map(ToString::to_string).collect(),
        }
    }
}

/// Which deadline passed.
#[derive(Debug, uniffi::Enum)]
pub(crate) enum Phase {
    Connect,
    Attempt,
    Queue,
    Overall,
}

impl From<TimeoutPhase> for Phase {
    fn from(phase: TimeoutPhase) -> Self {
        match phase {
            TimeoutPhase::Connect => Self::Connect,
            TimeoutPhase::Attempt => Self::Attempt,
            TimeoutPhase::Queue => Self::Queue,
            TimeoutPhase::Overall => Self::Overall,
        }
    }
}

/// Why access was denied.
#[derive(Debug, uniffi::Record)]
pub(crate) struct AccessDeniedDetail {
    text: String,
    policy_type: Option<String>,
    auth_action: Option<String>,
    auth_principal_type: Option<String>,
    auth_principal_owner_id: Option<String>,
    auth_principal_display_name: Option<String>,
    no_permission_type: Option<String>,
    encoded_diagnostic_message: Option<String>,
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
