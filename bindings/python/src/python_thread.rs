//! The one thread by which the core's own threads reach Python: they serve connections, and must not wait for the GIL.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use cams_roi::bridge::refusal;
use cams_roi::{Error, ErrorKind};
use pyo3::prelude::*;

/// What is done in Python.
pub(crate) type Job = Box<dyn for<'py> FnOnce(Python<'py>) + Send>;

/// How many jobs are done before other threads may have the GIL.
const JOBS_AT_ONCE: usize = 64;

/// How long the interpreter waits at its end for what is still to be done in it: records to be logged, or a
/// credentials function that runs.
const CLOSING_TIME: Duration = Duration::from_secs(2);

/// How long a call's result waits for its events to be given to functions of the user's, which may hang.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// A thread that does jobs in Python in the order in which they come.
pub(crate) struct PythonThread {
    jobs: Sender<Job>,
    /// How many jobs are still to be done, or are being done.
    left: Arc<AtomicUsize>,
    gate: &'static Gate,
}

impl PythonThread {
    pub(crate) fn start() -> Result<Self, Error> {
        let (jobs, to_do) = channel();
        let left = Arc::new(AtomicUsize::new(0));
        let gate: &'static Gate = Box::leak(Box::default());
        let thread = thread::Builder::new().name("cams-roi-python".to_owned());
        let done = Arc::clone(&left);
        thread.spawn(move || work(&to_do, &done, gate)).map_err(|error| {
            let hint = "Raise the limit on threads (`ulimit -u`, the container's pids limit) or on memory.";
            refusal(ErrorKind::Configuration, format!("the system starts no thread: {error}"), hint)
        })?;
        Ok(Self { jobs, left, gate })
    }

    /// Has a job done. Needs no GIL, and does not wait.
    pub(crate) fn have_done(&self, job: Job) {
        self.left.fetch_add(1, Ordering::Release);
        // The thread only ends with the process.
        let _ = self.jobs.send(job);
    }

    /// Whether it has something to do.
    pub(crate) fn is_busy(&self) -> bool {
        self.left.load(Ordering::Acquire) > 0
    }

    /// Waits without the GIL until the jobs so far are done, but for no longer than a function of the user's may hold up others.
    pub(crate) fn wait_for_jobs(&self, py: Python<'_>) {
        // What a job waits for cannot come after it.
        if GATE.get().is_some() {
            return;
        }
        let (done, last) = channel();
        self.have_done(Box::new(move |_| {
            let _ = done.send(());
        }));
        py.detach(move || {
            let _ = last.recv_timeout(LONGEST_WAIT);
        });
    }

    /// Runs `work` in Python, on a thread that Python does not know; `None` when the interpreter is shutting down.
    pub(crate) fn attach<R>(&self, work: impl FnOnce(Python<'_>) -> R) -> Option<R> {
        GATE.set(Some(self.gate));
        in_python(work)
    }

    /// Does what there is to do, and lets no thread of ours into the interpreter any more.
    pub(crate) fn close(&self, py: Python<'_>) {
        let (done, last) = channel();
        self.have_done(Box::new(move |_| {
            let _ = done.send(());
        }));
        py.detach(move || {
            let _ = last.recv_timeout(CLOSING_TIME);
            self.gate.close();
        });
    }
}

fn work(to_do: &Receiver<Job>, left: &AtomicUsize, gate: &'static Gate) {
    GATE.set(Some(gate));
    while let Ok(first) = to_do.recv() {
        let done = in_python(|py| {
            for job in std::iter::once(first).chain(to_do.try_iter().take(JOBS_AT_ONCE)) {
                // A job that panics must not take the others with it; the panic was written to standard error.
                let _ = catch_unwind(AssertUnwindSafe(|| job(py)));
                left.fetch_sub(1, Ordering::Release);
            }
        });
        if done.is_none() {
            return;
        }
    }
}

thread_local! {
    /// The gate by which this thread enters Python; Python's own threads have none.
    static GATE: Cell<Option<&'static Gate>> = const { Cell::new(None) };
}

/// Runs `work` in Python, from any thread; `None` when the interpreter is shutting down.
pub(crate) fn in_python<R>(work: impl FnOnce(Python<'_>) -> R) -> Option<R> {
    let Some(gate) = GATE.get() else { return Python::try_attach(work) };
    let _visit = gate.enter()?;
    Python::try_attach(work)
}

/// Keeps threads of ours out of the interpreter once it shuts down: CPython ends, in the midst of whatever they do,
/// threads that want the GIL then.
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

/// A thread of ours inside of the interpreter.
struct Visit<'a>(&'a Gate);

impl Gate {
    fn state(&self) -> MutexGuard<'_, GateState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self) -> Option<Visit<'_>> {
        let mut state = self.state();
        if state.is_closed {
            return None;
        }
        state.inside += 1;
        Some(Visit(self))
    }

    fn close(&self) {
        let mut state = self.state();
        state.is_closed = true;
        let _ = self.left.wait_timeout_while(state, CLOSING_TIME, |state| state.inside > 0);
    }
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        self.0.state().inside -= 1;
        self.0.left.notify_all();
    }
}
