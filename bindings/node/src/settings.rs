//! How a client, or one call, is configured.

use std::collections::HashMap;

use cams_roi::ErrorKind::{Configuration as SETTING, InvalidArgument as ARGUMENT};
use cams_roi::bridge::{duration, whole};
use cams_roi::{CallOptions, Client, Credentials, Proxy, RateLimit, RetryPolicy, SignatureAlgorithm};
use napi::bindgen_prelude::Either;
use napi_derive::napi;

use crate::credentials::{AskForKey, Key, from_javascript};
use crate::failure::Failure;

/// What a client is given; times are in milliseconds.
#[napi(object, object_to_js = false)]
pub struct Settings {
    pub region: Option<String>,
    pub endpoint: Option<String>,
    pub credentials: Option<Key>,
    pub profile: Option<String>,
    pub account_id: Option<String>,
    pub signature: Option<String>,
    pub call_ms: Option<f64>,
    pub connect_ms: Option<f64>,
    pub attempt_ms: Option<f64>,
    pub max_attempts: Option<f64>,
    pub base_delay_ms: Option<f64>,
    pub max_delay_ms: Option<f64>,
    /// Calls a second, or `off`.
    pub rate_limit: Option<Either<f64, String>>,
    /// Of operations that have a limit of their own.
    pub rate_limits: Option<HashMap<String, Either<f64, String>>>,
    pub max_connections: Option<f64>,
    pub proxy: Option<String>,
    pub ca_file: Option<String>,
    pub ca_pem: Option<String>,
    pub danger_accept_any_certificate: Option<bool>,
    pub user_agent: String,
}

/// What one call does differently.
#[napi(object, object_to_js = false)]
#[derive(Default)]
pub struct CallSettings {
    pub timeout_ms: Option<f64>,
    pub max_attempts: Option<f64>,
}

/// Calls a setter of the builder if there is a value.
macro_rules! given {
    ($self:ident, $builder:ident, $($name:ident),*) => {
        $(if let Some(value) = $self.$name {
            $builder = $builder.$name(value);
        })*
    };
}

impl Settings {
    pub(crate) fn build(self, ask_for_key: Option<AskForKey>) -> Result<Client, Box<Failure>> {
        let mut builder = Client::builder().user_agent(self.user_agent);
        given!(
            self,
            builder,
            region,
            endpoint,
            profile,
            account_id,
            ca_file,
            ca_pem,
            danger_accept_any_certificate
        );
        if let Some(key) = self.credentials {
            builder = builder.credentials(Credentials::from(key));
        }
        if let Some(function) = ask_for_key {
            builder = builder.credentials(from_javascript(function));
        }
        if let Some(name) = self.signature {
            let hint = "Leave signature out unless a gateway asks for another.";
            let algorithm: SignatureAlgorithm = name.parse().map_err(|problem| refuse(problem, hint))?;
            builder = builder.signature(algorithm);
        }
        if let Some(ms) = self.call_ms {
            builder = builder.timeout(duration(SETTING, "timeouts.callMs", ms)?);
        }
        if let Some(ms) = self.connect_ms {
            builder = builder.connect_timeout(duration(SETTING, "timeouts.connectMs", ms)?);
        }
        if let Some(ms) = self.attempt_ms {
            builder = builder.attempt_timeout(duration(SETTING, "timeouts.attemptMs", ms)?);
        }
        let mut retry = RetryPolicy::default();
        if let Some(attempts) = self.max_attempts {
            retry.max_attempts = whole(SETTING, "retry.maxAttempts", attempts)?;
        }
        if let Some(ms) = self.base_delay_ms {
            retry.base_delay = duration(SETTING, "retry.baseDelayMs", ms)?;
        }
        if let Some(ms) = self.max_delay_ms {
            retry.max_delay = duration(SETTING, "retry.maxDelayMs", ms)?;
        }
        builder = builder.retry(retry);
        let all = self.rate_limit.map_or_else(|| Ok(RateLimit::documented()), limit)?;
        let own = self.rate_limits.unwrap_or_default().into_iter();
        let own = own.map(|(operation, calls)| Ok::<_, Box<Failure>>((operation, limit(calls)?)));
        let limits = own.collect::<Result<Vec<_>, _>>()?.into_iter();
        builder = builder.rate_limit(limits.fold(all, |all, (operation, own)| all.operation(operation, own)));
        if let Some(connections) = self.max_connections {
            builder = builder.max_connections(whole(SETTING, "maxConnections", connections)?);
        }
        builder = match self.proxy.as_deref() {
            None => builder,
            Some("direct") => builder.proxy(Proxy::Direct),
            Some(url) => builder.proxy(Proxy::Url(url.to_owned())),
        };
        Ok(builder.build()?)
    }
}

impl TryFrom<CallSettings> for CallOptions {
    type Error = Box<Failure>;

    fn try_from(settings: CallSettings) -> Result<Self, Box<Failure>> {
        let mut options = Self::new();
        if let Some(ms) = settings.timeout_ms {
            options = options.timeout(duration(ARGUMENT, "timeoutMs", ms)?);
        }
        if let Some(attempts) = settings.max_attempts {
            options = options.max_attempts(whole(ARGUMENT, "maxAttempts", attempts)?);
        }
        Ok(options)
    }
}

fn limit(calls: Either<f64, String>) -> Result<RateLimit, Box<Failure>> {
    match calls {
        Either::A(calls) => Ok(RateLimit::per_second(calls)),
        Either::B(word) if word == "off" => Ok(RateLimit::off()),
        Either::B(word) => {
            let hint = "Give calls a second as a number, or 'off'; leave it out for the documented limits.";
            Err(refuse(format!("rateLimit is {word:?}"), hint))
        }
    }
}

fn refuse(message: impl Into<String>, hint: impl Into<String>) -> Box<Failure> {
    Failure::refusal(SETTING, message, hint)
}
