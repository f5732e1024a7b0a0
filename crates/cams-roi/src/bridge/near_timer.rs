//! A timer that is due soon, while calls are made.
//!
//! tokio wakes the thread that waits for timers when one is set that is due before all others. Each call sets one, for the
//! time limit of its attempt, and has its answer long before: two calls of the system for nothing. Where another timer is
//! due sooner, nobody is woken.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::sleep;

/// Sooner than the default time limit of an attempt, and seldom enough to cost nothing.
const SOON: Duration = Duration::from_secs(4);

/// The timer of a process's one runtime.
pub(super) static NEAR_TIMER: NearTimer = NearTimer(AtomicBool::new(false));

pub(super) struct NearTimer(AtomicBool);

/// The timer is there until this is dropped, also where its runtime ends first.
struct Set(&'static NearTimer);

impl Drop for Set {
    fn drop(&mut self) {
        self.0.0.store(false, Ordering::Relaxed);
    }
}

impl NearTimer {
    /// Sets the timer on the runtime of the caller, where it is not set. Without a call it is not set again.
    pub(super) fn set(&'static self) {
        if self.0.swap(true, Ordering::Relaxed) {
            return;
        }
        let set = Set(self);
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move {
                sleep(SOON).await;
                drop(set);
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_at_a_time_and_none_where_nothing_is_called() {
        static TIMER: NearTimer = NearTimer(AtomicBool::new(false));
        let is_set = || TIMER.0.load(Ordering::Relaxed);
        TIMER.set();
        assert!(!is_set(), "without a runtime there are no timers");
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let tasks = || runtime.metrics().num_alive_tasks();
        runtime.block_on(async {
            TIMER.set();
            TIMER.set();
            assert_eq!((tasks(), is_set()), (1, true));
            sleep(SOON * 2).await;
            assert_eq!((tasks(), is_set()), (0, false));
            TIMER.set();
        });
        drop(runtime);
        assert!(!is_set(), "the next runtime has one of its own");
    }
}
