//! The journal of a run that enables channels, wherever it is.

use std::path::PathBuf;

use super::enabled::EnabledFile;
use super::place::Place;
use crate::error::Error;
#[cfg(feature = "redis")]
use crate::shared_run::Address;

/// What remembers which channels are enabled, so that a run that was ended can be resumed: a file, or a run that many
/// workers share through Redis.
///
/// A file has a line of JSON for each outcome, synced to disk before the outcome is given, so that not even a power cut
/// loses it. Lines that come together share a sync. The file is locked while it is open: two runs cannot share it at the
/// same time.
///
/// A URL such as `redis://HOST:PORT/DB/NAME` is a run that many workers share, on whatever machines (feature `redis`). Each
/// channel is called by one of them, and what a worker had under way that was killed is taken up by another.
///
/// Channels are remembered per endpoint, so that a rehearsal against the emulator does not count for the service.
#[derive(Debug)]
pub struct Journal(pub(crate) Opened);

#[derive(Debug)]
pub(crate) enum Opened {
    File(EnabledFile),
    /// It is connected to when the run begins.
    #[cfg(feature = "redis")]
    Shared(Address),
}

impl Journal {
    /// Opens the journal at `path`, or begins one. A last line of a file that was cut off when a run was killed, and zeros
    /// that a power cut left, are dropped: their channels are called again.
    ///
    /// # Errors
    /// A [`JournalInUse`](crate::ErrorKind::JournalInUse) error while another run uses the file, and a
    /// [`Configuration`](crate::ErrorKind::Configuration) error when the file cannot be read and written, or holds
    /// something that is not a journal, or the URL is none of a shared run.
    pub fn open(path: impl Into<PathBuf>) -> Result<Self, Error> {
        Ok(Self(match Place::of(path.into())? {
            Place::File(path) => Opened::File(EnabledFile::open(path)?),
            #[cfg(feature = "redis")]
            Place::Shared(address) => Opened::Shared(address),
        }))
    }
}

#[cfg(test)]
impl Journal {
    /// A journal that takes so many bytes and then fails.
    pub(crate) fn that_fails_after(room: usize) -> Self {
        Self(Opened::File(EnabledFile::that_fails_after(room)))
    }
}
