//! What becomes of work that JavaScript waits for.

use std::any::Any;
use std::collections::HashMap;
use std::future::Future;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt as _;
use napi::bindgen_prelude::{Either4, Object, ToNapiValue};
use napi::{Env, Result};

use crate::cancel::CancelToken;
use crate::failure::Failure;
use crate::runtime;

/// What JavaScript is given: an object of one key.
pub(crate) type Outcome<T> = HashMap<Key, Either4<T, Failure, bool, String>>;

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
    /// The TypeScript and the bridge are of one build, so that what does not fit is a mistake of theirs.
    pub(crate) fn broken(error: &serde_json::Error) -> Self {
        Self::Panicked(format!("the two sides of the bridge do not fit: {error}"))
    }
}

/// Starts the work. The promise is fulfilled with an outcome, whatever happens: an error is thrown where the user's own
/// code can be seen in its stack, which is in JavaScript.
///
/// When it is cancelled the work is dropped, which ends its request on the wire.
pub(crate) fn start<'env, T: ToNapiValue + Send + 'static>(
    env: &'env Env,
    cancel: Option<&CancelToken>,
    work: impl Future<Output = std::result::Result<T, Stopped>> + Send + 'static,
) -> Result<Object<'env>> {
    let (deferred, promise) = env.create_deferred()?;
    let settle = |result| deferred.resolve(move |_| Ok(outcome(result)));
    match runtime::handle() {
        Ok(handle) => {
            let cancel = cancel.cloned();
            handle.spawn(async move { settle(finished(cancel, work).await) });
        }
        Err(failure) => settle(Err(Stopped::Failed(failure))),
    }
    Ok(promise)
}

/// The same for what is done at once.
pub(crate) fn settled<T>(result: std::result::Result<T, Stopped>) -> Outcome<T> {
    outcome(result)
}

/// Awaits the work, or that it is cancelled. A panic ends the work, and nothing else.
async fn finished<T>(
    cancel: Option<CancelToken>,
    work: impl Future<Output = std::result::Result<T, Stopped>>,
) -> std::result::Result<T, Stopped> {
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

fn outcome<T>(result: std::result::Result<T, Stopped>) -> Outcome<T> {
    let (key, value) = match result {
        Ok(value) => (Key::Ok, Either4::A(value)),
        Err(Stopped::Failed(failure)) => (Key::Err, Either4::B(*failure)),
        Err(Stopped::Cancelled) => (Key::Cancelled, Either4::C(true)),
        Err(Stopped::Panicked(words)) => (Key::Panicked, Either4::D(words)),
    };
    HashMap::from([(key, value)])
}
