//! How a client is configured, kept so that a forked process can build it anew.

use std::path::PathBuf;
use std::time::Duration;

use cams_roi::{CallOptions, Client, ErrorKind, Proxy, RateLimit, RetryPolicy, SignatureAlgorithm};
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
    proxy: Option<String>,
    ca_file: Option<PathBuf>,
    ca_pem: Option<Vec<u8>>,
    danger_accept_any_certificate: bool,
    user_agent: String,
}

#[derive(FromPyObject)]
enum Limit {
    PerSecond(f64),
    Word(String),
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
        given!(self, builder, region, endpoint, profile, account_id, ca_file, ca_pem);
        if let Some(credentials) = &self.credentials {
            builder = credentials.apply(builder, exchange);
        }
        if let Some(name) = &self.signature {
            let algorithm: SignatureAlgorithm = name.parse().map_err(|problem| {
                refuse(problem, "Leave the signature out unless a gateway asks for another.")
            })?;
            builder = builder.signature(algorithm);
        }
        let time = |name: &str, seconds: f64| {
            let hint = format!("Give {name} in seconds, or as a timedelta.");
            duration(seconds).ok_or_else(|| refuse(format!("{name} is {seconds} seconds"), &hint))
        };
        if let Some(seconds) = self.timeout {
            builder = builder.timeout(time("timeout", seconds)?);
        }
        if let Some(seconds) = self.connect_timeout {
            builder = builder.connect_timeout(time("connect_timeout", seconds)?);
        }
        if let Some(seconds) = self.attempt_timeout {
            builder = builder.attempt_timeout(time("attempt_timeout", seconds)?);
        }
        let mut retry = RetryPolicy::default();
        if let Some(attempts) = self.max_attempts {
            retry.max_attempts = attempts;
        }
        if let Some(seconds) = self.base_delay {
            retry.base_delay = time("base_delay", seconds)?;
        }
        if let Some(seconds) = self.max_delay {
            retry.max_delay = time("max_delay", seconds)?;
        }
        builder = builder.retry(retry);
        builder = match &self.rate_limit {
            None => builder,
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked in Python")]
            Some(Limit::PerSecond(calls)) => builder.rate_limit(RateLimit::PerSecond(*calls as u32)),
            Some(Limit::Word(word)) if word == "off" => builder.rate_limit(RateLimit::Off),
            Some(Limit::Word(word)) => {
                let hint =
                    "Give calls a second as a number, or \"off\"; leave it out for the documented limits.";
                return Err(refuse(format!("rate_limit is {word:?}"), hint));
            }
        };
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
        let timeout = duration(seconds).ok_or_else(|| {
            let hint = "Give timeout in seconds, or as a timedelta.";
            refusal(py, ErrorKind::InvalidArgument, &format!("timeout is {seconds} seconds"), hint)
        })?;
        options = options.timeout(timeout);
    }
    if let Some(attempts) = max_attempts {
        options = options.max_attempts(attempts);
    }
    Ok(options)
}

/// A time within reason: the clock must be able to add it to now.
fn duration(seconds: f64) -> Option<Duration> {
    const A_CENTURY: Duration = Duration::from_secs(100 * 366 * 24 * 60 * 60);
    if seconds == f64::INFINITY {
        return Some(A_CENTURY);
    }
    Duration::try_from_secs_f64(seconds).ok().map(|duration| duration.min(A_CENTURY))
}
