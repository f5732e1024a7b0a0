//! Runs that go on between two calls of another language, by number.
//!
//! They are kept with their client: a number means nothing to another client, nor to a process that was forked.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The runs of a client.
#[derive(Default)]
pub(crate) struct Runs(Mutex<Numbered>);

#[derive(Default)]
struct Numbered {
    last: u64,
    is_closed: bool,
    runs: HashMap<u64, Arc<dyn Any + Send + Sync>>,
}

impl Runs {
    /// Keeps a run, and gives its number.
    pub(crate) fn add<T: Any + Send + Sync>(&self, run: Arc<T>) -> u64 {
        let mut numbered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        numbered.last += 1;
        let number = numbered.last;
        if !numbered.is_closed {
            numbered.runs.insert(number, run);
        }
        number
    }

    /// The run of this number.
    pub(crate) fn get<T: Any + Send + Sync>(&self, number: u64) -> Option<Arc<T>> {
        let run = self.0.lock().unwrap_or_else(PoisonError::into_inner).runs.get(&number).cloned();
        run?.downcast().ok()
    }

    /// Forgets a run.
    pub(crate) fn remove(&self, number: u64) {
        let run = self.0.lock().unwrap_or_else(PoisonError::into_inner).runs.remove(&number);
        // Without the lock: whoever drops a run may wait for its journal.
        drop(run);
    }

    /// Forgets all runs, and keeps none any more: a run holds its client, which would hold it for ever.
    pub(crate) fn close(&self) {
        let mut numbered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        numbered.is_closed = true;
        let runs = std::mem::take(&mut numbered.runs);
        drop(numbered);
        drop(runs);
    }
}
