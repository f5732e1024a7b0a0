//! How many connections there were, and are.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::Serialize;

/// How many connections there were, and are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Connections {
    /// Since the emulator started.
    pub opened: u64,
    /// Now.
    pub open: u64,
}

/// Counts connections.
#[derive(Debug, Default)]
pub(crate) struct ConnectionCounter {
    opened: AtomicU64,
    closed: AtomicU64,
}

impl ConnectionCounter {
    /// Counts one more, for as long as what is given lives, and gives its number, from 1.
    pub(crate) fn open(self: &Arc<Self>) -> (u64, OpenConnection) {
        (self.opened.fetch_add(1, Ordering::AcqRel) + 1, OpenConnection(Arc::clone(self)))
    }

    pub(crate) fn counts(&self) -> Connections {
        // In this order, so that a connection that closes meanwhile is not counted as closed but never opened.
        let closed = self.closed.load(Ordering::Acquire);
        let opened = self.opened.load(Ordering::Acquire);
        Connections { opened, open: opened - closed }
    }
}

/// Counts its connection as closed when it goes, however the connection ends.
pub(crate) struct OpenConnection(Arc<ConnectionCounter>);

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.0.closed.fetch_add(1, Ordering::AcqRel);
    }
}
