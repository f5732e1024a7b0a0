//! No more calls in any second than the service allows, first come first served.
//!
//! A limit of N calls a second has N slots (the next whole number, where N is a fraction, and a window that is as much
//! longer than a second). A call holds a slot, and the slot is free again one window after the call was received. When
//! that was is not known exactly, only that it was before the answer came; so the window is counted from the answer,
//! less most of the fastest round trip that there is: the part that the next call will spend on its way. No window,
//! wherever it begins, then sees more calls than there are slots, as long as no round trip is more than a tenth faster
//! than the fastest one seen (docs/adr/0002-rate-limit.md); until enough are seen, nothing is taken off. A call that
//! hangs keeps its own slot busy and no other; one that ends without an answer may still be on its way, so nothing is
//! taken off for it. Calls are also spread evenly, so that there is no burst at the beginning.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

use crate::clock::A_CENTURY;

/// Added to the window, for what timers and schedulers do to the spacing.
const GUARD: Duration = Duration::from_millis(5);
/// How much of the fastest round trip that was seen is trusted: it may not be the fastest that there is.
const TRUSTED_SHARE: f64 = 0.9;
/// Round trips to see before the fastest of them is trusted at all: the first ones also open connections.
const MIN_SAMPLES: usize = 10;
/// How long a request may be on its way: one that nobody waits for any more may be received so long after it was sent.
pub(crate) const LONGEST_WAY: Duration = Duration::from_secs(1);
/// A grant that comes late by this much or less is made up for; one that comes later was not waited for.
const CATCH_UP: Duration = Duration::from_millis(100);
/// The longest that nobody calls because one answer asked for it: a nonsensical one must not end all calls for good.
const LONGEST_PAUSE: Duration = Duration::from_mins(5);
/// The most by which throttled answers stretch the spacing.
const MAX_SLOWDOWN: f64 = 16.0;

/// Spaces calls out.
#[derive(Debug)]
pub(crate) struct RateLimiter {
    /// Held by whoever is next; the others queue in order of arrival.
    turn: tokio::sync::Mutex<()>,
    state: Mutex<State>,
    /// A slot was freed, or the limit is another.
    changed: Notify,
}

#[derive(Debug)]
struct State {
    /// The limits of the clients that take part, each with how many of them have it.
    limits: Vec<(f64, usize)>,
    /// This process's share of the lowest of them; the last one that there was, where nobody takes part.
    limit: Limit,
    /// What the lowest limit is, and how many processes have it together.
    per_second: f64,
    processes: u32,
    /// Calls that may yet be received.
    under_way: usize,
    /// When the calls of the last window were received at the latest.
    received: BinaryHeap<Reverse<Instant>>,
    /// When the last call was granted, and how much slower than the limit calls were then.
    last_grant: Option<(Instant, f64)>,
    paused_until: Option<Instant>,
    /// 1 is full speed; throttled answers double it, successes bring it back.
    slowdown: f64,
    slowed_at: Option<Instant>,
    fastest_round_trip: Option<Duration>,
    round_trips: usize,
}

/// So many calls in any time of that length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Limit {
    pub(crate) per_second: f64,
    pub(crate) slots: usize,
    pub(crate) window: Duration,
    interval: Duration,
}

impl Limit {
    fn new(per_second: f64) -> Self {
        let time = |seconds: f64| Duration::try_from_secs_f64(seconds).unwrap_or(A_CENTURY).min(A_CENTURY);
        let slots = per_second.ceil().max(1.0);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "more calls than fit are as good as any"
        )]
        Self {
            per_second,
            slots: slots as usize,
            window: time(slots / per_second),
            interval: time(1.0 / per_second),
        }
    }
}

