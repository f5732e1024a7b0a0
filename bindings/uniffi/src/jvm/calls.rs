//! What takes time: it is done on the core's thread, and its answer told to the JVM.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

use cams_roi::operations::{
    Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric, Operation,
};
use futures_util::FutureExt as _;
use tokio::task::AbortHandle;
use uniffi::{Lift, Lower};

use super::functions::read;
use super::{answer, env, objects, panicked};
use crate::UniFfiTag;
use crate::bulk::NativeChannelOutcome;
use crate::client::{Json, NativeClient};
use crate::failure::Failure;
use crate::request::{CallRequest, EnableRequest, PhoneNumberRequest, TemplateRequest};
use crate::result::{Enabled, PhoneNumberFigures, TemplateFigures};
use crate::runtime;
use crate::settings::CallSettings;

/// Work, and what it is answered with.
type Work = Pin<Box<dyn Future<Output = Vec<u8>> + Send>>;

/// Calls that are under way, by their number.
static CALLS: Mutex<Option<HashMap<i64, AbortHandle>>> = Mutex::new(None);

fn under_way<T>(change: impl FnOnce(&mut HashMap<i64, AbortHandle>) -> T) -> T {
    change(CALLS.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default())
}

/// Makes a call. Whether its client is closed counts now: what is under way ends as it would have.
pub(super) fn begin(object: i64, call: i64, operation: i32, request: &[u8]) -> Result<(), Failure> {
    let work = AssertUnwindSafe(work(object, operation, request));
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

/// Ends a call.
pub(super) fn cancel(call: i64) {
    if let Some(task) = under_way(|calls| calls.remove(&call)) {
        task.abort();
    }
}

/// The work of an operation; `Jni.kt` has the same numbers.
#[allow(clippy::panic, reason = "it tells of a mistake in Jni.kt, and is caught")]
fn work(object: i64, operation: i32, mut request: &[u8]) -> Work {
    match operation {
        0 => send::<EnableRequest, EnableWhatsappRoiMetric, Enabled, Enabled>(
            &objects::client(object),
            request,
        ),
        1 => send::<PhoneNumberRequest, GetChatappPhoneNumberMetric, PhoneNumberFigures, PhoneNumberFigures>(
            &objects::client(object),
            request,
        ),
        2 => send::<TemplateRequest, GetChatappTemplateMetric, TemplateFigures, TemplateFigures>(
            &objects::client(object),
            request,
        ),
        3 => send::<CallRequest, Call, Json, String>(&objects::client(object), request),
        4 => {
            let bulk = objects::bulk(object);
            let (cust_space_id, isv_code) = (read(&mut request), read(&mut request));
            Box::pin(async move { answer(Ok(bulk.add(cust_space_id, isv_code).await)) })
        }
        5 => {
            let bulk = objects::bulk(object);
            Box::pin(async move { answer::<Option<NativeChannelOutcome>>(bulk.next().await) })
        }
        other => panic!("no operation has the number {other}"),
    }
}

/// Reads a request `R` for an operation `O`, sends it, and writes its output `T` as `W`.
fn send<R, O, T, W>(client: &NativeClient, mut request: &[u8]) -> Work
where
    R: Lift<UniFfiTag> + TryInto<O, Error = Failure>,
    O: Operation + Send + Sync + 'static,
    O::Output: Send,
    T: From<O::Output> + Send + 'static,
    W: Lower<UniFfiTag> + From<T>,
{
    let (asked, settings) = (read::<R>(&mut request), read::<CallSettings>(&mut request));
    let made = client.made::<O, T>(asked.try_into(), settings);
    Box::pin(async move { answer(made.await.map(W::from)) })
}
