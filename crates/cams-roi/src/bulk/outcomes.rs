//! One run over many channels: which are called when, and what is given of each.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_util::Stream;
use futures_util::future::BoxFuture;
use futures_util::stream::{FuturesUnordered, StreamExt as _};

use super::channel::Channel;
use super::given::Next;
use super::list::List;
use super::run::{Ended, Run};
use crate::error::Error;
use crate::outcome::ChannelOutcome;

/// The outcomes of a run, in the order in which calls end.
pub(super) struct Outcomes<S: Stream> {
    run: Arc<Run>,
    concurrency: usize,
    list: List<S>,
    under_way: FuturesUnordered<BoxFuture<'static, Ended>>,
    has_ended: bool,
}

impl<S: Stream<Item = Channel>> Outcomes<S> {
    pub(super) fn new(run: Run, concurrency: usize, list: List<S>) -> Self {
        Self { run: Arc::new(run), concurrency, list, under_way: FuturesUnordered::new(), has_ended: false }
    }
}

impl<S: Stream<Item = Channel>> Stream for Outcomes<S> {
    type Item = Result<ChannelOutcome, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if this.has_ended {
            return Poll::Ready(None);
        }
        loop {
            let mut more = true;
            while more && this.run.failure.get().is_none() {
                let free = this.concurrency - this.under_way.len();
                if free == 0 && !this.list.gives_what_others_do() {
                    break;
                }
                match this.list.next(context, &this.run, free) {
                    Next::Call(channel, held) => {
                        this.under_way.push(Box::pin(Arc::clone(&this.run).enable(channel, held)));
                    }
                    Next::Give(outcome) => return Poll::Ready(Some(Ok(*outcome))),
                    Next::None { more: true } => break,
                    Next::None { more: false } => more = false,
                }
            }
            let failure = this.run.failure.get();
            match this.under_way.poll_next_unpin(context) {
                Poll::Ready(Some(Ended::Outcome(outcome))) => return Poll::Ready(Some(Ok(*outcome))),
                Poll::Ready(Some(Ended::TakenBack(channel))) => this.list.take_back(channel, &this.run),
                Poll::Ready(Some(Ended::Nothing)) => {}
                Poll::Ready(None) if failure.is_some() || !more => {
                    this.has_ended = true;
                    return Poll::Ready(failure.cloned().map(Err));
                }
                Poll::Ready(None) | Poll::Pending => return Poll::Pending,
            }
        }
    }
}
