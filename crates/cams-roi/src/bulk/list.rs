//! A run's channels: which is to be called next, and what is known of those that are not.

use std::collections::VecDeque;
use std::task::Context;

use futures_util::Stream;

use super::channel::Channel;
use super::given::{Given, Next, Read};
use super::run::Run;
#[cfg(feature = "redis")]
use super::shared::SharedList;
use crate::held::Held;

/// The channels of a run.
pub(super) struct List<S: Stream> {
    given: Given<S>,
    /// What an earlier run called in vain: it comes after what was never called.
    put_off: VecDeque<Channel>,
    #[cfg(feature = "redis")]
    shared: Option<SharedList>,
}

impl<S: Stream<Item = Channel>> List<S> {
    pub(super) fn new(channels: S) -> Self {
        Self {
            given: Given::new(channels),
            put_off: VecDeque::new(),
            #[cfg(feature = "redis")]
            shared: None,
        }
    }

    /// The list of one worker of many, where it is one.
    #[cfg(feature = "redis")]
    pub(super) fn shared(self, shared: Option<SharedList>) -> Self {
        Self { shared, ..self }
    }

    /// Whether something may be given although nothing more may be called now.
    pub(super) fn gives_what_others_do(&self) -> bool {
        #[cfg(feature = "redis")]
        return self.shared.is_some();
        #[cfg(not(feature = "redis"))]
        false
    }

    /// Takes back a channel that was not called, because another worker has it.
    #[cfg_attr(not(feature = "redis"), allow(clippy::unused_self, reason = "as where there are others"))]
    pub(super) fn take_back(&mut self, channel: Channel, run: &Run) {
        #[cfg(feature = "redis")]
        if let Some(shared) = &mut self.shared {
            shared.offer(channel, run);
        }
        #[cfg(not(feature = "redis"))]
        drop((channel, run));
    }

    /// The next channel whose turn it is, where `free` more calls may be under way.
    pub(super) fn next(&mut self, context: &mut Context<'_>, run: &Run, free: usize) -> Next {
        #[cfg(feature = "redis")]
        if let Some(shared) = &mut self.shared {
            return shared.next(&mut self.given, context, run, free);
        }
        if free == 0 {
            return Next::None { more: true };
        }
        let (endpoint, journal) = (run.client.endpoint(), run.journal.as_ref());
        let channel = loop {
            let channel = match self.given.read(context, run) {
                Read::Channel(channel) => channel,
                Read::Pending => return Next::None { more: true },
                Read::Wrong => return Next::None { more: false },
                Read::End => match self.put_off.pop_front() {
                    Some(channel) => break channel,
                    None => return Next::None { more: false },
                },
            };
            if let Some(outcome) = journal.and_then(|it| it.enabled(endpoint, &channel.cust_space_id)) {
                return Next::Give(Box::new(outcome));
            }
            if journal.is_some_and(|it| it.has_failed(endpoint, &channel.cust_space_id)) {
                self.put_off.push_back(channel);
                continue;
            }
            break channel;
        };
        if run.stop.get().is_none() {
            return Next::Call(channel, Held::default());
        }
        run.not_called(channel.cust_space_id)
            .map_or(Next::None { more: false }, |outcome| Next::Give(Box::new(outcome)))
    }
}
