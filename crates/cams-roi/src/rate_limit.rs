//! No more calls in any second than the service allows, first come first served.
//!
//! A call holds one of as many slots as calls are allowed a second, and a slot is free again one second after its
//! call was received. When that was is not known exactly, only that it was before the answer came; so the second is
//! counted from the answer, less most of the fastest round trip that there is: the part that the next call will spend
//! on its way. No second, wherever it begins, then sees more calls than there are slots, as long as no round trip is
//! more than a tenth faster than the fastest one seen (docs/adr/0002-rate-limit.md); until enough are seen, nothing is
//! taken off. A call that hangs keeps its own slot busy and no other. Calls are also spread evenly, so that there is no
//! burst at the beginning.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

/// The second that the service counts over.
const WINDOW: Duration = Duration::from_secs(1);
/// Added to the second, for what timers and schedulers do to the spacing.
const GUARD: Duration = Duration::from_millis(5);
/// How much of the fastest round trip that was seen is trusted: it may not be the fastest that there is.
const TRUSTED_SHARE: f64 = 0.9;
/// Round trips to see before the fastest of them is trusted at all: the first ones also open connections.
const MIN_SAMPLES: u32 = 10;
/// A grant that comes late by this much or less is made up for; one that comes later was not waited for.
const CATCH_UP: Duration = Duration::from_millis(100);
/// The most by which throttled answers stretch the spacing.
const MAX_SLOWDOWN: f64 = 16.0;

/// How many calls a second a client makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RateLimit {
    /// What the service documents for each operation.
    #[default]
    Documented,
    /// This many a second for each operation, for accounts that were granted another limit; zero is refused.
    PerSecond(u32),
    /// No limit here; the service throttles.
    Off,
}

impl RateLimit {
    /// The calls a second for an operation whose documented limit is `documented`.
    pub(crate) fn per_second(self, documented: Option<u32>) -> Option<u32> {
        match self {
            Self::Documented => documented,
            Self::PerSecond(limit) => Some(limit),
            Self::Off => None,
        }
    }
}

/// What shares one limiter: the service counts per account and operation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) account: String,
    pub(crate) endpoint: String,
    pub(crate) operation: String,
    pub(crate) per_second: u32,
}

/// The process's limiter for `key`, the same for every client.
pub(crate) fn shared(key: Key) -> Arc<RateLimiter> {
    let per_second = key.per_second;
    let mut limiters = Registry::of_this_process().limiters.lock().unwrap_or_else(PoisonError::into_inner);
    if !limiters.contains_key(&key) {
        // Temporary AccessKeys come and go; a limiter that has nothing left to remember goes with its own.
        let now = Instant::now();
        limiters.retain(|_, limiter| Arc::strong_count(limiter) > 1 || !limiter.state().is_idle(now));
    }
    Arc::clone(limiters.entry(key).or_insert_with(|| Arc::new(RateLimiter::new(per_second))))
}

/// The limiters of one process.
///
/// A process that was forked inherits the memory of its parent but none of its other threads: a lock that one of them
/// held stays locked for ever, and a call that one of them made never gives its slot back. So each process that finds
/// itself with the registry of its parent hangs one of its own behind it.
struct Registry {
    process: u32,
    limiters: Mutex<HashMap<Key, Arc<RateLimiter>>>,
    of_child: OnceLock<Box<Registry>>,
}

impl Registry {
    fn new(process: u32) -> Self {
        Self { process, limiters: Mutex::default(), of_child: OnceLock::new() }
    }

    fn of_this_process() -> &'static Self {
        static OLDEST: LazyLock<Registry> = LazyLock::new(|| Registry::new(std::process::id()));
        let mut registry = &*OLDEST;
        let process = std::process::id();
        while registry.process != process {
            registry = registry.of_child.get_or_init(|| Box::new(Self::new(process)));
        }
        registry
    }
}

/// Spaces calls out.
#[derive(Debug)]
pub(crate) struct RateLimiter {
    /// Held by whoever is next; the others queue in order of arrival.
    turn: tokio::sync::Mutex<()>,
    state: Mutex<State>,
    slot_freed: Notify,
}

#[derive(Debug)]
struct State {
    interval: Duration,
    /// When each slot that no call holds may be used again.
    slots: BinaryHeap<Reverse<Instant>>,
    next_grant: Option<Instant>,
    paused_until: Option<Instant>,
    /// 1 is full speed; throttled answers double it, successes bring it back.
    slowdown: f64,
    fastest_round_trip: Option<Duration>,
    samples_missing: u32,
}

