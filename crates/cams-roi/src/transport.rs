//! Sending a signed request and receiving its answer over HTTP.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use futures_util::future::BoxFuture;

use crate::error::Error;
use crate::tls::TlsOptions;

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

/// Which proxy requests go through.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Proxy {
    /// `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, in either case.
    #[default]
    Environment,
    /// This one (`http://`, `https://`, `socks5://` or `socks5h://`), but for the hosts in `NO_PROXY`.
    Url(String),
    /// None, whatever the environment says.
    Direct,
}

impl Proxy {
    /// Whether the way to the proxy itself may be TLS, so that certificates are needed even for http endpoints.
    fn is_https(&self) -> bool {
        let is_https = |url: &str| url.starts_with("https:");
        match self {
            Self::Environment => ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"]
                .into_iter()
                .any(|name| std::env::var(name).is_ok_and(|url| is_https(&url))),
            Self::Url(url) => is_https(url),
            Self::Direct => false,
        }
    }
}

impl fmt::Debug for Proxy {
    /// Shows no password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Environment => "Environment",
            Self::Url(_) => "Url(***)",
            Self::Direct => "Direct",
        })
    }
}

/// What the transport of a client needs to know.
#[derive(Clone, Debug)]
pub(crate) struct TransportOptions {
    pub(crate) connect_timeout: Duration,
    pub(crate) proxy: Proxy,
    pub(crate) tls: TlsOptions,
    pub(crate) is_https: bool,
    pub(crate) user_agent: String,
}

/// HTTP/1.1 over TCP, with TLS by rustls and a pool of connections.
#[derive(Debug)]
pub(crate) struct HttpTransport(reqwest::Client);

impl HttpTransport {
    pub(crate) fn new(options: TransportOptions) -> Result<Self, Error> {
        let builder = reqwest::Client::builder()
            .tls_backend_preconfigured(
                options.tls.client_config(options.is_https || options.proxy.is_https())?,
            )
            .connect_timeout(options.connect_timeout)
            .pool_idle_timeout(POOL_IDLE_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .user_agent(options.user_agent);
        let builder = match options.proxy {
            Proxy::Environment => builder,
            Proxy::Direct => builder.no_proxy(),
            Proxy::Url(url) => builder.proxy(proxy(&url)?),
        };
        builder.build().map(Self).map_err(|error| {
            Error::configuration(
                format!("the HTTP client cannot be built: {}", reasons(&error)),
                "Check the user agent, and the proxy variables of the environment.",
            )
        })
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let mut builder = match request.method {
            HttpMethod::Post => self.0.post(request.url),
            HttpMethod::Get => self.0.get(request.url),
            HttpMethod::Put => self.0.put(request.url),
        };
        for (name, value) in request.headers {
            builder = builder.header(name, value);
        }
        if request.body.is_empty() && request.method != HttpMethod::Get {
            // Some gateways refuse a POST that does not say its length.
            builder = builder.header("content-length", "0");
        }
        let mut response = builder.body(request.body).send().await.map_err(failure)?;
        let mut answer = HttpResponse {
            status: response.status().as_u16(),
            headers: response
                .headers()
                .iter()
                .filter_map(|(name, value)| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned())))
                .collect(),
            body: Vec::new(),
        };
        while let Some(chunk) = response.chunk().await.map_err(failure)? {
            let room = MAX_ANSWER_BYTES + 1 - answer.body.len();
            answer.body.extend_from_slice(&chunk[..chunk.len().min(room)]);
            if answer.body.len() > MAX_ANSWER_BYTES {
                break;
            }
        }
        Ok(answer)
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(self.exchange(request))
    }
}

fn proxy(url: &str) -> Result<reqwest::Proxy, Error> {
    const HINT: &str = "Give a URL such as http://proxy.example:3128 or socks5h://proxy.example:1080.";
    let parsed = url::Url::parse(url)
        .map_err(|error| Error::configuration(format!("the proxy is not a URL: {error}"), HINT))?;
    let scheme = parsed.scheme();
    if !matches!(scheme, "http" | "https" | "socks5" | "socks5h") || parsed.host_str().is_none() {
        return Err(Error::configuration(
            format!("the proxy's URL has the scheme {scheme:?}: http, https, socks5 and socks5h are known"),
            HINT,
        ));
    }
    let proxy = reqwest::Proxy::all(parsed).map_err(|error| {
        Error::configuration(format!("the proxy cannot be used: {}", reasons(&error)), HINT)
    })?;
    Ok(proxy.no_proxy(reqwest::NoProxy::from_env()))
}

fn failure(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    let not_connected = error.is_connect();
    let what = match () {
        () if error.is_timeout() && not_connected => "no connection in time",
        () if not_connected => "could not connect",
        () if error.is_body() || error.is_decode() => "the answer was cut off or damaged",
        () => "the connection broke",
    };
    TransportError {
        message: format!("{what}: {}", reasons(&error)),
        progress: if not_connected { Progress::NotConnected } else { Progress::MaybeReceived },
        timed_out: error.is_timeout(),
        source: Some(Box::new(error)),
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
