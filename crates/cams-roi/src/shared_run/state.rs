//! What the calls of a worker and the one that speaks with Redis have in common.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Instant, SystemTime};

use tokio::sync::{oneshot, watch};

use super::known::{Known, Recorded};
use super::messages::{Record, Wish};
use crate::error::Error;

/// What became of a thing that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// This worker has it now.
    Claimed,
    /// Another has it.
    Elsewhere,
    Done,
    Failed,
    /// Nobody has it.
    Free,
}

impl Answer {
    /// What the script's letter means.
    pub(super) fn of(letter: char) -> Self {
        match letter {
            'c' => Self::Claimed,
            'b' => Self::Elsewhere,
            'd' => Self::Done,
            'f' => Self::Failed,
            _ => Self::Free,
        }
    }
}

/// What the calls say to the one that speaks with Redis.
pub(super) enum Event {
    Asked(Wish, oneshot::Sender<Result<Vec<Answer>, Error>>),
    Recorded(Record, String, oneshot::Sender<Result<(), Error>>),
    Released(Arc<str>),
}

/// Until when a worker's claims count, whatever Redis does: by the clock that is never set, and by the one that goes on
/// while the machine sleeps.
#[derive(Clone, Copy, Debug)]
pub(super) struct SafeUntil {
    pub(super) steady: Instant,
    pub(super) wall: SystemTime,
}

impl SafeUntil {
    fn is_passed(self) -> bool {
        Instant::now() >= self.steady || SystemTime::now() >= self.wall
    }
}

#[derive(Debug, Default)]
pub(super) struct Inner {
    pub(super) known: Known,
    /// What this worker has claimed and not recorded.
    pub(super) held: HashSet<Arc<str>>,
    pub(super) safe_until: Option<SafeUntil>,
    /// Why nothing can be claimed or recorded any more.
    pub(super) broken: Option<Error>,
}

/// What a worker has and knows.
#[derive(Debug)]
pub(super) struct State {
    inner: Mutex<Inner>,
    changes: watch::Sender<u64>,
}

impl State {
    pub(super) fn new() -> Self {
        Self { inner: Mutex::default(), changes: watch::Sender::new(0) }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes all who wait for a change.
    pub(super) fn has_changed(&self) {
        self.changes.send_modify(|number| *number += 1);
    }

    pub(super) fn of(&self, thing: &str) -> Option<Recorded> {
        self.lock().known.of(thing)
    }

    /// Whether a claim counts; `None` where that is not certain now.
    pub(super) fn holds(&self, thing: &str) -> Option<Result<(), Lost>> {
        let inner = self.lock();
        if let Some(error) = &inner.broken {
            return Some(Err(Lost::Broken(error.clone())));
        }
        if !inner.held.contains(thing) {
            return Some(Err(Lost::ToAnother));
        }
        inner.safe_until.filter(|until| !until.is_passed()).map(|_| Ok(()))
    }

    /// Waits until it is certain whether a claim counts.
    pub(super) async fn is_certain_of(&self, thing: &str) {
        let mut changes = self.changes.subscribe();
        while self.holds(thing).is_none() {
            // The sender is in `self`.
            if changes.changed().await.is_err() {
                return;
            }
        }
    }
}

/// Why a claim counts no more.
#[derive(Debug)]
pub(super) enum Lost {
    /// The lease had run out, and another worker has it.
    ToAnother,
    /// Redis is away for good.
    Broken(Error),
}
