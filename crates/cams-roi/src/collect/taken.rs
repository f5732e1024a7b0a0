//! When a query is done: its result was taken, which is when the next one is asked for.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::Stream;
use futures_util::future::BoxFuture;
use futures_util::stream::{FuturesUnordered, StreamExt as _};

use super::done::Receipt;
use super::run::{Item, Run};
use crate::error::Error;
use crate::operations::CollectedMetrics;

/// The results of a run, of which each is done when the next one is asked for.
pub(super) fn each(run: Run) -> impl Stream<Item = Result<CollectedMetrics, Error>> + Send {
    Taken { run, last: None, recording: FuturesUnordered::new(), has_ended: false }
}

struct Taken {
    run: Run,
    last: Option<Receipt>,
    recording: FuturesUnordered<BoxFuture<'static, Result<(), Error>>>,
    has_ended: bool,
}

impl Stream for Taken {
    type Item = Result<CollectedMetrics, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if this.has_ended {
            return Poll::Ready(None);
        }
        if let Some(receipt) = this.last.take() {
            this.recording.push(receipt.record());
        }
        let is_recorded = loop {
            match this.recording.poll_next_unpin(context) {
                Poll::Ready(Some(Ok(()))) => {}
                Poll::Ready(Some(Err(error))) => {
                    this.has_ended = true;
                    return Poll::Ready(Some(Err(error)));
                }
                Poll::Ready(None) => break true,
                Poll::Pending => break false,
            }
        };
        match this.run.poll_next_unpin(context) {
            Poll::Ready(Some(Ok(Item { result, receipt }))) => {
                this.last = receipt;
                Poll::Ready(Some(Ok(result)))
            }
            // What was recorded last is on disk before the end is told.
            Poll::Ready(None) if !is_recorded => Poll::Pending,
            Poll::Ready(end) => {
                this.has_ended = true;
                Poll::Ready(end.map(|item| item.map(|item| item.result)))
            }
            Poll::Pending => Poll::Pending,
        }
    }
}
