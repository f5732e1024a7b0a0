//! Why a request is refused: the errors of gateway and service, with their words.

use std::borrow::Cow;

use http::StatusCode;
use serde_json::Value;

/// A service error.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) code: Cow<'static, str>,
    pub(crate) message: Cow<'static, str>,
    pub(crate) access_denied_detail: Option<Value>,
}

impl Refusal {
    pub(crate) fn new(
        status: StatusCode,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { status, code: code.into(), message: message.into(), access_denied_detail: None }
    }

    /// HTTP 400, as most refusals are.
    pub(crate) fn bad_request(
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    pub(crate) fn missing_parameter(name: &str) -> Self {
        Self::bad_request(format!("Missing{name}"), format!("{name} is mandatory for this action."))
    }

    pub(crate) fn invalid_parameter(message: impl Into<Cow<'static, str>>) -> Self {
        Self::bad_request("InvalidParameter", message)
    }

    /// What is named is not the caller's.
    pub(crate) fn unknown_owner() -> Self {
        Self::bad_request("Unknown.ResourceOwnerId", "The resource does not belong to the current user.")
    }

    pub(crate) fn unknown_action() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "InvalidApi.NotFound",
            "Specified api is not found, please check your url and method.",
        )
    }

    pub(crate) fn with_detail(mut self, detail: Value) -> Self {
        self.access_denied_detail = Some(detail);
        self
    }
}
