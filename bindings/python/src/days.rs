//! Whole days.

use cams_roi::bridge;
use pyo3::prelude::*;

use crate::errors::exception;

/// When whole days begin and end; times are milliseconds since 1970.
#[pyfunction]
pub(crate) fn full_days(
    py: Python<'_>,
    days: &str,
    time_zone: Option<&str>,
    now: Option<f64>,
) -> PyResult<(i64, i64)> {
    bridge::full_days(days, time_zone, now).map_err(|error| exception(py, &error))
}
