//! A limit that all processes of an account keep together.

use std::sync::Arc;

use tokio::runtime::Handle;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;

use super::keeper::keep;
use super::pacing::Waiter;
use super::permit::SharedPermit;
use super::state::{Event, State};
use super::turn::Turn;
use crate::no_turn::NoTurn;
use crate::rate_limiter::RateLimiter;
use crate::redis_server::{Reach, Unavailable, run_on_thread};
use crate::words::WhenUnavailable;

/// A limit that all processes of an account keep together, as far as this process goes.
#[derive(Debug)]
pub(crate) struct SharedLimiter {
    state: Arc<State>,
    events: UnboundedSender<Event>,
}

impl SharedLimiter {
    /// The limit of this name. `local` knows how high it is, and keeps it while Redis is away.
    pub(crate) fn new(reach: Reach, limit: &str, local: Arc<RateLimiter>, runtime: &Handle) -> Self {
        let (events, received) = unbounded_channel();
        let state = Arc::new(State::new(reach, limit, local));
        runtime.spawn(keep(Arc::clone(&state), received));
        Self { state, events }
    }

    /// Waits until one more call may be made. The call lasts until the permit is dropped.
    pub(crate) async fn acquire(&self, when_unavailable: WhenUnavailable) -> Result<SharedPermit, NoTurn> {
        // Made first: whoever waits no longer drops it, which takes the question back.
        let mut permit = SharedPermit::new(Arc::clone(&self.state), self.events.clone());
        let (caller, turn) = oneshot::channel();
        let _ = self.events.send(Event::Asked(permit.ticket(), Waiter::new(caller, when_unavailable)));
        match turn.await.unwrap_or_else(|_| Turn::NeverThere(Unavailable::closed())) {
            Turn::Shared { connection } => permit.given(connection, None),
            Turn::Local { permit: local, connection } => permit.given(connection, Some(local)),
            Turn::Refused(reason) => return Err(NoTurn::Away(self.away(&reason))),
            Turn::NeverThere(reason) => {
                return Err(NoTurn::Configuration(self.state.reach.unusable("shared_limits", &reason)));
            }
        }
        Ok(permit)
    }

    /// What to say of a call that waited for too long.
    pub(crate) fn absence(&self) -> Option<String> {
        self.state.absence().map(|reason| self.away(&reason))
    }

    fn away(&self, reason: &Unavailable) -> String {
        format!("{} is away: {reason}", self.state.reach.location)
    }

    /// Whether a new limiter would grant no more than this one.
    pub(crate) fn is_idle(&self) -> bool {
        self.state.gate.is_idle(self.state.window())
    }
}

/// A thread that speaks with Redis for all limits of this process, whatever runtime their calls are on.
pub(crate) fn start_thread() -> Result<Handle, Unavailable> {
    run_on_thread("cams-roi-redis", std::future::pending()).map_err(|error| Unavailable::no_thread(&error))
}
