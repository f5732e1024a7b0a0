//! What is done while Redis is away.

use std::time::Duration;

use tokio::time::Instant;

use super::state::State;
use crate::defaults;
use crate::redis_server::{Reconnect, Unavailable};

/// What lasts no longer than this is no absence that anybody need know of.
const SHORTEST: Duration = Duration::from_secs(1);

/// Redis was there, and is not any more.
pub(super) struct Absence {
    since: Instant,
    pub(super) reason: Unavailable,
    /// Turns that Redis gave to others may be taken until then.
    grace: Duration,
    is_local: bool,
    reconnect: Reconnect,
}

impl Absence {
    pub(super) fn new(window: Duration) -> Self {
        let grace = window.max(SHORTEST);
        Self {
            since: Instant::now(),
            reason: Unavailable::closed(),
            grace,
            is_local: false,
            reconnect: Reconnect::default(),
        }
    }

    /// It lasts. Gives when to try again.
    pub(super) fn goes_on(&mut self, reason: Unavailable, state: &State) -> Instant {
        state.set_absence(Some(reason.clone()));
        self.reason = reason;
        Instant::now() + self.reconnect.next_wait()
    }

    /// Whether turns that Redis gave are all taken, so that this process may go on by itself: at its share.
    pub(super) fn is_over_grace(&mut self, now: Instant, members: u32, state: &State) -> bool {
        if !self.is_local && now >= self.since + self.grace {
            self.is_local = true;
            state.local.divide(members.max(1));
            tracing::warn!(
                reason = %self.reason,
                redis = %state.reach.location,
                processes = members,
                "Redis does not keep the shared limit: this process goes on at its share, or waits, as when_unavailable \
                 says"
            );
        }
        self.is_local
    }

    /// Who waited since then or longer is given up: nobody waits for ever, also without a timeout.
    pub(super) fn given_up_at(&self, now: Instant) -> Option<Instant> {
        let time = now.checked_sub(defaults::TIMEOUT)?;
        (self.since <= time).then_some(time)
    }

    pub(super) fn wakes_at(&self, longest_wait: Option<Instant>) -> Option<Instant> {
        if !self.is_local {
            return Some(self.since + self.grace);
        }
        longest_wait.map(|since| since.max(self.since) + defaults::TIMEOUT)
    }

    /// Redis is back.
    pub(super) fn ends(self, state: &State) {
        state.set_absence(None);
        if self.is_local {
            state.local.divide(1);
            tracing::info!(redis = %state.reach.location, "Redis keeps the shared limit again");
        }
    }
}
