//! One call of a run over many channels, and what is recorded of it.

use std::sync::{Arc, OnceLock};

use super::channel::Channel;
use super::denials::Denials;
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::held::Held;
use crate::journal::EnabledFile;
#[cfg(feature = "redis")]
use crate::journal::outcome_line;
use crate::operations::EnableWhatsappRoiMetric;
use crate::outcome::ChannelOutcome;
#[cfg(feature = "redis")]
use crate::shared_run::Claim;
use crate::subject::Subject;

/// What a call came to.
pub(super) enum Ended {
    Outcome(Box<ChannelOutcome>),
    /// Another worker has the channel.
    TakenBack(Channel),
    /// It was not called, because the journal failed.
    Nothing,
}

/// What the calls of one run share.
pub(super) struct Run {
    pub(super) client: Client,
    pub(super) isv_code: Option<String>,
    pub(super) journal: Option<EnabledFile>,
    pub(super) call: CallOptions,
    pub(super) denials: Denials,
    /// Why no further channel is called.
    pub(super) stop: OnceLock<Error>,
    /// What ends the run itself: the journal cannot be written, or the channels contradict each other.
    pub(super) failure: OnceLock<Error>,
}

impl Run {
    /// Calls a channel, and records what came of it.
    pub(super) async fn enable(self: Arc<Self>, channel: Channel, held: Held) -> Ended {
        let mut request = EnableWhatsappRoiMetric::new(&channel.cust_space_id);
        if let Some(code) = channel.isv_code.as_ref().or(self.isv_code.as_ref()) {
            request = request.isv_code(code);
        }
        let result = self.client.answer_unless(&request, self.call, &held.guard(&self.stop)).await;
        if result.is_err() && held.was_refused() {
            return Ended::TakenBack(channel);
        }
        let Channel { cust_space_id, isv_code } = channel;
        let is_unsent = result.as_ref().is_err_and(|error| error.attempts() == 0);
        if let Some(error) = held.broken().filter(|_| is_unsent) {
            self.fail(error);
        }
        if let Some(error) = self.stop.get()
            && result.as_ref().is_err_and(|it| it.attempts() == 0 && it.kind() == error.kind())
        {
            let outcome = self.not_called(cust_space_id).map(Box::new);
            return outcome.map_or(Ended::Nothing, Ended::Outcome);
        }
        if self.denials.end_the_run(result.as_ref().map(drop), isv_code.is_some())
            && let Err(error) = &result
        {
            let _ = self.stop.set(error.clone());
        }
        let outcome = ChannelOutcome::of(cust_space_id, result);
        if let Err(error) = self.record(held, &outcome).await {
            self.fail(error);
        }
        Ended::Outcome(Box::new(outcome))
    }

    /// Records an outcome, where there is a journal.
    async fn record(&self, held: Held, outcome: &ChannelOutcome) -> Result<(), Error> {
        #[cfg(feature = "redis")]
        if let Some(claim) = held.into_claim() {
            return record_shared(claim, self.client.endpoint(), outcome).await;
        }
        #[cfg(not(feature = "redis"))]
        drop(held);
        match &self.journal {
            Some(journal) => journal.record(self.client.endpoint(), outcome).await,
            None => Ok(()),
        }
    }

    /// Ends the run: nothing more is called, and this is given last.
    pub(super) fn fail(&self, error: Error) {
        let _ = self.stop.set(error.clone());
        let _ = self.failure.set(error);
    }

    /// The outcome of a channel whose turn came too late; `None` after a failure that ends the run.
    pub(super) fn not_called(&self, cust_space_id: String) -> Option<ChannelOutcome> {
        let error = self.stop.get().filter(|_| self.failure.get().is_none())?;
        let subject = Subject { cust_space_id: Some(&cust_space_id), ..Subject::default() };
        let error = error.clone().with_attempts(0).about(subject);
        let mut outcome = ChannelOutcome::of(cust_space_id, Err(error));
        outcome.request_id = None;
        outcome.not_called = true;
        Some(outcome)
    }
}

/// Has all workers know an outcome.
#[cfg(feature = "redis")]
async fn record_shared(claim: Claim, endpoint: &str, outcome: &ChannelOutcome) -> Result<(), Error> {
    if outcome.attempts == 0 && !outcome.is_enabled() {
        // It was never called: another worker may have what this one lacks.
        return Ok(());
    }
    let what = format!("the outcome of {}", outcome.cust_space_id);
    let line = outcome_line(endpoint, outcome).map_err(|error| {
        let problem = format!("journal cannot be written: {error}; {what} is not recorded");
        Error::configuration(problem, "Please report this as a bug.")
    })?;
    let line = String::from_utf8_lossy(line.trim_ascii_end()).into_owned();
    claim.record(Some(&line), outcome.is_enabled(), what).await
}
