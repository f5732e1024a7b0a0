//! What providers share with the client that asks them: its environment, clock, proxy and certificates.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::time::timeout;

use super::Environment;
use super::failure::Reason;
use crate::clock::{Clock, SystemClock};
use crate::signature::SignatureAlgorithm;
use crate::tls::TlsOptions;
use crate::transport::{
    HttpRequest, HttpResponse, HttpTransport, MAX_ANSWER_BYTES, Progress, Proxy, Transport, TransportOptions,
};
use crate::user_agent::user_agent;

/// A metadata server is one hop away, or there is none: nobody waits longer to learn which.
const DIRECT_CONNECT_TIMEOUT: Duration = Duration::from_secs(1);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Where a provider's environment variables, time and connections come from.
///
/// A [client](crate::ClientBuilder) gives its own to its providers, so that STS is asked through the same proxy and
/// with the same certificates as the service.
#[derive(Clone, Debug)]
pub struct ProviderContext {
    environment: Environment,
    clock: Arc<dyn Clock>,
    signature: SignatureAlgorithm,
    service: Arc<LazyTransport>,
    direct: Arc<LazyTransport>,
}

/// Which way a request takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// Like the client's own calls, through its proxy.
    Service,
    /// Never through a proxy, which would see the credentials that come back.
    Direct,
}

/// Why there was no answer.
#[derive(Debug)]
pub(super) struct SendError {
    pub(super) message: String,
    /// Whether nobody was there, as opposed to somebody who did not answer.
    pub(super) not_connected: bool,
    /// Whether it may go better the next time.
    pub(super) is_transient: bool,
    /// What to do, where the layers below know.
    pub(super) hint: Option<&'static str>,
}

impl SendError {
    /// As a reason: `place`, what happened, and what to do, which is `advice` where nothing better is known.
    pub(super) fn reason(&self, place: &str, advice: &str) -> Reason {
        let text = format!("{place}: {}: {}", self.message, self.hint.unwrap_or(advice));
        Reason::failed(self.is_transient, text)
    }
}

impl ProviderContext {
    /// Reads environment variables from here instead of from the process.
    #[must_use]
    pub fn with_environment(mut self, environment: Environment) -> Self {
        self.environment = environment;
        self
    }

    /// Takes the time from here instead of from this machine's clock.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Signs requests to STS with this algorithm.
    #[must_use]
    pub fn with_signature(mut self, algorithm: SignatureAlgorithm) -> Self {
        self.signature = algorithm;
        self
    }

    /// Sends requests to STS, and to credentials URIs with https, through this.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.service = LazyTransport::ready(transport);
        self
    }

    /// Sends requests to the metadata server, and to credentials URIs without https, through this, which must not use
    /// a proxy.
    #[must_use]
    pub fn with_direct_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.direct = LazyTransport::ready(transport);
        self
    }

    /// Connects as a client with these options does, whatever the scheme.
    pub(crate) fn with_transport_options(mut self, options: &TransportOptions) -> Self {
        let options = TransportOptions { is_https: true, both_schemes: true, ..options.clone() };
        self.direct = LazyTransport::new(direct(options.user_agent.clone()));
        self.service = LazyTransport::new(options);
        self
    }

    pub(super) fn environment(&self) -> &Environment {
        &self.environment
    }

    pub(super) fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    pub(super) fn signature(&self) -> SignatureAlgorithm {
        self.signature
    }

    /// Sends one request, once, and waits for its answer no longer than `limit`.
    pub(super) async fn send(
        &self,
        route: Route,
        request: HttpRequest,
        limit: Duration,
    ) -> Result<HttpResponse, SendError> {
        let transport = match route {
            Route::Service => self.service.get(),
            Route::Direct => self.direct.get(),
        };
        let failed = |message: String, is_transient| SendError {
            message,
            not_connected: false,
            is_transient,
            hint: None,
        };
        let transport = transport.map_err(|message| failed(message, false))?;
        let response = match timeout(limit, transport.send(request)).await {
            Ok(Ok(response)) => response,
            Ok(Err(error)) => {
                let not_connected = error.progress == Progress::NotConnected;
                let hint = error.hint();
                return Err(SendError { message: error.message, not_connected, is_transient: true, hint });
            }
            Err(_) => return Err(failed(format!("no answer within {limit:?}"), true)),
        };
        if response.body.len() > MAX_ANSWER_BYTES {
            let message =
                format!("answered HTTP {} with more than {MAX_ANSWER_BYTES} bytes", response.status);
            return Err(failed(message, response.status >= 500));
        }
        Ok(response)
    }
}

impl Default for ProviderContext {
    fn default() -> Self {
        let options = TransportOptions {
            connect_timeout: CONNECT_TIMEOUT,
            proxy: Proxy::Environment,
            tls: TlsOptions::default(),
            is_https: true,
            both_schemes: true,
            user_agent: user_agent(None),
        };
        Self {
            environment: Environment::default(),
            clock: Arc::new(SystemClock),
            signature: SignatureAlgorithm::default(),
            direct: LazyTransport::new(direct(options.user_agent.clone())),
            service: LazyTransport::new(options),
        }
    }
}

fn direct(user_agent: String) -> TransportOptions {
    TransportOptions {
        connect_timeout: DIRECT_CONNECT_TIMEOUT,
        proxy: Proxy::Direct,
        tls: TlsOptions::default(),
        is_https: false,
        both_schemes: false,
        user_agent,
    }
}

/// A transport that is built when it is first needed: most clients never ask STS or a metadata server.
#[derive(Debug)]
struct LazyTransport {
    options: Option<TransportOptions>,
    built: OnceLock<Result<Arc<dyn Transport>, String>>,
}

impl LazyTransport {
    fn new(options: TransportOptions) -> Arc<Self> {
        Arc::new(Self { options: Some(options), built: OnceLock::new() })
    }

    fn ready(transport: Arc<dyn Transport>) -> Arc<Self> {
        Arc::new(Self { options: None, built: OnceLock::from(Ok(transport)) })
    }

    fn get(&self) -> Result<Arc<dyn Transport>, String> {
        let build = || match &self.options {
            Some(options) => match HttpTransport::new(options.clone()) {
                Ok(transport) => Ok(Arc::new(transport) as Arc<dyn Transport>),
                Err(error) => Err(format!("{} ({})", error.message(), error.hint())),
            },
            None => Err("no transport".to_owned()),
        };
        self.built.get_or_init(build).clone()
    }
}
