//! What the calls and the one that speaks with Redis have in common.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::gate::Gate;
use super::messages::Ended;
use super::pacing::Waiter;
use super::script;
use crate::rate_limiter::RateLimiter;
use crate::redis_server::{Reach, Script, Unavailable};

/// What the calls say.
pub(super) enum Event {
    Asked(u64, Waiter),
    Ended(Ended),
}

/// One limit, as far as this process goes.
#[derive(Debug)]
pub(super) struct State {
    pub(super) reach: Reach,
    pub(super) script: Arc<Script>,
    /// Who the limit is for in this process, and what keeps it while Redis is away.
    pub(super) local: Arc<RateLimiter>,
    pub(super) gate: Gate,
    tickets: AtomicU64,
    absence: Mutex<Option<Unavailable>>,
}

impl State {
    pub(super) fn new(reach: Reach, limit: &str, local: Arc<RateLimiter>) -> Self {
        let script = Arc::new(script::of_limit(limit));
        let (gate, tickets, absence) = (Gate::default(), AtomicU64::new(0), Mutex::default());
        Self { reach, script, local, gate, tickets, absence }
    }

    pub(super) fn next_ticket(&self) -> u64 {
        self.tickets.fetch_add(1, Ordering::Relaxed)
    }

    pub(super) fn slots(&self) -> usize {
        self.local.limit().slots
    }

    pub(super) fn window(&self) -> Duration {
        self.local.limit().window
    }

    /// Why Redis does not keep the limit now, where it does not.
    pub(super) fn absence(&self) -> Option<Unavailable> {
        self.absence.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set_absence(&self, absence: Option<Unavailable>) {
        *self.absence.lock().unwrap_or_else(PoisonError::into_inner) = absence;
    }
}
