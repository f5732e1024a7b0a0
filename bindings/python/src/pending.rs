//! Calls that an asyncio event loop waits for.

use std::future::Future;

use pyo3::prelude::*;
use tokio::task::AbortHandle;

use crate::runtime::{in_python, runtime};

/// Work whose result an asyncio future will have.
#[pyclass(frozen, module = "cams_roi._native")]
pub(crate) struct Pending {
    process: u32,
    task: AbortHandle,
}

#[pymethods]
impl Pending {
    /// Ends the work at once, and with it the request; does nothing once it is done.
    fn abort(&self, py: Python<'_>) {
        // A forked process has the task, but not the threads that run it.
        if self.process == std::process::id() {
            py.detach(|| self.task.abort());
        }
    }
}

/// Runs `work`, and settles `future` with what `finish` makes of it.
pub(crate) fn start<W, F>(
    py: Python<'_>,
    event_loop: Py<PyAny>,
    future: Py<PyAny>,
    work: W,
    finish: F,
) -> PyResult<Pending>
where
    W: Future<Output: Send> + Send + 'static,
    F: for<'py> FnOnce(Python<'py>, W::Output) -> PyResult<Bound<'py, PyAny>> + Send + 'static,
{
    let task = runtime(py)?.spawn(async move {
        let output = work.await;
        // Nobody waits any more when the interpreter is shutting down or the event loop is closed.
        in_python(|py| {
            let (value, error) = match finish(py, output) {
                Ok(value) => (Some(value), None),
                Err(error) => (None, Some(error.into_value(py))),
            };
            let settle = pyo3::wrap_pyfunction!(settle, py)?;
            event_loop.bind(py).call_method1("call_soon_threadsafe", (settle, future, value, error)).map(drop)
        });
    });
    Ok(Pending { process: std::process::id(), task: task.abort_handle() })
}

/// Gives a future its result; on the event loop's thread.
#[pyfunction]
#[pyo3(signature = (future, value, error))]
pub(crate) fn settle(
    future: &Bound<'_, PyAny>,
    value: Option<Bound<'_, PyAny>>,
    error: Option<Bound<'_, PyAny>>,
) -> PyResult<()> {
    if future.call_method0("done")?.extract()? {
        return Ok(());
    }
    match error {
        Some(error) => future.call_method1("set_exception", (error,))?,
        None => future.call_method1("set_result", (value,))?,
    };
    Ok(())
}
