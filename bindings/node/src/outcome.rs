//! What becomes of work that JavaScript waits for.

use std::any::Any;
use std::collections::HashMap;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;

use futures_util::FutureExt as _;
use napi::bindgen_prelude::{Either3, Either4};
use napi::{Env, Result};

use crate::bulk::ChannelOutcome;
use crate::cancel::CancelToken;
use crate::delivery::{Delivery, Ticket};
use crate::failure::Failure;
use crate::runtime;

/// What JavaScript is given: an object of one key.
pub(crate) type Outcome<T> = HashMap<Key, Told<T>>;

/// The value of an outcome's key.
pub(crate) type Told<T> = Either4<T, Failure, bool, String>;

/// What work gives that JavaScript waits for: an answer, whether more is wanted, or the next outcome of a run.
pub(crate) type Value = Either3<String, bool, Option<ChannelOutcome>>;

/// What became of work that JavaScript waits for.
pub(crate) type Finished = std::result::Result<Value, Stopped>;

type Work = Pin<Box<dyn Future<Output = Finished> + Send>>;

/// The key says what became of the work.
#[derive(Eq, Hash, PartialEq)]
pub enum Key {
    Ok,
    Err,
    Cancelled,
    Panicked,
}

impl AsRef<str> for Key {
    fn as_ref(&self) -> &str {
        match self {
            Self::Ok => "ok",
            Self::Err => "err",
            Self::Cancelled => "cancelled",
            Self::Panicked => "panicked",
        }
    }
}

/// Why work gave no value.
pub(crate) enum Stopped {
    Failed(Box<Failure>),
    Cancelled,
    /// A mistake of this library's; what the panic said.
    Panicked(String),
}

impl<E: Into<Box<Failure>>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

impl Stopped {
    /// The TypeScript and the binding are of one build, so that what does not fit is a mistake of theirs.
    pub(crate) fn broken(error: &serde_json::Error) -> Self {
        Self::Panicked(format!("the two sides of the binding do not fit: {error}"))
    }
}

/// Starts the work. Its outcome is delivered, whatever happens: an error is thrown where the user's own code can be seen
/// in its stack, which is in JavaScript.
///
/// When it is cancelled the work is dropped, which ends its request on the wire.
pub(crate) fn start(
    env: &Env,
    (delivery, ticket): (&Arc<Delivery>, Ticket),
    cancel: Option<&CancelToken>,
    work: impl Future<Output = Finished> + Send + 'static,
) -> Result<()> {
    delivery.expect(env)?;
    let cancel = cancel.cloned();
    let to = Arc::clone(delivery);
    // Boxed first: each layer around it would have room for it twice, and some kilobytes would be moved again and again.
    let work: Work = Box::pin(work);
    let work = async move { to.deliver(ticket, finished(cancel, work).await).await };
    if let Err(failure) = runtime::spawn(work) {
        delivery.deliver_now(ticket, Err(Stopped::Failed(failure)));
    }
    Ok(())
}

/// The same for what is done at once.
pub(crate) fn settled<T>(result: std::result::Result<T, Stopped>) -> Outcome<T> {
    HashMap::from([parts(result)])
}

/// Awaits the work, or that it is cancelled. A panic ends the work, and nothing else.
async fn finished(cancel: Option<CancelToken>, work: Work) -> Finished {
    let work = async {
        match cancel {
            None => work.await,
            Some(cancel) => tokio::select! {
                biased;
                () = cancel.cancelled() => Err(Stopped::Cancelled),
                result = work => result,
            },
        }
    };
    let caught = AssertUnwindSafe(work).catch_unwind().await;
    caught.unwrap_or_else(|panic| Err(Stopped::Panicked(words(&*panic))))
}

/// What a panic said.
pub(crate) fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref().map(String::as_str)).unwrap_or("it said nothing").to_owned()
}

/// The number by which a key crosses, and its value.
pub(crate) fn numbered(finished: Finished) -> (u32, Told<Value>) {
    let (key, value) = parts(finished);
    (key as u32, value)
}

fn parts<T>(result: std::result::Result<T, Stopped>) -> (Key, Told<T>) {
    match result {
        Ok(value) => (Key::Ok, Either4::A(value)),
        Err(Stopped::Failed(failure)) => (Key::Err, Either4::B(*failure)),
        Err(Stopped::Cancelled) => (Key::Cancelled, Either4::C(true)),
        Err(Stopped::Panicked(words)) => (Key::Panicked, Either4::D(words)),
    }
}
