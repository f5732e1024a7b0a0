//! The two clocks that can be moved: the one that signatures are checked against, and the one that data lives by.
//!
//! They are apart so that a test can reach the day after without its signatures expiring.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

use crate::invalid_setting::InvalidSetting;

/// Real time and an offset.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    offset_ms: AtomicI64,
}

impl Clock {
    pub(crate) fn offset_ms(&self) -> i64 {
        self.offset_ms.load(Ordering::Relaxed)
    }

    pub(crate) fn set_offset_ms(&self, offset_ms: i64) -> Result<(), InvalidSetting> {
        check_offset(offset_ms)?;
        self.offset_ms.store(offset_ms, Ordering::Relaxed);
        Ok(())
    }

    pub(crate) fn now(&self) -> Timestamp {
        shifted_now(self.offset_ms())
    }

    pub(crate) fn advance_ms(&self, milliseconds: i64) -> Result<(), InvalidSetting> {
        self.set_offset_ms(self.offset_ms().saturating_add(milliseconds))
    }

    /// Makes `time` the present; from there the clock goes on.
    pub(crate) fn set_now(&self, time: Timestamp) -> Result<(), InvalidSetting> {
        self.set_offset_ms(time.as_millisecond() - Timestamp::now().as_millisecond())
    }
}

/// Real time and an offset; real time alone if that left the calendar.
pub(crate) fn shifted_now(offset_ms: i64) -> Timestamp {
    let real = Timestamp::now();
    offset_from(real, offset_ms).unwrap_or(real)
}

/// Refuses an offset that would leave the calendar.
pub(crate) fn check_offset(offset_ms: i64) -> Result<(), InvalidSetting> {
    match offset_from(Timestamp::now(), offset_ms) {
        Some(_) => Ok(()),
        None => Err(InvalidSetting::new(format!("an offset of {offset_ms} ms leaves the calendar"))),
    }
}

fn offset_from(time: Timestamp, offset_ms: i64) -> Option<Timestamp> {
    time.checked_add(SignedDuration::from_millis(offset_ms)).ok()
}
