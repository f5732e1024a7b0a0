//! What a client tells of its calls and runs goes to a function of Python.

use std::sync::Arc;

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
            let (hook, event) = (hook.clone(), event.clone());
            engine.python.have_done(Box::new(move |py| forward(py, hook.as_deref(), &event)));
        }
        _ => drop(in_python(|py| forward(py, hook.as_deref(), event))),
    })
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
