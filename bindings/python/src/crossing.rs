//! What is asked of the service, and what it answers, as tuples of plain values. Which operations there are, the core
//! knows.

use cams_roi::bridge::{Output, Request};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use pythonize::{Depythonizer, pythonize};

use crate::errors::{exception, fault};

/// Reads the request of an operation.
pub(crate) fn read(py: Python<'_>, operation: &str, request: &Bound<'_, PyTuple>) -> PyResult<Request> {
    let read = Request::read(operation, &mut Depythonizer::from_object(request.as_any()));
    read.map_err(|problem| fault(py, &problem.to_string()))?.map_err(|error| exception(py, &error))
}

/// Writes what the service answered.
pub(crate) fn written<'py>(py: Python<'py>, output: &Output) -> PyResult<Bound<'py, PyAny>> {
    Ok(match output {
        Output::Fields(fields) => pythonize(py, fields)?,
        Output::Text(text) => PyString::new(py, text).into_any(),
    })
}
