//! Channels as they are given to a run, each once.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::Stream;
use futures_util::stream::{Fuse, StreamExt as _};

use super::channel::Channel;
use super::once::Once;
use super::run::Run;
use crate::held::Held;
use crate::outcome::ChannelOutcome;

/// What to do with a channel that was given.
pub(super) enum Next {
    Call(Channel, Held),
    Give(Box<ChannelOutcome>),
    /// None is there, for now or for ever.
    None {
        /// Whether more may come.
        more: bool,
    },
}

/// What is read of the channels that were given.
pub(super) enum Read {
    Channel(Channel),
    /// None is there for now.
    Pending,
    /// There are no more.
    End,
    /// They contradict each other, which the run knows.
    Wrong,
}

/// The channels as they are given, each once.
pub(super) struct Given<S: Stream> {
    channels: Pin<Box<Fuse<S>>>,
    once: Once,
}

impl<S: Stream<Item = Channel>> Given<S> {
    pub(super) fn new(channels: S) -> Self {
        Self { channels: Box::pin(channels.fuse()), once: Once::default() }
    }

    /// The next one that was not given before.
    pub(super) fn read(&mut self, context: &mut Context<'_>, run: &Run) -> Read {
        loop {
            let channel = match self.channels.as_mut().poll_next(context) {
                Poll::Ready(Some(channel)) => channel,
                Poll::Ready(None) => return Read::End,
                Poll::Pending => return Read::Pending,
            };
            match self.once.is_new(&channel, run.isv_code.as_deref()) {
                Ok(true) => return Read::Channel(channel),
                Ok(false) => {}
                Err(error) => {
                    let _ = run.failure.set(error);
                    return Read::Wrong;
                }
            }
        }
    }
}
