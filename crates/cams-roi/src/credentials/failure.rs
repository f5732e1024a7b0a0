//! Why there are no credentials.

use std::fmt;

/// Why no credentials could be had: each provider that was tried, in order, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct CredentialsError(pub Vec<ProviderFailure>);

impl CredentialsError {
    /// One provider's failure. `reason` must not hold a secret.
    #[must_use]
    pub fn new(provider: impl Into<String>, reason: impl Into<String>) -> Self {
        Self(vec![ProviderFailure { provider: provider.into(), reason: reason.into(), is_configured: true }])
    }

    /// A provider that nobody set up; `reason` says by what it would be.
    #[must_use]
    pub fn not_configured(provider: impl Into<String>, reason: impl Into<String>) -> Self {
        Self(vec![ProviderFailure { provider: provider.into(), reason: reason.into(), is_configured: false }])
    }

    /// Whether a provider failed that somebody had set up, so that it is worth mending.
    #[must_use]
    pub fn is_configured(&self) -> bool {
        self.0.iter().any(|failure| failure.is_configured)
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
}

impl Reason {
    pub(super) fn not_configured(reason: impl Into<String>) -> Self {
        Self::NotConfigured(reason.into())
    }

    /// As an error of `provider`.
    pub(super) fn of(self, provider: &str) -> CredentialsError {
        match self {
            Self::NotConfigured(reason) => CredentialsError::not_configured(provider, reason),
            Self::Failed(reason) => CredentialsError::new(provider, reason),
        }
    }

    /// Puts before the text where it happened.
    pub(super) fn within(self, place: &str) -> Self {
        match self {
            Self::NotConfigured(reason) => Self::NotConfigured(format!("{place}: {reason}")),
            Self::Failed(reason) => Self::Failed(format!("{place}: {reason}")),
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

impl From<CredentialsError> for Reason {
    /// Of a source that another provider asked: its failure is the asker's.
    fn from(error: CredentialsError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::NotConfigured(reason) | Self::Failed(reason)) = self;
        f.write_str(reason)
    }
}
