//! Writing lines so that a power cut loses none whose outcome was given: one sync for all that came meanwhile.

use std::fs::File;
use std::io::{self, Write as _};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use tokio::sync::oneshot;

/// Where lines are kept.
pub(super) trait Storage: Send + 'static {
    /// Writes at the end.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Makes what was written outlast a power cut.
    fn sync(&mut self) -> io::Result<()>;
}

/// A file whose place is at its end.
#[derive(Debug)]
pub(super) struct OnDisk {
    pub(super) file: File,
    /// Whether the file system knows how to sync.
    pub(super) syncs: bool,
}

impl Storage for OnDisk {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        if self.syncs { self.file.sync_data() } else { Ok(()) }
    }
}

/// A line, and where to say what became of it.
struct Job {
    line: Vec<u8>,
    done: oneshot::Sender<Result<(), String>>,
}

/// A thread that writes lines. Dropping it waits until what it was given is written, and the file is closed.
#[derive(Debug)]
pub(super) struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(storage: impl Storage) -> io::Result<Self> {
        let (jobs, to_do) = channel();
        let thread = thread::Builder::new()
            .name("cams-roi-journal".to_owned())
            .spawn(move || work(storage, &to_do))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Writes a line. When this is done, neither killing the process nor a power cut loses it.
    ///
    /// The line is handed over at once: whoever drops the future does not take it back.
    pub(super) fn write(&self, line: Vec<u8>) -> impl Future<Output = Result<(), String>> + Send + use<> {
        let (done, written) = oneshot::channel();
        let sent = self.jobs.as_ref().is_some_and(|jobs| jobs.send(Job { line, done }).is_ok());
        async move {
            match written.await {
                Ok(result) if sent => result,
                _ => Err("its thread has ended".to_owned()),
            }
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(mut storage: impl Storage, jobs: &Receiver<Job>) {
    let mut broken = None;
    while let Ok(first) = jobs.recv() {
        // All that came while the last ones were synced.
        let batch: Vec<Job> = std::iter::once(first).chain(jobs.try_iter()).collect();
        if broken.is_none() {
            let lines: Vec<u8> = batch.iter().flat_map(|job| job.line.iter().copied()).collect();
            // What follows a line that is perhaps half there could not be told from it: nothing is written any more.
            broken =
                storage.append(&lines).and_then(|()| storage.sync()).err().map(|error| error.to_string());
        }
        for job in batch {
            let _ = job.done.send(broken.clone().map_or(Ok(()), Err));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use futures_util::future::join_all;

    use super::*;

    /// A file that forgets what was not synced.
    #[derive(Clone, Default)]
    struct Forgetful(Arc<Mutex<State>>);

    #[derive(Default)]
    struct State {
        written: Vec<u8>,
        synced: usize,
        syncs: usize,
        /// How many more bytes it takes.
        room: Option<usize>,
    }

    impl Storage for Forgetful {
        fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
            let mut state = self.0.lock().unwrap();
            let room = state.room.unwrap_or(usize::MAX).min(bytes.len());
            state.written.extend(&bytes[..room]);
            if room < bytes.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        }

        fn sync(&mut self) -> io::Result<()> {
            let mut state = self.0.lock().unwrap();
            state.synced = state.written.len();
            state.syncs += 1;
            Ok(())
        }
    }

    #[tokio::test]
    async fn a_line_is_synced_before_its_outcome_is_given_and_many_share_a_sync() {
        let disk = Forgetful::default();
        let writer = Writer::start(disk.clone()).unwrap();
        // The thread is held in its first sync while the others come.
        let held = disk.0.lock().unwrap();
        let lines = join_all((0..100).map(|number| {
            let line = format!("line {number}\n");
            let written = writer.write(line.clone().into_bytes());
            let disk = disk.clone();
            async move {
                written.await.unwrap();
                let state = disk.0.lock().unwrap();
                let kept = String::from_utf8_lossy(&state.written[..state.synced]);
                assert!(kept.contains(&line), "{line} was given, and would be lost");
            }
        }));
        drop(held);
        lines.await;
        let state = disk.0.lock().unwrap();
        assert!(state.syncs < 100, "{} syncs for 100 lines", state.syncs);
    }

    #[tokio::test]
    async fn nothing_is_written_behind_a_line_that_failed() {
        let disk = Forgetful::default();
        disk.0.lock().unwrap().room = Some(3);
        let writer = Writer::start(disk.clone()).unwrap();
        writer.write(b"first\n".to_vec()).await.unwrap_err();
        disk.0.lock().unwrap().room = None;
        writer.write(b"second\n".to_vec()).await.unwrap_err();
        assert_eq!(disk.0.lock().unwrap().written, b"fir");
    }

    #[tokio::test]
    async fn what_was_handed_over_is_written_though_nobody_waits() {
        let disk = Forgetful::default();
        let writer = Writer::start(disk.clone()).unwrap();
        drop(writer.write(b"line\n".to_vec()));
        drop(writer);
        assert_eq!(disk.0.lock().unwrap().synced, 5);
    }
}
