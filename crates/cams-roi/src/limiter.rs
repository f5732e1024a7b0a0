//! A limiter of calls: this process's own, or one that it keeps together with others.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::no_turn::NoTurn;
use crate::rate_limiter::{self, RateLimiter};
#[cfg(feature = "redis")]
use crate::shared_limits::{SharedLimiter, SharedPermit};
use crate::words::WhenUnavailable;

/// A limiter of calls.
#[derive(Debug)]
pub(crate) struct Limiter {
    /// Knows how high the limit is, also where it is shared.
    local: Arc<RateLimiter>,
    #[cfg(feature = "redis")]
    shared: Option<SharedLimiter>,
}

impl Limiter {
    /// One of this process alone.
    pub(crate) fn of_this_process() -> Self {
        Self {
            local: Arc::new(RateLimiter::new()),
            #[cfg(feature = "redis")]
            shared: None,
        }
    }

    /// One that is kept together with other processes.
    #[cfg(feature = "redis")]
    pub(crate) fn shared(make: impl FnOnce(Arc<RateLimiter>) -> SharedLimiter) -> Self {
        let local = Arc::new(RateLimiter::new());
        Self { shared: Some(make(Arc::clone(&local))), local }
    }

    /// From now on the limit counts, too.
    pub(crate) fn join(&self, per_second: f64) {
        self.local.join(per_second);
    }

    /// Takes back one [`join`](Self::join).
    pub(crate) fn leave(&self, per_second: f64) {
        self.local.leave(per_second);
    }

    /// Whether a new limiter would grant no more than this one.
    pub(crate) fn is_idle(&self, now: Instant) -> bool {
        #[cfg(feature = "redis")]
        if self.shared.as_ref().is_some_and(|shared| !shared.is_idle()) {
            return false;
        }
        self.local.is_idle(now)
    }

    /// Waits until one more call may be made. The call lasts until the permit is dropped.
    pub(crate) async fn acquire(&self, when_unavailable: WhenUnavailable) -> Result<Permit, NoTurn> {
        #[cfg(feature = "redis")]
        if let Some(shared) = &self.shared {
            return shared.acquire(when_unavailable).await.map(Permit::Shared);
        }
        let _ = when_unavailable;
        Ok(Permit::Local(Arc::clone(&self.local).acquire().await))
    }

    /// What a call waits for, to say of one that waited for too long.
    pub(crate) fn waiting(&self) -> String {
        let waiting = "while waiting for the rate limit";
        #[cfg(feature = "redis")]
        if let Some(absence) = self.shared.as_ref().and_then(SharedLimiter::absence) {
            return format!("{waiting}: {absence}");
        }
        waiting.to_owned()
    }
}

/// The right to make one call, until it ends.
#[derive(Debug)]
pub(crate) enum Permit {
    Local(rate_limiter::Permit),
    #[cfg(feature = "redis")]
    Shared(SharedPermit),
}

impl Permit {
    /// The call is sent now. `false` where it may not be any more, because it waited for something else for too long.
    pub(crate) fn sending(&mut self, now: Instant) -> bool {
        match self {
            Self::Local(permit) => {
                permit.sending(now);
                true
            }
            #[cfg(feature = "redis")]
            Self::Shared(permit) => permit.sending(now),
        }
    }

    /// The service accepted the call.
    pub(crate) fn accepted(self) {
        match self {
            Self::Local(permit) => permit.accepted(),
            #[cfg(feature = "redis")]
            Self::Shared(permit) => permit.accepted(),
        }
    }

    /// The service answered with an error.
    pub(crate) fn answered(self) {
        match self {
            Self::Local(permit) => permit.answered(),
            #[cfg(feature = "redis")]
            Self::Shared(permit) => permit.answered(),
        }
    }

    /// The service throttled the call, and asked for no more of them for `wait`.
    pub(crate) fn throttled(self, wait: Option<Duration>) {
        match self {
            Self::Local(permit) => permit.throttled(wait),
            #[cfg(feature = "redis")]
            Self::Shared(permit) => permit.throttled(wait),
        }
    }
}
