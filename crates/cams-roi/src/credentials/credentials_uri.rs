//! Credentials that a local service hands out over HTTP.

use std::fmt;
use std::time::Duration;

use futures_util::future::BoxFuture;
use url::Url;
use zeroize::Zeroizing;

use super::context::Route;
use super::failure::Reason;
use super::fingerprint::fingerprint;
use super::issued::Issued;
use super::{Credentials, CredentialsError, ProvideCredentials, ProviderContext};
use crate::host::is_host;
use crate::transport::{HttpMethod, HttpRequest};

const VARIABLE: &str = "ALIBABA_CLOUD_CREDENTIALS_URI";
const ANSWER_LIMIT: Duration = Duration::from_secs(10);

/// What a GET of `ALIBABA_CLOUD_CREDENTIALS_URI` answers.
///
/// Without https the URI is asked directly: a proxy on the way would read the credentials.
#[derive(Clone, Default)]
pub struct CredentialsUriCredentials {
    context: ProviderContext,
    uri: Option<String>,
}

impl CredentialsUriCredentials {
    /// Asks `uri` instead of the one in the environment.
    #[must_use]
    pub fn new(uri: impl Into<String>) -> Self {
        Self { uri: Some(uri.into()), ..Self::default() }
    }

    async fn read(&self) -> Result<Credentials, Reason> {
        let uri = self.context.environment().given_or(self.uri.as_ref(), VARIABLE)?;
        let uri = uri.ok_or_else(|| Reason::not_configured(format!("{VARIABLE} is not set")))?;
        let uri = uri.trim();
        // A URL would be read without line ends and tabs: as another one.
        if uri.chars().any(char::is_control) {
            return Err("the credentials URI holds a control character, such as a line end".into());
        }
        let url = Url::parse(uri).map_err(|error| format!("the credentials URI is not a URL: {error}"))?;
        let route = match url.scheme() {
            "https" => Route::Service,
            "http" => Route::Direct,
            other => {
                return Err(format!("the credentials URI has the scheme {other:?}: use http or https").into());
            }
        };
        if !url.host_str().is_some_and(is_host) {
            return Err("the credentials URI names a host that cannot be one".into());
        }
        let shown = shown(&url);
        let request = HttpRequest {
            method: HttpMethod::Get,
            url: url.into(),
            headers: Vec::new(),
            body: String::new(),
        };
        let response = self.context.send(route, request, ANSWER_LIMIT).await;
        let response = response.map_err(|error| error.reason(&shown, "is the service running?"))?;
        if response.status != 200 {
            let reason = format!("{shown} answered HTTP {}: 200 was expected", response.status);
            return Err(Reason::status(response.status, reason));
        }
        let body = Zeroizing::new(response.body);
        let credentials = Issued::read(&body).map_err(|reason| reason.within(&shown))?;
        Ok(credentials.or_from_source(|| format!("credentials URI {:x}", fingerprint(uri))))
    }
}

/// The URI without what may be secret in it.
fn shown(url: &Url) -> String {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}://{}{port}{}", url.scheme(), url.host_str().unwrap_or_default(), url.path())
}

impl fmt::Debug for CredentialsUriCredentials {
    /// Without the URI, whose query may hold a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialsUriCredentials").finish_non_exhaustive()
    }
}

impl ProvideCredentials for CredentialsUriCredentials {
    fn name(&self) -> &'static str {
        "credentials URI"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async {
            let credentials = self.read().await.map_err(|reason| reason.of(self.name()))?;
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
