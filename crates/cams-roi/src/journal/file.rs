//! The file of a journal: opened, locked, made whole, and appended to.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;

use super::lines::{self, Extent};
use super::writer::{OnDisk, Writer};
use crate::error::Error;
use crate::system;

/// An append-only file of JSON Lines. It is locked while it is open: two runs cannot share it at the same time.
#[derive(Debug)]
pub(crate) struct JournalFile {
    path: PathBuf,
    writer: Writer,
}

impl JournalFile {
    /// Opens the file at `path`, or begins one, and gives its lines. A last line that was cut off when a run was killed,
    /// and zeros that a power cut left, are dropped.
    pub(crate) fn open<T: DeserializeOwned>(path: PathBuf, add: impl FnMut(T)) -> Result<Self, Error> {
        let failed = |what: &str, error: &io::Error| match system::hint_of(error) {
            Some(hint) => Error::configuration(format!("journal {} {what}: {error}", path.display()), hint),
            None => problem(&path, &format!("{what}: {error}")),
        };
        // Not opened for appending: on Windows such a file cannot be cut.
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| failed("cannot be opened for writing", &error))?;
        let metadata = file.metadata().map_err(|error| failed("cannot be read", &error))?;
        if !metadata.is_file() {
            return Err(problem(&path, "is not a regular file"));
        }
        // The system lets an administrator write it all the same, but whoever made it read-only meant it.
        if metadata.permissions().readonly() {
            return Err(problem(&path, "is read-only"));
        }
        match lock(&file) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(in_use(&path)),
            // Some file systems have no locks; the journal works without.
            Err(TryLockError::Error(error)) => tracing::warn!(
                %error,
                "the journal cannot be locked: take care that no other run uses it at the same time"
            ),
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| failed("cannot be read", &error))?;
        let extent = lines::read(&bytes, add).map_err(|reason| problem(&path, &reason))?;
        make_whole(&mut file, &bytes, &extent).map_err(|error| failed("cannot be repaired", &error))?;
        let syncs = sync_whole(&file, &path).map_err(|error| failed("cannot be synced to disk", &error))?;
        let writer = Writer::start(OnDisk { file, syncs }).map_err(|error| {
            let refused = system::Refused::thread(&error);
            Error::configuration(format!("journal {}: {refused}", path.display()), refused.hint)
        })?;
        Ok(Self { path, writer })
    }

    /// Appends a line that says what became of `what`. When this is done, neither killing the process nor a power cut
    /// loses it; dropping the future does not keep it from being written.
    pub(crate) fn append(
        &self,
        line: serde_json::Result<Vec<u8>>,
        what: String,
    ) -> impl Future<Output = Result<(), Error>> + Send + use<> {
        let written = line.map(|line| self.writer.write(line));
        let path = self.path.clone();
        async move {
            let result = match written {
                Ok(written) => written.await,
                Err(error) => Err(error.to_string()),
            };
            result.map_err(|error| {
                problem(&path, &format!("cannot be written: {error}; {what} is not recorded"))
            })
        }
    }
}

/// Makes the file end in a whole line, and its place be there.
fn make_whole(file: &mut File, bytes: &[u8], extent: &Extent) -> io::Result<()> {
    if extent.has_holes {
        tracing::warn!(
            "some of the journal's lines were lost when the power was cut; their channels are called again"
        );
    }
    if extent.length < bytes.len() {
        tracing::warn!("the journal's last line was cut off and is dropped");
        file.set_len(extent.length as u64)?;
    }
    file.seek(SeekFrom::Start(extent.length as u64))?;
    let is_open = bytes[..extent.length].last().is_some_and(|byte| *byte != b'\n');
    // Of a file that holds a byte order mark alone, the mark is no line.
    if is_open && extent.has_lines {
        file.write_all(b"\n")?;
    }
    Ok(())
}

/// Makes the file itself outlast a power cut; `false` where the file system cannot sync.
fn sync_whole(file: &File, path: &Path) -> io::Result<bool> {
    match file.sync_all() {
        Ok(()) => {}
        Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => {
            tracing::warn!(%error, "the journal cannot be synced to disk here: a power cut may lose its last lines");
            return Ok(false);
        }
        Err(error) => return Err(error),
    }
    // A new file is there once its folder is on disk, too. Windows has no way to ask for that, and needs none.
    #[cfg(unix)]
    {
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if let Err(error) = File::open(folder).and_then(|folder| folder.sync_all()) {
            tracing::debug!(%error, "the journal's folder cannot be synced to disk");
        }
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(true)
}

/// How long a run that was left may take until its journal is free: its calls end first.
const A_MOMENT: Duration = Duration::from_millis(500);

/// Locks the journal, or finds it in use for longer than a moment.
fn lock(file: &File) -> Result<(), TryLockError> {
    let until = Instant::now() + A_MOMENT;
    loop {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if Instant::now() < until => {
                thread::sleep(Duration::from_millis(5));
            }
            other => return other,
        }
    }
}

fn in_use(path: &Path) -> Error {
    Error::journal_in_use(
        format!("journal {} is in use by another run", path.display()),
        "Wait until the other run has ended, or give this run a journal of its own.",
    )
}

fn problem(path: &Path, problem: &str) -> Error {
    Error::configuration(
        format!("journal {} {problem}", path.display()),
        "Give a file that this run alone may write, either a new one or the journal of an earlier run.",
    )
}

#[cfg(test)]
impl JournalFile {
    /// One that takes so many bytes and then fails.
    pub(crate) fn that_fails_after(room: usize) -> Self {
        struct Small(usize);
        impl super::writer::Storage for Small {
            fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
                let left = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
                self.0 = left;
                Ok(())
            }

            fn sync(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        #[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
        let writer = Writer::start(Small(room)).unwrap();
        Self { path: "journal".into(), writer }
    }
}
