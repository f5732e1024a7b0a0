//! Randomness from the operating system.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use crate::signature::encoding::hex;

/// A nonce: 32 hexadecimal digits that nobody used before.
pub(crate) fn nonce() -> String {
    let mut bytes = [0; 16];
    if getrandom::fill(&mut bytes).is_err() {
        bytes[..8].copy_from_slice(&without_entropy().to_ne_bytes());
        bytes[8..].copy_from_slice(&without_entropy().to_ne_bytes());
    }
    hex(&bytes)
}

/// A number from 0 to 1.
pub(crate) fn unit() -> f64 {
    // The 53 bits that a double can hold exactly.
    #[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
    let unit = (bits() >> 11) as f64 / (1_u64 << 53) as f64;
    unit
}

fn bits() -> u64 {
    getrandom::u64().unwrap_or_else(|_| without_entropy())
}

/// For the system that has no entropy, which is as rare as it gets: hash keys are random too, and a counter makes each
/// draw another.
fn without_entropy() -> u64 {
    static DRAWS: AtomicU64 = AtomicU64::new(0);
    RandomState::new().hash_one((DRAWS.fetch_add(1, Ordering::Relaxed), SystemTime::now()))
}
