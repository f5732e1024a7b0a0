//! How a client is configured, kept so that a forked process can build it anew.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use cams_roi::{CallOptions, Client, ErrorKind, Proxy, RateLimit, RetryPolicy, SignatureAlgorithm, bridge};
use pyo3::prelude::*;

use crate::credentials::{Exchange, Given};
use crate::errors::{exception, refusal};
use crate::runtime::without_gil;

/// What the Python client was given, by name; times are in seconds.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Settings {
    credentials: Option<Given>,
    region: Option<String>,
    endpoint: Option<String>,
    profile: Option<String>,
    account_id: Option<String>,
    signature: Option<String>,
    timeout: Option<f64>,
    connect_timeout: Option<f64>,
    attempt_timeout: Option<f64>,
    max_attempts: Option<u32>,
    base_delay: Option<f64>,
    max_delay: Option<f64>,
    rate_limit: Option<Limit>,
    max_connections: Option<u32>,
    proxy: Option<String>,
    ca_file: Option<PathBuf>,
    ca_pem: Option<Vec<u8>>,
    danger_accept_any_certificate: bool,
    user_agent: String,
}

/// A rate limit; Python has checked what a number may be, and which words there are.
#[derive(FromPyObject)]
enum Limit {
    PerSecond(f64),
    Operations(HashMap<String, Limit>),
    Off(#[expect(dead_code, reason = "there is but one word")] String),
}

impl Limit {
    fn to_core(&self) -> RateLimit {
        match self {
            Self::PerSecond(calls) => RateLimit::per_second(*calls),
            Self::Off(_) => RateLimit::off(),
            Self::Operations(limits) => limits
                .iter()
                .fold(RateLimit::documented(), |all, (name, limit)| all.operation(name, limit.to_core())),
        }
    }
}

/// Calls a setter of the builder if there is a value.
macro_rules! given {
    ($self:ident, $builder:ident, $($name:ident),*) => {
        $(if let Some(value) = &$self.$name {
            $builder = $builder.$name(value.clone());
        })*
    };
}

impl Settings {
    /// Builds a client of the core.
    pub(crate) fn build(&self, py: Python<'_>, exchange: &Exchange) -> PyResult<Client> {
        let refuse = |message: String, hint: &str| refusal(py, ErrorKind::Configuration, &message, hint);
        let mut builder = Client::builder()
            .user_agent(&self.user_agent)
            .danger_accept_any_certificate(self.danger_accept_any_certificate);
        given!(self, builder, region, endpoint, profile, account_id, max_connections, ca_file, ca_pem);
        if let Some(credentials) = &self.credentials {
            builder = credentials.apply(builder, exchange);
        }
        if let Some(name) = &self.signature {
            let algorithm: SignatureAlgorithm = name.parse().map_err(|problem| {
                refuse(problem, "Leave the signature out unless a gateway asks for another.")
            })?;
            builder = builder.signature(algorithm);
        }
        let span = |name, seconds| duration(py, ErrorKind::Configuration, name, seconds);
        if let Some(seconds) = self.timeout {
            builder = builder.timeout(span("timeout", seconds)?);
        }
        if let Some(seconds) = self.connect_timeout {
            builder = builder.connect_timeout(span("connect_timeout", seconds)?);
        }
        if let Some(seconds) = self.attempt_timeout {
            builder = builder.attempt_timeout(span("attempt_timeout", seconds)?);
        }
        let mut retry = RetryPolicy::default();
        if let Some(attempts) = self.max_attempts {
            retry.max_attempts = attempts;
        }
        if let Some(seconds) = self.base_delay {
            retry.base_delay = span("base_delay", seconds)?;
        }
        if let Some(seconds) = self.max_delay {
            retry.max_delay = span("max_delay", seconds)?;
        }
        builder = builder.retry(retry);
        if let Some(limit) = &self.rate_limit {
            builder = builder.rate_limit(limit.to_core());
        }
        builder = match self.proxy.as_deref() {
            None => builder,
            Some("direct") => builder.proxy(Proxy::Direct),
            Some(url) => builder.proxy(Proxy::Url(url.to_owned())),
        };
        // Certificates are read from files, which may take its time.
        without_gil(py, || builder.build()).map_err(|error| exception(py, &error))
    }
}

/// What one call does differently from its client.
pub(crate) fn call_options(
    py: Python<'_>,
    timeout: Option<f64>,
    max_attempts: Option<u32>,
) -> PyResult<CallOptions> {
    let mut options = CallOptions::new();
    if let Some(seconds) = timeout {
        options = options.timeout(duration(py, ErrorKind::InvalidArgument, "timeout", seconds)?);
    }
    if let Some(attempts) = max_attempts {
        options = options.max_attempts(attempts);
    }
    Ok(options)
}

fn duration(py: Python<'_>, kind: ErrorKind, name: &str, seconds: f64) -> PyResult<Duration> {
    bridge::duration(kind, name, seconds * 1000.0).map_err(|error| exception(py, &error))
}
