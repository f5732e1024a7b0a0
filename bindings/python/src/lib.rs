//! The binding between the core and its Python package: plain data in, plain data out.
//!
//! What a Python user sees is written in Python (`python/src/cams_roi`). Here calls are started, waited for and
//! ended, and errors are handed over as data for classes that are written in Python too.

#![warn(missing_docs)]

mod bulk;
mod channels;
mod client;
mod credentials;
mod crossing;
mod days;
mod delivery;
mod errors;
mod events;
mod logs;
mod pending;
mod python_thread;
mod runtime;
mod settings;
mod wakeup;

use pyo3::Python;

/// The native half of `cams_roi`. Not an interface: what it holds may change with any release.
#[pyo3::pymodule]
mod _native {
    #[pymodule_export]
    use crate::bulk::Bulk;
    #[pymodule_export]
    use crate::channels::ChannelReader;
    #[pymodule_export]
    use crate::client::Client;
    #[pymodule_export]
    use crate::days::full_days;
    #[pymodule_export]
    use crate::errors::error_kinds;
    #[pymodule_export]
    use crate::pending::Pending;

    use pyo3::exceptions::PyImportError;
    use pyo3::prelude::*;

    use crate::is_main_interpreter;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        if !is_main_interpreter(module.py()) {
            return Err(PyImportError::new_err(
                "cams_roi does not support subinterpreters: import it in the main interpreter alone",
            ));
        }
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        crate::logs::install();
        Ok(())
    }
}

/// Whether this is the process's first interpreter. The runtime and its threads belong to that one.
#[allow(unsafe_code, reason = "the only way to ask for the interpreter's ID")]
fn is_main_interpreter(_py: Python<'_>) -> bool {
    // SAFETY: both take nothing but that this thread is attached, as `_py` proves, and the state outlives the call.
    let id = unsafe { pyo3::ffi::PyInterpreterState_GetID(pyo3::ffi::PyInterpreterState_Get()) };
    id == 0
}
