//! Limits of the system that would end the command without a word.

/// A file that grows beyond `ulimit -f` raises a signal, which ends the process unless somebody listens to it. Once
/// somebody has, for the rest of the process the write fails instead, and the command says which file it was. A program
/// that the command starts has the signal as it was.
#[cfg(unix)]
pub(crate) fn become_errors() {
    use tokio::signal::unix::{SignalKind, signal};
    /// On Linux and macOS alike; tokio has no name for it.
    const SIGXFSZ: i32 = 25;
    drop(signal(SignalKind::from_raw(SIGXFSZ)));
}

#[cfg(not(unix))]
pub(crate) fn become_errors() {}
