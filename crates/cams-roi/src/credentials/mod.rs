//! Where AccessKeys come from: one provider a file, tried in order by the [`CredentialsChain`].

mod cache;
mod chain;
mod cli_profile;
mod environment;

use std::fmt;
use std::time::SystemTime;

use futures_util::future::BoxFuture;

pub use cache::CachedCredentials;
pub use chain::CredentialsChain;
pub use cli_profile::CliProfileCredentials;
pub use environment::EnvironmentCredentials;

use crate::secret::Secret;

/// An AccessKey pair, with a security token when it is temporary.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    access_key_id: String,
    access_key_secret: Secret,
    security_token: Option<Secret>,
    expires_at: Option<SystemTime>,
}

impl Credentials {
    /// Long-lived credentials: an AccessKey ID and its secret.
    #[must_use]
    pub fn new(access_key_id: impl Into<String>, access_key_secret: impl Into<Secret>) -> Self {
        Self {
            access_key_id: access_key_id.into(),
            access_key_secret: access_key_secret.into(),
            security_token: None,
            expires_at: None,
        }
    }

    /// Makes them temporary: adds the security token that STS gave with them.
    #[must_use]
    pub fn with_security_token(mut self, token: impl Into<Secret>) -> Self {
        self.security_token = Some(token.into());
        self
    }

    /// Says when they expire.
    #[must_use]
    pub fn expiring_at(mut self, time: SystemTime) -> Self {
        self.expires_at = Some(time);
        self
    }

    /// The AccessKey ID: who is calling. Not a secret.
    #[must_use]
    pub fn access_key_id(&self) -> &str {
        &self.access_key_id
    }

    /// The AccessKey secret, with which requests are signed.
    #[must_use]
    pub fn access_key_secret(&self) -> &Secret {
        &self.access_key_secret
    }

    /// The security token of temporary credentials.
    #[must_use]
    pub fn security_token(&self) -> Option<&Secret> {
        self.security_token.as_ref()
    }

    /// When they expire; `None` for long-lived ones, and where nobody said.
    #[must_use]
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.expires_at
    }

    /// Refuses what could never be sent, before it costs a request: an empty part, white space, control characters.
    pub(crate) fn check(&self) -> Result<(), String> {
        let token = self.security_token.as_ref().map(Secret::expose);
        let parts = [
            ("AccessKey ID", Some(self.access_key_id.as_str())),
            ("AccessKey secret", Some(self.access_key_secret.expose())),
            ("security token", token),
        ];
        for (name, part) in parts {
            let Some(part) = part else { continue };
            if part.is_empty() {
                return Err(format!("the {name} is empty"));
            }
            if !part.bytes().all(|byte| byte.is_ascii_graphic()) {
                return Err(format!(
                    "the {name} holds white space, a control character or a character outside ASCII: copy it again"
                ));
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key_id", &self.access_key_id)
            .field("access_key_secret", &self.access_key_secret)
            .field("security_token", &self.security_token)
            .field("expires_at", &self.expires_at)
            .finish()
    }
}

/// Gives credentials when a request needs them.
pub trait ProvideCredentials: fmt::Debug + Send + Sync {
    /// What the provider is called in error messages, for example `environment`.
    fn name(&self) -> &str;

    /// Gives credentials that are valid now, or says why it cannot.
    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>>;

    /// Told that the service refused `rejected` as expired. Returns whether [`provide`](Self::provide) may now give
    /// others, so that the call is worth repeating.
    fn discard(&self, rejected: &Credentials) -> bool {
        let _ = rejected;
        false
    }
}

impl ProvideCredentials for Credentials {
    fn name(&self) -> &'static str {
        "given in code"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async { Ok(self.clone()) })
    }
}

/// Why no credentials could be had: each provider that was tried, in order, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct CredentialsError(pub Vec<ProviderFailure>);

impl CredentialsError {
    /// One provider's failure. `reason` must not hold a secret.
    #[must_use]
    pub fn new(provider: impl Into<String>, reason: impl Into<String>) -> Self {
        Self(vec![ProviderFailure { provider: provider.into(), reason: reason.into() }])
    }
}

/// One provider, and why it gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderFailure {
    /// The provider's [name](ProvideCredentials::name).
    pub provider: String,
    /// What is missing or wrong, and where.
    pub reason: String,
}

impl fmt::Display for ProviderFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.provider, self.reason)
    }
}
