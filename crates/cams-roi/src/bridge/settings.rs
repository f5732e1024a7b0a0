//! What clients, calls and runs are told from another language: by the names of the options, or in their order where an
//! encoding has no names. Times are in milliseconds, and every number is a `f64`, so that what is wrong with one is said
//! here and nowhere else.
//!
//! Written by `cargo xtask generate` from `model/options.toml`; do not edit.

use std::path::PathBuf;

use serde::Deserialize;

use super::events::caller;
use super::given::{About, GivenKey, GivenLimit, TextOrBytes, proxy, rate_limit};
use crate::builder::ClientBuilder;
use crate::bulk::BulkOptions;
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::error::ErrorKind::{Configuration, InvalidArgument};

/// What a client is told.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClientSettings {
    region: Option<String>,
    endpoint: Option<String>,
    credentials: Option<GivenKey>,
    profile: Option<String>,
    account_id: Option<String>,
    signature: Option<String>,
    timeout: Option<f64>,
    connect_timeout: Option<f64>,
    attempt_timeout: Option<f64>,
    max_attempts: Option<f64>,
    base_delay: Option<f64>,
    max_delay: Option<f64>,
    rate_limit: Option<Vec<GivenLimit>>,
    shared_limits: Option<String>,
    when_unavailable: Option<String>,
    max_connections: Option<f64>,
    proxy: Option<String>,
    ca_file: Option<TextOrBytes>,
    ca_pem: Option<TextOrBytes>,
    danger_accept_any_certificate: Option<bool>,
    user_agent: Option<String>,
}

impl ClientSettings {
    /// A client's builder that was told so.
    pub fn builder(self) -> Result<ClientBuilder, Error> {
        let mut builder = Client::builder();
        if let Some(given) = self.region {
            builder = builder.region(given);
        }
        if let Some(given) = self.endpoint {
            builder = builder.endpoint(given);
        }
        if let Some(given) = self.credentials {
            builder = builder.credentials(given.0);
        }
        if let Some(given) = self.profile {
            builder = builder.profile(given);
        }
        if let Some(given) = self.account_id {
            builder = builder.account_id(given);
        }
        if let Some(given) = self.signature {
            let about = About(Configuration, "signature");
            builder = builder.signature(about.word(&given)?);
        }
        if let Some(given) = self.timeout {
            let about = About(Configuration, "timeout");
            builder = builder.timeout(about.duration(given)?);
        }
        if let Some(given) = self.connect_timeout {
            let about = About(Configuration, "connect_timeout");
            builder = builder.connect_timeout(about.duration(given)?);
        }
        if let Some(given) = self.attempt_timeout {
            let about = About(Configuration, "attempt_timeout");
            builder = builder.attempt_timeout(about.duration(given)?);
        }
        if let Some(given) = self.max_attempts {
            let about = About(Configuration, "max_attempts");
            builder = builder.max_attempts(about.whole(given)?);
        }
        if let Some(given) = self.base_delay {
            let about = About(Configuration, "base_delay");
            builder = builder.base_delay(about.duration(given)?);
        }
        if let Some(given) = self.max_delay {
            let about = About(Configuration, "max_delay");
            builder = builder.max_delay(about.duration(given)?);
        }
        if let Some(given) = self.rate_limit {
            builder = builder.rate_limit(rate_limit(given));
        }
        if let Some(given) = self.shared_limits {
            builder = builder.shared_limits(given);
        }
        if let Some(given) = self.when_unavailable {
            let about = About(Configuration, "when_unavailable");
            builder = builder.when_unavailable(about.word(&given)?);
        }
        if let Some(given) = self.max_connections {
            let about = About(Configuration, "max_connections");
            builder = builder.max_connections(about.whole(given)?);
        }
        if let Some(given) = self.proxy {
            builder = builder.proxy(proxy(given));
        }
        if let Some(given) = self.ca_file {
            builder = builder.ca_file(given.into_path());
        }
        if let Some(given) = self.ca_pem {
            builder = builder.ca_pem(given.into_bytes());
        }
        if let Some(given) = self.danger_accept_any_certificate {
            builder = builder.danger_accept_any_certificate(given);
        }
        if let Some(given) = self.user_agent {
            builder = builder.user_agent(given);
        }
        Ok(builder)
    }
}

/// What one call is told.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallSettings {
    timeout: Option<f64>,
    max_attempts: Option<f64>,
    /// No option of users', but the package's word that somebody listens: where in a trace the call is made, or nothing.
    parent: Option<String>,
}

impl CallSettings {
    /// A call's options.
    pub fn options(self) -> Result<CallOptions, Error> {
        let mut options = CallOptions::new();
        options.caller = caller(self.parent.as_deref());
        if let Some(given) = self.timeout {
            let about = About(InvalidArgument, "timeout");
            options = options.timeout(about.duration(given)?);
        }
        if let Some(given) = self.max_attempts {
            let about = About(InvalidArgument, "max_attempts");
            options = options.max_attempts(about.whole(given)?);
        }
        Ok(options)
    }
}

/// What a run over many channels is told.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnableManySettings {
    isv_code: Option<String>,
    journal: Option<TextOrBytes>,
    concurrency: Option<f64>,
    stop_after_denials: Option<f64>,
    timeout: Option<f64>,
    max_attempts: Option<f64>,
    /// As that of a call.
    parent: Option<String>,
}

impl EnableManySettings {
    /// What every outcome is recorded in: a file, or redis://HOST:PORT/DB/NAME, a run that many workers share.
    /// Channels that it records as enabled are not called again, so that a run that was ended can be resumed.
    ///
    /// Opening it takes time, so that this is for who has some.
    pub fn journal(&mut self) -> Option<PathBuf> {
        self.journal.take().map(TextOrBytes::into_path)
    }

    /// A run's options, but for those that are paths.
    pub fn options(self) -> Result<BulkOptions, Error> {
        let each =
            CallSettings { timeout: self.timeout, max_attempts: self.max_attempts, parent: self.parent };
        let mut options = BulkOptions::new().call(each.options()?);
        if let Some(given) = self.isv_code {
            options = options.isv_code(given);
        }
        if let Some(given) = self.concurrency {
            let about = About(InvalidArgument, "concurrency");
            options = options.concurrency(about.whole(given)? as usize);
        }
        if let Some(given) = self.stop_after_denials {
            let about = About(InvalidArgument, "stop_after_denials");
            options = options.stop_after_denials(about.whole(given)? as usize);
        }
        Ok(options)
    }
}
