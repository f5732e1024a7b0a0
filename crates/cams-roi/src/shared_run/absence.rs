//! While Redis is away.

use std::time::{Duration, Instant};

use super::address::Address;
use crate::random;
use crate::redis_server::Unavailable;

/// What lasts no longer than this is no absence that anybody need know of.
const NOTEWORTHY: Duration = Duration::from_secs(1);
const FIRST_RETRY: Duration = Duration::from_millis(50);
const LONGEST_RETRY: Duration = Duration::from_secs(1);

/// Redis was there, and is not any more.
pub(super) struct Absence {
    since: Instant,
    pub(super) retry_at: Instant,
    retries: u32,
    is_told: bool,
}

impl Absence {
    /// For how long Redis may be away.
    pub(super) const LONGEST: Duration = Duration::from_secs(60);

    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self { since: now, retry_at: now, retries: 0, is_told: false }
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
        let wait = match self.retries.checked_sub(1) {
            None => Duration::ZERO,
            Some(before) => LONGEST_RETRY.min(FIRST_RETRY * 2_u32.saturating_pow(before)),
        };
        self.retries += 1;
        self.retry_at = Instant::now() + wait.mul_f64(0.5 + random::unit() / 2.0);
    }

    /// Redis is back.
    pub(super) fn ends(self, journal: &Address) {
        if self.is_told {
            tracing::info!(%journal, "Redis is back");
        }
    }
}
