//! Sending a signed request and receiving its answer over HTTP.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::OnceLock;
use std::time::Duration;

use futures_util::future::BoxFuture;
use http::Method;
use http::header::{CONTENT_LENGTH, HeaderName, HeaderValue};
use url::Url;

use crate::error::Error;
use crate::outside::Secrets;
use crate::proxy::Proxies;
pub use crate::proxy::{Proxy, Route};
use crate::resolver::Resolver;
use crate::system;
use crate::tls::{self, TlsOptions};

/// Answers that are larger are refused while they arrive: no documented answer comes near it.
pub const MAX_ANSWER_BYTES: usize = 8 * 1024 * 1024;
/// The gateway keeps idle connections for 25 seconds; a connection is not reused when it might just be closing.
const POOL_IDLE_TIMEOUT: Duration = Duration::from_secs(20);

/// How a request is sent. Every call is a POST; servers of credentials on the machine itself know GET and PUT.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HttpMethod {
    /// `POST`
    #[default]
    Post,
    /// `GET`
    Get,
    /// `PUT`
    Put,
}

/// A request as a [`Transport`] sends it.
#[derive(Clone, Default)]
pub struct HttpRequest {
    /// The method: POST for every call to the service.
    pub method: HttpMethod,
    /// The whole URL, query included.
    pub url: String,
    /// Header names and values; `host` and `content-length` are the transport's.
    pub headers: Vec<(&'static str, String)>,
    /// The body, empty or form-encoded.
    pub body: String,
}

impl fmt::Debug for HttpRequest {
    /// Shows neither signature nor security token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("url", &self.url)
            .field("headers", &self.headers.iter().map(|(name, _)| *name).collect::<Vec<_>>())
            .field("body_length", &self.body.len())
            .finish()
    }
}

/// An answer as a [`Transport`] received it.
#[derive(Clone, Debug, Default)]
pub struct HttpResponse {
    /// The HTTP status.
    pub status: u16,
    /// Header names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The body, decompressed, with at most [`MAX_ANSWER_BYTES`] and one byte more if it was cut.
    pub body: Vec<u8>,
}

impl HttpResponse {
    /// The first header of this (lower case) name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct TransportError {
    /// What happened, without the URL: it may hold what nobody should log.
    pub message: String,
    /// How far the request got.
    pub progress: Progress,
    /// Whether a time limit ended it.
    pub timed_out: bool,
    /// What the layers below said.
    #[source]
    pub source: Option<Box<dyn StdError + Send + Sync>>,
}

/// How far a request got before it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There was no connection: the service has not seen the request.
    NotConnected,
    /// The service may have seen the request, and acted on it.
    MaybeReceived,
}

/// Carries requests. Replace it to test without a network, or to send through an HTTP stack of your own.
///
/// Dropping the future that [`send`](Self::send) returned must end the request itself.
pub trait Transport: fmt::Debug + Send + Sync {
    /// Sends one request, once: no retries, no redirects.
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>>;
}

/// What the transport of a client needs to know.
#[derive(Clone, Debug)]
pub(crate) struct TransportOptions {
    pub(crate) connect_timeout: Duration,
    pub(crate) proxy: Proxy,
    pub(crate) tls: TlsOptions,
    /// Whether https is asked.
    pub(crate) is_https: bool,
    /// Whether http may be asked besides.
    pub(crate) both_schemes: bool,
    pub(crate) user_agent: String,
}

/// HTTP/1.1 over TCP, with TLS by rustls and a pool of connections.
#[derive(Debug)]
pub(crate) struct HttpTransport {
    client: reqwest::Client,
    proxies: Proxies,
    /// The proxies' passwords.
    secrets: Secrets,
    /// Where the first request with a query went, as text and as it was read.
    first_address: OnceLock<(String, Url)>,
}

