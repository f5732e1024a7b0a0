//! How a client is configured and made.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::client::Client;
use crate::client_parts::ClientParts;
use crate::clock::{Clock, ClockOffset, SystemClock};
use crate::credentials::{
    CachedCredentials, CredentialsChain, Environment, ProvideCredentials, ProviderContext,
};
use crate::defaults;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::limiters::ClientLimiters;
use crate::option_text;
use crate::rate_limit::RateLimit;
use crate::retry::{RetryPolicy, RetryQuota};
use crate::secret::Secret;
use crate::sharing::Sharing;
use crate::signature::SignatureAlgorithm;
use crate::telemetry::{Event, Observer};
use crate::tls::TlsOptions;
use crate::transport::{HttpTransport, Proxy, Transport, TransportOptions};
use crate::user_agent::user_agent;
use crate::words::WhenUnavailable;

/// Where the service's address is looked for when none is given.
const ENDPOINT_VARIABLE: &str = "CAMS_ROI_ENDPOINT";
/// Where the server that keeps shared limits is looked for when none is given.
const SHARED_LIMITS_VARIABLE: &str = "CAMS_ROI_SHARED_LIMITS";

/// Configures a [`Client`]. Everything has a default; [`build`](Self::build) checks, and sends nothing.
#[derive(Debug)]
#[must_use]
pub struct ClientBuilder {
    region: String,
    endpoint: Option<String>,
    credentials: Option<Box<dyn ProvideCredentials>>,
    environment: Environment,
    profile: Option<String>,
    account_id: Option<String>,
    signature: SignatureAlgorithm,
    timeout: Option<Duration>,
    connect_timeout: Duration,
    attempt_timeout: Duration,
    retry: RetryPolicy,
    rate_limit: RateLimit,
    shared_limits: Option<Secret>,
    when_unavailable: WhenUnavailable,
    max_connections: u32,
    proxy: Proxy,
    tls: TlsOptions,
    user_agent: Option<String>,
    transport: Option<Arc<dyn Transport>>,
    clock: Arc<dyn Clock>,
    pub(crate) observer: Option<Observer>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            region: defaults::REGION.to_owned(),
            endpoint: None,
            credentials: None,
            environment: Environment::default(),
            profile: None,
            account_id: None,
            signature: SignatureAlgorithm::default(),
            timeout: None,
            connect_timeout: defaults::CONNECT_TIMEOUT,
            attempt_timeout: defaults::ATTEMPT_TIMEOUT,
            retry: RetryPolicy::default(),
            rate_limit: RateLimit::default(),
            shared_limits: None,
            when_unavailable: WhenUnavailable::default(),
            max_connections: defaults::MAX_CONNECTIONS,
            proxy: Proxy::default(),
            tls: TlsOptions::default(),
            user_agent: None,
            transport: None,
            clock: Arc::new(SystemClock),
            observer: None,
        }
    }
}

