//! Credentials from the caller's own function.

use std::fmt;
use std::future::Future;

use futures_util::future::BoxFuture;

use super::{Credentials, CredentialsError, ProvideCredentials};

type Function = dyn Fn() -> BoxFuture<'static, Result<Credentials, CredentialsError>> + Send + Sync;

/// Asks an async function of the caller, for example one that reads a vault.
///
/// The function is asked again ahead of the [expiry](Credentials::expiring_at) that it gave; credentials without one
/// are kept until the service refuses them.
///
/// ```
/// use cams_roi::credentials::{CallbackCredentials, CredentialsError};
/// use cams_roi::{Client, Credentials};
///
/// # fn example() -> Result<(), cams_roi::Error> {
/// let provider = CallbackCredentials::new(|| async {
///     Ok::<_, CredentialsError>(Credentials::new("id-from-the-vault", "secret-from-the-vault"))
/// });
/// let client = Client::builder().credentials(provider).build()?;
/// # Ok(())
/// # }
/// ```
pub struct CallbackCredentials(Box<Function>);

impl CallbackCredentials {
    /// Asks `function`. What its error says ends up in messages and logs, so it must not hold a secret.
    pub fn new<F, E>(function: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Credentials, E>> + Send + 'static,
        E: fmt::Display,
    {
        Self(Box::new(move || {
            let answer = function();
            Box::pin(async move {
                let credentials =
                    answer.await.map_err(|error| CredentialsError::new(NAME, error.to_string()))?;
                Ok(credentials.provided_by(NAME))
            })
        }))
    }
}

const NAME: &str = "callback";

impl fmt::Debug for CallbackCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallbackCredentials")
    }
}

impl ProvideCredentials for CallbackCredentials {
    fn name(&self) -> &'static str {
        NAME
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        (self.0)()
    }
}