impl HttpTransport {
    pub(crate) fn new(options: TransportOptions) -> Result<Self, Error> {
        let proxies = Proxies::from_setting(&options.proxy);
        let is_tls = options.is_https || proxies.servers().any(crate::proxy::Server::is_https);
        let mut builder = reqwest::Client::builder()
            .tls_backend_preconfigured(options.tls.client_config(is_tls)?)
            .connect_timeout(options.connect_timeout)
            .pool_idle_timeout(POOL_IDLE_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .dns_resolver(Resolver::default())
            .user_agent(options.user_agent)
            // It would read the environment by other rules, and pass over what it cannot read.
            .no_proxy();
        for proxy in proxies.for_client(options.is_https, !options.is_https || options.both_schemes)? {
            builder = builder.proxy(proxy);
        }
        let passwords = proxies.servers().filter_map(crate::proxy::Server::password);
        let secrets = passwords.fold(Secrets::none(), |secrets, it| secrets.and(it.clone()));
        let client = builder.build().map_err(|error| {
            let problem = format!("the HTTP client cannot be built: {}", secrets.excerpt(&reasons(&error)));
            Error::configuration(problem, "Check the user agent, and the proxy variables of the environment.")
        })?;
        Ok(Self { client, proxies, secrets, first_address: OnceLock::new() })
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let request = self.prepared(request)?;
        let mut response = self.client.execute(request).await.map_err(|error| self.failure(error))?;
        let mut answer = HttpResponse {
            status: response.status().as_u16(),
            headers: response
                .headers()
                .iter()
                .filter_map(|(name, value)| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned())))
                .collect(),
            body: Vec::new(),
        };
        while let Some(chunk) = response.chunk().await.map_err(|error| self.failure(error))? {
            let room = MAX_ANSWER_BYTES + 1 - answer.body.len();
            answer.body.extend_from_slice(&chunk[..chunk.len().min(room)]);
            if answer.body.len() > MAX_ANSWER_BYTES {
                break;
            }
        }
        Ok(answer)
    }

    /// The request as the HTTP library has it.
    fn prepared(&self, request: HttpRequest) -> Result<reqwest::Request, TransportError> {
        let method = match request.method {
            HttpMethod::Post => Method::POST,
            HttpMethod::Get => Method::GET,
            HttpMethod::Put => Method::PUT,
        };
        let is_without_length = request.body.is_empty() && method != Method::GET;
        let mut prepared = reqwest::Request::new(method, self.url(&request.url)?);
        let headers = prepared.headers_mut();
        headers.reserve(request.headers.len() + 1);
        for (name, value) in request.headers {
            let name = HeaderName::try_from(name).map_err(|error| unsendable("a header's name", error))?;
            // Some hold tokens: what is moved leaves no copy behind. The HTTP library does not wipe what it holds.
            // Servers read other bytes than ASCII in different ways, and `from_str` refuses them.
            let value = if value.is_ascii() { value.try_into() } else { HeaderValue::from_str(&value) };
            let value = value.map_err(|error| unsendable(&format!("the header {name}"), error))?;
            headers.append(name, value);
        }
        if is_without_length {
            // Some gateways refuse a POST that does not say its length.
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        } else {
            *prepared.body_mut() = Some(request.body.into());
        }
        Ok(prepared)
    }

    /// The URL, of which only the query is read where the rest is that of the first request: reading host and port costs
    /// more than all else that is done to make a request ready.
    fn url(&self, text: &str) -> Result<Url, TransportError> {
        let read = |text: &str| Url::parse(text).map_err(|error| unsendable("the URL", error));
        let Some((address, query)) = text.split_once('?') else { return read(text) };
        let mut url = match self.first_address.get() {
            Some((first, url)) if first == address => url.clone(),
            Some(_) => return read(text),
            None => {
                let url = read(address)?;
                self.first_address.get_or_init(|| (address.to_owned(), url.clone()));
                url
            }
        };
        url.set_query(Some(query));
        Ok(url)
    }
}

/// The error for what the HTTP library does not take. Nothing was sent, and its message has no text of the request.
fn unsendable(what: &str, error: impl StdError + Send + Sync + 'static) -> TransportError {
    TransportError {
        message: format!("{what} cannot be sent: {error}"),
        progress: Progress::NotConnected,
        timed_out: false,
        source: Some(Box::new(error)),
    }
}

impl HttpTransport {
    fn failure(&self, error: reqwest::Error) -> TransportError {
        let through = error.url().and_then(|url| self.proxies.server_for(url.as_str()));
        let error = error.without_url();
        let not_connected = error.is_connect();
        // A proxy that somebody set long ago is the last thing that is thought of.
        let through = through.filter(|_| not_connected).map(|proxy| format!(" through the proxy {proxy}"));
        let what = match () {
            () if error.is_timeout() && not_connected => "no connection in time",
            () if not_connected => "could not connect",
            () if error.is_body() || error.is_decode() => "the answer was cut off or damaged",
            () => "the connection broke",
        };
        TransportError {
            message: format!(
                "{what}{}: {}",
                through.unwrap_or_default(),
                self.secrets.redact(&reasons(&error))
            ),
            progress: if not_connected { Progress::NotConnected } else { Progress::MaybeReceived },
            timed_out: error.is_timeout(),
            source: Some(Box::new(error)),
        }
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(self.exchange(request))
    }
}

impl TransportError {
    /// What to do about it, where the layers below say more than that there is no connection.
    pub(crate) fn hint(&self) -> Option<&'static str> {
        let mut next = self.source.as_deref().map(|it| it as &(dyn StdError + 'static));
        while let Some(error) = next {
            let io = error.downcast_ref::<std::io::Error>();
            // Its source is what causes the inner error, and never that itself.
            let inner = io.and_then(|it| it.get_ref()).map(|it| it as &(dyn StdError + 'static));
            if let Some(hint) = io.and_then(system::hint_of).or_else(|| tls::hint_of(inner.unwrap_or(error)))
            {
                return Some(hint);
            }
            next = inner.or_else(|| error.source());
        }
        None
    }

    /// The same without the secrets.
    pub(crate) fn redacted(mut self, secrets: &Secrets) -> Self {
        if let Cow::Owned(message) = secrets.redact(&self.message) {
            self.message = message;
            // It says the same.
            self.source = None;
        }
        self
    }
}

/// The messages of an error and its causes, each said once.
fn reasons(error: &dyn StdError) -> String {
    let mut reasons: Vec<String> = Vec::new();
    let mut next = Some(error);
    while let Some(error) = next {
        let reason = error.to_string();
        // An outer layer often ends by quoting the inner one.
        if let Some(last) = reasons.last_mut()
            && last.ends_with(&reason)
        {
            last.truncate(last.len() - reason.len());
            let kept = last.trim_end_matches([' ', ':']).len();
            last.truncate(kept);
        }
        reasons.push(reason);
        next = error.source();
    }
    reasons.retain(|reason| {
        !reason.is_empty() && reason != "client error (Connect)" && reason != "error sending request"
    });
    reasons.join(": ")
}
