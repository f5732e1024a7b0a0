//! What the core tells goes to Python's `logging`, to the logger `cams_roi`.

use std::sync::atomic::{AtomicI64, Ordering};

use cams_roi::bridge::logs::{LogRecord, to_for_all};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use serde_json::Value;
use tracing::level_filters::LevelFilter;

use crate::python_thread::in_python;
use crate::runtime::{Engine, is_callers_thread, without_gil};

/// `logging` has no number for it.
const TRACE: i64 = 5;
const DEBUG: i64 = 10;
const INFO: i64 = 20;
const WARNING: i64 = 30;
const ERROR: i64 = 40;

/// The levels, from the finest on.
const LEVELS: [(i64, LevelFilter); 5] = [
    (TRACE, LevelFilter::TRACE),
    (DEBUG, LevelFilter::DEBUG),
    (INFO, LevelFilter::INFO),
    (WARNING, LevelFilter::WARN),
    (ERROR, LevelFilter::ERROR),
];

/// The lowest level that is listened to, in `logging`'s numbers. It is what `logging` begins with.
static LOWEST: AtomicI64 = AtomicI64::new(WARNING);

/// Begins to listen to the core. Nothing is imported, and no handler is added.
pub(crate) fn install() {
    let level = || {
        let lowest = LOWEST.load(Ordering::Relaxed);
        let wanted = LEVELS.into_iter().find(|(number, _)| lowest <= *number);
        wanted.map_or(LevelFilter::OFF, |(_, level)| level)
    };
    // It fails when the module is loaded a second time, and then one listens already.
    let _ = to_for_all(tell, level);
}

/// Asks the logger for its level, so that what nobody listens to costs nothing.
pub(crate) fn heed_level(py: Python<'_>) {
    let level = level(py).unwrap_or(WARNING);
    if LOWEST.swap(level, Ordering::Relaxed) != level {
        without_gil(py, tracing::callsite::rebuild_interest_cache);
    }
}

fn level(py: Python<'_>) -> PyResult<i64> {
    static LOGGER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let logger = if let Some(logger) = LOGGER.get(py) {
        logger
    } else {
        // Who has not imported logging has not configured it. Each call asks, so the module is not imported for the question,
        // and no exception is made of the answer.
        static MODULES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
        let modules = MODULES.get_or_try_init(py, || {
            PyResult::Ok(py.import("sys")?.getattr("modules")?.cast_into::<PyDict>()?.unbind())
        })?;
        let Some(logging) = modules.bind(py).get_item(intern!(py, "logging"))? else { return Ok(WARNING) };
        let logger = logging.call_method1("getLogger", ("cams_roi",))?.unbind();
        LOGGER.get_or_init(py, || logger)
    };
    logger.bind(py).call_method0(intern!(py, "getEffectiveLevel"))?.extract()
}

fn tell(record: LogRecord) {
    let log = move |py: Python<'_>| {
        if let Err(error) = forward(py, record) {
            error.write_unraisable(py, None);
        }
    };
    match Engine::running() {
        // The threads that serve connections must not wait for the GIL, nor for what a handler does.
        Some(engine) if !is_callers_thread() => engine.python.have_done(Box::new(log)),
        _ => drop(in_python(log)),
    }
}

fn forward(py: Python<'_>, record: LogRecord) -> PyResult<()> {
    let level = match record.level {
        "error" => ERROR,
        "warn" => WARNING,
        "info" => INFO,
        "debug" => DEBUG,
        _ => TRACE,
    };
    let named = PyDict::new(py);
    for (name, value) in record.fields {
        match value {
            Value::Bool(flag) => named.set_item(name, flag)?,
            Value::String(text) => named.set_item(name, text)?,
            Value::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(whole), _) => named.set_item(name, whole)?,
                (None, Some(whole)) => named.set_item(name, whole)?,
                (None, None) => named.set_item(name, number.as_f64())?,
            },
            // No event says anything else.
            other => named.set_item(name, other.to_string())?,
        }
    }
    py.import("cams_roi._logging")?.call_method1("forward", (level, record.message, named)).map(drop)
}
