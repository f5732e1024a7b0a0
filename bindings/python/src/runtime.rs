//! The tokio runtime on which requests run, one for each process, and waiting for it from Python.

use std::future::Future;
use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use pyo3::prelude::*;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

/// How long Ctrl-C may go unnoticed.
const SIGNAL_INTERVAL: Duration = Duration::from_millis(50);

/// Connections are served here; answers are read by whoever waits for them.
const WORKER_THREADS: usize = 2;

/// The runtime of this process. A child of a fork inherits its parent's without the threads, so it gets its own, and
/// the parent's is never touched again: to drop it would wait for threads that are not there.
///
/// The lock is held by nobody who has not the GIL, as has the thread that forks; so no child finds it locked.
static RUNTIME: Mutex<Option<(u32, &'static Runtime)>> = Mutex::new(None);

/// This process's runtime.
pub(crate) fn runtime(_py: Python<'_>) -> PyResult<&'static Runtime> {
    let process = std::process::id();
    let mut current = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((owner, runtime)) = *current
        && owner == process
    {
        return Ok(runtime);
    }
    let runtime = Builder::new_multi_thread()
        .worker_threads(WORKER_THREADS)
        .thread_name("cams-roi")
        .enable_all()
        .build()?;
    let runtime: &'static Runtime = Box::leak(Box::new(runtime));
    *current = Some((process, runtime));
    Ok(runtime)
}

/// Waits for `future` without the GIL. What a signal raises, as Ctrl-C does, ends the wait and drops the future.
///
/// The core only ever runs, and is only ever dropped, without the GIL: it may hold a lock while it logs, which takes
/// the GIL.
pub(crate) fn wait<F>(py: Python<'_>, future: F) -> PyResult<F::Output>
where
    F: Future<Output: Send> + Send,
{
    let runtime = runtime(py)?;
    py.detach(move || {
        let mut future = pin!(future);
        loop {
            match runtime.block_on(async { timeout(SIGNAL_INTERVAL, &mut future).await }) {
                Ok(output) => return Ok(output),
                #[allow(
                    clippy::redundant_closure_for_method_calls,
                    reason = "the method itself does not fit"
                )]
                Err(_) => Python::attach(|py| py.check_signals())?,
            }
        }
    })
}
