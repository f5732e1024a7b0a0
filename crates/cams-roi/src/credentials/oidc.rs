//! Roles that an OIDC token may take on: pods with RRSA (RAM Roles for Service Accounts).

use std::path::{Path, PathBuf};

use futures_util::future::BoxFuture;

use super::failure::Reason;
use super::role_session::{ROLE_ARN, RoleSession, account_of};
use super::sts::{Proof, Question};
use super::{Credentials, CredentialsError, ProvideCredentials, ProviderContext, private_file};
use crate::secret::Secret;

pub(super) const PROVIDER_ARN: &str = "ALIBABA_CLOUD_OIDC_PROVIDER_ARN";
pub(super) const TOKEN_FILE: &str = "ALIBABA_CLOUD_OIDC_TOKEN_FILE";

/// The credentials of a RAM role, from STS (`AssumeRoleWithOIDC`), by right of a token in a file.
///
/// Without settings of its own it uses `ALIBABA_CLOUD_ROLE_ARN`, `ALIBABA_CLOUD_OIDC_PROVIDER_ARN` and
/// `ALIBABA_CLOUD_OIDC_TOKEN_FILE`, which ACK sets in pods with RRSA. The file is read anew each time, because its
/// token is replaced.
#[derive(Clone, Debug, Default)]
pub struct OidcCredentials {
    context: ProviderContext,
    role_arn: Option<String>,
    provider_arn: Option<String>,
    token_file: Option<PathBuf>,
    session: RoleSession,
}

impl OidcCredentials {
    /// Takes on the role `role_arn` with the token in `token_file`, which the provider `oidc_provider_arn` vouches for.
    #[must_use]
    pub fn new(
        role_arn: impl Into<String>,
        oidc_provider_arn: impl Into<String>,
        token_file: impl Into<PathBuf>,
    ) -> Self {
        Self {
            role_arn: Some(role_arn.into()),
            provider_arn: Some(oidc_provider_arn.into()),
            token_file: Some(token_file.into()),
            ..Self::default()
        }
    }

    /// What the session is called in the account's audit trail. Without it: `ALIBABA_CLOUD_ROLE_SESSION_NAME`, else
    /// `cams-roi-` and the time.
    #[must_use]
    pub fn session_name(mut self, name: impl Into<String>) -> Self {
        self.session.name = Some(name.into());
        self
    }

    /// Asks STS at this address, a host name or a URL.
    #[must_use]
    pub fn sts_endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.session.sts_endpoint = Some(endpoint.into());
        self
    }

    pub(super) fn with_session(mut self, session: RoleSession) -> Self {
        self.session = session;
        self
    }

    async fn assume(&self) -> Result<Credentials, Reason> {
        let environment = self.context.environment();
        let role_arn = environment.given_or(self.role_arn.as_ref(), ROLE_ARN)?;
        let provider_arn = environment.given_or(self.provider_arn.as_ref(), PROVIDER_ARN)?;
        let token_file = self.token_file.clone().or_else(|| environment.path(TOKEN_FILE));
        // A role alone may be meant for something else.
        let is_configured = provider_arn.is_some() || token_file.is_some();
        let not_set = |name: &str| {
            let reason = format!("{name} is not set");
            if is_configured { Reason::Incomplete(reason) } else { Reason::NotConfigured(reason) }
        };
        let token_file = token_file.ok_or_else(|| not_set(TOKEN_FILE))?;
        let provider_arn = provider_arn.ok_or_else(|| not_set(PROVIDER_ARN))?;
        let role_arn = role_arn.ok_or_else(|| not_set(ROLE_ARN))?;

        let mut parameters = self.session.parameters(&role_arn, environment, self.context.clock().now())?;
        let endpoint = self.session.endpoint(environment)?;
        let token = read_token(&token_file).await?;
        parameters.push(("OIDCProviderArn".into(), provider_arn));
        let proof = Proof::Token(Credentials::new("", token));
        let question = Question { endpoint, action: "AssumeRoleWithOIDC", parameters, proof };
        let answer = question.ask(&self.context).await;
        let credentials = answer.map_err(|refusal| {
            refusal.reason.within(&format!("role {role_arn} with the token in {}", token_file.display()))
        })?;
        Ok(credentials.or_from_source(|| account_of(&role_arn)))
    }
}

async fn read_token(path: &Path) -> Result<Secret, Reason> {
    let shown = path.display();
    let text = private_file::read_text(path).await;
    let text = text.map_err(|error| format!("the OIDC token file {shown} cannot be read: {error}"))?;
    match text.trim() {
        "" => Err(format!("the OIDC token file {shown} is empty").into()),
        token => Ok(Secret::new(token)),
    }
}

impl ProvideCredentials for OidcCredentials {
    fn name(&self) -> &'static str {
        "OIDC"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async {
            let credentials = self.assume().await.map_err(|reason| reason.of(self.name()))?;
            Ok(credentials.provided_by(self.name()))
        })
    }

    fn configure(&mut self, context: &ProviderContext) {
        self.context = context.clone();
    }

    fn discard(&self, _rejected: &Credentials) -> bool {
        true
    }
}
