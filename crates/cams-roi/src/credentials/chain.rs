//! The order in which providers are asked.

use std::sync::{Mutex, MutexGuard, PoisonError};

use futures_util::future::BoxFuture;

use super::{
    CliProfileCredentials, Credentials, CredentialsError, CredentialsUriCredentials, EcsRamRoleCredentials,
    EnvironmentCredentials, OidcCredentials, ProfileFileCredentials, ProvideCredentials, ProviderContext,
};

/// Asks one provider after the other until one gives credentials, and then that one first.
///
/// A provider of which only a part is set up, such as an AccessKey ID without its secret, ends the search: whoever comes
/// behind it may give the key of another account.
#[derive(Debug)]
pub struct CredentialsChain {
    providers: Vec<Box<dyn ProvideCredentials>>,
    /// The provider that served last.
    remembered: Mutex<Option<usize>>,
}

impl CredentialsChain {
    /// A chain of your own.
    #[must_use]
    pub fn new(providers: Vec<Box<dyn ProvideCredentials>>) -> Self {
        Self { providers, remembered: Mutex::new(None) }
    }

    /// What a client uses when it is given no credentials: the environment, OIDC (RRSA), the Alibaba Cloud CLI's
    /// profile, the credentials file, the ECS instance's role, the credentials URI.
    ///
    /// Where a `profile` is named, nobody but the two files that have profiles is asked: whoever names one must not be
    /// served by another account, because some variable was set.
    #[must_use]
    pub fn standard(profile: Option<String>) -> Self {
        let is_named = profile.is_some();
        let with_profiles: [Box<dyn ProvideCredentials>; 2] = [
            Box::new(CliProfileCredentials::default().with_profile(profile.clone())),
            Box::new(ProfileFileCredentials::default().with_profile(profile)),
        ];
        if is_named {
            return Self::new(with_profiles.into());
        }
        let mut providers: Vec<Box<dyn ProvideCredentials>> =
            vec![Box::new(EnvironmentCredentials::default()), Box::new(OidcCredentials::default())];
        providers.extend(with_profiles);
        providers.push(Box::new(EcsRamRoleCredentials::default()));
        providers.push(Box::new(CredentialsUriCredentials::default()));
        Self::new(providers)
    }

    /// The chain's providers, in order.
    #[must_use]
    pub fn providers(&self) -> &[Box<dyn ProvideCredentials>] {
        &self.providers
    }

    async fn ask(&self) -> Result<Credentials, CredentialsError> {
        let remembered = *self.remembered();
        let mut failed = None;
        if let Some((index, provider)) =
            remembered.and_then(|index| Some((index, self.providers.get(index)?)))
        {
            match provider.provide().await {
                Ok(credentials) => return Ok(credentials),
                // It stopped working: whoever works now shall serve.
                Err(error) => failed = Some((index, error)),
            }
        }
        let mut failures = CredentialsError(Vec::new());
        for (index, provider) in self.providers.iter().enumerate() {
            let outcome = match failed.take_if(|(failed, _)| *failed == index) {
                Some((_, error)) => Err(error),
                None => provider.provide().await,
            };
            match outcome {
                Ok(credentials) => {
                    self.serves(index, &credentials, &failures);
                    return Ok(credentials);
                }
                Err(error) => {
                    let is_incomplete = error.is_incomplete();
                    failures.0.extend(error.0);
                    if is_incomplete {
                        // Whoever comes next may be another account, and a variable was only misspelt.
                        break;
                    }
                }
            }
        }
        *self.remembered() = None;
        Err(failures)
    }

    /// Remembers who serves, unless another was meant to: that one is then asked again the next time.
    fn serves(&self, index: usize, credentials: &Credentials, failures: &CredentialsError) {
        let provider = credentials.provider();
        if failures.is_configured() {
            tracing::warn!(provider, %failures, "a configured provider of credentials failed: the next one is used");
            *self.remembered() = None;
        } else {
            tracing::debug!(provider, "credentials found");
            *self.remembered() = Some(index);
        }
    }

    fn remembered(&self) -> MutexGuard<'_, Option<usize>> {
        self.remembered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ProvideCredentials for CredentialsChain {
    fn name(&self) -> &'static str {
        "credentials chain"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(self.ask())
    }

    fn discard(&self, rejected: &Credentials) -> bool {
        let mut may_give_others = false;
        for provider in &self.providers {
            may_give_others |= provider.discard(rejected);
        }
        may_give_others
    }

    fn configure(&mut self, context: &ProviderContext) {
        for provider in &mut self.providers {
            provider.configure(context);
        }
    }
}
