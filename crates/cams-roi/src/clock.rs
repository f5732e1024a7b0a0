//! Where the time comes from.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// No wait and no deadline lies further ahead: any clock can add it to its present.
pub(crate) const A_CENTURY: Duration = Duration::from_secs(100 * 366 * 24 * 60 * 60);

/// Tells the time with which requests are signed. Waits and deadlines are tokio's, not this clock's.
pub trait Clock: fmt::Debug + Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

/// This machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// How far the service's clock is ahead of this machine's, as learnt from an answer.
#[derive(Debug, Default)]
pub(crate) struct ClockOffset(AtomicI64);

impl ClockOffset {
    /// The service's time at this machine's `now`.
    pub(crate) fn correct(&self, now: Timestamp) -> Timestamp {
        let offset = SignedDuration::from_millis(self.0.load(Ordering::Relaxed));
        now.checked_add(offset).unwrap_or(now)
    }

    /// Learns that it is `service_time` there when it is `now` here.
    pub(crate) fn learn(&self, service_time: Timestamp, now: Timestamp) {
        // Rounded up: the time that is made of it must not lie before the one that was said.
        let offset = -(-service_time.duration_since(now).as_nanos()).div_euclid(1_000_000);
        self.0.store(i64::try_from(offset).unwrap_or_default(), Ordering::Relaxed);
        tracing::warn!(offset_ms = offset, "this machine's clock is off: signing with the service's time");
    }
}
