//! What becomes of work that JavaScript waits for.

use std::future::Future;

use napi::bindgen_prelude::{JsObjectValue as _, Object, PromiseRaw, ToNapiValue};
use napi::{Env, Result};

use crate::cancel::CancelToken;
use crate::failure::Failure;

enum Outcome<T> {
    Done(T),
    Failed(Box<Failure>),
    Cancelled,
}

/// Starts the work. The promise is fulfilled with `{ ok }`, `{ err }` or `{ cancelled }`: an error is thrown where the
/// user's own code can be seen in its stack, which is in JavaScript.
///
/// When it is cancelled the work is dropped, which ends its request on the wire.
pub(crate) fn start<'env, T: ToNapiValue + Send + 'static>(
    env: &'env Env,
    cancel: Option<&CancelToken>,
    work: impl Future<Output = std::result::Result<T, Box<Failure>>> + Send + 'static,
) -> Result<PromiseRaw<'env, Object<'env>>> {
    let cancel = cancel.cloned();
    let work = async move {
        Ok(match cancel {
            None => work.await.into(),
            Some(cancel) => tokio::select! {
                biased;
                () = cancel.cancelled() => Outcome::Cancelled,
                result = work => result.into(),
            },
        })
    };
    env.spawn_future_with_callback(work, |env, outcome| outcome.into_object(env))
}

/// The same for what is done at once.
pub(crate) fn settled<T: ToNapiValue>(
    env: &Env,
    result: std::result::Result<T, Box<Failure>>,
) -> Result<Object<'_>> {
    Outcome::from(result).into_object(env)
}

impl<T> From<std::result::Result<T, Box<Failure>>> for Outcome<T> {
    fn from(result: std::result::Result<T, Box<Failure>>) -> Self {
        match result {
            Ok(value) => Self::Done(value),
            Err(failure) => Self::Failed(failure),
        }
    }
}

impl<T: ToNapiValue> Outcome<T> {
    fn into_object(self, env: &Env) -> Result<Object<'_>> {
        let mut object = Object::new(env)?;
        match self {
            Self::Done(value) => object.set_named_property("ok", value)?,
            Self::Failed(failure) => object.set_named_property("err", *failure)?,
            Self::Cancelled => object.set_named_property("cancelled", true)?,
        }
        Ok(object)
    }
}
