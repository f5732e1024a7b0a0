//! The client behind both Python clients.

use std::sync::{Arc, Mutex, PoisonError};

use cams_roi::bridge::EnableManySettings;
use cams_roi::{Error, ErrorKind};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::bulk::Bulk;
use crate::credentials::Exchange;
use crate::crossing::{read, written};
use crate::errors::{exception, guarded, refusal, with_cause};
use crate::logs;
use crate::pending::{Pending, start};
use crate::runtime::wait;
use crate::settings::{self, Settings, call_options};

/// A client of the core that survives forks.
#[pyclass(frozen, module = "cams_roi._native")]
pub(crate) struct Client {
    settings: Arc<Settings>,
    exchange: Exchange,
    /// Held by nobody who has not the GIL, so that a fork never finds it locked.
    state: Mutex<State>,
}

enum State {
    Open { process: u32, client: cams_roi::Client },
    Closed,
}

#[pymethods]
impl Client {
    #[new]
    fn new(
        py: Python<'_>,
        settings: &Bound<'_, PyDict>,
        credentials_function: Option<Py<PyAny>>,
        on_event: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let settings = Settings::new(py, settings, credentials_function, on_event)?;
        let exchange = Exchange::default();
        let client = guarded(py, || settings.build(py, &exchange))?;
        Ok(Self::open(Arc::new(settings), exchange, client))
    }

    /// The same client for calls that are to be made: closing this one does not end it. `None` when it is closed.
    fn held(&self) -> Option<Self> {
        match &*self.state() {
            State::Open { process, client } if *process == std::process::id() => {
                Some(Self::open(Arc::clone(&self.settings), self.exchange.clone(), client.clone()))
            }
            _ => None,
        }
    }

    /// Whether it can be called in this process as it is.
    fn is_ready(&self) -> bool {
        matches!(&*self.state(), State::Open { process, .. } if *process == std::process::id())
    }

    /// Whether its user has given a function that is told what it does.
    #[getter]
    fn listens(&self) -> bool {
        self.settings.has_hook()
    }

    /// The service's address.
    #[getter]
    fn endpoint(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.client(py)?.endpoint().to_owned())
    }

    /// Calls an operation of the service and waits for its answer.
    fn send<'py>(
        &self,
        py: Python<'py>,
        operation: &str,
        request: &Bound<'py, PyTuple>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        logs::heed_level(py);
        let options = call_options(py, options)?;
        guarded(py, || {
            let request = read(py, operation, request)?;
            let client = self.client(py)?;
            // Boxed first: some kilobytes would be moved at each step on the way to where it is polled.
            let call = Box::pin(request.send(&client, options));
            match wait(py, call)? {
                Ok(output) => written(py, &output),
                Err(error) => Err(caused(py, &error, &self.exchange)),
            }
        })
    }

    /// Calls an operation of the service and settles `future`, which belongs to `event_loop`, with its answer.
    #[allow(clippy::too_many_arguments, reason = "a call and its future have as many parts")]
    fn start<'py>(
        &self,
        py: Python<'py>,
        operation: &str,
        request: &Bound<'py, PyTuple>,
        options: Option<&Bound<'py, PyDict>>,
        event_loop: &Bound<'_, PyAny>,
        future: Py<PyAny>,
    ) -> PyResult<Pending> {
        logs::heed_level(py);
        let options = call_options(py, options)?;
        guarded(py, || {
            let request = read(py, operation, request)?;
            let client = self.client(py)?;
            let work = async move { request.send(&client, options).await };
            self.exchange.called_from(event_loop);
            let exchange = self.exchange.clone();
            start(py, event_loop, future, work, move |py, output| match output {
                Ok(output) => written(py, &output),
                Err(error) => Err(caused(py, &error, &exchange)),
            })
        })
    }

    /// Begins to enable many channels.
    fn bulk(&self, py: Python<'_>, settings: &Bound<'_, PyDict>, is_list: bool) -> PyResult<Bulk> {
        logs::heed_level(py);
        let settings: EnableManySettings = settings::read(py, settings)?;
        guarded(py, || Bulk::begin(py, self.client(py)?, settings, is_list))
    }

    /// Gives up the connections; calls that are under way end as they would have.
    fn close(&self) {
        let state = std::mem::replace(&mut *self.state(), State::Closed);
        state.drop();
    }
}

impl Client {
    fn open(settings: Arc<Settings>, exchange: Exchange, client: cams_roi::Client) -> Self {
        let state = Mutex::new(State::Open { process: std::process::id(), client });
        Self { settings, exchange, state }
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// This process's client of the core.
    fn client(&self, py: Python<'_>) -> PyResult<cams_roi::Client> {
        let process = std::process::id();
        match &*self.state() {
            State::Open { process: owner, client } if *owner == process => return Ok(client.clone()),
            State::Open { .. } => {}
            State::Closed => {
                let hint = "Call before close(), or inside of the with block.";
                return Err(refusal(py, ErrorKind::InvalidArgument, "the client is closed", hint));
            }
        }
        // Without the lock: building lets go of the GIL.
        let client = self.settings.build(py, &self.exchange)?;
        let state = State::Open { process, client: client.clone() };
        std::mem::replace(&mut *self.state(), state).drop();
        Ok(client)
    }
}

impl State {
    /// Drops what is this process's own. What it inherited is forgotten: its locks may be held by threads that did
    /// not come along.
    fn drop(self) {
        if let Self::Open { process, client } = self
            && process != std::process::id()
        {
            std::mem::forget(client);
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.close();
    }
}

/// The exception for an error, with what the credentials function raised as its cause.
fn caused(py: Python<'_>, error: &Error, exchange: &Exchange) -> PyErr {
    let exception = exception(py, error);
    match error.kind() {
        ErrorKind::Credentials => with_cause(py, exception, exchange.take_raised()),
        _ => exception,
    }
}
