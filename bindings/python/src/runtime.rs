//! The tokio runtime on which requests run, one for each process, and waiting for it from Python.

use std::cell::Cell;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use cams_roi::bridge::build_runtime;
use futures_util::FutureExt as _;
use pyo3::prelude::*;
use pyo3::types::PyCFunction;
use tokio::runtime::Runtime;

use crate::errors::{exception, fault};
use crate::events::wait_for_events;
use crate::python_thread::{PythonThread, in_python};

/// How long Ctrl-C may go unnoticed.
const SIGNAL_INTERVAL: Duration = Duration::from_millis(50);

/// Connections are served here; answers are read by whoever waits for them. With a second thread, each would wake the other for
/// every call.
const WORKER_THREADS: usize = 1;

/// What runs the calls of one process.
pub(crate) struct Engine {
    pub(crate) process: u32,
    runtime: Runtime,
    pub(crate) python: PythonThread,
    /// The engine of a child that inherited this one.
    of_child: OnceLock<&'static Engine>,
}

/// The engine of the first process that called. A child of a fork inherits its parent's without the threads, so it
/// gets its own, and the parent's is never touched again: to drop it would wait for threads that are not there.
///
/// Engines are only ever added by who has the GIL, as has the thread that forks; so no child finds one half added.
static FIRST: OnceLock<&'static Engine> = OnceLock::new();

impl Engine {
    /// This process's engine, if there is one already. Needs no GIL, and never waits.
    pub(crate) fn running() -> Option<&'static Self> {
        let process = std::process::id();
        let known = std::iter::successors(FIRST.get(), |engine| engine.of_child.get());
        known.copied().find(|engine| engine.process == process)
    }

    /// This process's engine.
    pub(crate) fn get(py: Python<'_>) -> PyResult<&'static Self> {
        match Self::running() {
            Some(engine) => Ok(engine),
            None => Self::start(py),
        }
    }

    fn start(py: Python<'_>) -> PyResult<&'static Self> {
        let process = std::process::id();
        let refused = |error| exception(py, &error);
        let runtime = build_runtime(WORKER_THREADS, "cams-roi").map_err(refused)?;
        let python = PythonThread::start().map_err(refused)?;
        let engine: &'static Self =
            Box::leak(Box::new(Self { process, runtime, python, of_child: OnceLock::new() }));
        let mut place = &FIRST;
        while let Some(parent) = place.get() {
            place = &parent.of_child;
        }
        let _ = place.set(engine);
        // A forked child leaves its parent's thread alone: it did not come along.
        let close = PyCFunction::new_closure(py, None, None, move |arguments, _| {
            if std::process::id() == process {
                engine.python.close(arguments.py());
            }
        })?;
        py.import("atexit")?.call_method1("register", (close,))?;
        Ok(engine)
    }

    /// Runs `work` on the engine's threads.
    pub(crate) fn spawn<W>(&self, work: W) -> tokio::task::JoinHandle<W::Output>
    where
        W: Future<Output: Send> + Send + 'static,
    {
        self.runtime.spawn(work)
    }
}

thread_local! {
    /// Whether this thread of Python's own runs the core at the moment.
    static RUNS_CORE: Cell<bool> = const { Cell::new(false) };
}

/// Whether this is a thread of Python's that runs the core, and not one of the core's own.
pub(crate) fn is_callers_thread() -> bool {
    RUNS_CORE.get()
}

/// Runs the core's code without the GIL, as it must be: it may wait for a lock whose holder wants the GIL.
pub(crate) fn without_gil<R: Send>(py: Python<'_>, work: impl FnOnce() -> R + Send) -> R {
    py.detach(|| {
        let before = RUNS_CORE.replace(true);
        let result = work();
        RUNS_CORE.set(before);
        result
    })
}

/// Waits for `future` without the GIL. What a signal raises, as Ctrl-C does, ends the wait and drops the future.
pub(crate) fn wait<F>(py: Python<'_>, future: F) -> PyResult<F::Output>
where
    F: Future<Output: Send> + Send,
{
    let engine = Engine::get(py)?;
    let output: PyResult<Result<F::Output, _>> = without_gil(py, move || {
        // Its timers and connections are the engine's; the future itself is polled here.
        let _entered = engine.runtime.enter();
        let woken = Arc::new(Woken::here());
        let waker = Waker::from(Arc::clone(&woken));
        let mut context = Context::from_waker(&waker);
        let mut future = pin!(AssertUnwindSafe(future).catch_unwind());
        loop {
            if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
                return Ok(output);
            }
            // Not by a timer of the engine's: it would wake the engine's thread twice for each call.
            while !woken.within(SIGNAL_INTERVAL) {
                #[allow(
                    clippy::redundant_closure_for_method_calls,
                    reason = "the method itself does not fit"
                )]
                in_python(|py| py.check_signals()).unwrap_or(Ok(()))?;
            }
        }
    });
    let output = output?;
    wait_for_events(py);
    output.map_err(|panic| fault(py, panic.as_ref()))
}

/// Whether the future that a thread waits for is to be polled again.
struct Woken {
    thread: Thread,
    yes: AtomicBool,
}

impl Woken {
    fn here() -> Self {
        Self { thread: thread::current(), yes: AtomicBool::new(false) }
    }

    /// Waits, and tells whether it happened. Who else wakes this thread does not matter.
    fn within(&self, time: Duration) -> bool {
        let end = Instant::now() + time;
        loop {
            if self.yes.swap(false, Ordering::Acquire) {
                return true;
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            thread::park_timeout(left);
        }
    }
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        // A thread that was woken, and has not polled yet, is not woken again.
        if !self.yes.swap(true, Ordering::Release) {
            self.thread.unpark();
        }
    }
}