impl RateLimiter {
    /// A limiter that nobody takes part in yet.
    pub(crate) fn new() -> Self {
        Self {
            turn: tokio::sync::Mutex::new(()),
            state: Mutex::new(State {
                limits: Vec::new(),
                limit: Limit::new(1.0),
                per_second: 1.0,
                processes: 1,
                under_way: 0,
                received: BinaryHeap::new(),
                last_grant: None,
                paused_until: None,
                slowdown: 1.0,
                slowed_at: None,
                fastest_round_trip: None,
                round_trips: 0,
            }),
            changed: Notify::new(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on the limit counts, too.
    pub(crate) fn join(&self, per_second: f64) {
        self.state().join(per_second);
        self.changed.notify_one();
    }

    /// Takes back one [`join`](Self::join).
    pub(crate) fn leave(&self, per_second: f64) {
        self.state().leave(per_second);
        self.changed.notify_one();
    }

    /// The limit of all processes together.
    #[cfg(feature = "redis")]
    pub(crate) fn limit(&self) -> Limit {
        Limit::new(self.state().per_second)
    }

    /// From now on so many processes have the limit together, and each keeps its share.
    #[cfg(feature = "redis")]
    pub(crate) fn divide(&self, processes: u32) {
        let mut state = self.state();
        state.processes = processes;
        state.limit = Limit::new(state.per_second / f64::from(processes));
        drop(state);
        self.changed.notify_one();
    }

    /// Whether a new limiter would grant no more than this one.
    pub(crate) fn is_idle(&self, now: Instant) -> bool {
        self.state().is_idle(now)
    }

    /// Waits until one more call may be made. The call lasts until the permit is dropped.
    pub(crate) async fn acquire(self: Arc<Self>) -> Permit {
        {
            let _turn = self.turn.lock().await;
            loop {
                let next = self.state().grant(Instant::now());
                match next {
                    Next::Granted => break,
                    Next::At(time) => {
                        // A limit that rises meanwhile brings the time forward.
                        let _ = timeout_at(time, self.changed.notified()).await;
                    }
                    Next::WhenASlotIsFreed => self.changed.notified().await,
                }
            }
        }
        Permit { limiter: self, sent_at: None, is_answered: false }
    }
}

enum Next {
    Granted,
    At(Instant),
    WhenASlotIsFreed,
}

impl State {
    fn join(&mut self, per_second: f64) {
        match self.limits.iter_mut().find(|(other, _)| other.total_cmp(&per_second).is_eq()) {
            Some((_, clients)) => *clients += 1,
            None => self.limits.push((per_second, 1)),
        }
        self.choose();
    }

    fn leave(&mut self, per_second: f64) {
        if let Some(index) = self.limits.iter().position(|(other, _)| other.total_cmp(&per_second).is_eq()) {
            self.limits[index].1 -= 1;
            if self.limits[index].1 == 0 {
                self.limits.swap_remove(index);
            }
        }
        self.choose();
    }

    fn choose(&mut self) {
        let lowest = self.limits.iter().map(|(per_second, _)| *per_second).min_by(f64::total_cmp);
        if let Some(per_second) = lowest {
            self.per_second = per_second;
            self.limit = Limit::new(per_second / f64::from(self.processes));
        }
    }

    fn is_idle(&self, now: Instant) -> bool {
        let is_past = |time: Instant| time <= now;
        self.under_way == 0
            && self.received.iter().all(|Reverse(time)| is_past(*time + self.limit.window + GUARD))
            && self.next_by_spacing().is_none_or(is_past)
            && self.paused_until.is_none_or(is_past)
    }

    fn next_by_spacing(&self) -> Option<Instant> {
        let (time, slowdown) = self.last_grant?;
        Some(time + self.limit.interval.mul_f64(slowdown).min(A_CENTURY))
    }

    fn grant(&mut self, now: Instant) -> Next {
        let mut freed = None;
        while self.under_way + self.received.len() >= self.limit.slots {
            let Some(Reverse(received)) = self.received.peek().copied() else {
                return Next::WhenASlotIsFreed;
            };
            let free = received + self.limit.window + GUARD;
            if free > now {
                // More calls may be under way than a limit that was lowered allows.
                return if self.under_way >= self.limit.slots {
                    Next::WhenASlotIsFreed
                } else {
                    Next::At(free)
                };
            }
            self.received.pop();
            freed = Some(free);
        }
        let due =
            [freed, self.next_by_spacing(), self.paused_until].into_iter().flatten().max().unwrap_or(now);
        if due > now {
            return Next::At(due);
        }
        self.under_way += 1;
        // Timers fire late; counting from when the grant was due keeps that from adding up.
        let is_catching_up = now - due <= self.limit.interval.max(CATCH_UP);
        self.last_grant = Some((if is_catching_up { due } else { now }, self.slowdown));
        Next::Granted
    }

    /// A call ends that was received by then at the latest; `None` for one that was never sent.
    fn release(&mut self, received_by: Option<Instant>) {
        self.under_way = self.under_way.saturating_sub(1);
        self.received.extend(received_by.map(Reverse));
    }

    /// The part of a round trip that the next call certainly spends on its way.
    fn trusted(&self) -> Duration {
        let is_known = self.round_trips >= MIN_SAMPLES.max(self.limit.slots.saturating_mul(2));
        self.fastest_round_trip.filter(|_| is_known).unwrap_or_default().mul_f64(TRUSTED_SHARE)
    }

    fn accepted(&mut self, round_trip: Duration) {
        self.fastest_round_trip = Some(self.fastest_round_trip.map_or(round_trip, |it| it.min(round_trip)));
        self.round_trips += 1;
        self.slowdown = (self.slowdown * 0.9).max(1.0);
    }

    /// Gives the new slowdown where this answer made one.
    fn throttled(&mut self, sent_at: Instant, now: Instant, wait: Option<Duration>) -> Option<f64> {
        let until = now + wait.unwrap_or(self.limit.interval).min(LONGEST_PAUSE);
        self.paused_until = self.paused_until.max(Some(until));
        // Answers to calls that were under way already say nothing of the speed that was chosen since.
        let is_news = self.slowed_at.is_none_or(|time| sent_at >= time && now >= time + self.limit.window);
        is_news.then(|| {
            self.slowed_at = Some(now);
            self.slowdown = (self.slowdown * 2.0).min(MAX_SLOWDOWN);
            self.slowdown
        })
    }
}

/// The right to make one call, from before it is sent until it ends.
#[derive(Debug)]
pub(crate) struct Permit {
    limiter: Arc<RateLimiter>,
    sent_at: Option<Instant>,
    is_answered: bool,
}

impl Permit {
    /// The call is sent now. Without this, nothing was sent, and the slot is free at once when the permit is dropped.
    pub(crate) fn sending(&mut self, now: Instant) {
        self.sent_at = Some(now);
    }

    /// The service accepted the call: the speed recovers step by step.
    pub(crate) fn accepted(mut self) {
        self.is_answered = true;
        if let Some(sent_at) = self.sent_at {
            self.limiter.state().accepted(sent_at.elapsed());
        }
    }

    /// The service answered with an error.
    pub(crate) fn answered(mut self) {
        self.is_answered = true;
    }

    /// The service throttled the call: nobody calls for `wait` (five minutes at most), and then all call more slowly.
    pub(crate) fn throttled(mut self, wait: Option<Duration>) {
        self.is_answered = true;
        let now = Instant::now();
        let slowdown = self.limiter.state().throttled(self.sent_at.unwrap_or(now), now, wait);
        if let Some(slowdown) = slowdown {
            tracing::info!(slowdown, "throttled by the service: calling more slowly");
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let now = Instant::now();
        let mut state = self.limiter.state();
        let received_by = match self.sent_at {
            None => None,
            // As far back as the next call's way takes it forward again.
            Some(_) if self.is_answered => Some(now.checked_sub(state.trusted()).unwrap_or(now)),
            // It may still be on its way.
            Some(sent_at) => Some(now.max(sent_at + LONGEST_WAY)),
        };
        state.release(received_by);
        drop(state);
        self.limiter.changed.notify_one();
    }
}