impl RateLimiter {
    fn new(per_second: u32) -> Self {
        let now = Instant::now();
        Self {
            turn: tokio::sync::Mutex::new(()),
            state: Mutex::new(State {
                interval: WINDOW / per_second,
                slots: (0..per_second).map(|_| Reverse(now)).collect(),
                next_grant: None,
                paused_until: None,
                slowdown: 1.0,
                fastest_round_trip: None,
                samples_missing: MIN_SAMPLES.max(2 * per_second),
            }),
            slot_freed: Notify::new(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until one more call may be made. The call lasts until the permit is dropped.
    pub(crate) async fn acquire(self: Arc<Self>) -> Permit {
        {
            let _turn = self.turn.lock().await;
            loop {
                let next = self.state().grant(Instant::now());
                match next {
                    Next::Granted => break,
                    Next::At(time) => sleep_until(time).await,
                    Next::WhenASlotIsFreed => self.slot_freed.notified().await,
                }
            }
        }
        Permit { limiter: self, since: Instant::now() }
    }

    fn throttled(&self, wait: Option<Duration>) {
        let mut state = self.state();
        state.slowdown = (state.slowdown * 2.0).min(MAX_SLOWDOWN);
        let until = Instant::now() + wait.unwrap_or(state.interval);
        state.paused_until = state.paused_until.max(Some(until));
        tracing::info!(slowdown = state.slowdown, "throttled by the service: calling more slowly");
    }
}

enum Next {
    Granted,
    At(Instant),
    WhenASlotIsFreed,
}

impl State {
    /// Whether a new limiter would grant no more than this one.
    fn is_idle(&self, now: Instant) -> bool {
        let is_past = |time: Instant| time <= now;
        self.slots.iter().all(|Reverse(time)| is_past(*time))
            && self.next_grant.is_none_or(is_past)
            && self.paused_until.is_none_or(is_past)
    }

    fn grant(&mut self, now: Instant) -> Next {
        let Some(Reverse(slot_free)) = self.slots.peek().copied() else {
            return Next::WhenASlotIsFreed;
        };
        let due =
            [Some(slot_free), self.next_grant, self.paused_until].into_iter().flatten().max().unwrap_or(now);
        if due > now {
            return Next::At(due);
        }
        self.slots.pop();
        // Timers fire late; counting from when the grant was due keeps that from adding up.
        let counted_from = if now - due <= self.interval.max(CATCH_UP) { due } else { now };
        self.next_grant = Some(counted_from + self.interval.mul_f64(self.slowdown));
        Next::Granted
    }

    /// Frees the slot of a call that ends at `now`.
    fn release(&mut self, now: Instant) {
        let trusted = self.fastest_round_trip.filter(|_| self.samples_missing == 0).unwrap_or_default();
        self.slots.push(Reverse(now + (WINDOW + GUARD).saturating_sub(trusted.mul_f64(TRUSTED_SHARE))));
    }

    fn accepted(&mut self, round_trip: Duration) {
        self.fastest_round_trip = Some(self.fastest_round_trip.map_or(round_trip, |it| it.min(round_trip)));
        self.samples_missing = self.samples_missing.saturating_sub(1);
        self.slowdown = (self.slowdown * 0.9).max(1.0);
    }
}

/// The right to make one call, from before it is sent until its answer is there.
#[derive(Debug)]
pub(crate) struct Permit {
    limiter: Arc<RateLimiter>,
    since: Instant,
}

impl Permit {
    /// The service accepted the call: the speed recovers step by step.
    pub(crate) fn accepted(self) {
        self.limiter.state().accepted(self.since.elapsed());
    }

    /// The service throttled the call: nobody calls for `wait`, and then all call more slowly.
    pub(crate) fn throttled(self, wait: Option<Duration>) {
        self.limiter.throttled(wait);
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.limiter.state().release(Instant::now());
        self.limiter.slot_freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn limiters_that_nobody_needs_are_forgotten_and_no_sooner() {
        let key = |account: &str| Key {
            account: account.to_owned(),
            endpoint: "unit-test".to_owned(),
            operation: "Operation".to_owned(),
            per_second: 1,
        };
        let first = Arc::downgrade(&shared(key("first")));
        drop(first.upgrade().unwrap().acquire().await);
        shared(key("second"));
        assert!(first.upgrade().is_some(), "its last call was less than a second ago");
        tokio::time::advance(Duration::from_millis(1100)).await;
        let third = shared(key("third"));
        assert!(first.upgrade().is_none());
        shared(key("fourth"));
        assert!(Arc::ptr_eq(&third, &shared(key("third"))), "somebody holds it");
    }
}
