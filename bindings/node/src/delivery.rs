//! Outcomes on their way to JavaScript: as many at once as there are, because each trip there wakes its thread.
//!
//! A promise of napi's own would have a thread-safe function for itself, which costs more than all else that the thread
//! of JavaScript does for a call. Here all calls of a client share one, and each has a ticket, by which JavaScript knows
//! what waits for it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use napi::bindgen_prelude::{FnArgs, Function};
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi::{Env, Result, Status};
use tokio::task::yield_now;

use crate::outcome::{Finished, Stopped, Told, Value, numbered};

/// By what JavaScript knows who waits for an outcome.
pub(crate) type Ticket = u32;

/// Who waits for an outcome, what became of the work, and its value.
type Arguments = FnArgs<(Ticket, u32, Told<Value>)>;

/// A ticket that is never given.
const NOBODY: Ticket = Ticket::MAX;

/// Says that what is delivered is an event. The numbers below it are the keys of outcomes.
const EVENT: u32 = 4;

/// What JavaScript comes for.
#[allow(
    clippy::large_enum_variant,
    reason = "most are outcomes, and to box each would cost every call an allocation"
)]
enum Ready {
    /// The outcome of what a ticket was given for.
    Outcome(Ticket, Finished),
    /// An event of a call or a run, in JSON.
    Event(String),
}

/// The function of JavaScript that takes outcomes, and never throws.
pub(crate) type Take<'a> = Function<'a, Arguments, ()>;

/// It is weak: waiting for the next call keeps no process alive.
type Call = ThreadsafeFunction<(), (), Arguments, Status, false, true>;

/// What is delivered to one client.
#[derive(Default)]
pub(crate) struct Delivery {
    /// JavaScript comes for them once there is one.
    ready: Mutex<Vec<Ready>>,
    /// How many outcomes are still to be taken, of calls under way too. Only the thread of JavaScript counts.
    expected: AtomicUsize,
    /// `None` until there is something to call.
    call: Mutex<Option<Call>>,
}

impl Delivery {
    pub(crate) fn to(take: &Take<'_>) -> Result<Arc<Self>> {
        let delivery = Arc::new(Self::default());
        // Whoever waits for an outcome has the client, and so this: it is gone when nobody waits any more.
        let weak = Arc::downgrade(&delivery);
        let builder = take.build_threadsafe_function::<()>().weak::<true>().callee_handled::<false>();
        let take = take.create_ref()?;
        let call = builder.build_callback(move |context| {
            let ready = weak.upgrade().map(|delivery| delivery.taken(&context.env)).transpose()?;
            let mut ready = ready.unwrap_or_default().into_iter().map(arguments);
            // The last one is for the call that is made of this. Arrays of them all would take JavaScript longer.
            let last = ready.next_back();
            let take = take.borrow_back(&context.env)?;
            for outcome in ready {
                take.call(outcome)?;
            }
            Ok(last.unwrap_or_else(|| arguments(Ready::Outcome(NOBODY, Err(Stopped::Cancelled)))))
        })?;
        *locked(&delivery.call) = Some(call);
        Ok(delivery)
    }

    /// Keeps the process alive until one more outcome is taken.
    pub(crate) fn expect(&self, env: &Env) -> Result<()> {
        match self.expected.fetch_add(1, Ordering::Relaxed) {
            0 => self.keep_alive(env, true),
            _ => Ok(()),
        }
    }

    /// Delivers an outcome, with those of the calls that end meanwhile.
    pub(crate) async fn deliver(&self, ticket: Ticket, finished: Finished) {
        if self.add(Ready::Outcome(ticket, finished)) {
            if self.expected.load(Ordering::Relaxed) > 1 {
                // Answers come together: work that has its answer by now ends first.
                yield_now().await;
            }
            self.call();
        }
    }

    /// Delivers an outcome at once.
    pub(crate) fn deliver_now(&self, ticket: Ticket, finished: Finished) {
        if self.add(Ready::Outcome(ticket, finished)) {
            self.call();
        }
    }

    /// Delivers an event, before the outcomes that come after it. It keeps no process alive.
    pub(crate) fn tell(&self, event: String) {
        if self.add(Ready::Event(event)) {
            self.call();
        }
    }

    /// Tells whether JavaScript is to be called for it: for the others, it has been.
    fn add(&self, one: Ready) -> bool {
        let mut ready = locked(&self.ready);
        ready.push(one);
        ready.len() == 1
    }

    fn call(&self) {
        if let Some(call) = &*locked(&self.call) {
            call.call((), ThreadsafeFunctionCallMode::NonBlocking);
        }
    }

    fn taken(&self, env: &Env) -> Result<Vec<Ready>> {
        let ready = std::mem::take(&mut *locked(&self.ready));
        let outcomes = ready.iter().filter(|one| matches!(one, Ready::Outcome(..))).count();
        if self.expected.fetch_sub(outcomes, Ordering::Relaxed) == outcomes {
            self.keep_alive(env, false)?;
        }
        Ok(ready)
    }

    #[allow(deprecated, reason = "to clone it, as is advised instead, keeps no process alive")]
    fn keep_alive(&self, env: &Env, yes: bool) -> Result<()> {
        match &mut *locked(&self.call) {
            Some(call) if yes => call.refer(env),
            Some(call) => call.unref(env),
            None => Ok(()),
        }
    }
}

fn arguments(ready: Ready) -> Arguments {
    match ready {
        Ready::Outcome(ticket, finished) => {
            let (key, value) = numbered(finished);
            (ticket, key, value).into()
        }
        Ready::Event(text) => (NOBODY, EVENT, Told::D(text)).into(),
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
