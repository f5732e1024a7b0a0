//! The tokio runtime on which requests run, one for each process, and waiting for it from Python.

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use pyo3::prelude::*;
use pyo3::types::PyCFunction;
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
pub(crate) fn runtime(py: Python<'_>) -> PyResult<&'static Runtime> {
    let process = std::process::id();
    let mut current = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((owner, runtime)) = *current
        && owner == process
    {
        return Ok(runtime);
    }
    let gate: &'static Gate = Box::leak(Box::default());
    let runtime = Builder::new_multi_thread()
        .worker_threads(WORKER_THREADS)
        .thread_name("cams-roi")
        .on_thread_start(|| GATE.set(Some(gate)))
        .enable_all()
        .build()?;
    let runtime: &'static Runtime = Box::leak(Box::new(runtime));
    *current = Some((process, runtime));
    drop(current);
    // A forked child leaves its parent's gate alone: those inside did not come along, and will never leave.
    let close = PyCFunction::new_closure(py, None, None, move |arguments, _| {
        if std::process::id() == process {
            gate.close(arguments.py());
        }
    })?;
    py.import("atexit")?.call_method1("register", (close,))?;
    Ok(runtime)
}

thread_local! {
    /// The gate of the runtime whose thread this is; Python's own threads have none.
    static GATE: Cell<Option<&'static Gate>> = const { Cell::new(None) };
}

/// Keeps the runtime's threads out of the interpreter once it shuts down: CPython ends, in the midst of whatever they
/// do, threads that want the GIL then.
#[derive(Default)]
struct Gate {
    state: Mutex<GateState>,
    left: Condvar,
}

#[derive(Default)]
struct GateState {
    is_closed: bool,
    inside: usize,
}

/// How long the interpreter waits at its end for threads that are inside, as a credentials function may be.
const CLOSING_TIME: Duration = Duration::from_secs(2);

impl Gate {
    fn state(&self) -> MutexGuard<'_, GateState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn close(&self, py: Python<'_>) {
        py.detach(|| {
            let mut state = self.state();
            state.is_closed = true;
            let _ = self.left.wait_timeout_while(state, CLOSING_TIME, |state| state.inside > 0);
        });
    }
}

/// Runs `work` in Python, from any thread; `None` when the interpreter is shutting down.
pub(crate) fn in_python<R>(work: impl FnOnce(Python<'_>) -> R) -> Option<R> {
    let Some(gate) = GATE.get() else { return Python::try_attach(work) };
    {
        let mut state = gate.state();
        if state.is_closed {
            return None;
        }
        state.inside += 1;
    }
    let result = Python::try_attach(work);
    gate.state().inside -= 1;
    gate.left.notify_all();
    result
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
                Err(_) => in_python(|py| py.check_signals()).unwrap_or(Ok(()))?,
            }
        }
    })
}
