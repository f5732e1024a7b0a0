//! The kinds of failure, the same in every language.
//!
//! Written by `cargo xtask generate` from `model/errors.toml`; do not edit.

use std::fmt;

/// What kind of failure it was. The name is the same in every language.
///
/// Inside the workspace the enum is exhaustive (feature `bindings`), so that a match that lacks a new kind does not
/// compile there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(not(feature = "bindings"), non_exhaustive)]
pub enum ErrorKind {
    /// A setting is wrong: endpoint, region, proxy, CA file or journal. Nothing was sent.
    Configuration,
    /// Another run uses the journal. It can be used when that run has ended. Nothing was sent.
    JournalInUse,
    /// No provider returned credentials. The message names each one that was tried, and why it failed. If a function
    /// of your own failed, its error is in [`source`](std::error::Error::source).
    Credentials,
    /// An argument is wrong: an empty ID, a start that is not before the end, a control character. Nothing was sent.
    InvalidArgument,
    /// DNS, connecting, TLS, a reset, or an answer that was cut off.
    Transport,
    /// A deadline passed; [`timeout_phase`](crate::Error::timeout_phase) says which.
    RequestTimeout,
    /// The answer was not the API's JSON, but a proxy's page, a redirect, or too large. The message shows its
    /// beginning.
    UnexpectedResponse,
    /// The service answered with an error code. The kinds below it have codes of their own; this one has all others.
    Service,
    /// The account has not subscribed to Chat App Message Service.
    NotSubscribed,
    /// The identity lacks a permission. [`hint`](crate::Error::hint) names the RAM action to grant.
    PermissionDenied,
    /// Too many calls. [`retry_after`](crate::Error::retry_after) says how long to wait, if the service said it.
    Throttled,
    /// The channel does not belong to the account.
    UnknownResourceOwner,
    /// The service refused the AccessKey, security token, signature, nonce or clock.
    Authentication,
    /// The service refused a parameter, the operation or the version.
    InvalidParameter,
    /// The service failed or is overloaded.
    ServiceUnavailable,
}

impl ErrorKind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Configuration,
        Self::JournalInUse,
        Self::Credentials,
        Self::InvalidArgument,
        Self::Transport,
        Self::RequestTimeout,
        Self::UnexpectedResponse,
        Self::Service,
        Self::NotSubscribed,
        Self::PermissionDenied,
        Self::Throttled,
        Self::UnknownResourceOwner,
        Self::Authentication,
        Self::InvalidParameter,
        Self::ServiceUnavailable,
    ];

    /// The name of the error's class in every language, for example `ConfigurationError`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Configuration => "ConfigurationError",
            Self::JournalInUse => "JournalInUseError",
            Self::Credentials => "CredentialsError",
            Self::InvalidArgument => "InvalidArgumentError",
            Self::Transport => "TransportError",
            Self::RequestTimeout => "RequestTimeoutError",
            Self::UnexpectedResponse => "UnexpectedResponseError",
            Self::Service => "ServiceError",
            Self::NotSubscribed => "NotSubscribedError",
            Self::PermissionDenied => "PermissionDeniedError",
            Self::Throttled => "ThrottledError",
            Self::UnknownResourceOwner => "UnknownResourceOwnerError",
            Self::Authentication => "AuthenticationError",
            Self::InvalidParameter => "InvalidParameterError",
            Self::ServiceUnavailable => "ServiceUnavailableError",
        }
    }

    /// The kind of which this one is a special case, if there is one.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::JournalInUse => Some(Self::Configuration),
            Self::RequestTimeout => Some(Self::Transport),
            Self::NotSubscribed
            | Self::PermissionDenied
            | Self::Throttled
            | Self::UnknownResourceOwner
            | Self::Authentication
            | Self::InvalidParameter
            | Self::ServiceUnavailable => Some(Self::Service),
            Self::Configuration
            | Self::Credentials
            | Self::InvalidArgument
            | Self::Transport
            | Self::UnexpectedResponse
            | Self::Service => None,
        }
    }

    /// Whether errors of this kind are retryable where nothing more is known of them, as of those that a test makes.
    /// An error of a call knows better: ask [`Error::is_retryable`](crate::Error::is_retryable).
    #[must_use]
    pub const fn is_retryable_by_default(self) -> bool {
        matches!(
            self,
            Self::JournalInUse
                | Self::Transport
                | Self::RequestTimeout
                | Self::Throttled
                | Self::ServiceUnavailable
        )
    }

    /// Whether every other call of the account would fail too, until somebody does something about it.
    pub(crate) const fn concerns_the_account(self) -> bool {
        matches!(
            self,
            Self::Configuration
                | Self::JournalInUse
                | Self::Credentials
                | Self::NotSubscribed
                | Self::PermissionDenied
                | Self::Authentication
        )
    }

    /// Whether this is `kind` or a special case of it.
    #[must_use]
    pub fn is(self, kind: Self) -> bool {
        self == kind || self.parent() == Some(kind)
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
