//! Enabling many channels: the host gives them one by one, and takes the outcomes as they come.

use std::sync::{Arc, Mutex, PoisonError};

use cams_roi::bridge::{EnableManySettings, Item, enable_many};
use cams_roi::bulk::Channel;
use tokio::sync::mpsc::{Receiver, Sender};
use tokio::task::{AbortHandle, JoinHandle};
use tracing::instrument::WithSubscriber as _;

use crate::failure::{ErrorInfo, Failure};
use crate::logs::Logs;
use crate::runtime;
use crate::settings::read;

/// What became of one channel.
#[derive(uniffi::Record)]
pub(crate) struct NativeChannelOutcome {
    cust_space_id: String,
    request_id: Option<String>,
    attempts: i32,
    resumed: bool,
    not_called: bool,
    error: Option<ErrorInfo>,
}

impl From<cams_roi::bulk::ChannelOutcome> for NativeChannelOutcome {
    fn from(outcome: cams_roi::bulk::ChannelOutcome) -> Self {
        Self {
            cust_space_id: outcome.cust_space_id,
            request_id: outcome.request_id,
            attempts: i32::try_from(outcome.attempts).unwrap_or(i32::MAX),
            resumed: outcome.resumed,
            not_called: outcome.not_called,
            error: outcome.error.map(Into::into),
        }
    }
}

/// A run.
#[derive(uniffi::Object)]
pub(crate) struct Bulk {
    /// `None` when no more channels will come.
    channels: Mutex<Option<Sender<Channel>>>,
    outcomes: tokio::sync::Mutex<Outcomes>,
    driver: AbortHandle,
}

struct Outcomes {
    receiver: Receiver<Item>,
    /// What gives them, until it has ended.
    driver: Option<JoinHandle<()>>,
}

#[uniffi::export]
impl Bulk {
    /// Adds a channel as soon as there is room for it; tells whether more are wanted.
    pub(crate) async fn add(&self, cust_space_id: String, isv_code: Option<String>) -> bool {
        let channels = self.channels.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match channels {
            Some(channels) => channels.send(Channel { cust_space_id, isv_code }).await.is_ok(),
            None => false,
        }
    }

    /// Says that no more channels will come.
    pub(crate) fn finish(&self) {
        self.channels.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// The next outcome, or nothing at the end.
    pub(crate) async fn next(&self) -> Result<Option<NativeChannelOutcome>, Failure> {
        let mut outcomes = self.outcomes.lock().await;
        if let Some(item) = outcomes.receiver.recv().await {
            return Ok(Some(item?.into()));
        }
        // Where it panicked, the outcomes that are missing must not look like the end.
        if let Some(driver) = outcomes.driver.take() {
            runtime::finished(driver.await);
        }
        Ok(None)
    }

    /// Ends the calls that are under way, and makes no more.
    pub(crate) fn close(&self) {
        self.finish();
        self.driver.abort();
    }
}

impl Bulk {
    pub(crate) fn begin(
        client: cams_roi::Client,
        settings: &[u8],
        is_list: bool,
        logs: &Logs,
    ) -> Result<Arc<Self>, Failure> {
        let mut settings: EnableManySettings = read(settings);
        let journal = settings.journal();
        let options = settings.options()?;
        let (channels, outcomes, run) = enable_many(client, options, journal, is_list);
        match logs.dispatch() {
            None => Self::driven(channels, outcomes, run),
            Some(dispatch) => Self::driven(channels, outcomes, run.with_subscriber(dispatch)),
        }
    }

    /// A run that this work drives.
    pub(crate) fn driven(
        channels: Sender<Channel>,
        outcomes: Receiver<Item>,
        work: impl Future<Output = ()> + Send + 'static,
    ) -> Result<Arc<Self>, Failure> {
        let driver = runtime::begin(work)?;
        Ok(Arc::new(Self {
            channels: Mutex::new(Some(channels)),
            driver: driver.abort_handle(),
            outcomes: tokio::sync::Mutex::new(Outcomes { receiver: outcomes, driver: Some(driver) }),
        }))
    }
}

impl Drop for Bulk {
    fn drop(&mut self) {
        self.driver.abort();
    }
}
