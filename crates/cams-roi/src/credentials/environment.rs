//! AccessKeys in environment variables.

use std::fmt;
use std::sync::Arc;

use futures_util::future::BoxFuture;

use super::{Credentials, CredentialsError, ProvideCredentials};

type Lookup = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// Environment variables, read when they are asked for and not when the program starts.
#[derive(Clone)]
pub(super) struct Environment(Lookup);

impl Environment {
    /// The variable's value; an empty one counts as not set.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        (self.0)(name).filter(|value| !value.is_empty())
    }

    /// Whether a switch such as `ALIBABA_CLOUD_CLI_PROFILE_DISABLED` is on.
    pub(super) fn is_true(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| value.eq_ignore_ascii_case("true"))
    }

    #[cfg(test)]
    pub(super) fn of(variables: &[(&str, &str)]) -> Self {
        let variables: std::collections::HashMap<String, String> =
            variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self(Arc::new(move |name| variables.get(name).cloned()))
    }
}

impl Default for Environment {
    fn default() -> Self {
        Self(Arc::new(|name| std::env::var(name).ok()))
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Environment")
    }
}

/// `ALIBABA_CLOUD_ACCESS_KEY_ID` and `ALIBABA_CLOUD_ACCESS_KEY_SECRET`, with `ALIBABA_CLOUD_SECURITY_TOKEN` for
/// temporary ones.
#[derive(Clone, Debug, Default)]
pub struct EnvironmentCredentials(Environment);

impl ProvideCredentials for EnvironmentCredentials {
    fn name(&self) -> &'static str {
        "environment"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async {
            let required = |name: &str| {
                let not_set = || CredentialsError::new(self.name(), format!("{name} is not set"));
                self.0.get(name).ok_or_else(not_set)
            };
            let id = required("ALIBABA_CLOUD_ACCESS_KEY_ID")?;
            let credentials = Credentials::new(id, required("ALIBABA_CLOUD_ACCESS_KEY_SECRET")?);
            Ok(match self.0.get("ALIBABA_CLOUD_SECURITY_TOKEN") {
                Some(token) => credentials.with_security_token(token),
                None => credentials,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn provide(variables: &[(&str, &str)]) -> Result<Credentials, String> {
        let provider = EnvironmentCredentials(Environment::of(variables));
        provider.provide().await.map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn gives_a_long_lived_or_a_temporary_pair() {
        let pair = [("ALIBABA_CLOUD_ACCESS_KEY_ID", "id"), ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret")];
        assert_eq!(provide(&pair).await, Ok(Credentials::new("id", "secret")));
        let temporary = [pair[0], pair[1], ("ALIBABA_CLOUD_SECURITY_TOKEN", "token")];
        assert_eq!(
            provide(&temporary).await,
            Ok(Credentials::new("id", "secret").with_security_token("token"))
        );
    }

    #[tokio::test]
    async fn names_the_variable_that_is_missing() {
        assert_eq!(provide(&[]).await.unwrap_err(), "environment: ALIBABA_CLOUD_ACCESS_KEY_ID is not set");
        let half = [("ALIBABA_CLOUD_ACCESS_KEY_ID", "id"), ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "")];
        assert_eq!(
            provide(&half).await.unwrap_err(),
            "environment: ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set"
        );
    }
}
