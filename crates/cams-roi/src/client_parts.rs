//! What a client is made of: what the builder decided, and what its calls share.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::clock::{Clock, ClockOffset};
use crate::credentials::ProvideCredentials;
use crate::endpoint::Endpoint;
use crate::limiters::ClientLimiters;
use crate::rate_limit::RateLimit;
use crate::retry::{RetryPolicy, RetryQuota};
use crate::sharing::Sharing;
use crate::signature::SignatureAlgorithm;
use crate::telemetry::Observer;
use crate::transport::Transport;

/// What a client is made of; see [`ClientBuilder`](crate::ClientBuilder) for what each part means.
pub(crate) struct ClientParts {
    pub(crate) endpoint: Endpoint,
    pub(crate) credentials: Arc<dyn ProvideCredentials>,
    pub(crate) account_id: Option<String>,
    pub(crate) signature: SignatureAlgorithm,
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Duration,
    pub(crate) retry: RetryPolicy,
    pub(crate) retry_quota: RetryQuota,
    pub(crate) rate_limit: RateLimit,
    pub(crate) sharing: Option<Sharing>,
    pub(crate) limiters: ClientLimiters,
    pub(crate) connections: Semaphore,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) clock_offset: ClockOffset,
    /// For the servers that keep shared runs.
    #[cfg(feature = "redis")]
    pub(crate) tls: crate::tls::TlsOptions,
    pub(crate) observer: Option<Observer>,
    #[cfg(feature = "bindings")]
    pub(crate) runs: crate::runs::Runs,
}
