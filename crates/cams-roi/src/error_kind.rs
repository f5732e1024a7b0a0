//! The kinds of failure, the same in every language.

use std::fmt;

/// What kind of failure it was. The name is the same in every language.
///
/// Inside the workspace the enum is exhaustive (feature `bindings`), so that a new kind fails to compile in every
/// face that lacks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(not(feature = "bindings"), non_exhaustive)]
pub enum ErrorKind {
    /// A bad endpoint, region, proxy or CA file. Nothing was sent.
    Configuration,
    /// Another run uses the journal; it can be used when that run has ended. Nothing was sent.
    JournalInUse,
    /// No provider gave credentials; the message names each one tried and why it failed.
    Credentials,
    /// An empty ID, a start that is not before the end, a control character… Nothing was sent.
    InvalidArgument,
    /// DNS, connect, TLS, reset, or a body that was cut off.
    Transport,
    /// A deadline passed; [`timeout_phase`](crate::Error::timeout_phase) says which.
    RequestTimeout,
    /// The answer was not the API's JSON: a proxy's page, a redirect, too large.
    UnexpectedResponse,
    /// The service answered with a code that no other kind knows.
    Service,
    /// The account has not subscribed to Chat App Message Service.
    NotSubscribed,
    /// The identity lacks the permission; the hint names the RAM action to grant.
    PermissionDenied,
    /// Too many calls.
    Throttled,
    /// The channel does not belong to the account.
    UnknownResourceOwner,
    /// The AccessKey, security token, signature, nonce or clock was refused.
    Authentication,
    /// The service refused a parameter, the action or the version.
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

    /// The name of the error's class in every language, for example `NotSubscribedError`.
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

    /// The kind of which this one is a special case: `Service` for every error that the service answered with a
    /// code, `Transport` for timeouts, `Configuration` for a journal in use.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::RequestTimeout => Some(Self::Transport),
            Self::JournalInUse => Some(Self::Configuration),
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
        match self {
            Self::JournalInUse
            | Self::Transport
            | Self::RequestTimeout
            | Self::Throttled
            | Self::ServiceUnavailable => true,
            Self::Configuration
            | Self::Credentials
            | Self::InvalidArgument
            | Self::UnexpectedResponse
            | Self::Service
            | Self::NotSubscribed
            | Self::PermissionDenied
            | Self::UnknownResourceOwner
            | Self::Authentication
            | Self::InvalidParameter => false,
        }
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
