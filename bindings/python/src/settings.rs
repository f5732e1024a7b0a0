//! What a client, a call or a run is told. Which options there are, the core knows.

use std::sync::Arc;

use cams_roi::bridge::{CallSettings, ClientSettings};
use cams_roi::{CallOptions, Client, Error};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use pythonize::depythonize;
use serde::de::DeserializeOwned;

use crate::credentials::{Exchange, from_python};
use crate::errors::{exception, fault};
use crate::events::telling;
use crate::runtime::without_gil;

/// How a client is configured, kept so that a forked process can build it anew.
pub(crate) struct Settings {
    given: ClientSettings,
    /// The user's function that gives credentials.
    function: Option<Arc<Py<PyAny>>>,
    /// The user's function that is told what the client does.
    on_event: Option<Arc<Py<PyAny>>>,
}

impl Settings {
    pub(crate) fn new(
        py: Python<'_>,
        given: &Bound<'_, PyDict>,
        function: Option<Py<PyAny>>,
        on_event: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let on_event = on_event.map(Arc::new);
        Ok(Self { given: read(py, given)?, function: function.map(Arc::new), on_event })
    }

    /// Whether the user has given a function that is told what the client does.
    pub(crate) fn has_hook(&self) -> bool {
        self.on_event.is_some()
    }

    /// Builds a client of the core.
    pub(crate) fn build(&self, py: Python<'_>, exchange: &Exchange) -> PyResult<Client> {
        let refused = |error: Error| exception(py, &error);
        let mut builder = self.given.clone().builder().map_err(refused)?;
        if let Some(function) = &self.function {
            builder = builder.credentials(from_python(function, exchange));
        }
        builder = telling(builder, self.on_event.as_ref());
        // Certificates are read from files, which may take its time.
        without_gil(py, || builder.build()).map_err(refused)
    }
}

/// What one call does differently from its client.
pub(crate) fn call_options(py: Python<'_>, given: Option<&Bound<'_, PyDict>>) -> PyResult<CallOptions> {
    let Some(given) = given else { return Ok(CallOptions::new()) };
    let settings: CallSettings = read(py, given)?;
    settings.options().map_err(|error| exception(py, &error))
}

/// Reads what crossed. The two sides are of one build, so that what does not fit is a mistake of theirs.
pub(crate) fn read<T: DeserializeOwned>(py: Python<'_>, given: &Bound<'_, PyDict>) -> PyResult<T> {
    depythonize(given).map_err(|problem| fault(py, &problem.to_string()))
}
