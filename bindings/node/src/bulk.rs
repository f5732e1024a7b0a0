//! Enabling many channels: JavaScript gives them one by one, and takes the outcomes as they come.

use std::sync::{Arc, Mutex, PoisonError};

use cams_roi::bridge::{EnableManySettings, Item, enable_many};
use cams_roi::bulk::Channel;
use napi::bindgen_prelude::Either3;
use napi::{Env, Result};
use napi_derive::napi;
use tokio::sync::mpsc::{Receiver, Sender};
use tokio::task::{AbortHandle, JoinHandle};
use tracing::instrument::WithSubscriber as _;

use crate::delivery::{Delivery, Ticket};
use crate::failure::Failure;
use crate::logs::Logs;
use crate::outcome::{Stopped, start, words};
use crate::runtime;
use crate::settings::read;

/// What became of one channel.
#[napi(object, object_from_js = false)]
pub struct ChannelOutcome {
    pub cust_space_id: String,
    pub request_id: Option<String>,
    pub attempts: u32,
    pub resumed: bool,
    pub not_called: bool,
    pub error: Option<Failure>,
}

impl From<cams_roi::bulk::ChannelOutcome> for ChannelOutcome {
    fn from(outcome: cams_roi::bulk::ChannelOutcome) -> Self {
        Self {
            cust_space_id: outcome.cust_space_id,
            request_id: outcome.request_id,
            attempts: outcome.attempts,
            resumed: outcome.resumed,
            not_called: outcome.not_called,
            error: outcome.error.map(Into::into),
        }
    }
}

/// A run of `enableMany`.
#[napi]
pub struct Bulk {
    /// `None` when no more channels will come.
    channels: Mutex<Option<Sender<Channel>>>,
    outcomes: Arc<tokio::sync::Mutex<Outcomes>>,
    run: AbortHandle,
    delivery: Arc<Delivery>,
}

#[napi]
impl Bulk {
    /// Adds a channel as soon as there is room for it; tells whether more are wanted.
    #[napi(catch_unwind)]
    pub fn add(
        &self,
        env: &Env,
        #[napi(ts_arg_type = "Ticket<boolean>")] ticket: Ticket,
        cust_space_id: String,
        isv_code: Option<String>,
    ) -> Result<()> {
        let channels = self.channels.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let channel = Channel { cust_space_id, isv_code };
        start(env, (&self.delivery, ticket), None, async move {
            Ok(Either3::B(match channels {
                Some(channels) => channels.send(channel).await.is_ok(),
                None => false,
            }))
        })
    }

    /// Says that no more channels will come.
    #[napi(catch_unwind)]
    pub fn finish(&self) {
        self.channels.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// The next outcome, or nothing at the end.
    #[napi(catch_unwind)]
    pub fn next(
        &self,
        env: &Env,
        #[napi(ts_arg_type = "Ticket<ChannelOutcome | null>")] ticket: Ticket,
    ) -> Result<()> {
        let outcomes = Arc::clone(&self.outcomes);
        start(env, (&self.delivery, ticket), None, async move {
            Ok(Either3::C(outcomes.lock().await.next().await?.map(ChannelOutcome::from)))
        })
    }

    /// Ends the calls that are under way, and makes no more.
    #[napi(catch_unwind)]
    pub fn close(&self) {
        self.finish();
        self.run.abort();
    }
}

impl Bulk {
    pub(crate) fn begin(
        client: cams_roi::Client,
        settings: &str,
        is_list: bool,
        logs: &Logs,
        delivery: &Arc<Delivery>,
    ) -> std::result::Result<Self, Stopped> {
        let mut settings: EnableManySettings = read(settings)?;
        let journal = settings.journal();
        let options = settings.options()?;
        let (channels, outcomes, run) = enable_many(client, options, journal, is_list);
        let handle = runtime::handle()?;
        let run = match logs.dispatch() {
            None => handle.spawn(run),
            Some(dispatch) => handle.spawn(run.with_subscriber(dispatch)),
        };
        Ok(Self {
            channels: Mutex::new(Some(channels)),
            run: run.abort_handle(),
            delivery: Arc::clone(delivery),
            outcomes: Arc::new(tokio::sync::Mutex::new(Outcomes { given: outcomes, run: Some(run) })),
        })
    }
}

impl Drop for Bulk {
    fn drop(&mut self) {
        self.run.abort();
    }
}

/// What a run gives.
struct Outcomes {
    given: Receiver<Item>,
    /// `None` when its end has been seen.
    run: Option<JoinHandle<()>>,
}

impl Outcomes {
    async fn next(&mut self) -> std::result::Result<Option<cams_roi::bulk::ChannelOutcome>, Stopped> {
        if let Some(item) = self.given.recv().await {
            return Ok(Some(item?));
        }
        // A run that panicked gives nothing more either, and has not come to its end.
        let end = match self.run.take() {
            Some(run) => run.await,
            None => Ok(()),
        };
        match end.map_err(tokio::task::JoinError::try_into_panic) {
            Err(Ok(panic)) => Err(Stopped::Panicked(words(&*panic))),
            _ => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_run_that_panics_does_not_look_like_one_that_ended() {
        let (_, given) = tokio::sync::mpsc::channel(1);
        let run = tokio::spawn(async { panic!("out of {}", "luck") });
        let mut outcomes = Outcomes { given, run: Some(run) };
        let next = outcomes.next().await;
        assert!(matches!(next, Err(Stopped::Panicked(words)) if words == "out of luck"));
        assert!(matches!(outcomes.next().await, Ok(None)));
    }
}
