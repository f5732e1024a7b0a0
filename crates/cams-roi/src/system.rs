//! What the system may refuse: threads, and the descriptors that a runtime needs.
//!
//! tokio panics where it gets none of them, and a panic in a library ends a user's program. So what blocks runs here,
//! and runtimes are built here.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use tokio::sync::oneshot;

use crate::error::{Error, ErrorKind};

/// The system refused something that the process has too many of already.
#[derive(Debug, thiserror::Error)]
#[error("{what}: {cause}")]
pub(crate) struct Refused {
    what: &'static str,
    cause: String,
    pub(crate) hint: &'static str,
}

/// What to do where no thread can be started.
pub(crate) const THREADS_HINT: &str = "Raise the limit on threads (`ulimit -u`, the container's pids limit) or on memory, or run fewer programs \
     at once.";
/// What to do where no file or connection can be opened.
pub(crate) const DESCRIPTORS_HINT: &str =
    "Raise the limit on open files (`ulimit -n`), or lower max_connections and what else is open at once.";

impl Refused {
    fn thread(cause: impl ToString) -> Self {
        Self { what: "the system starts no thread", cause: cause.to_string(), hint: THREADS_HINT }
    }
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        Self::new(ErrorKind::Configuration, refused.to_string(), refused.hint).with_source(refused)
    }
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> Self {
        Self::other(refused)
    }
}

/// What to do about an I/O error that is none of the network's or the file's fault; `None` for any other.
pub(crate) fn hint_of(error: &io::Error) -> Option<&'static str> {
    if let Some(refused) = error.get_ref().and_then(|inner| inner.downcast_ref::<Refused>()) {
        return Some(refused.hint);
    }
    is_out_of_descriptors(error).then_some(DESCRIPTORS_HINT)
}

/// `EMFILE` and `ENFILE` everywhere but on Windows, whose `WSAEMFILE` says the same of sockets.
fn is_out_of_descriptors(error: &io::Error) -> bool {
    let codes: &[i32] = if cfg!(windows) { &[4, 10024] } else { &[23, 24] };
    error.raw_os_error().is_some_and(|code| codes.contains(&code))
}

/// Runs what blocks (reading files, asking the system's resolver, calling back into another language) on a thread of
/// its own, where the caller's log is the log too.
///
/// # Errors
/// When the system starts no thread, or `work` panicked.
pub(crate) async fn run_blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Refused> {
    let (sender, result) = oneshot::channel();
    let log = tracing::dispatcher::get_default(Clone::clone);
    let span = tracing::Span::current();
    let on_thread = move || {
        let done = tracing::dispatcher::with_default(&log, || span.in_scope(work));
        // Whoever waited for it may have gone.
        let _ = sender.send(done);
    };
    thread::Builder::new().name("cams-roi-blocking".to_owned()).spawn(on_thread).map_err(Refused::thread)?;
    result.await.map_err(|_| Refused {
        what: "work on another thread did not end",
        cause: "it panicked".to_owned(),
        hint: "Report this with what the program wrote to its standard error.",
    })
}

/// Builds a runtime with this many threads of its own; with none, it runs on the thread that blocks on it.
///
/// tokio panics where the system gives no thread or descriptor. Here it is asked first.
///
/// # Errors
/// A [`Configuration`](ErrorKind::Configuration) error that says which limit to raise.
pub fn build_runtime(workers: usize, thread_name: &str) -> Result<tokio::runtime::Runtime, Error> {
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

#[cfg(feature = "bindings")]
fn builder(workers: usize, thread_name: &str) -> tokio::runtime::Builder {
    if workers == 0 {
        return tokio::runtime::Builder::new_current_thread();
    }
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(workers).thread_name(thread_name);
    builder
}

#[cfg(not(feature = "bindings"))]
fn builder(_: usize, _: &str) -> tokio::runtime::Builder {
    tokio::runtime::Builder::new_current_thread()
}

/// Starts so many threads at once, and ends them again.
fn threads_at_hand(count: usize) -> Result<(), Refused> {
    let (hold, held) = std::sync::mpsc::channel::<()>();
    let held = std::sync::Arc::new(std::sync::Mutex::new(held));
    let start = |_| {
        let held = std::sync::Arc::clone(&held);
        thread::Builder::new().spawn(move || {
            // Until the sender goes, which is when all have started.
            drop(held.lock().map(|held| held.recv()));
        })
    };
    let (started, refused): (Vec<_>, Vec<_>) = (0..count).map(start).partition(Result::is_ok);
    drop(hold);
    for thread in started.into_iter().flatten() {
        let _ = thread.join();
    }
    match refused.into_iter().find_map(Result::err) {
        Some(error) => Err(Refused::thread(error)),
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
    use super::*;

    #[tokio::test]
    async fn work_runs_and_a_panic_in_it_is_an_error() {
        assert_eq!(run_blocking(|| 7).await.unwrap(), 7);
        let error = run_blocking(|| panic!("on purpose")).await.map(|(): ()| ()).unwrap_err();
        assert_eq!(error.to_string(), "work on another thread did not end: it panicked");
    }

    #[test]
    fn a_runtime_has_what_it_needs() {
        let runtime = build_runtime(0, "test").unwrap();
        runtime.block_on(async { tokio::time::sleep(std::time::Duration::from_millis(1)).await });
        threads_at_hand(3).unwrap();
    }

    #[test]
    fn too_many_open_files_have_a_hint_of_their_own() {
        let code = if cfg!(windows) { 4 } else { 24 };
        assert_eq!(hint_of(&io::Error::from_raw_os_error(code)), Some(DESCRIPTORS_HINT));
        assert_eq!(hint_of(&io::Error::from(Refused::thread("EAGAIN"))), Some(THREADS_HINT));
        assert_eq!(hint_of(&io::Error::other("else")), None);
    }
}
