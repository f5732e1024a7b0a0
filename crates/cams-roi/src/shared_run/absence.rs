//! While Redis is away.

use std::time::{Duration, Instant};

use super::address::Address;
use crate::redis_server::{Reconnect, Unavailable};

/// What lasts no longer than this is no absence that anybody need know of.
const NOTEWORTHY: Duration = Duration::from_secs(1);

/// Redis was there, and is not any more.
pub(super) struct Absence {
    since: Instant,
    pub(super) retry_at: Instant,
    reconnect: Reconnect,
    is_told: bool,
}

impl Absence {
    /// For how long Redis may be away.
    pub(super) const LONGEST: Duration = Duration::from_secs(60);

    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self { since: now, retry_at: now, reconnect: Reconnect::default(), is_told: false }
    }

    pub(super) fn is_too_long(&self) -> bool {
        self.since.elapsed() >= Self::LONGEST
    }

    /// It lasts: says so once, and when to try again. The first time that is at once.
    pub(super) fn goes_on(&mut self, reason: &Unavailable, journal: &Address) {
        if !self.is_told && self.since.elapsed() >= NOTEWORTHY {
            self.is_told = true;
            tracing::warn!(
                %reason,
                %journal,
                "Redis is away: what is claimed is called for 12 seconds at the most, and nothing more until it is back"
            );
        }
        self.retry_at = Instant::now() + self.reconnect.next_wait();
    }

    /// Redis is back.
    pub(super) fn ends(self, journal: &Address) {
        if self.is_told {
            tracing::info!(%journal, "Redis is back");
        }
    }
}
