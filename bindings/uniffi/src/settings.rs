//! How a client, or one call, is configured. Times are in milliseconds, and numbers as wide as the hosts' own, so that
//! what is wrong with one is said here and nowhere else.

use std::sync::Arc;

use cams_roi::ErrorKind::{Configuration as SETTING, InvalidArgument as ARGUMENT};
use cams_roi::bridge::{duration, whole};
use cams_roi::{CallOptions, Client, Credentials, RetryPolicy};

use crate::credentials::{Key, KeySource, from_host};
use crate::failure::Failure;

/// What a client is given.
#[derive(uniffi::Record)]
pub(crate) struct Settings {
    region: Option<String>,
    endpoint: Option<String>,
    key: Option<Key>,
    profile: Option<String>,
    account_id: Option<String>,
    signature: SignatureAlgorithm,
    timeout_ms: Option<f64>,
    connect_timeout_ms: Option<f64>,
    attempt_timeout_ms: Option<f64>,
    max_attempts: Option<f64>,
    base_delay_ms: Option<f64>,
    max_delay_ms: Option<f64>,
    rate_limit: RateLimit,
    /// Limits of single operations, in place of that.
    operation_limits: Vec<OperationLimit>,
    max_connections: Option<f64>,
    proxy: Proxy,
    ca_file: Option<String>,
    ca_pem: Option<String>,
    danger_accept_any_certificate: bool,
    user_agent: String,
}

/// How requests are signed.
#[derive(uniffi::Enum)]
pub(crate) enum SignatureAlgorithm {
    Acs3HmacSha256,
    HmacSha1,
}

/// How many calls a second are made for each operation.
#[derive(uniffi::Enum)]
pub(crate) enum RateLimit {
    Documented,
    PerSecond { calls: f64 },
    Off,
}

/// The limit of one operation.
#[derive(uniffi::Record)]
pub(crate) struct OperationLimit {
    operation: String,
    limit: RateLimit,
}

/// Which proxy is used.
#[derive(uniffi::Enum)]
pub(crate) enum Proxy {
    Environment,
    Direct,
    Url { url: String },
}

/// What one call does differently.
#[derive(uniffi::Record)]
pub(crate) struct CallSettings {
    timeout_ms: Option<f64>,
    max_attempts: Option<f64>,
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
    pub(crate) fn build(self, source: Option<Arc<dyn KeySource>>) -> Result<Client, Failure> {
        let mut builder = Client::builder()
            .user_agent(self.user_agent)
            .danger_accept_any_certificate(self.danger_accept_any_certificate)
            .signature(self.signature.into())
            .proxy(self.proxy.into())
            .rate_limit(limits(self.rate_limit, self.operation_limits));
        given!(self, builder, region, endpoint, profile, account_id, ca_file, ca_pem);
        if let Some(key) = self.key {
            builder = builder.credentials(Credentials::from(key));
        }
        if let Some(source) = source {
            builder = builder.credentials(from_host(source));
        }
        if let Some(ms) = self.timeout_ms {
            builder = builder.timeout(duration(SETTING, "timeout", ms)?);
        }
        if let Some(ms) = self.connect_timeout_ms {
            builder = builder.connect_timeout(duration(SETTING, "connectTimeout", ms)?);
        }
        if let Some(ms) = self.attempt_timeout_ms {
            builder = builder.attempt_timeout(duration(SETTING, "attemptTimeout", ms)?);
        }
        if let Some(connections) = self.max_connections {
            builder = builder.max_connections(whole(SETTING, "maxConnections", connections)?);
        }
        let mut retry = RetryPolicy::default();
        if let Some(attempts) = self.max_attempts {
            retry.max_attempts = whole(SETTING, "maxAttempts", attempts)?;
        }
        if let Some(ms) = self.base_delay_ms {
            retry.base_delay = duration(SETTING, "baseDelay", ms)?;
        }
        if let Some(ms) = self.max_delay_ms {
            retry.max_delay = duration(SETTING, "maxDelay", ms)?;
        }
        Ok(builder.retry(retry).build()?)
    }
}

impl From<SignatureAlgorithm> for cams_roi::SignatureAlgorithm {
    fn from(algorithm: SignatureAlgorithm) -> Self {
        match algorithm {
            SignatureAlgorithm::Acs3HmacSha256 => Self::Acs3HmacSha256,
            SignatureAlgorithm::HmacSha1 => Self::HmacSha1,
        }
    }
}

fn limits(of_all: RateLimit, of_operations: Vec<OperationLimit>) -> cams_roi::RateLimit {
    let limits = of_operations.into_iter();
    limits.fold(of_all.into(), |limits, own| limits.operation(own.operation, own.limit.into()))
}

impl From<RateLimit> for cams_roi::RateLimit {
    fn from(limit: RateLimit) -> Self {
        match limit {
            RateLimit::Documented => Self::documented(),
            RateLimit::PerSecond { calls } => Self::per_second(calls),
            RateLimit::Off => Self::off(),
        }
    }
}

impl From<Proxy> for cams_roi::Proxy {
    fn from(proxy: Proxy) -> Self {
        match proxy {
            Proxy::Environment => Self::default(),
            Proxy::Direct => Self::Direct,
            Proxy::Url { url } => Self::Url(url),
        }
    }
}

impl TryFrom<CallSettings> for CallOptions {
    type Error = Failure;

    fn try_from(settings: CallSettings) -> Result<Self, Failure> {
        let mut options = Self::new();
        if let Some(ms) = settings.timeout_ms {
            options = options.timeout(duration(ARGUMENT, "timeout", ms)?);
        }
        if let Some(attempts) = settings.max_attempts {
            options = options.max_attempts(whole(ARGUMENT, "maxAttempts", attempts)?);
        }
        Ok(options)
    }
}
