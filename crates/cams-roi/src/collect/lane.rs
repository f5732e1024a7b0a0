//! Queries of one operation, in turn.

use std::collections::VecDeque;
use std::task::{Context, Poll};

use super::done::Key;
#[cfg(feature = "redis")]
use super::done::{is_done, name_of_query};
use super::query::Query;
use crate::error::Error;
use crate::held::Held;
#[cfg(feature = "redis")]
use crate::shared_run::{Taken, Turns};

/// Queries of one operation, in turn.
#[derive(Default)]
pub(super) struct Lane {
    waiting: VecDeque<(Query, Option<Key>)>,
    /// Where other workers ask some of them.
    #[cfg(feature = "redis")]
    shared: Option<Turns<(Query, Key)>>,
    pub(super) under_way: usize,
    most: usize,
}

/// A query whose turn it is.
pub(super) struct Turn {
    pub(super) query: Query,
    /// What it is called in the journal, where there is one.
    pub(super) key: Option<Key>,
    pub(super) held: Held,
}

/// What comes next.
#[cfg_attr(
    not(feature = "redis"),
    allow(dead_code, reason = "without other workers, each query is asked here")
)]
pub(super) enum Next {
    /// This query is to be asked.
    Ask(Box<Turn>),
    /// Another worker, or an earlier run, has asked it.
    Done,
    /// Another worker has asked it in vain.
    Failed,
}

impl Lane {
    /// A lane in which so many are under way at once.
    pub(super) fn new(most: usize) -> Self {
        Self { most, ..Self::default() }
    }

    /// The same, where other workers ask some of them.
    #[cfg(feature = "redis")]
    pub(super) fn shared(self, turns: Turns<(Query, Key)>) -> Self {
        Self { shared: Some(turns), ..self }
    }

    /// One more query.
    pub(super) fn add(&mut self, query: Query, key: Option<Key>) {
        #[cfg(feature = "redis")]
        if let (Some(turns), Some(key)) = (&mut self.shared, &key) {
            return turns.offer(name_of_query(key), (query, key.clone()));
        }
        self.waiting.push_back((query, key));
    }

    /// How many queries wait of which nobody is known to ask them.
    pub(super) fn waiting(&self) -> usize {
        #[cfg(feature = "redis")]
        if let Some(turns) = &self.shared {
            return turns.offered();
        }
        self.waiting.len()
    }

    /// Whether there is nothing more to come of those that were added.
    pub(super) fn is_empty(&self) -> bool {
        #[cfg(feature = "redis")]
        if let Some(turns) = &self.shared {
            return turns.is_empty();
        }
        self.waiting.is_empty()
    }

    /// What comes next; nothing where as many as may be are under way.
    #[cfg_attr(not(feature = "redis"), allow(unused_variables, reason = "as where others ask, too"))]
    pub(super) fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Result<Next, Error>> {
        let free = self.most.saturating_sub(self.under_way);
        #[cfg(feature = "redis")]
        if let Some(turns) = &mut self.shared {
            return turns.poll_next(context, free).map_ok(|taken| match taken {
                Taken::Claimed(claim, (query, key)) => {
                    self.under_way += 1;
                    Next::Ask(Box::new(Turn { query, key: Some(key), held: Held::by(claim) }))
                }
                Taken::Recorded(recorded, _) if is_done(Some(&recorded)) => Next::Done,
                Taken::Recorded(..) | Taken::Failed(_) => Next::Failed,
            });
        }
        if free == 0 {
            return Poll::Pending;
        }
        let Some((query, key)) = self.waiting.pop_front() else { return Poll::Pending };
        self.under_way += 1;
        Poll::Ready(Ok(Next::Ask(Box::new(Turn { query, key, held: Held::default() }))))
    }
}
