//! The role of the ECS instance on which the program runs.

use std::time::Duration;

use futures_util::future::BoxFuture;
use zeroize::Zeroizing;

use super::context::{Route, SendError};
use super::failure::Reason;
use super::issued::Issued;
use super::{Credentials, CredentialsError, ProvideCredentials, ProviderContext};
use crate::outside::Secrets;
use crate::text_bytes;
use crate::transport::{HttpMethod, HttpRequest, HttpResponse};

const METADATA_SERVER: &str = "http://100.100.100.200";
const ROLES: &str = "/latest/meta-data/ram/security-credentials/";
const DISABLED: &str = "ALIBABA_CLOUD_ECS_METADATA_DISABLED";
const ROLE_NAME: &str = "ALIBABA_CLOUD_ECS_METADATA";
const V1_DISABLED: &str = "ALIBABA_CLOUD_IMDSV1_DISABLED";

/// What the official libraries ask for. Each refresh asks for a token of its own, so a minute would do.
const TOKEN_SECONDS: &str = "21600";
const ANSWER_LIMIT: Duration = Duration::from_secs(3);

/// The credentials of an ECS instance's RAM role, from the metadata server.
///
/// The server is asked directly, never through a proxy. Version 2 of its protocol is used; version 1 only where a
/// server does not know version 2, and `ALIBABA_CLOUD_IMDSV1_DISABLED` is not `true`.
#[derive(Clone, Debug, Default)]
pub struct EcsRamRoleCredentials {
    context: ProviderContext,
    role_name: Option<String>,
    base_url: Option<String>,
}

impl EcsRamRoleCredentials {
    /// The role of this name. Without it: `ALIBABA_CLOUD_ECS_METADATA`, else the server is asked for the instance's
    /// only one.
    #[must_use]
    pub fn role_name(mut self, name: impl Into<String>) -> Self {
        self.role_name = Some(name.into());
        self
    }

    /// Asks the server at this URL instead of `http://100.100.100.200`.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    async fn read(&self) -> Result<Credentials, Reason> {
        let environment = self.context.environment();
        if environment.is_true(DISABLED) {
            return Err(Reason::not_configured(format!("turned off by {DISABLED}")));
        }
        let token = self.token().await?;
        let role = match environment.given_or(self.role_name.as_ref(), ROLE_NAME)? {
            Some(role) => role,
            None => self.only_role(token.as_deref()).await?,
        };
        if !role.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte)) {
            let secrets = token.into_iter().fold(Secrets::none(), Secrets::and);
            return Err(format!("{:?} is not the name of a RAM role", secrets.excerpt(&role)).into());
        }
        let response = self.get(&format!("{ROLES}{role}"), token.as_deref()).await?;
        match response.status {
            200 => Issued::read(&Zeroizing::new(response.body))
                .map_err(|reason| reason.within(&format!("role {role}"))),
            404 => Err(format!(
                "the instance has no role {role:?} (HTTP 404): attach it to the instance, or correct {ROLE_NAME}"
            )
            .into()),
            status => Err(Reason::status(
                status,
                format!("the metadata server answered HTTP {status} for role {role:?}"),
            )),
        }
    }

    /// One token serves every request of a refresh. `None` where the server knows version 1 alone.
    async fn token(&self) -> Result<Option<String>, Reason> {
        let headers = vec![("x-aliyun-ecs-metadata-token-ttl-seconds", TOKEN_SECONDS.to_owned())];
        let mut is_transient = false;
        let problem = match self.send(HttpMethod::Put, "/latest/api/token", headers).await {
            Ok(response) if response.status == 200 => {
                match std::str::from_utf8(&response.body).map(str::trim) {
                    Ok(token) if !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic()) => {
                        return Ok(Some(token.to_owned()));
                    }
                    _ => "gave an unusable token".to_owned(),
                }
            }
            Ok(response) => {
                is_transient = response.status >= 500 || response.status == 429;
                format!("answered HTTP {}", response.status)
            }
            // Nobody is there: version 1 would only wait as long again.
            Err(error) if error.not_connected => return Err(self.nobody(&error)),
            Err(error) => {
                is_transient = error.is_transient;
                error.message
            }
        };
        if self.context.environment().is_true(V1_DISABLED) {
            return Err(Reason::failed(
                is_transient,
                format!(
                    "the metadata server gave no token for version 2 ({problem}), and {V1_DISABLED} forbids version 1"
                ),
            ));
        }
        tracing::debug!(problem, "no metadata token: using version 1");
        Ok(None)
    }

    async fn only_role(&self, token: Option<&str>) -> Result<String, Reason> {
        let response = self.get(ROLES, token).await?;
        let names = text_bytes::read_lossy(&response.body);
        match (response.status, names.lines().map(str::trim).find(|name| !name.is_empty())) {
            (200, Some(name)) => Ok(name.to_owned()),
            (200 | 404, _) => {
                Err(Reason::not_configured("the instance has no RAM role: attach one in the ECS console"))
            }
            (status, _) => {
                let reason = format!("the metadata server answered HTTP {status} for the role's name");
                Err(Reason::status(status, reason))
            }
        }
    }

    async fn get(&self, path: &str, token: Option<&str>) -> Result<HttpResponse, Reason> {
        let headers =
            token.map(|token| ("x-aliyun-ecs-metadata-token", token.to_owned())).into_iter().collect();
        self.send(HttpMethod::Get, path, headers).await.map_err(|error| match error {
            error if error.not_connected => self.nobody(&error),
            error => Reason::failed(
                error.is_transient,
                format!("the metadata server at {}: {}", self.base(), error.message),
            ),
        })
    }

    async fn send(
        &self,
        method: HttpMethod,
        path: &str,
        headers: Vec<(&'static str, String)>,
    ) -> Result<HttpResponse, SendError> {
        let url = format!("{}{path}", self.base());
        let request = HttpRequest { method, url, headers, body: String::new() };
        self.context.send(Route::Direct, request, ANSWER_LIMIT).await
    }

    /// Anywhere but on ECS nothing else is to be expected, unless a role was named.
    fn nobody(&self, error: &SendError) -> Reason {
        let reason = format!(
            "no metadata server at {} ({}{}): this is no ECS instance, or its network forbids it; set \
             {DISABLED}=true to skip it",
            self.base(),
            error.message,
            error.hint.map(|hint| format!(": {hint}")).unwrap_or_default()
        );
        let is_named = self.role_name.is_some() || self.context.environment().is_set(ROLE_NAME);
        if is_named { Reason::Transient(reason) } else { Reason::NotConfigured(reason) }
    }

    fn base(&self) -> &str {
        self.base_url.as_deref().unwrap_or(METADATA_SERVER).trim_end_matches('/')
    }
}

impl ProvideCredentials for EcsRamRoleCredentials {
    fn name(&self) -> &'static str {
        "ECS instance role"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async {
            let credentials = self.read().await.map_err(|reason| reason.of(self.name()))?;
            let source = || format!("{} of {}", self.name(), self.base());
            Ok(credentials.provided_by(self.name()).or_from_source(source))
        })
    }

    fn configure(&mut self, context: &ProviderContext) {
        self.context = context.clone();
    }

    fn discard(&self, _rejected: &Credentials) -> bool {
        true
    }
}
