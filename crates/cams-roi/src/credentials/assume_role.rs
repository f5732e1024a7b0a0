//! Roles that other credentials may take on.

use std::time::Duration;

use futures_util::future::BoxFuture;

use super::failure::Reason;
use super::role_session::{RoleSession, account_of};
use super::sts::{Proof, Question};
use super::{Credentials, CredentialsError, ProvideCredentials, ProviderContext};
use crate::signature::SignatureAlgorithm;

/// The credentials of a RAM role, from STS (`AssumeRole`), by right of other credentials.
///
/// ```
/// use cams_roi::Client;
/// use cams_roi::credentials::{AssumeRoleCredentials, EnvironmentCredentials};
///
/// # fn example() -> Result<(), cams_roi::Error> {
/// let role = AssumeRoleCredentials::new(EnvironmentCredentials::default(), "acs:ram::1234567890123456:role/metrics")
///     .session_name("nightly-report");
/// let client = Client::builder().credentials(role).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct AssumeRoleCredentials {
    context: ProviderContext,
    source: Box<dyn ProvideCredentials>,
    role_arn: String,
    external_id: Option<String>,
    signature: Option<SignatureAlgorithm>,
    session: RoleSession,
}

impl AssumeRoleCredentials {
    /// Takes on the role `role_arn` with the credentials that `source` gives.
    pub fn new(source: impl ProvideCredentials + 'static, role_arn: impl Into<String>) -> Self {
        Self::of(Box::new(source), role_arn.into(), RoleSession::default())
    }

    pub(super) fn of(source: Box<dyn ProvideCredentials>, role_arn: String, session: RoleSession) -> Self {
        let context = ProviderContext::default();
        Self { context, source, role_arn, external_id: None, signature: None, session }
    }

    /// What the session is called in the account's audit trail. Without it: `ALIBABA_CLOUD_ROLE_SESSION_NAME`, else
    /// `cams-roi-` and the time.
    #[must_use]
    pub fn session_name(mut self, name: impl Into<String>) -> Self {
        self.session.name = Some(name.into());
        self
    }

    /// How long the credentials are to be valid: an hour by default, 15 minutes at least.
    #[must_use]
    pub fn duration(mut self, duration: Duration) -> Self {
        self.session.seconds = Some(duration.as_secs());
        self
    }

    /// The external ID that the role's trust policy asks for.
    #[must_use]
    pub fn external_id(mut self, id: impl Into<String>) -> Self {
        self.external_id = Some(id.into());
        self
    }

    /// A policy, in JSON, that narrows what the session may do.
    #[must_use]
    pub fn policy(mut self, policy: impl Into<String>) -> Self {
        self.session.policy = Some(policy.into());
        self
    }

    /// Asks the STS of this region. Without it: `ALIBABA_CLOUD_STS_REGION`, else the central one.
    #[must_use]
    pub fn sts_region(mut self, region: impl Into<String>) -> Self {
        self.session.sts_region = Some(region.into());
        self
    }

    /// Asks STS at this address, a host name or a URL.
    #[must_use]
    pub fn sts_endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.session.sts_endpoint = Some(endpoint.into());
        self
    }

    /// Signs requests to STS with this algorithm instead of the client's.
    #[must_use]
    pub fn signature(mut self, algorithm: SignatureAlgorithm) -> Self {
        self.signature = Some(algorithm);
        self
    }

    pub(super) fn with_external_id(mut self, id: Option<String>) -> Self {
        self.external_id = id;
        self
    }

    async fn assume(&self) -> Result<Credentials, Reason> {
        let environment = self.context.environment();
        let mut parameters =
            self.session.parameters(&self.role_arn, environment, self.context.clock().now())?;
        parameters.extend(self.external_id.clone().map(|id| ("ExternalId".into(), id)));
        let endpoint = self.session.endpoint(environment)?;
        let source = self.source.provide().await?;
        source
            .check()
            .map_err(|problem| format!("{}: {problem}", source.provider().unwrap_or(self.source.name())))?;
        let algorithm = self.signature.unwrap_or(self.context.signature());
        let proof = Proof::Signature(algorithm, &source);
        let question = Question { endpoint, action: "AssumeRole", parameters, proof };
        let answer = question.ask(&self.context).await;
        answer.map_err(|refusal| {
            if refusal.renew_source {
                self.source.discard(&source);
            }
            let from = source.provider().unwrap_or(self.source.name());
            refusal.reason.within(&format!("role {} with credentials from {from}", self.role_arn))
        })
    }
}

impl ProvideCredentials for AssumeRoleCredentials {
    fn name(&self) -> &'static str {
        "AssumeRole"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async {
            let credentials = self.assume().await.map_err(|reason| reason.of(self.name()))?;
            Ok(credentials.provided_by(self.name()).or_from_source(|| account_of(&self.role_arn)))
        })
    }

    fn configure(&mut self, context: &ProviderContext) {
        self.context = context.clone();
        self.source.configure(context);
    }

    fn discard(&self, _rejected: &Credentials) -> bool {
        true
    }
}
