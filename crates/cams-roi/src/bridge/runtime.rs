//! Runtimes for the command and the bindings.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use tokio::runtime::{Builder, Runtime};

use crate::error::{Error, ErrorKind};
use crate::system::{DESCRIPTORS_HINT, Refused, THREADS_HINT, hint_of};

/// Builds a runtime with this many threads of its own; with none, it runs on the thread that blocks on it.
///
/// tokio panics where the system gives no thread or descriptor. Here it is asked first.
///
/// # Errors
/// A [`Configuration`](ErrorKind::Configuration) error that says which limit to raise.
pub fn build_runtime(workers: usize, thread_name: &str) -> Result<Runtime, Error> {
    let refused = |cause: String, hint| {
        Error::new(ErrorKind::Configuration, format!("the runtime cannot be built: {cause}"), hint)
    };
    descriptors_at_hand().map_err(|error| refused(error.to_string(), DESCRIPTORS_HINT))?;
    threads_at_hand(workers).map_err(|error| refused(error.to_string(), THREADS_HINT))?;
    // Between the question and the use another thread may have taken the last one.
    let built = catch_unwind(AssertUnwindSafe(|| builder(workers, thread_name).enable_all().build()));
    match built {
        Ok(Ok(runtime)) => Ok(runtime),
        Ok(Err(error)) => Err(refused(error.to_string(), hint_of(&error).unwrap_or(DESCRIPTORS_HINT))),
        Err(_) => Err(refused("the system's resources are used up".to_owned(), THREADS_HINT)),
    }
}

fn builder(workers: usize, thread_name: &str) -> Builder {
    if workers == 0 {
        return Builder::new_current_thread();
    }
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(workers).thread_name(thread_name);
    builder
}

/// Starts so many threads at once, and ends them again.
fn threads_at_hand(count: usize) -> Result<(), Refused> {
    let (sender, started_all) = mpsc::channel::<()>();
    let started_all = Arc::new(Mutex::new(started_all));
    let start = |_| {
        let wait = Arc::clone(&started_all);
        thread::Builder::new().spawn(move || {
            // Until the sender goes, which is when all have started.
            drop(wait.lock().map(|it| it.recv()));
        })
    };
    let (started, refused): (Vec<_>, Vec<_>) = (0..count).map(start).partition(Result::is_ok);
    drop(sender);
    for thread in started.into_iter().flatten() {
        let _ = thread.join();
    }
    match refused.into_iter().find_map(Result::err) {
        Some(error) => Err(Refused::thread(&error)),
        None => Ok(()),
    }
}

/// Opens more than a runtime needs, and closes it again.
fn descriptors_at_hand() -> io::Result<()> {
    #[cfg(unix)]
    {
        let pairs: io::Result<Vec<_>> =
            std::iter::repeat_with(std::os::unix::net::UnixStream::pair).take(4).collect();
        pairs?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_runtime_has_what_it_needs() {
        for workers in [0, 1, 2] {
            let runtime = build_runtime(workers, "test").unwrap();
            let slept = runtime
                .block_on(async { tokio::time::timeout(Duration::ZERO, std::future::pending::<()>()).await });
            slept.unwrap_err();
        }
        threads_at_hand(3).unwrap();
    }
}
