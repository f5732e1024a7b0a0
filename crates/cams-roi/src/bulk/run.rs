//! One run over many channels: which are called when, and what is given of each.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};

use futures_util::Stream;
use futures_util::future::BoxFuture;
use futures_util::stream::{Fuse, FuturesUnordered, StreamExt as _};

use super::channel::Channel;
use super::denials::Denials;
use super::once::Once;
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::journal::Journal;
use crate::operations::EnableWhatsappRoiMetric;
use crate::outcome::ChannelOutcome;
use crate::subject::Subject;

/// What the calls of one run share.
pub(super) struct Run {
    pub(super) client: Client,
    pub(super) isv_code: Option<String>,
    pub(super) journal: Option<Journal>,
    pub(super) call: CallOptions,
    pub(super) denials: Denials,
    /// Why no further channel is called.
    pub(super) stop: OnceLock<Error>,
    /// What ends the run itself: the journal cannot be written, or the channels contradict each other.
    pub(super) failure: OnceLock<Error>,
}

impl Run {
    /// Calls a channel, and records what came of it; `None` where it was not called because the journal failed.
    async fn enable(self: Arc<Self>, channel: Channel) -> Option<ChannelOutcome> {
        let Channel { cust_space_id, isv_code } = channel;
        let mut request = EnableWhatsappRoiMetric::new(&cust_space_id);
        if let Some(code) = isv_code.as_ref().or(self.isv_code.as_ref()) {
            request = request.isv_code(code);
        }
        let result = self.client.answer_unless(&request, self.call, &self.stop).await;
        if let Some(error) = self.stop.get()
            && result.as_ref().is_err_and(|it| it.attempts() == 0 && it.kind() == error.kind())
        {
            return self.not_called(cust_space_id);
        }
        if self.denials.end_the_run(result.as_ref().map(drop), isv_code.is_some())
            && let Err(error) = &result
        {
            let _ = self.stop.set(error.clone());
        }
        let outcome = ChannelOutcome::of(cust_space_id, result);
        if let Some(journal) = &self.journal
            && let Err(error) = journal.record(self.client.endpoint(), &outcome).await
        {
            let _ = self.stop.set(error.clone());
            let _ = self.failure.set(error);
        }
        Some(outcome)
    }

    /// The outcome of a channel whose turn came too late; `None` after a failure that ends the run.
    fn not_called(&self, cust_space_id: String) -> Option<ChannelOutcome> {
        let error = self.stop.get().filter(|_| self.failure.get().is_none())?;
        let subject = Subject { cust_space_id: Some(&cust_space_id), ..Subject::default() };
        let error = error.clone().with_attempts(0).about(subject);
        let mut outcome = ChannelOutcome::of(cust_space_id, Err(error));
        outcome.request_id = None;
        outcome.not_called = true;
        Some(outcome)
    }
}

/// The outcomes of a run, in the order in which calls end.
pub(super) struct Outcomes<S: Stream> {
    run: Arc<Run>,
    concurrency: usize,
    channels: Pin<Box<Fuse<S>>>,
    once: Once,
    /// What an earlier run called in vain: it comes after what was never called.
    put_off: VecDeque<Channel>,
    under_way: FuturesUnordered<BoxFuture<'static, Option<ChannelOutcome>>>,
    has_ended: bool,
}

/// What to do with a channel that was given.
enum Next {
    Call(Channel),
    Give(Box<ChannelOutcome>),
    /// None is there, for now or for ever.
    None {
        /// Whether more may come.
        more: bool,
    },
}

impl<S: Stream<Item = Channel>> Outcomes<S> {
    pub(super) fn new(run: Run, concurrency: usize, channels: S) -> Self {
        Self {
            run: Arc::new(run),
            concurrency,
            channels: Box::pin(channels.fuse()),
            once: Once::default(),
            put_off: VecDeque::new(),
            under_way: FuturesUnordered::new(),
            has_ended: false,
        }
    }

    /// The next channel whose turn it is.
    fn next_channel(&mut self, context: &mut Context<'_>) -> Next {
        let endpoint = self.run.client.endpoint();
        let journal = self.run.journal.as_ref();
        let channel = loop {
            let channel = match self.channels.as_mut().poll_next(context) {
                Poll::Ready(Some(channel)) => channel,
                Poll::Ready(None) => match self.put_off.pop_front() {
                    Some(channel) => break channel,
                    None => return Next::None { more: false },
                },
                Poll::Pending => return Next::None { more: true },
            };
            match self.once.is_new(&channel, self.run.isv_code.as_deref()) {
                Ok(true) => {}
                Ok(false) => continue,
                Err(error) => {
                    let _ = self.run.failure.set(error);
                    return Next::None { more: false };
                }
            }
            if let Some(outcome) = journal.and_then(|it| it.enabled(endpoint, &channel.cust_space_id)) {
                return Next::Give(Box::new(outcome));
            }
            if journal.is_some_and(|it| it.has_failed(endpoint, &channel.cust_space_id)) {
                self.put_off.push_back(channel);
                continue;
            }
            break channel;
        };
        if self.run.stop.get().is_none() {
            return Next::Call(channel);
        }
        self.run
            .not_called(channel.cust_space_id)
            .map_or(Next::None { more: false }, |outcome| Next::Give(Box::new(outcome)))
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
            while more && this.under_way.len() < this.concurrency && this.run.failure.get().is_none() {
                match this.next_channel(context) {
                    Next::Call(channel) => {
                        this.under_way.push(Box::pin(Arc::clone(&this.run).enable(channel)));
                    }
                    Next::Give(outcome) => return Poll::Ready(Some(Ok(*outcome))),
                    Next::None { more: true } => break,
                    Next::None { more: false } => more = false,
                }
            }
            let failure = this.run.failure.get();
            match this.under_way.poll_next_unpin(context) {
                Poll::Ready(Some(Some(outcome))) => return Poll::Ready(Some(Ok(outcome))),
                Poll::Ready(Some(None)) => {}
                Poll::Ready(None) if failure.is_some() || !more => {
                    this.has_ended = true;
                    return Poll::Ready(failure.cloned().map(Err));
                }
                Poll::Ready(None) | Poll::Pending => return Poll::Pending,
            }
        }
    }
}
