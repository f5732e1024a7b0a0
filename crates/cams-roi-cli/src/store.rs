//! The store of a subcommand: which one, and a thread that talks to it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc;
use std::thread;

use cams_roi_store::{Access, Location, Store, StoreError, StoreErrorKind};
use tokio::sync::oneshot;

use crate::failure::Failure;

/// Where the metrics are kept.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct StoreArgs {
    /// A file of SQLite, or a database of PostgreSQL: postgres://user@host:5432/database (password: PGPASSWORD)
    #[arg(
        long,
        value_name = "FILE|URL",
        env = "CAMS_ROI_STORE",
        hide_env_values = true,
        default_value = Location::DEFAULT
    )]
    store: String,
}

impl StoreArgs {
    /// Where that is.
    pub(crate) fn location(&self) -> Result<Location, Failure> {
        Ok(Location::parse(&self.store)?)
    }
}

/// Refuses to write over a file that is read: `option` says which one that is.
pub(crate) fn check_apart(output: &Path, option: &str, input: Option<&Path>) -> Result<(), Failure> {
    let is_same = input.is_some_and(|input| match (output.canonicalize(), input.canonicalize()) {
        (Ok(output), Ok(input)) => output == input,
        _ => false,
    });
    if !is_same {
        return Ok(());
    }
    Err(Failure::usage(
        format!("--output {} is the file of {option}, which would be lost", output.display()),
        "Give --output another name.",
    ))
}

/// What to say of channels that are kept for several accounts; nothing where each has one. `account` is the one that is
/// meant, where one is.
pub(crate) fn doubled_note(
    channels: &BTreeMap<String, Vec<String>>,
    account: Option<&str>,
) -> Option<String> {
    let is_meant = |accounts: &[String]| account.is_none_or(|it| accounts.iter().any(|other| other == it));
    let mut doubled = channels.iter().filter(|(_, accounts)| is_meant(accounts));
    let (channel, accounts) = doubled.next()?;
    let more = doubled.count();
    let channel = if more == 0 { channel.clone() } else { format!("{channel} and {more} more") };
    let accounts = accounts.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(" and ");
    Some(format!(
        "note: the store holds {channel} for the accounts {accounts}: a report over both counts messages twice; \
         name one account by --account, here and in each collect"
    ))
}

type Job = Box<dyn FnOnce(&mut Store) + Send>;

/// A store on a thread of its own: its calls block. It is closed with the value: a file of SQLite then has all that was
/// written, and can be copied.
pub(crate) struct StoreThread {
    /// Nothing once it is to end.
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Drop for StoreThread {
    fn drop(&mut self) {
        // Without jobs to come, the thread closes the store. A panic of it has been told.
        drop(self.jobs.take());
        let _ = self.thread.take().map(thread::JoinHandle::join);
    }
}

impl StoreThread {
    /// Opens the store.
    pub(crate) async fn open(location: Location, access: Access) -> Result<Self, Failure> {
        Ok(Self::try_open(location, access).await??)
    }

    /// Opens the store to read it; nothing where there is none yet.
    pub(crate) async fn open_if_there(location: Location) -> Result<Option<Self>, Failure> {
        match Self::try_open(location, Access::Read).await? {
            Ok(thread) => Ok(Some(thread)),
            Err(error) if error.kind() == StoreErrorKind::Missing => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    async fn try_open(location: Location, access: Access) -> Result<Result<Self, StoreError>, Failure> {
        let (jobs, waiting) = mpsc::channel::<Job>();
        let (tell, told) = oneshot::channel();
        let work = move || match Store::open(&location, access) {
            Ok(mut store) => {
                // Whoever gave up waiting sends no jobs, either.
                let _ = tell.send(Ok(()));
                for job in waiting {
                    job(&mut store);
                }
            }
            Err(error) => _ = tell.send(Err(error)),
        };
        let thread =
            thread::Builder::new().name("cams-roi-store".to_owned()).spawn(work).map_err(|error| {
                Failure::local(
                    format!("no thread can be started for the store: {error}"),
                    "Raise the limit on threads (`ulimit -u`, the container's pids limit).",
                )
            })?;
        Ok(told.await.map_err(|_| gone())?.map(|()| Self { jobs: Some(jobs), thread: Some(thread) }))
    }

    /// Has the store do something, and waits for it.
    pub(crate) async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Failure> {
        let (tell, told) = oneshot::channel();
        let job = Box::new(move |store: &mut Store| _ = tell.send(work(store)));
        self.jobs.as_ref().ok_or_else(gone)?.send(job).map_err(|_| gone())?;
        Ok(told.await.map_err(|_| gone())??)
    }
}

/// A thread ends early only by a panic, which has been told.
fn gone() -> Failure {
    Failure::local("the store's thread has ended", "Report this.")
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error.kind() {
            StoreErrorKind::Location
            | StoreErrorKind::Schema
            | StoreErrorKind::Missing
            | StoreErrorKind::UnknownAccount => Self::usage(error.to_string(), error.hint()),
            _ => Self::local(error.to_string(), error.hint()),
        }
    }
}
