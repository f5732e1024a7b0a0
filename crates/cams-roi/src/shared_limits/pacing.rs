//! Which of this process's calls wait, which have a turn, and what Redis is to know of them.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::Instant;

use super::gate::Gate;
use super::messages::{Ended, How, Join, Reply, Request};
use super::turn::Turn;
use crate::words::WhenUnavailable;

/// A state is not lost for a process that took no part in it for so long: nothing of its calls is in it any more.
const HAD_STATE: Duration = Duration::from_secs(10);

/// A call that waits for its turn.
pub(super) struct Waiter {
    pub(super) caller: oneshot::Sender<Turn>,
    pub(super) when_unavailable: WhenUnavailable,
    since: Instant,
    stage: Stage,
}

impl Waiter {
    pub(super) fn new(caller: oneshot::Sender<Turn>, when_unavailable: WhenUnavailable) -> Self {
        Self { caller, when_unavailable, since: Instant::now(), stage: Stage::New }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Redis does not know of it.
    New,
    Asked,
    Due(Instant),
}

/// The calls of this process, by their tickets: the lower came first.
#[derive(Default)]
pub(super) struct Pacing {
    waiters: BTreeMap<u64, Waiter>,
    ended: Vec<Ended>,
    epoch: String,
    is_member: bool,
    took_part_at: Option<Instant>,
    /// How many processes took part when Redis was last heard.
    pub(super) members: u32,
    /// How many of them waited.
    pub(super) waiting: u32,
    /// When a turn may be given at the earliest, where that is known.
    pub(super) next_at: Option<Instant>,
}

impl Pacing {
    pub(super) fn is_empty(&self) -> bool {
        self.waiters.is_empty()
    }

    pub(super) fn ask(&mut self, ticket: u64, waiter: Waiter) {
        self.waiters.insert(ticket, waiter);
    }

    /// A call ended, or waits no more.
    pub(super) fn ended(&mut self, ended: Ended) {
        let waiter = self.waiters.remove(&ended.ticket);
        if waiter.is_none_or(|waiter| waiter.stage != Stage::New) {
            self.ended.push(ended);
        }
    }

    /// Whether Redis does not know of something.
    pub(super) fn has_news(&self) -> bool {
        !self.ended.is_empty() || self.waiters.values().any(|waiter| waiter.stage == Stage::New)
    }

    /// Whether the next request joins.
    pub(super) fn is_to_join(&self) -> bool {
        !self.is_member
    }

    /// Redis may know of nothing any more, and may have given to others what it gave to this process.
    pub(super) fn lost(&mut self) {
        self.is_member = false;
        self.ended.clear();
        self.next_at = None;
        for waiter in self.waiters.values_mut() {
            waiter.stage = Stage::New;
        }
    }

    /// All that Redis does not know of yet.
    pub(super) fn request<'a>(
        &'a mut self,
        process: &'a str,
        server: &'a str,
        per_second: f64,
        window: Duration,
        gate: &Gate,
    ) -> Request<'a> {
        let join = self.is_to_join().then(|| {
            self.lost();
            let (under_way, lately) = gate.move_to_next_connection(window);
            Join { under_way, lately }
        });
        let ended = std::mem::take(&mut self.ended);
        let mut asked: Vec<(u64, u64)> = Vec::new();
        for (ticket, waiter) in self.waiters.iter_mut().filter(|(_, waiter)| waiter.stage == Stage::New) {
            waiter.stage = Stage::Asked;
            match asked.last_mut() {
                Some((_, to)) if *to + 1 == *ticket => *to = *ticket,
                _ => asked.push((*ticket, *ticket)),
            }
        }
        let had_state = self.took_part_at.is_some_and(|time| time.elapsed() < HAD_STATE) || gate.is_in_use();
        Request { process, server, epoch: &self.epoch, had_state, per_second, join, ended, asked }
    }

    /// Redis replied. Waits count from when that was.
    pub(super) fn replied(&mut self, reply: &Reply, now: Instant) {
        self.epoch.clone_from(&reply.epoch);
        if reply.is_unknown {
            self.lost();
            return;
        }
        self.is_member = true;
        self.took_part_at = Some(now);
        self.members = reply.members;
        self.waiting = reply.waiting;
        self.next_at = reply.next.map(|wait| now + micros(wait));
        self.given(&reply.turns, now);
    }

    /// Turns were given.
    pub(super) fn given(&mut self, turns: &[(u64, f64)], now: Instant) {
        for (ticket, wait) in turns {
            // One that is not here waits no more: Redis is being told so.
            if let Some(waiter) = self.waiters.get_mut(ticket).filter(|it| it.stage != Stage::New) {
                waiter.stage = Stage::Due(now + micros(*wait));
            }
        }
    }

    /// When the next turn is due.
    pub(super) fn next_due(&self) -> Option<Instant> {
        self.waiters.values().filter_map(Waiter::due).min()
    }

    /// Hands over the turns that are due.
    pub(super) fn hand_over(&mut self, now: Instant, connection: u64) {
        let is_due = |waiter: &Waiter| waiter.due().is_some_and(|due| due <= now);
        while let Some(ticket) = self.waiters.iter().find(|(_, it)| is_due(it)).map(|(ticket, _)| *ticket) {
            let Some(waiter) = self.waiters.remove(&ticket) else { return };
            if waiter.caller.send(Turn::Shared { connection }).is_err() {
                self.ended.push(Ended { ticket, how: How::Unsent, credit: 0, later: 0, wait: None });
            }
        }
    }

    /// The first that may go on without Redis.
    pub(super) fn first_for_local(&self) -> Option<u64> {
        self.waiters.iter().find(|(_, waiter)| !waiter.waits_for_redis()).map(|(ticket, _)| *ticket)
    }

    /// Takes all of them out.
    pub(super) fn take_all(&mut self) -> Vec<Waiter> {
        std::mem::take(&mut self.waiters).into_values().collect()
    }

    /// Takes those out that wait for Redis alone, and have done so since then or longer.
    pub(super) fn waited_since(&mut self, time: Instant) -> Vec<Waiter> {
        let is_over = |waiter: &Waiter| waiter.waits_for_redis() && waiter.since <= time;
        self.waiters.extract_if(.., |_, waiter| is_over(waiter)).map(|(_, waiter)| waiter).collect()
    }

    /// Since when the first waits that waits for Redis alone.
    pub(super) fn longest_wait(&self) -> Option<Instant> {
        let waiting = self.waiters.values().filter(|waiter| waiter.waits_for_redis());
        waiting.map(|waiter| waiter.since).min()
    }

    pub(super) fn take(&mut self, ticket: u64) -> Option<Waiter> {
        self.waiters.remove(&ticket)
    }
}

impl Waiter {
    fn waits_for_redis(&self) -> bool {
        self.when_unavailable == WhenUnavailable::Wait
    }

    fn due(&self) -> Option<Instant> {
        match self.stage {
            Stage::Due(time) => Some(time),
            _ => None,
        }
    }
}

fn micros(count: f64) -> Duration {
    Duration::try_from_secs_f64(count.max(0.0) / 1e6).unwrap_or_default()
}
