//! The order in which providers are asked.

use futures_util::future::BoxFuture;

use super::{
    CliProfileCredentials, Credentials, CredentialsError, EnvironmentCredentials, ProvideCredentials,
};

/// Asks one provider after the other until one gives credentials.
#[derive(Debug)]
pub struct CredentialsChain(Vec<Box<dyn ProvideCredentials>>);

impl CredentialsChain {
    /// A chain of your own.
    #[must_use]
    pub fn new(providers: Vec<Box<dyn ProvideCredentials>>) -> Self {
        Self(providers)
    }

    /// What a client uses when it is given no credentials: the environment, then the Alibaba Cloud CLI's profile.
    /// `profile` names the profile to use instead of the one that the environment or the file chooses.
    #[must_use]
    pub fn standard(profile: Option<String>) -> Self {
        Self(vec![
            Box::new(EnvironmentCredentials::default()),
            Box::new(CliProfileCredentials::default().with_profile(profile)),
        ])
    }
}

impl ProvideCredentials for CredentialsChain {
    fn name(&self) -> &'static str {
        "credentials chain"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async {
            let mut failures = Vec::new();
            for provider in &self.0 {
                match provider.provide().await {
                    Ok(credentials) => {
                        tracing::debug!(provider = provider.name(), "credentials found");
                        return Ok(credentials);
                    }
                    Err(error) => failures.extend(error.0),
                }
            }
            Err(CredentialsError(failures))
        })
    }
}
