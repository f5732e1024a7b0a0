//! When to try a server again that is away.

use std::time::Duration;

use crate::random;

const FIRST: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_secs(1);

/// The waits between attempts to reach a server again: none, then doubled from one to the next, each with jitter.
#[derive(Default)]
pub(crate) struct Reconnect {
    attempts: u32,
}

impl Reconnect {
    /// How long to wait for the next attempt.
    pub(crate) fn next_wait(&mut self) -> Duration {
        let wait = match self.attempts.checked_sub(1) {
            None => Duration::ZERO,
            Some(before) => LONGEST.min(FIRST * 2_u32.saturating_pow(before)),
        };
        self.attempts = self.attempts.saturating_add(1);
        wait.mul_f64(0.5 + random::unit() / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest() {
        let mut reconnect = Reconnect::default();
        let waits: Vec<_> = (0..70).map(|_| reconnect.next_wait()).collect();
        assert_eq!(waits[0], Duration::ZERO);
        for (attempt, longest) in [(1, 50), (2, 100), (3, 200), (4, 400), (5, 800), (6, 1000), (69, 1000)] {
            let longest = Duration::from_millis(longest);
            assert!((longest / 2..=longest).contains(&waits[attempt]), "{attempt}: {:?}", waits[attempt]);
        }
    }
}
