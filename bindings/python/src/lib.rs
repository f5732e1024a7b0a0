//! The bridge between the core and its Python package: plain data in, plain data out.
//!
//! What a Python user sees is written in Python (`python/src/cams_roi`). Here calls are started, waited for and
//! ended, and errors are handed over as data for classes that are written in Python too.

#![warn(missing_docs)]

mod bulk;
mod client;
mod credentials;
mod errors;
mod logs;
mod pending;
mod request;
mod runtime;
mod settings;

/// The native half of `cams_roi`. Not an interface: what it holds may change with any release.
#[pyo3::pymodule]
mod _native {
    #[pymodule_export]
    use crate::bulk::Bulk;
    #[pymodule_export]
    use crate::client::Client;
    #[pymodule_export]
    use crate::errors::error_kinds;
    #[pymodule_export]
    use crate::pending::{Pending, settle};
    #[pymodule_export]
    use crate::request::Request;

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        crate::logs::install();
        Ok(())
    }
}
