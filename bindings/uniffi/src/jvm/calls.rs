//! What takes time: it is done on the core's thread, and its answer told to the JVM.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

use futures_util::FutureExt as _;
use tokio::task::AbortHandle;

use super::functions::read;
use super::{answer, env, objects, panicked, raw};
use crate::bulk::NativeChannelOutcome;
use crate::failure::Failure;
use crate::runtime;

/// Work, and what it is answered with.
type Work = Pin<Box<dyn Future<Output = Vec<u8>> + Send>>;

/// Calls that are under way, by their number.
static CALLS: Mutex<Option<HashMap<i64, AbortHandle>>> = Mutex::new(None);

fn under_way<T>(change: impl FnOnce(&mut HashMap<i64, AbortHandle>) -> T) -> T {
    change(CALLS.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default())
}

/// Makes a call. Whether its client is closed counts now: what is under way ends as it would have.
pub(super) fn begin(object: i64, call: i64, number: i32, request: &[u8]) -> Result<(), Failure> {
    let work = AssertUnwindSafe(work(object, number, request));
    let told = async move {
        let answer = work.catch_unwind().await.unwrap_or_else(|panic| panicked(panic.as_ref()));
        // Not told where it was cancelled in the meantime.
        if under_way(|calls| calls.remove(&call)).is_some() {
            env::done(call, &answer);
        }
    };
    // With the list in hand, so that the call does not end before it is listed.
    under_way(|calls| {
        calls.insert(call, runtime::begin(told)?.abort_handle());
        Ok(())
    })
}

/// Ends a call. Tells whether it was under way: else its answer is told, or was.
pub(super) fn cancel(call: i64) -> bool {
    let task = under_way(|calls| calls.remove(&call));
    if let Some(task) = &task {
        task.abort();
    }
    task.is_some()
}

/// The work that has a number; `Jni.kt` has the same.
#[allow(clippy::panic, reason = "it tells of a mistake in Jni.kt, and is caught")]
fn work(object: i64, number: i32, mut request: &[u8]) -> Work {
    match number {
        0 => {
            let (name, settings) = (read::<String>(&mut request), read::<Vec<u8>>(&mut request));
            let made = objects::client(object).made(&name, request, settings);
            Box::pin(async move { raw(made.await) })
        }
        1 => {
            let bulk = objects::bulk(object);
            let (cust_space_id, isv_code) = (read(&mut request), read(&mut request));
            Box::pin(async move { answer(Ok(bulk.add(cust_space_id, isv_code).await)) })
        }
        2 => {
            let bulk = objects::bulk(object);
            Box::pin(async move { answer::<Option<NativeChannelOutcome>>(bulk.next().await) })
        }
        other => panic!("no work has the number {other}"),
    }
}
