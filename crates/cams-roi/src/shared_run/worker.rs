//! One worker of a shared run, as its calls see it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;

use super::about::About;
use super::address::Address;
use super::keeper::Keeper;
use super::known::{ReadLine, Recorded};
use super::messages::{Record, Wish};
use super::script;
use super::state::{Answer, Event, Lost, State};
use crate::error::Error;
use crate::may_send::MaySend;
use crate::redis_server::{Reach, Unavailable, run_on_thread};
use crate::tls::TlsOptions;

/// A little longer than the keeper takes for its farewell.
const LONGEST_END: Duration = Duration::from_secs(3);

/// One worker. Dropping it writes what is left to be written, and gives back what it has claimed.
#[derive(Debug)]
pub(crate) struct Worker {
    state: Arc<State>,
    events: Option<UnboundedSender<Event>>,
    /// Its thread has ended when this has.
    ended: std::sync::Mutex<Receiver<()>>,
}

impl Worker {
    /// A worker of the run there. It connects when it first asks for something. `parameters` is what all workers have to
    /// have alike, in words.
    pub(crate) fn start(
        address: Address,
        tls: &TlsOptions,
        kind: &'static str,
        parameters: String,
        read: ReadLine,
    ) -> Result<Self, Error> {
        let reach = Reach::new(address.location.clone(), tls)?;
        let state = Arc::new(State::new());
        let (events, received) = unbounded_channel();
        let script = script::of_run(&address.name);
        let about = About { address, kind, parameters, read };
        let no_thread = |error: &std::io::Error| reach.unusable("journal", &Unavailable::no_thread(error));
        let keeper = Keeper::new(about, reach.clone(), script, Arc::clone(&state));
        let (ends, ended) = mpsc::channel();
        let work = async move {
            keeper.keep(received).await;
            drop(ends);
        };
        run_on_thread("cams-roi-journal", work).map_err(|it| no_thread(&it))?;
        Ok(Self { state, events: Some(events), ended: std::sync::Mutex::new(ended) })
    }

    fn tell(&self, event: Event) {
        // Whoever is not heard any more learns so by what he waits for.
        let _ = self.events.as_ref().map(|events| events.send(event));
    }

    /// Asks for up to `want` of these things, in their order.
    pub(super) fn ask(
        &self,
        things: Vec<Arc<str>>,
        want: usize,
    ) -> BoxFuture<'static, Result<Vec<Answer>, Error>> {
        let (caller, answer) = oneshot::channel();
        self.tell(Event::Asked(Wish { things, want }, caller));
        Box::pin(async move { answer.await.unwrap_or_else(|_| Err(ended())) })
    }

    /// Waits until all lines were read.
    pub(crate) async fn is_up_to_date(&self) -> Result<(), Error> {
        self.ask(Vec::new(), 0).await.map(drop)
    }

    /// What was recorded of a thing, as far as this worker knows.
    pub(crate) fn recorded(&self, thing: &str) -> Option<Recorded> {
        self.state.of(thing)
    }

    fn broken(&self) -> Option<Error> {
        self.state.lock().broken.clone()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.events.take());
        if let Ok(ended) = self.ended.get_mut() {
            let _ = ended.recv_timeout(LONGEST_END);
        }
    }
}

fn ended() -> Error {
    Error::configuration("journal: its thread has ended", "Please report this as a bug.")
}

/// A thing that this worker has, until it is recorded or dropped.
#[derive(Debug)]
pub(crate) struct Claim {
    worker: Arc<Worker>,
    thing: Arc<str>,
    was_refused: AtomicBool,
    is_handed_over: bool,
}

impl Claim {
    pub(super) fn new(worker: Arc<Worker>, thing: Arc<str>) -> Self {
        Self { worker, thing, was_refused: AtomicBool::new(false), is_handed_over: false }
    }

    /// Records what became of it: done, or done in vain; `what` it was, in words. When this is done, Redis has it, and
    /// every worker that hears of it keeps it; dropping the future does not keep it from being written.
    pub(crate) fn record(
        mut self,
        line: Option<&str>,
        is_done: bool,
        what: String,
    ) -> impl Future<Output = Result<(), Error>> + Send + use<> {
        self.is_handed_over = true;
        let (caller, recorded) = oneshot::channel();
        let record =
            Record { thing: Arc::clone(&self.thing), line: line.map(Into::into), is_done, is_now: true };
        self.worker.tell(Event::Recorded(record, what, caller));
        let worker = Arc::clone(&self.worker);
        async move {
            let recorded = recorded.await.unwrap_or_else(|_| Err(worker.broken().unwrap_or_else(ended)));
            drop(worker);
            recorded
        }
    }

    /// Why nothing can be claimed or recorded any more.
    pub(crate) fn broken(&self) -> Option<Error> {
        self.worker.broken()
    }

    /// Whether its call was not sent, or not again, because another worker has it.
    pub(crate) fn was_refused(&self) -> bool {
        self.was_refused.load(Ordering::Relaxed)
    }
}

impl MaySend for Claim {
    fn refusal(&self, _: u32) -> Option<Error> {
        match self.worker.state.holds(&self.thing)? {
            Ok(()) => None,
            Err(Lost::Broken(error)) => Some(error),
            Err(Lost::ToAnother) => {
                self.was_refused.store(true, Ordering::Relaxed);
                Some(Error::configuration("another worker has it", "Its outcome is in the journal."))
            }
        }
    }

    fn is_certain(&self) -> bool {
        self.worker.state.holds(&self.thing).is_some()
    }

    fn certain(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.worker.state.is_certain_of(&self.thing))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if self.is_handed_over {
            return;
        }
        let is_held = self.worker.state.lock().held.remove(&self.thing);
        if is_held {
            self.worker.tell(Event::Released(Arc::clone(&self.thing)));
        }
    }
}
