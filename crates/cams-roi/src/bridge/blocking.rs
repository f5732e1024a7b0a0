//! Work that blocks, for a binding.

use crate::error::Error;
use crate::system;

/// Runs `work` on a thread of its own, for example a call back into another language.
///
/// # Errors
/// A [`Configuration`](crate::ErrorKind::Configuration) error when the system starts no thread, or `work` panicked.
pub async fn run_blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    Ok(system::run_blocking(work).await?)
}
