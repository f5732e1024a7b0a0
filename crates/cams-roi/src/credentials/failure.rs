//! Why there are no credentials.

use std::fmt;

use super::variables::NotText;

/// Why no credentials could be had: each provider that was tried, in order, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct CredentialsError(pub Vec<ProviderFailure>);

impl CredentialsError {
    /// One provider's failure. `reason` must not hold a secret.
    #[must_use]
    pub fn new(provider: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::of(ProviderFailure { is_configured: true, ..ProviderFailure::of(provider, reason) })
    }

    /// A provider that somebody began to set up: a part is missing, or cannot be read. A [chain](super::CredentialsChain)
    /// asks nobody else then, who might give the key of another account.
    #[must_use]
    pub fn incomplete(provider: impl Into<String>, reason: impl Into<String>) -> Self {
        let failure = ProviderFailure::of(provider, reason);
        Self::of(ProviderFailure { is_configured: true, is_incomplete: true, ..failure })
    }

    /// A provider that is set up, but could not be reached, or was busy: asking it again later may help, so the client
    /// does, and the call's error is retryable.
    #[must_use]
    pub fn transient(provider: impl Into<String>, reason: impl Into<String>) -> Self {
        let failure = ProviderFailure::of(provider, reason);
        Self::of(ProviderFailure { is_configured: true, is_transient: true, ..failure })
    }

    /// A provider that nobody set up; `reason` says by what it would be.
    #[must_use]
    pub fn not_configured(provider: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::of(ProviderFailure::of(provider, reason))
    }

    fn of(failure: ProviderFailure) -> Self {
        Self(vec![failure])
    }

    /// Whether a provider failed only for the moment.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        self.0.iter().any(|failure| failure.is_transient)
    }

    /// Whether a provider failed that somebody had set up, so that it is worth fixing.
    #[must_use]
    pub fn is_configured(&self) -> bool {
        self.0.iter().any(|failure| failure.is_configured)
    }

    /// Whether a provider is set up in part, so that nobody else should be asked in its place.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.0.iter().any(|failure| failure.is_incomplete)
    }
}

/// One provider, and why it gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderFailure {
    /// The provider's [name](super::ProvideCredentials::name).
    pub provider: String,
    /// What is missing or wrong, and where.
    pub reason: String,
    /// Whether anybody set the provider up: if not, the failure is only to be expected.
    pub is_configured: bool,
    /// Whether asking again may help: the network failed, or the provider's server was busy.
    pub is_transient: bool,
    /// Whether only a part of what the provider needs is there.
    pub is_incomplete: bool,
}

impl ProviderFailure {
    fn of(provider: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            provider: provider.into(),
            reason: reason.into(),
            is_configured: false,
            is_transient: false,
            is_incomplete: false,
        }
    }
}

impl fmt::Display for ProviderFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.provider, self.reason)
    }
}

/// A failure within a provider, before the provider's name is put to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Nobody set it up.
    NotConfigured(String),
    /// It was set up, but did not work.
    Failed(String),
    /// It was set up, and did not work for the moment.
    Transient(String),
    /// A part of what it needs is missing, or cannot be read.
    Incomplete(String),
}

impl Reason {
    /// A failure that passes, if it `is_transient`.
    pub(super) fn failed(is_transient: bool, reason: String) -> Self {
        if is_transient { Self::Transient(reason) } else { Self::Failed(reason) }
    }

    /// An answer that says by its HTTP status alone that something failed.
    pub(super) fn status(status: u16, reason: String) -> Self {
        Self::failed(status >= 500 || status == 429, reason)
    }

    pub(super) fn not_configured(reason: impl Into<String>) -> Self {
        Self::NotConfigured(reason.into())
    }

    /// As an error of `provider`.
    pub(super) fn of(self, provider: &str) -> CredentialsError {
        match self {
            Self::NotConfigured(reason) => CredentialsError::not_configured(provider, reason),
            Self::Failed(reason) => CredentialsError::new(provider, reason),
            Self::Transient(reason) => CredentialsError::transient(provider, reason),
            Self::Incomplete(reason) => CredentialsError::incomplete(provider, reason),
        }
    }

    /// Puts before the text where it happened.
    pub(super) fn within(self, place: &str) -> Self {
        match self {
            Self::NotConfigured(reason) => Self::NotConfigured(format!("{place}: {reason}")),
            Self::Failed(reason) => Self::Failed(format!("{place}: {reason}")),
            Self::Transient(reason) => Self::Transient(format!("{place}: {reason}")),
            Self::Incomplete(reason) => Self::Incomplete(format!("{place}: {reason}")),
        }
    }
}

impl From<String> for Reason {
    fn from(reason: String) -> Self {
        Self::Failed(reason)
    }
}

impl From<&str> for Reason {
    fn from(reason: &str) -> Self {
        Self::Failed(reason.to_owned())
    }
}

impl From<NotText> for Reason {
    fn from(variable: NotText) -> Self {
        Self::Incomplete(variable.to_string())
    }
}

impl From<CredentialsError> for Reason {
    /// Of a source that another provider asked: its failure is the asker's.
    fn from(error: CredentialsError) -> Self {
        Self::failed(error.is_transient(), error.to_string())
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::NotConfigured(reason)
        | Self::Failed(reason)
        | Self::Transient(reason)
        | Self::Incomplete(reason)) = self;
        f.write_str(reason)
    }
}
