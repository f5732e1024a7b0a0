//! How a client, or one call, is configured.

use std::time::Duration;

use cams_roi::{CallOptions, Client, Credentials, Proxy, RateLimit, RetryPolicy, SignatureAlgorithm};
use napi::bindgen_prelude::Either;
use napi_derive::napi;

use crate::credentials::{AskForKey, Key, from_javascript};
use crate::failure::{ErrorKind, Failure};

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
    pub rate_limit: Option<Either<f64, String>>,
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
        if let Some(time) = duration("timeouts.callMs", self.call_ms).map_err(refused)? {
            builder = builder.timeout(time);
        }
        if let Some(time) = duration("timeouts.connectMs", self.connect_ms).map_err(refused)? {
            builder = builder.connect_timeout(time);
        }
        if let Some(time) = duration("timeouts.attemptMs", self.attempt_ms).map_err(refused)? {
            builder = builder.attempt_timeout(time);
        }
        let mut retry = RetryPolicy::default();
        if let Some(attempts) = whole("retry.maxAttempts", self.max_attempts).map_err(refused)? {
            retry.max_attempts = attempts;
        }
        if let Some(time) = duration("retry.baseDelayMs", self.base_delay_ms).map_err(refused)? {
            retry.base_delay = time;
        }
        if let Some(time) = duration("retry.maxDelayMs", self.max_delay_ms).map_err(refused)? {
            retry.max_delay = time;
        }
        builder = builder.retry(retry);
        builder = match self.rate_limit {
            None => builder,
            Some(Either::A(calls)) => match whole("rateLimit", Some(calls)).map_err(refused)? {
                Some(calls) => builder.rate_limit(RateLimit::PerSecond(calls)),
                None => builder,
            },
            Some(Either::B(word)) if word == "off" => builder.rate_limit(RateLimit::Off),
            Some(Either::B(word)) => {
                let hint =
                    "Give calls a second as a number, or 'off'; leave it out for the documented limits.";
                return Err(refuse(format!("rateLimit is {word:?}"), hint));
            }
        };
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
        let refused = |(message, hint)| Failure::refusal(ErrorKind::InvalidArgument, message, hint);
        let mut options = Self::new();
        options.timeout = duration("timeoutMs", settings.timeout_ms).map_err(refused)?;
        options.max_attempts = whole("maxAttempts", settings.max_attempts).map_err(refused)?;
        Ok(options)
    }
}

/// What is wrong with a value, and what to give instead.
type Wrong = (String, String);

fn refused((message, hint): Wrong) -> Box<Failure> {
    refuse(message, hint)
}

fn refuse(message: impl Into<String>, hint: impl Into<String>) -> Box<Failure> {
    Failure::refusal(ErrorKind::Configuration, message, hint)
}

fn duration(name: &str, milliseconds: Option<f64>) -> Result<Option<Duration>, Wrong> {
    let Some(number) = milliseconds else { return Ok(None) };
    match Duration::try_from_secs_f64(number / 1000.0) {
        Ok(time) => Ok(Some(time)),
        Err(_) => Err((format!("{name} is {number}"), format!("Give {name} in milliseconds, zero or more."))),
    }
}

/// A number that counts something: JavaScript has but one type for numbers.
pub(crate) fn whole(name: &str, number: Option<f64>) -> Result<Option<u32>, Wrong> {
    let Some(number) = number else { return Ok(None) };
    if number.fract() != 0.0 || !(1.0..=f64::from(u32::MAX)).contains(&number) {
        return Err((format!("{name} is {number}"), format!("Give {name} as a whole number, at least 1.")));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is whole, and it fits")]
    Ok(Some(number as u32))
}
