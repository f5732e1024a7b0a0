//! Where the core works: on a thread of its own, however the host's threads come and go.

use std::future::Future;
use std::sync::{Mutex, OnceLock, PoisonError};

use cams_roi::bridge;
use tokio::runtime::Runtime;
use tokio::task::{JoinError, JoinHandle};

use crate::failure::Failure;

/// One thread does the work of all clients: a call waits for the network most of its time, and each further thread
/// would cost what it takes to hand calls over.
static RUNTIME: OnceLock<Runtime> = OnceLock::new();

/// Where the system gave no thread, the next call asks for it again.
fn runtime() -> Result<&'static Runtime, Failure> {
    static BUILDING: Mutex<()> = Mutex::new(());
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let _one = BUILDING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let built = bridge::build_runtime(1, "cams-roi")?;
    Ok(RUNTIME.get_or_init(|| built))
}

/// Begins work that goes on until it is done or aborted.
pub(crate) fn begin(work: impl Future<Output = ()> + Send + 'static) -> Result<JoinHandle<()>, Failure> {
    Ok(runtime()?.spawn(work))
}

/// What came of work that was begun; nothing where it was aborted. A panic goes on here, to become the host's error.
pub(crate) fn finished<T>(result: Result<T, JoinError>) -> Option<T> {
    match result {
        Ok(done) => Some(done),
        Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        Err(_) => None,
    }
}

/// Does work for a caller of the host's. Whoever drops it, as Kotlin does when a coroutine is cancelled, ends it, and
/// its request on the wire.
pub(crate) async fn work<T: Send + 'static>(
    work: impl Future<Output = Result<T, Failure>> + Send + 'static,
) -> Result<T, Failure> {
    let mut task = Dropped(runtime()?.spawn(work));
    // Nobody aborts it but by dropping it.
    finished((&mut task.0).await).unwrap_or(Err(Failure::Cancelled))
}

/// A task that ends when it is dropped.
struct Dropped<T>(JoinHandle<T>);

impl<T> Drop for Dropped<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}
