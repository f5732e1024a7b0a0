//! What counts where an option is not given.
//!
//! Written by `cargo xtask generate` from `model/options.toml`; do not edit.

use std::time::Duration;

/// The region; `ap-southeast-1`, the default, is the only one whose endpoint is documented.
pub(crate) const REGION: &str = "ap-southeast-1";

/// The deadline of a call as a whole, with its waits, its retries and its wait for a turn (rate limit, connection).
/// Without one, a call has 60 s from its turn on, however long it waits for that.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(60);

/// How long it may take to connect (DNS, TCP, TLS); 5 s by default.
pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How long one attempt may take to its complete answer; 10 s by default.
pub(crate) const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(10);

/// Attempts in all for one call, the first one included; 3 by default.
pub(crate) const MAX_ATTEMPTS: u32 = 3;

/// What the random wait before the second attempt is at most; 100 ms by default. It doubles with each further one.
pub(crate) const BASE_DELAY: Duration = Duration::from_millis(100);

/// What a wait before any attempt is at most; 20 s by default.
pub(crate) const MAX_DELAY: Duration = Duration::from_secs(20);

/// How many connections are open at once at the most; 100 by default. A call that waits for one waits for its turn.
pub(crate) const MAX_CONNECTIONS: u32 = 100;

/// After so many different channels in a row that are denied for the same reason the rest is not called, because then
/// it is the account that lacks the permission; 5 by default.
pub(crate) const STOP_AFTER_DENIALS: u32 = 5;
