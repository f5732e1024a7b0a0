//! What a client tells of its calls and runs goes to a function of Python.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use cams_roi::ClientBuilder;
use cams_roi::bridge::{EventRecord, listening};
use cams_roi::telemetry::Event;
use pyo3::intern;
use pyo3::prelude::*;
use pythonize::pythonize;

use crate::python_thread::in_python;
use crate::runtime::{Engine, is_callers_thread};

/// Has a client tell its user's `hook`, if there is one, and whoever else listens in Python.
pub(crate) fn telling(builder: ClientBuilder, hook: Option<&Arc<Py<PyAny>>>) -> ClientBuilder {
    let hook = hook.map(Arc::clone);
    listening(builder, move |event| match Engine::running() {
        // The threads that serve connections must not wait for the GIL, nor for what a hook does.
        Some(engine) if !is_callers_thread() => {
            let (hook, event, waits) = (hook.clone(), event.clone(), Waits::new());
            engine.python.have_done(Box::new(move |py| {
                forward(py, hook.as_deref(), &event);
                drop(waits);
            }));
        }
        _ => drop(in_python(|py| forward(py, hook.as_deref(), event))),
    })
}

/// Events of a call come before its result: waits for those that Python's thread has not given yet.
pub(crate) fn wait_for_events(py: Python<'_>) {
    if WAITING.load(Ordering::Acquire) > 0
        && let Some(engine) = Engine::running()
    {
        engine.python.wait_for_jobs(py);
    }
}

/// How many events wait for Python's thread.
static WAITING: AtomicUsize = AtomicUsize::new(0);

/// An event that waits.
struct Waits;

impl Waits {
    fn new() -> Self {
        WAITING.fetch_add(1, Ordering::Release);
        Self
    }
}

impl Drop for Waits {
    fn drop(&mut self) {
        WAITING.fetch_sub(1, Ordering::Release);
    }
}

fn forward(py: Python<'_>, hook: Option<&Py<PyAny>>, event: &Event) {
    let told = || {
        let record = pythonize(py, &EventRecord(event))?;
        py.import(intern!(py, "cams_roi._events"))?.call_method1(intern!(py, "forward"), (hook, record))
    };
    if let Err(error) = told() {
        error.write_unraisable(py, None);
    }
}
