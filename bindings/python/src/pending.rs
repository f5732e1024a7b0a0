//! Calls that an asyncio event loop waits for.

use std::future::Future;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt as _;
use pyo3::prelude::*;
use tokio::task::AbortHandle;

use crate::delivery::Delivery;
use crate::errors::fault;
use crate::events::wait_for_events;
use crate::runtime::{Engine, without_gil};

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
        // A forked process has the task, but not the threads that run it. The GIL is kept where there is nothing to end, as
        // after most calls: to get it back may take long.
        if !self.task.is_finished() && self.process == std::process::id() {
            without_gil(py, || self.task.abort());
        }
    }
}

/// Runs `work`, and settles `future` with what `finish` makes of it.
pub(crate) fn start<W, F>(
    py: Python<'_>,
    event_loop: &Bound<'_, PyAny>,
    future: Py<PyAny>,
    work: W,
    finish: F,
) -> PyResult<Pending>
where
    W: Future<Output: Send> + Send + 'static,
    F: for<'py> FnOnce(Python<'py>, W::Output) -> PyResult<Bound<'py, PyAny>> + Send + 'static,
{
    let engine = Engine::get(py)?;
    let delivery = Delivery::to(event_loop, engine.process)?;
    // Boxed first: each layer around it would have room for it twice, and some kilobytes would be moved again and again.
    let work = Box::pin(work);
    let task = engine.spawn(async move {
        // Without an answer the future would never be settled.
        let output = AssertUnwindSafe(work).catch_unwind().await;
        delivery
            .send(
                future,
                Box::new(move |py| {
                    wait_for_events(py);
                    match output {
                        Ok(output) => finish(py, output),
                        Err(panic) => Err(fault(py, panic.as_ref())),
                    }
                }),
            )
            .await;
    });
    Ok(Pending { process: engine.process, task: task.abort_handle() })
}
