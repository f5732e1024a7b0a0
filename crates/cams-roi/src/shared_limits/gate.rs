//! What a call checks before it is sent: that its turn still counts.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// How much of the fastest round trip that was seen is trusted, and how many have to be seen; as in the limiter of one
/// process (`rate_limiter.rs`).
const TRUSTED_SHARE: f64 = 0.9;
const MIN_SAMPLES: usize = 10;
/// Calls that ended longer ago than any window are of no interest.
const LONGEST_MEMORY: Duration = Duration::from_mins(10);

/// Between the calls, which may be on any thread, and the one that speaks with Redis.
#[derive(Debug, Default)]
pub(super) struct Gate(Mutex<Passage>);

#[derive(Debug, Default)]
struct Passage {
    /// Turns of an earlier connection count no more: Redis gave them to others.
    connection: u64,
    /// Until then Redis takes this process for alive.
    safe_until: Option<Instant>,
    /// Calls that were sent and are not answered.
    under_way: BTreeSet<u64>,
    /// By when the last calls were received.
    received: VecDeque<Instant>,
    fastest_round_trip: Option<Duration>,
    round_trips: usize,
}

impl Gate {
    fn passage(&self) -> MutexGuard<'_, Passage> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A call is sent now. `false` where its turn counts no more.
    pub(super) fn pass(&self, ticket: u64, connection: u64, needs_redis: bool) -> bool {
        let mut passage = self.passage();
        let is_safe = !needs_redis || passage.safe_until.is_some_and(|until| Instant::now() < until);
        let passes = is_safe && passage.connection == connection;
        if passes {
            passage.under_way.insert(ticket);
        }
        passes
    }

    /// A call that was sent has ended, and was received by then at the latest.
    pub(super) fn ended(&self, ticket: u64, received_by: Instant) {
        let mut passage = self.passage();
        passage.under_way.remove(&ticket);
        passage.received.push_back(received_by);
        let oldest = Instant::now().checked_sub(LONGEST_MEMORY);
        while passage.received.front().is_some_and(|time| Some(*time) < oldest) {
            passage.received.pop_front();
        }
    }

    pub(super) fn saw_round_trip(&self, time: Duration) {
        let mut passage = self.passage();
        passage.fastest_round_trip = Some(passage.fastest_round_trip.map_or(time, |it| it.min(time)));
        passage.round_trips += 1;
    }

    /// The part of a round trip that the next call of this process certainly spends on its way.
    pub(super) fn credit(&self, slots: usize) -> Duration {
        let passage = self.passage();
        let is_known = passage.round_trips >= MIN_SAMPLES.max(slots.saturating_mul(2));
        passage.fastest_round_trip.filter(|_| is_known).unwrap_or_default().mul_f64(TRUSTED_SHARE)
    }

    pub(super) fn connection(&self) -> u64 {
        self.passage().connection
    }

    pub(super) fn is_safe_until(&self, time: Instant) {
        self.passage().safe_until = Some(time);
    }

    /// Turns that were given count no more.
    pub(super) fn close(&self) {
        let mut passage = self.passage();
        passage.connection += 1;
        passage.safe_until = None;
    }

    /// Turns that were given count no more. Gives the calls that are under way, and how many others were received
    /// within the window.
    pub(super) fn move_to_next_connection(&self, window: Duration) -> (Vec<u64>, usize) {
        let mut passage = self.passage();
        passage.connection += 1;
        let since = Instant::now().checked_sub(window);
        let lately = passage.received.iter().filter(|time| Some(**time) > since).count();
        (passage.under_way.iter().copied().collect(), lately)
    }

    /// Whether a call is under way.
    pub(super) fn is_in_use(&self) -> bool {
        !self.passage().under_way.is_empty()
    }

    /// Whether a call may have been received within the window.
    pub(super) fn is_idle(&self, window: Duration) -> bool {
        let passage = self.passage();
        let since = Instant::now().checked_sub(window);
        passage.under_way.is_empty() && passage.received.back().is_none_or(|time| Some(*time) <= since)
    }
}
