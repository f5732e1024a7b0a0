//! Errors cross as data; their classes are written in Python.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use cams_roi::{AccessDeniedDetail, Error, ErrorKind, TimeoutPhase};
use pyo3::exceptions::PyBaseException;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyTuple};

/// The name of every kind's class, of its parent's where that is another kind's, and whether it is retryable.
#[pyfunction]
pub(crate) fn error_kinds() -> Vec<(&'static str, Option<&'static str>, bool)> {
    let parts = |kind: ErrorKind| {
        (kind.as_str(), kind.parent().map(ErrorKind::as_str), kind.is_retryable_by_default())
    };
    ErrorKind::ALL.into_iter().map(parts).collect()
}

/// The Python exception for an error of the core.
pub(crate) fn exception(py: Python<'_>, error: &Error) -> PyErr {
    build(py, error).map_or_else(|broken| broken, PyErr::from_value)
}

/// The same as an object that is not raised.
pub(crate) fn build<'py>(py: Python<'py>, error: &Error) -> PyResult<Bound<'py, PyAny>> {
    let fields = PyDict::new(py);
    fields.set_item("text", error.to_string())?;
    fields.set_item("code", error.code())?;
    fields.set_item("request_id", error.request_id())?;
    fields.set_item("http_status", error.http_status())?;
    fields.set_item("retryable", error.is_retryable())?;
    fields.set_item("retry_after", error.retry_after().map(|wait| wait.as_secs_f64()))?;
    fields.set_item("attempts", error.attempts())?;
    fields.set_item("operation", error.operation())?;
    fields.set_item("cust_space_id", error.cust_space_id())?;
    fields.set_item("phone_number", error.phone_number())?;
    fields.set_item("template_code", error.template_code())?;
    fields.set_item("timeout_phase", error.timeout_phase().map(TimeoutPhase::as_str))?;
    fields.set_item("hint", error.hint())?;
    fields.set_item("detail", error.detail())?;
    let detail = error.access_denied_detail().map(|detail| denial(py, detail)).transpose()?;
    fields.set_item("access_denied_detail", detail)?;
    class(py, error.kind().as_str())?.call((error.message(),), Some(&fields))
}

/// An exception of one of the package's classes for what only the binding can find wrong.
pub(crate) fn refusal(py: Python<'_>, kind: ErrorKind, message: &str, hint: &str) -> PyErr {
    raised(py, kind.as_str(), message, hint)
}

fn raised(py: Python<'_>, class_name: &str, message: &str, hint: &str) -> PyErr {
    let raise = || {
        let fields = PyDict::new(py);
        fields.set_item("hint", hint)?;
        class(py, class_name)?.call((message,), Some(&fields))
    };
    raise().map_or_else(|broken| broken, PyErr::from_value)
}

/// The exception for a panic. pyo3 would raise one that `except Exception` does not catch.
pub(crate) fn fault(py: Python<'_>, panic: &(dyn Any + Send)) -> PyErr {
    let text = match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(text), _) => text,
        (None, Some(text)) => text.as_str(),
        (None, None) => "a panic without a message",
    };
    let message = format!("cams_roi failed inside: {}", text.replace(['\r', '\n'], " "));
    raised(py, "CamsRoiError", &message, "This is a fault of cams_roi: report it with this message.")
}

/// Runs `work`, and raises what it panics with as an error of ours.
pub(crate) fn guarded<R>(py: Python<'_>, work: impl FnOnce() -> PyResult<R>) -> PyResult<R> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(fault(py, panic.as_ref())))
}

/// Says which exception an exception comes from.
pub(crate) fn with_cause(py: Python<'_>, error: PyErr, cause: Option<Py<PyBaseException>>) -> PyErr {
    error.set_cause(py, cause.map(|cause| PyErr::from_value(cause.into_bound(py).into_any())));
    error
}

/// The fields of `AccessDeniedDetail`, in the order of the class in Python.
fn denial<'py>(py: Python<'py>, detail: &AccessDeniedDetail) -> PyResult<Bound<'py, PyTuple>> {
    let parts = [
        Some(&detail.text),
        detail.policy_type.as_ref(),
        detail.auth_action.as_ref(),
        detail.auth_principal_type.as_ref(),
        detail.auth_principal_owner_id.as_ref(),
        detail.auth_principal_display_name.as_ref(),
        detail.no_permission_type.as_ref(),
        detail.encoded_diagnostic_message.as_ref(),
    ];
    PyTuple::new(py, parts)
}

fn class<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    static MODULE: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
    let module = MODULE.get_or_try_init(py, || py.import("cams_roi._errors").map(Bound::unbind))?;
    module.bind(py).getattr(name)
}
