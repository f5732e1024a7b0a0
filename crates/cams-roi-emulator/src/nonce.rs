//! Which nonces an AccessKey has used.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A signature is good from 15 minutes before its time to 15 minutes after: so long can a nonce come back.
const REMEMBERED: Duration = Duration::from_mins(30);

/// Beyond this many the oldest is forgotten early, so that a long benchmark does not eat the memory.
const CAPACITY: usize = 1_000_000;

/// The nonces of the last half hour.
#[derive(Debug, Default)]
pub(crate) struct Nonces(Mutex<Used>);

#[derive(Debug, Default)]
struct Used {
    known: HashSet<Arc<str>>,
    in_order: VecDeque<(Duration, Arc<str>)>,
}

impl Nonces {
    /// Whether this AccessKey uses the nonce for the first time. `now` counts from any fixed point.
    pub(crate) fn is_new(&self, access_key_id: &str, nonce: &str, now: Duration) -> bool {
        // No AccessKey ID can hold a line feed, so the pair stays unambiguous.
        let pair: Arc<str> = format!("{access_key_id}\n{nonce}").into();
        let mut used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        used.forget(now);
        if !used.known.insert(Arc::clone(&pair)) {
            return false;
        }
        used.in_order.push_back((now, pair));
        true
    }

    pub(crate) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Used::default();
    }
}

impl Used {
    fn forget(&mut self, now: Duration) {
        while self.in_order.len() >= CAPACITY
            || self.in_order.front().is_some_and(|(since, _)| now.saturating_sub(*since) >= REMEMBERED)
        {
            let Some((_, pair)) = self.in_order.pop_front() else { return };
            self.known.remove(&pair);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_remembered_per_access_key_and_for_half_an_hour() {
        let nonces = Nonces::default();
        assert!(nonces.is_new("key", "nonce", Duration::ZERO));
        assert!(!nonces.is_new("key", "nonce", Duration::from_millis(30 * 60 * 1000 - 1)));
        assert!(nonces.is_new("other", "nonce", Duration::ZERO));
        assert!(nonces.is_new("key", "nonce", REMEMBERED));
    }
}
