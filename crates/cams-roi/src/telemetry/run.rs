//! One run over many channels as it is told of.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::SystemTime;

use futures_util::{Stream, StreamExt as _};
use tokio::time::Instant;

use super::call::given;
use super::caller::Caller;
use super::event::{Attribute, Event, EventName};
use super::id::Id;
use super::observer::Observer;
use crate::error::Error;
use crate::outcome::ChannelOutcome;

/// What a run ends with that its caller gave up.
const CANCELLED: &str = "cancelled";

/// The outcomes of a run, which is told of once it is polled.
pub(crate) struct WatchedRun<S> {
    outcomes: S,
    listener: Option<Listener>,
    sums: Sums,
}

/// Who is told of a run.
struct Listener {
    observer: Observer,
    id: Id,
    caller: Caller,
    operation: &'static str,
    begun: Option<Instant>,
}

/// What became of the channels so far.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    enabled: usize,
    failed: usize,
    resumed: usize,
    not_called: usize,
}

impl<S> WatchedRun<S> {
    /// The run that `outcomes` makes with the caller that it is given: its calls know of the run by that.
    pub(crate) fn new(
        observer: Option<&Observer>,
        operation: &'static str,
        caller: Caller,
        outcomes: impl FnOnce(Caller) -> S,
    ) -> Self {
        let Some(observer) = observer.filter(|it| it.wants(&caller)) else {
            return Self { outcomes: outcomes(caller), listener: None, sums: Sums::default() };
        };
        let id = Id::next();
        let listener = Listener { observer: observer.clone(), id, caller, operation, begun: None };
        let outcomes = outcomes(Caller { run: Some(id), ..caller });
        Self { outcomes, listener: Some(listener), sums: Sums::default() }
    }
}

impl<S> Stream for WatchedRun<S>
where
    S: Stream<Item = Result<ChannelOutcome, Error>> + Unpin,
{
    type Item = S::Item;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        if let Some(listener) = &mut self.listener {
            listener.begin();
        }
        let item = self.outcomes.poll_next_unpin(context);
        match &item {
            Poll::Ready(Some(Ok(outcome))) => self.sums.add(outcome),
            Poll::Ready(Some(Err(error))) => {
                let (kind, message) = (error.kind().as_str(), error.message().to_owned());
                self.end(Some((kind, Some(message))));
            }
            Poll::Ready(None) => self.end(None),
            Poll::Pending => {}
        }
        item
    }
}

impl<S> WatchedRun<S> {
    fn end(&mut self, error: Option<(&str, Option<String>)>) {
        // One that nobody polled has not begun.
        let Some(listener) = self.listener.take_if(|it| it.begun.is_some()) else { return };
        let Sums { enabled, failed, resumed, not_called } = self.sums;
        let (kind, message) = error.unzip();
        listener.tell(
            EventName::RunEnd,
            given([
                ("cams.channels.enabled", Some(enabled.into())),
                ("cams.channels.failed", Some(failed.into())),
                ("cams.channels.resumed", Some(resumed.into())),
                ("cams.channels.not_called", Some(not_called.into())),
                ("cams.duration", listener.begun.map(|it| it.elapsed().as_secs_f64().into())),
                ("error.type", kind.map(Into::into)),
                ("error.message", message.flatten().map(Into::into)),
            ]),
        );
    }
}

impl<S> Drop for WatchedRun<S> {
    fn drop(&mut self) {
        self.end(Some((CANCELLED, None)));
    }
}

impl Listener {
    fn begin(&mut self) {
        if self.begun.is_none() {
            self.begun = Some(Instant::now());
            self.tell(EventName::RunStart, Vec::new());
        }
    }

    fn tell(&self, name: EventName, attributes: Vec<(&'static str, Attribute)>) {
        self.observer.tell(&Event {
            name,
            time: SystemTime::now(),
            call_id: None,
            run_id: Some(self.id.to_string()),
            operation: self.operation.to_owned(),
            cust_space_id: None,
            parent: self.caller.parent.map(|it| it.to_string()),
            attributes,
        });
    }
}

impl Sums {
    fn add(&mut self, outcome: &ChannelOutcome) {
        let counted = if outcome.is_enabled() { &mut self.enabled } else { &mut self.failed };
        *counted += 1;
        self.resumed += usize::from(outcome.resumed);
        self.not_called += usize::from(outcome.not_called);
    }
}
