//! The IDs of requests, and what else must be unique.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;

use crate::mixing::mix;

/// Gives every request an ID.
#[derive(Debug)]
pub(crate) struct RequestIds(AtomicU64);

impl Default for RequestIds {
    fn default() -> Self {
        Self(AtomicU64::new(first()))
    }
}

impl RequestIds {
    /// A new request ID: an upper-case UUID.
    pub(crate) fn next(&self) -> String {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        let (high, low) = (mix(number), mix(!number));
        let digits = format!("{high:016X}{low:016X}");
        format!(
            "{}-{}-4{}-A{}-{}",
            &digits[..8],
            &digits[8..12],
            &digits[13..16],
            &digits[17..20],
            &digits[20..]
        )
    }
}

/// Two emulators do not give the same request IDs.
fn first() -> u64 {
    let time = Timestamp::now();
    let process = u64::from(std::process::id());
    mix(mix(time.as_second().cast_unsigned())
        ^ mix(process)
        ^ u64::from(time.subsec_nanosecond().unsigned_abs()))
}
