//! What the system may refuse: threads and descriptors.
//!
//! tokio panics where it gets no thread, and a panic in a library ends a user's program. So what blocks runs here.

use std::io;
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
    pub(crate) fn thread(cause: &io::Error) -> Self {
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
    thread::Builder::new()
        .name("cams-roi-blocking".to_owned())
        .spawn(on_thread)
        .map_err(|error| Refused::thread(&error))?;
    result.await.map_err(|_| Refused {
        what: "work on another thread did not end",
        cause: "it panicked".to_owned(),
        hint: "Report this with what the program wrote to its standard error.",
    })
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
    fn too_many_open_files_have_a_hint_of_their_own() {
        let code = if cfg!(windows) { 4 } else { 24 };
        assert_eq!(hint_of(&io::Error::from_raw_os_error(code)), Some(DESCRIPTORS_HINT));
        assert_eq!(
            hint_of(&io::Error::from(Refused::thread(&io::ErrorKind::WouldBlock.into()))),
            Some(THREADS_HINT)
        );
        assert_eq!(hint_of(&io::Error::other("else")), None);
    }
}
