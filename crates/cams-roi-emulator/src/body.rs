//! How the body of an answer goes out: at once, in part, little by little, without end.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame};
use tokio::time::{Instant, Sleep, sleep};

use crate::log::{OpenEntry, Outcome};
use crate::wire::ConnectionControl;

static FILLING: [u8; 64 * 1024] = [b'x'; 64 * 1024];

/// A body. It finishes its log entry when its last piece was handed over; dropped before, the client has gone.
#[derive(Debug)]
pub(crate) struct AnswerBody {
    content: Content,
    entry: Option<OpenEntry>,
}

#[derive(Debug)]
enum Content {
    Whole(Bytes),
    /// The connection is closed once this is out.
    Last {
        bytes: Bytes,
        control: Arc<ConnectionControl>,
        outcome: Outcome,
    },
    Drip {
        rest: Bytes,
        chunk: usize,
        pause: Duration,
        sleep: Pin<Box<Sleep>>,
    },
    Filling {
        left: u64,
    },
}

impl AnswerBody {
    /// The whole body at once.
    pub(crate) fn whole(body: Bytes, mut entry: Option<OpenEntry>) -> Self {
        // Nobody asks an empty body for its last piece.
        if let (true, Some(entry)) = (body.is_empty(), &mut entry) {
            entry.finish(Outcome::Answered);
        }
        Self { content: Content::Whole(body), entry }
    }

    /// The whole body; then the connection is closed.
    pub(crate) fn then_close(bytes: Bytes, control: Arc<ConnectionControl>, entry: OpenEntry) -> Self {
        Self { content: Content::Last { bytes, control, outcome: Outcome::Answered }, entry: Some(entry) }
    }

    /// The first bytes of the body; then the connection is closed.
    pub(crate) fn cut_off(
        mut body: Bytes,
        after: usize,
        control: Arc<ConnectionControl>,
        entry: OpenEntry,
    ) -> Self {
        body.truncate(after);
        Self { content: Content::Last { bytes: body, control, outcome: Outcome::CutOff }, entry: Some(entry) }
    }

    /// A few bytes after each pause.
    pub(crate) fn drip(body: Bytes, chunk: usize, pause: Duration, mut entry: OpenEntry) -> Self {
        if body.is_empty() {
            entry.finish(Outcome::Answered);
        }
        let sleep = Box::pin(sleep(pause));
        Self { content: Content::Drip { rest: body, chunk: chunk.max(1), pause, sleep }, entry: Some(entry) }
    }

    /// That many bytes of nothing.
    pub(crate) fn filling(bytes: u64, mut entry: OpenEntry) -> Self {
        if bytes == 0 {
            entry.finish(Outcome::Answered);
        }
        Self { content: Content::Filling { left: bytes }, entry: Some(entry) }
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = &mut *self;
        let (piece, outcome) = match &mut this.content {
            Content::Whole(bytes) => (std::mem::take(bytes), Some(Outcome::Answered)),
            Content::Last { bytes, control, outcome } => {
                control.close_after_flush();
                let bytes = std::mem::take(bytes);
                if bytes.is_empty() {
                    // The head alone, and never an end: the connection ends first.
                    finish(&mut this.entry, *outcome);
                    return Poll::Pending;
                }
                (bytes, Some(*outcome))
            }
            Content::Drip { rest, chunk, pause, sleep } => {
                if !rest.is_empty() {
                    ready!(sleep.as_mut().poll(context));
                    sleep.as_mut().reset(Instant::now() + *pause);
                }
                let piece = rest.split_to(rest.len().min(*chunk));
                (piece, rest.is_empty().then_some(Outcome::Answered))
            }
            Content::Filling { left } => {
                let length = usize::try_from(*left).unwrap_or(usize::MAX).min(FILLING.len());
                *left -= length as u64;
                (Bytes::from_static(&FILLING[..length]), (*left == 0).then_some(Outcome::Answered))
            }
        };
        if let Some(outcome) = outcome {
            finish(&mut this.entry, outcome);
        }
        Poll::Ready((!piece.is_empty()).then(|| Ok(Frame::data(piece))))
    }
}

fn finish(entry: &mut Option<OpenEntry>, outcome: Outcome) {
    if let Some(entry) = entry {
        entry.finish(outcome);
    }
}
