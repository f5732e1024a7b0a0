//! Reading lists of channels.

use std::path::PathBuf;

use cams_roi::bridge;
use pyo3::prelude::*;

use crate::errors::{exception, guarded};
use crate::runtime::without_gil;

/// A list of channels that is being read.
#[pyclass(frozen, module = "cams_roi._native")]
pub(crate) struct ChannelReader(bridge::ChannelReader);

#[pymethods]
impl ChannelReader {
    #[new]
    fn new(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let opened = without_gil(py, || bridge::ChannelReader::open(path));
        opened.map(Self).map_err(|error| exception(py, &error))
    }

    /// The next channels: ID and ISV code of `most` of them at most; none at the end.
    fn next_batch(&self, py: Python<'_>, most: usize) -> PyResult<Vec<(String, Option<String>)>> {
        guarded(py, || {
            let batch = without_gil(py, || self.0.next_batch(most)).map_err(|error| exception(py, &error))?;
            Ok(batch.into_iter().map(|channel| (channel.cust_space_id, channel.isv_code)).collect())
        })
    }
}
