//! A thread of its own, on which one future runs.

use std::future::Future;
use std::io;
use std::sync::mpsc;

use tokio::runtime::{Builder, Handle};

/// Runs the future to its end on a new thread, whatever runtime the caller is on.
///
/// The runtime is built on that thread, too: where the system starts no thread, there is none yet, which could not be
/// dropped on another runtime's thread.
pub(crate) fn run_on_thread(
    name: &str,
    work: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Handle> {
    let (starts, started) = mpsc::sync_channel(1);
    let run = move || match Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => {
            // Whoever waits for it is still there: below.
            let _ = starts.send(Ok(runtime.handle().clone()));
            runtime.block_on(work);
        }
        Err(error) => {
            let _ = starts.send(Err(error));
        }
    };
    std::thread::Builder::new().name(name.to_owned()).spawn(run)?;
    started.recv().unwrap_or_else(|_| Err(io::Error::other("the thread has ended")))
}
