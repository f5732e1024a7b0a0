//! Who is told.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::caller::Caller;
use super::event::Event;

/// A function that is told what a client does.
#[derive(Clone)]
pub(crate) struct Observer(Arc<Inner>);

struct Inner {
    tell: Box<dyn Fn(&Event) + Send + Sync>,
    /// Whether each caller says if somebody listens.
    asks_caller: bool,
    has_panicked: AtomicBool,
}

impl Observer {
    /// One that is told of every call.
    pub(crate) fn of_all(tell: impl Fn(&Event) + Send + Sync + 'static) -> Self {
        Self::new(Box::new(tell), false)
    }

    /// One that is told of the calls whose caller says that somebody listens.
    #[cfg(feature = "bindings")]
    pub(crate) fn of_callers_that_listen(tell: impl Fn(&Event) + Send + Sync + 'static) -> Self {
        Self::new(Box::new(tell), true)
    }

    fn new(tell: Box<dyn Fn(&Event) + Send + Sync>, asks_caller: bool) -> Self {
        Self(Arc::new(Inner { tell, asks_caller, has_panicked: AtomicBool::new(false) }))
    }

    /// Whether a call of this caller's is told of.
    pub(super) fn wants(&self, caller: &Caller) -> bool {
        caller.listens || !self.0.asks_caller
    }

    /// Tells. Whatever the function does, the call goes on.
    pub(super) fn tell(&self, event: &Event) {
        let told = catch_unwind(AssertUnwindSafe(|| (self.0.tell)(event)));
        if told.is_err() && !self.0.has_panicked.swap(true, Ordering::Relaxed) {
            tracing::error!("the function given as on_event panicked; this is not told again");
        }
    }
}

impl fmt::Debug for Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observer").finish_non_exhaustive()
    }
}
