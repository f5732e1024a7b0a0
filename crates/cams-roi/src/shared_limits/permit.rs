//! The right to make one call, as one of all processes.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;
use tokio::time::Instant;

use super::messages::{Ended, How};
use super::state::{Event, State};
use crate::rate_limiter::{LONGEST_WAY, Permit};

/// The right to make one call, from when it is asked for until the call ends.
#[derive(Debug)]
pub(crate) struct SharedPermit {
    state: Arc<State>,
    events: UnboundedSender<Event>,
    ticket: u64,
    connection: u64,
    local: Option<Permit>,
    sent_at: Option<Instant>,
    how: How,
    wait: Option<Duration>,
    is_answered: bool,
}

impl SharedPermit {
    pub(super) fn new(state: Arc<State>, events: UnboundedSender<Event>) -> Self {
        let ticket = state.next_ticket();
        Self {
            state,
            events,
            ticket,
            connection: 0,
            local: None,
            sent_at: None,
            how: How::Unsent,
            wait: None,
            is_answered: false,
        }
    }

    pub(super) fn ticket(&self) -> u64 {
        self.ticket
    }

    pub(super) fn given(&mut self, connection: u64, local: Option<Permit>) {
        self.connection = connection;
        self.local = local;
    }

    /// The call is sent now. `false` where its turn counts no more, because it waited for something else for too long.
    pub(crate) fn sending(&mut self, now: Instant) -> bool {
        let passes = self.state.gate.pass(self.ticket, self.connection, self.local.is_none());
        if passes {
            self.sent_at = Some(now);
            self.how = How::Failed;
            if let Some(local) = &mut self.local {
                local.sending(now);
            }
        }
        passes
    }

    /// The service accepted the call: the speed recovers step by step.
    pub(crate) fn accepted(mut self) {
        self.is_answered = true;
        self.how = How::Accepted;
        if let Some(sent_at) = self.sent_at {
            self.state.gate.saw_round_trip(sent_at.elapsed());
        }
        if let Some(local) = self.local.take() {
            local.accepted();
        }
    }

    /// The service answered with an error.
    pub(crate) fn answered(mut self) {
        self.is_answered = true;
        if let Some(local) = self.local.take() {
            local.answered();
        }
    }

    /// The service throttled the call: no process calls for `wait`, and then all call more slowly.
    pub(crate) fn throttled(mut self, wait: Option<Duration>) {
        self.is_answered = true;
        self.how = How::Throttled;
        self.wait = wait;
        tracing::info!("throttled by the service: all processes call more slowly");
        if let Some(local) = self.local.take() {
            local.throttled(wait);
        }
    }
}

impl Drop for SharedPermit {
    fn drop(&mut self) {
        let mut ended =
            Ended { ticket: self.ticket, how: self.how, credit: 0, later: 0, wait: self.wait.map(micros) };
        if let Some(sent_at) = self.sent_at {
            let now = Instant::now();
            let received_by = if self.is_answered { now } else { now.max(sent_at + LONGEST_WAY) };
            self.state.gate.ended(self.ticket, received_by);
            ended.later = micros(received_by - now);
            if self.is_answered {
                ended.credit = micros(self.state.gate.credit(self.state.slots()));
            }
        }
        // Nobody listens where the process is about to end.
        let _ = self.events.send(Event::Ended(ended));
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}
