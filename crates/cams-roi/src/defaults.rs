//! What counts where an option is not given.
//!
//! Written by `cargo xtask generate` from `model/options.toml`; do not edit.

use std::time::Duration;

/// The region. Only `ap-southeast-1`, the default, has a documented endpoint.
pub(crate) const REGION: &str = "ap-southeast-1";

/// The deadline of a whole call, including its waits, its retries and the wait for its turn (rate limit, connection).
/// Without it, a call has 60 s from its turn on, however long it waits for the turn.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(60);

/// The time limit for connecting (DNS, TCP, TLS); 5 s by default.
pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// The time limit for one attempt, up to its complete answer; 10 s by default.
pub(crate) const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(10);

/// The largest number of attempts for one call, including the first; 3 by default.
pub(crate) const MAX_ATTEMPTS: u32 = 3;

/// Upper bound of the random delay before the first retry; 100 ms by default. It doubles with each further retry.
pub(crate) const BASE_DELAY: Duration = Duration::from_millis(100);

/// Upper bound of the delay before any retry; 20 s by default.
pub(crate) const MAX_DELAY: Duration = Duration::from_secs(20);

/// The largest number of open connections; 100 by default. A call that needs one waits for its turn.
pub(crate) const MAX_CONNECTIONS: u32 = 100;

/// The number of different channels in a row, denied for the same reason, after which the rest is not called; 5 by
/// default. It is then the account that lacks the permission.
pub(crate) const STOP_AFTER_DENIALS: u32 = 5;
