//! AccessKeys in environment variables.

use futures_util::future::BoxFuture;

use super::failure::Reason;
use super::{Credentials, CredentialsError, ProvideCredentials, ProviderContext};
use crate::access_key::{ENVIRONMENT, ID_VARIABLE as ID, SECRET_VARIABLE as SECRET, TOKEN_VARIABLE as TOKEN};

/// `ALIBABA_CLOUD_ACCESS_KEY_ID` and `ALIBABA_CLOUD_ACCESS_KEY_SECRET`, with `ALIBABA_CLOUD_SECURITY_TOKEN` for
/// temporary ones.
#[derive(Clone, Debug, Default)]
pub struct EnvironmentCredentials(ProviderContext);

impl EnvironmentCredentials {
    fn read(&self) -> Result<Credentials, Reason> {
        let environment = self.0.environment();
        let (id, secret) = match (environment.get(ID)?, environment.get(SECRET)?) {
            (Some(id), Some(secret)) => (id, secret),
            (None, None) => return Err(Reason::not_configured(format!("{ID} is not set"))),
            (None, Some(_)) => return Err(Reason::Incomplete(format!("{SECRET} is set, but {ID} is not"))),
            (Some(_), None) => return Err(Reason::Incomplete(format!("{ID} is set, but {SECRET} is not"))),
        };
        let credentials = Credentials::new(id, secret).provided_by(self.name());
        Ok(match environment.get(TOKEN)? {
            Some(token) => credentials.with_security_token(token),
            None => credentials,
        })
    }
}

impl ProvideCredentials for EnvironmentCredentials {
    fn name(&self) -> &'static str {
        ENVIRONMENT
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async { self.read().map_err(|reason| reason.of(self.name())) })
    }

    fn configure(&mut self, context: &ProviderContext) {
        self.0 = context.clone();
    }
}