impl ClientBuilder {
    /// The region; `ap-southeast-1`, the default, is the only one whose endpoint is documented.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = region.into();
        self
    }

    /// The service's address, as a host name (https) or a URL. It wins over the region. Without it, the variable
    /// `CAMS_ROI_ENDPOINT` is asked, so that a whole program can be sent to the emulator.
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// Credentials, or where they come from. Without them, the [standard chain](CredentialsChain::standard) is asked.
    ///
    /// What a provider gives is [kept](CachedCredentials) and refreshed ahead of its expiry, and the provider uses
    /// this client's proxy, certificates, clock and environment.
    pub fn credentials(mut self, credentials: impl ProvideCredentials + 'static) -> Self {
        self.credentials = Some(Box::new(credentials));
        self
    }

    /// The profile that the standard chain takes from the Alibaba Cloud CLI's file or from the credentials file.
    pub fn profile(mut self, profile: impl Into<String>) -> Self {
        self.profile = Some(profile.into());
        self
    }

    /// Where credentials providers read environment variables; the process's own by default.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = environment;
        self
    }

    /// The account that is called for: clients that name the same account share its rate limits, also where their
    /// AccessKeys differ. Without it the [source](crate::Credentials::from_source) of the credentials stands for the
    /// account (a function's clients share where they share the function, in an [`Arc`]), or the AccessKey ID where they
    /// are given in code.
    pub fn account_id(mut self, account: impl Into<String>) -> Self {
        self.account_id = Some(account.into());
        self
    }

    /// How requests are signed; `acs3-hmac-sha256` by default.
    pub fn signature(mut self, algorithm: SignatureAlgorithm) -> Self {
        self.signature = algorithm;
        self
    }

    /// The deadline of a whole call, including its waits, its retries and the wait for its turn (rate limit, connection).
    /// Without it, a call has 60 seconds from its turn on.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// The time limit for connecting (DNS, TCP, TLS); 5 seconds by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The time limit for one attempt, up to its complete answer; 10 seconds by default.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = timeout;
        self
    }

    /// The largest number of attempts for one call, including the first; 3 by default, at least 1.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.retry.max_attempts = attempts;
        self
    }

    /// Upper bound of the random delay before the first retry; 100 ms by default. It doubles with each further retry.
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.retry.base_delay = delay;
        self
    }

    /// Upper bound of the delay before any retry; 20 seconds by default.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.retry.max_delay = delay;
        self
    }

    /// How often and how patiently a call is tried: all of that at once.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Calls per second for each operation; what the service documents by default.
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.rate_limit = limit;
        self
    }

    /// The Redis or Valkey server (6 or newer) through which all processes that call for one account keep its rate limits
    /// together, in any language and on any machine: `redis://HOST:PORT/DB`, `rediss://` for TLS (with this client's
    /// trusted certificates), `unix:///PATH`, `redis-sentinel://HOST:PORT,HOST:PORT/MASTER/DB` or
    /// `redis-cluster://HOST:PORT,HOST:PORT`; a user and a password stand before the host as `USER:PASSWORD@`. Without
    /// it, the variable `CAMS_ROI_SHARED_LIMITS` is asked, and without that each process keeps the limits by itself.
    ///
    /// Processes with the same [`account_id`](Self::account_id) share limits, else those with the same AccessKey. The
    /// first call connects; where the server cannot be used then, it fails with a
    /// [`Configuration`](crate::ErrorKind::Configuration) error. Needs the feature `redis`.
    pub fn shared_limits(mut self, url: impl Into<Secret>) -> Self {
        self.shared_limits = Some(url.into());
        self
    }

    /// What calls do while the server of [`shared_limits`](Self::shared_limits) is away, once it was there; by default
    /// each process goes on by itself, at its share.
    pub fn when_unavailable(mut self, what: WhenUnavailable) -> Self {
        self.when_unavailable = what;
        self
    }

    /// The largest number of open connections; 100 by default, at least 1. A call that needs one more waits for its turn,
    /// and that wait does not count as part of an attempt.
    pub fn max_connections(mut self, connections: u32) -> Self {
        self.max_connections = connections;
        self
    }

    /// Which proxy is used; the environment's by default.
    pub fn proxy(mut self, proxy: Proxy) -> Self {
        self.proxy = proxy;
        self
    }

    /// A file of PEM certificates to trust, in addition to the usual ones.
    pub fn ca_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.tls.ca_file = Some(path.into());
        self
    }

    /// PEM certificates to trust, in addition to the usual ones.
    pub fn ca_pem(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.tls.ca_pem = Some(pem.into());
        self
    }

    /// Trusts any certificate. Anybody on the way can then read and change what is sent: never use it in production.
    pub fn danger_accept_any_certificate(mut self, accept: bool) -> Self {
        self.tls.accept_any_certificate = accept;
        self
    }

    /// A text that follows the library's name in the `User-Agent` header: your program's name.
    pub fn user_agent(mut self, product: impl Into<String>) -> Self {
        self.user_agent = Some(product.into());
        self
    }

    /// Sends through this instead of HTTP: for tests without a network, or for your own HTTP stack. Proxy, CA and connect
    /// timeout are then not used.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Takes the time from here instead of from this machine's clock.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Tells `hook` of every call and run: when one begins, of each request, and how one ends. It is called where the call
    /// is made, so that it should not take long; a panic of it is logged once, and changes no call.
    pub fn on_event(mut self, hook: impl Fn(&Event) + Send + Sync + 'static) -> Self {
        self.observer = Some(Observer::of_all(hook));
        self
    }

    /// Builds the client. Sends nothing, and asks for no credentials yet.
    ///
    /// # Errors
    /// A [`Configuration`](crate::ErrorKind::Configuration) error that names what is wrong.
    pub fn build(self) -> Result<Client, Error> {
        let hint = "Give the service's address, a host name or a URL, or unset the variable.";
        let endpoint =
            self.endpoint.map_or_else(|| variable(ENDPOINT_VARIABLE, hint), |given| Ok(Some(given)))?;
        let names = [
            ("region", Some(&self.region)),
            ("account_id", self.account_id.as_ref()),
            ("profile", self.profile.as_ref()),
        ];
        for (option, given) in names {
            given.map_or(Ok(()), |given| option_text::check_name(option, given))?;
        }
        self.user_agent.as_deref().map_or(Ok(()), option_text::check_user_agent)?;
        self.tls.check()?;
        let endpoint = Endpoint::choose(endpoint.as_deref(), &self.region)?;
        for (name, duration) in [
            ("timeout", self.timeout),
            ("connect_timeout", Some(self.connect_timeout)),
            ("attempt_timeout", Some(self.attempt_timeout)),
        ] {
            if duration.is_some_and(|duration| duration.is_zero()) {
                let hint = format!("Give {name} some time.");
                return Err(Error::configuration(format!("{name} is zero"), hint));
            }
        }
        if self.retry.max_attempts == 0 {
            return Err(Error::configuration("max_attempts is zero", "Give max_attempts as 1 or more."));
        }
        if self.max_connections == 0 {
            let hint = "Give max_connections as 1 or more; leave it out for 100.";
            return Err(Error::configuration("max_connections is zero", hint));
        }
        self.rate_limit.check()?;
        let sharing = sharing(self.shared_limits.as_ref(), self.when_unavailable, &self.tls)?;
        #[cfg(feature = "redis")]
        let tls = self.tls.clone();
        let options = TransportOptions {
            connect_timeout: self.connect_timeout,
            proxy: self.proxy,
            tls: self.tls,
            is_https: endpoint.is_https,
            both_schemes: false,
            user_agent: user_agent(self.user_agent.as_deref()),
        };
        let context = ProviderContext::default()
            .with_environment(self.environment)
            .with_clock(Arc::clone(&self.clock))
            .with_signature(self.signature)
            .with_transport_options(&options);
        let (transport, context): (Arc<dyn Transport>, _) = match self.transport {
            Some(transport) => (Arc::clone(&transport), context.with_transport(transport)),
            None => (Arc::new(HttpTransport::new(options)?), context),
        };
        if self.credentials.is_some() && self.profile.is_some() {
            let hint = "Give only one of them: the profile would not be used.";
            return Err(Error::configuration("a profile is given, and credentials too", hint));
        }
        let mut provider =
            self.credentials.unwrap_or_else(|| Box::new(CredentialsChain::standard(self.profile)));
        provider.configure(&context);
        let credentials: Arc<dyn ProvideCredentials> = if provider.is_at_hand() {
            Arc::from(provider)
        } else {
            let mut cached = CachedCredentials::new(provider);
            cached.configure(&context);
            Arc::new(cached)
        };
        let connections = usize::try_from(self.max_connections).unwrap_or(usize::MAX);
        Ok(Client::from_parts(ClientParts {
            endpoint,
            credentials,
            account_id: self.account_id,
            signature: self.signature,
            timeout: self.timeout,
            attempt_timeout: self.attempt_timeout,
            retry: self.retry,
            retry_quota: RetryQuota::new(),
            rate_limit: self.rate_limit,
            sharing,
            limiters: ClientLimiters::default(),
            connections: Semaphore::new(connections.min(Semaphore::MAX_PERMITS)),
            transport,
            clock: self.clock,
            clock_offset: ClockOffset::default(),
            #[cfg(feature = "redis")]
            tls,
            observer: self.observer,
            #[cfg(feature = "bindings")]
            runs: crate::runs::Runs::default(),
        }))
    }
}

impl Client {
    /// Starts the configuration of a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A client with every setting at its default: the documented endpoint, credentials from the
    /// [standard chain](crate::credentials::CredentialsChain::standard).
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }
}

/// What the environment has for an option. What cannot be read must not count as nothing: calls would go elsewhere, or
/// too often.
fn variable(name: &str, hint: &str) -> Result<Option<String>, Error> {
    let value = std::env::var_os(name).filter(|value| !value.is_empty());
    let text = value.map(std::ffi::OsString::into_string).transpose();
    text.map_err(|_| Error::configuration(format!("{name} is not UTF-8 text"), hint))
}

/// With which other processes the limits are shared, if with any.
fn sharing(
    given: Option<&Secret>,
    when_unavailable: WhenUnavailable,
    tls: &TlsOptions,
) -> Result<Option<Sharing>, Error> {
    if let Some(url) = given {
        return Sharing::new(url.expose(), "shared_limits", when_unavailable, tls).map(Some);
    }
    let hint = "Give the URL of a Redis server, or unset the variable.";
    let url = variable(SHARED_LIMITS_VARIABLE, hint)?;
    url.map(|url| Sharing::new(&url, SHARED_LIMITS_VARIABLE, when_unavailable, tls)).transpose()
}
