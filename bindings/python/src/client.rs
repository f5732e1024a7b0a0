//! The client behind both Python clients.

use std::sync::{Mutex, PoisonError};

use cams_roi::bulk::BulkOptions;
use cams_roi::{Error, ErrorKind};
use pyo3::prelude::*;

use crate::bulk::Bulk;
use crate::credentials::Exchange;
use crate::errors::{exception, refusal, with_cause};
use crate::logs;
use crate::pending::{Pending, start};
use crate::request::Request;
use crate::runtime::wait;
use crate::settings::{Settings, call_options};

/// A client of the core that survives forks.
#[pyclass(frozen, module = "cams_roi._native")]
pub(crate) struct Client {
    settings: Settings,
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
    fn new(py: Python<'_>, settings: Settings) -> PyResult<Self> {
        let exchange = Exchange::default();
        let client = settings.build(py, &exchange)?;
        let state = Mutex::new(State::Open { process: std::process::id(), client });
        Ok(Self { settings, exchange, state })
    }

    /// The service's address.
    #[getter]
    fn endpoint(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.client(py)?.endpoint().to_owned())
    }

    /// Calls the service and waits for its answer.
    fn send<'py>(
        &self,
        py: Python<'py>,
        request: &Request,
        timeout: Option<f64>,
        max_attempts: Option<u32>,
    ) -> PyResult<Bound<'py, PyAny>> {
        logs::heed_level(py);
        let options = call_options(py, timeout, max_attempts)?;
        let output = wait(py, request.operation().send(self.client(py)?, options))?;
        output.map_err(|error| self.exception(py, &error))?.into_pyobject(py)
    }

    /// Calls the service and settles `future`, which belongs to `event_loop`, with its answer.
    fn start(
        &self,
        py: Python<'_>,
        request: &Request,
        timeout: Option<f64>,
        max_attempts: Option<u32>,
        event_loop: Py<PyAny>,
        future: Py<PyAny>,
    ) -> PyResult<Pending> {
        logs::heed_level(py);
        let options = call_options(py, timeout, max_attempts)?;
        let work = request.operation().send(self.client(py)?, options);
        self.exchange.called_from(py, &event_loop);
        let exchange = self.exchange.clone();
        start(py, event_loop, future, work, move |py, output| match output {
            Ok(output) => output.into_pyobject(py),
            Err(error) => Err(caused(py, &error, &exchange)),
        })
    }

    /// Begins to enable many channels.
    fn bulk(
        &self,
        py: Python<'_>,
        journal: Option<std::path::PathBuf>,
        isv_code: Option<String>,
        concurrency: Option<usize>,
        timeout: Option<f64>,
        max_attempts: Option<u32>,
    ) -> PyResult<Bulk> {
        logs::heed_level(py);
        let mut options = BulkOptions::new().call(call_options(py, timeout, max_attempts)?);
        if let Some(calls) = concurrency {
            options = options.concurrency(calls);
        }
        Bulk::begin(py, &self.client(py)?, journal, isv_code, options)
    }

    /// Gives up the connections; calls that are under way end as they would have.
    fn close(&self) {
        let state = std::mem::replace(&mut *self.state(), State::Closed);
        state.drop();
    }
}

impl Client {
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

    fn exception(&self, py: Python<'_>, error: &Error) -> PyErr {
        caused(py, error, &self.exchange)
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
