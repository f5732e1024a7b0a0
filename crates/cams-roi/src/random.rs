//! Randomness from the operating system.

/// A nonce: 32 hexadecimal digits that nobody used before.
pub(crate) fn nonce() -> String {
    format!("{:016x}{:016x}", bits(), bits())
}

/// A number from 0 to 1.
pub(crate) fn unit() -> f64 {
    // The 53 bits that a double can hold exactly.
    #[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
    let unit = (bits() >> 11) as f64 / (1_u64 << 53) as f64;
    unit
}

fn bits() -> u64 {
    getrandom::u64().unwrap_or_else(|_| {
        // No entropy is as rare as it gets. Hash keys are random too, and a counter makes each draw another.
        use std::hash::{BuildHasher as _, RandomState};
        use std::sync::atomic::{AtomicU64, Ordering};
        static DRAWS: AtomicU64 = AtomicU64::new(0);
        RandomState::new().hash_one((DRAWS.fetch_add(1, Ordering::Relaxed), std::time::SystemTime::now()))
    })
}
