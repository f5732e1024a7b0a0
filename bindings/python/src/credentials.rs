//! Credentials from Python: a key, or a function that is asked for one.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use cams_roi::Credentials;
use cams_roi::bridge::{self, run_blocking};
use cams_roi::credentials::{CallbackCredentials, CredentialsError};
use pyo3::exceptions::{PyBaseException, PyConnectionError, PyTimeoutError};
use pyo3::prelude::*;

use crate::runtime::Engine;

/// Id, secret, security token, and when they expire in milliseconds since 1970.
type Key = (String, String, Option<String>, Option<f64>);

/// How failures call the function.
const SOURCE: &str = "the function";

fn credentials((id, secret, token, expires_at): Key) -> Credentials {
    bridge::key(id, secret, token, expires_at)
}

/// What a client and its credentials function tell each other. The lock is held by nobody who has not the GIL.
#[derive(Clone, Default)]
pub(crate) struct Exchange(Arc<Mutex<Told>>);

#[derive(Default)]
struct Told {
    /// Where coroutines run: the event loop that called last.
    event_loop: Option<Py<PyAny>>,
    /// What the function raised, to be shown as the cause of the error that comes of it.
    raised: Option<Py<PyBaseException>>,
}

impl Exchange {
    fn told(&self) -> MutexGuard<'_, Told> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn called_from(&self, event_loop: &Bound<'_, PyAny>) {
        let earlier = self.told().event_loop.replace(event_loop.clone().unbind());
        drop(earlier);
    }

    pub(crate) fn take_raised(&self) -> Option<Py<PyBaseException>> {
        self.told().raised.take()
    }
}

/// Credentials that the user's function is asked for.
pub(crate) fn from_python(function: &Arc<Py<PyAny>>, exchange: &Exchange) -> CallbackCredentials {
    let (function, exchange) = (Arc::clone(function), exchange.clone());
    CallbackCredentials::new(move || {
        let function = Arc::clone(&function);
        let exchange = exchange.clone();
        // On a thread that may block: the function may do what it likes, and a coroutine is waited for.
        let asked =
            run_blocking(move || Engine::running()?.python.attach(|py| ask(py, &function, &exchange)));
        async move {
            let answer = asked.await.map_err(|error| CredentialsError::new(SOURCE, error.to_string()))?;
            let ended = || Err(CredentialsError::new(SOURCE, "the interpreter is shutting down"));
            answer.unwrap_or_else(ended)
        }
    })
}

fn ask(py: Python<'_>, function: &Py<PyAny>, exchange: &Exchange) -> Result<Credentials, CredentialsError> {
    let event_loop = exchange.told().event_loop.as_ref().map(|it| it.clone_ref(py));
    let key = || -> PyResult<Key> {
        py.import("cams_roi._credentials")?.call_method1("ask", (function, event_loop))?.extract()
    };
    key().map(credentials).map_err(|error| {
        let reason = error.to_string();
        let failure = if is_passing(py, &error) {
            CredentialsError::transient(SOURCE, reason)
        } else {
            CredentialsError::new(SOURCE, reason)
        };
        exchange.told().raised = Some(error.into_value(py));
        failure
    })
}

/// Whether asking again may help: the function could not reach what it asks, or its own error says so.
fn is_passing(py: Python<'_>, error: &PyErr) -> bool {
    let is_retryable =
        || error.value(py).getattr("retryable").is_ok_and(|it| it.is_truthy().unwrap_or(false));
    error.is_instance_of::<PyConnectionError>(py)
        || error.is_instance_of::<PyTimeoutError>(py)
        || is_retryable()
}
