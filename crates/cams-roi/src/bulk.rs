//! Enabling many channels: at the limit's full speed, and so that a killed run can be resumed.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use futures_util::future::{Either, ready};
use futures_util::{Stream, StreamExt as _, stream};

use crate::access_denied::AccessDeniedDetail;
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::EnableWhatsappRoiMetric;

pub use crate::journal::Journal;

/// How many calls are under way at once where no rate limit says.
const DEFAULT_CONCURRENCY: usize = 64;

/// A channel to enable.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Space {
    /// The channel's ID (`cams-…`).
    pub cust_space_id: String,
    /// The code by which the ISV authorised the caller, where this channel needs another than
    /// [`BulkOptions::isv_code`].
    pub isv_code: Option<String>,
}

impl Space {
    /// A channel without an ISV code of its own.
    #[must_use]
    pub fn new(cust_space_id: impl Into<String>) -> Self {
        Self { cust_space_id: cust_space_id.into(), isv_code: None }
    }
}

impl<T: Into<String>> From<T> for Space {
    fn from(cust_space_id: T) -> Self {
        Self::new(cust_space_id)
    }
}

/// How many channels are enabled.
#[derive(Debug, Default)]
#[must_use]
pub struct BulkOptions {
    isv_code: Option<String>,
    concurrency: Option<usize>,
    journal: Option<Journal>,
    call: CallOptions,
}

impl BulkOptions {
    /// No ISV code, no journal, and as many calls under way as the rate limit allows in a second.
    pub fn new() -> Self {
        Self::default()
    }

    /// The code by which the ISV authorised the caller, for every channel that has none of its own.
    pub fn isv_code(mut self, code: impl Into<String>) -> Self {
        self.isv_code = Some(code.into());
        self
    }

    /// How many calls may be under way at once; zero is refused by the run.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.concurrency = Some(calls);
        self
    }

    /// Records every outcome, and skips the channels that it records as enabled.
    pub fn journal(mut self, journal: Journal) -> Self {
        self.journal = Some(journal);
        self
    }

    /// What each call does differently from the client's settings.
    pub fn call(mut self, options: CallOptions) -> Self {
        self.call = options;
        self
    }
}

/// What became of one channel.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SpaceOutcome {
    /// The channel's ID.
    pub cust_space_id: String,
    /// The service's ID of the (last) request.
    pub request_id: Option<String>,
    /// How many requests were sent for it. Zero where none was, because an earlier error already showed that the
    /// account cannot enable anything.
    pub attempts: u32,
    /// The service's message on a success, where it is more than a placeholder.
    pub message: Option<String>,
    /// The service's `AccessDeniedDetail` on a success, where it is more than a placeholder.
    pub access_denied_detail: Option<AccessDeniedDetail>,
    /// `None` when figures are being collected, else why not.
    pub error: Option<Error>,
    /// Whether an earlier run had enabled it, as the journal says.
    pub resumed: bool,
}

impl SpaceOutcome {
    /// Whether figures are being collected.
    #[must_use]
    pub fn is_enabled(&self) -> bool {
        self.error.is_none()
    }

    fn of(cust_space_id: String, result: Result<crate::Answer, Error>) -> Self {
        match result {
            Ok(answer) => Self {
                cust_space_id,
                request_id: answer.request_id,
                attempts: answer.attempts,
                message: answer.message,
                access_denied_detail: answer.access_denied_detail,
                error: None,
                resumed: false,
            },
            Err(error) => Self {
                cust_space_id,
                request_id: error.request_id().map(str::to_owned),
                attempts: error.attempts(),
                message: None,
                access_denied_detail: None,
                error: Some(error),
                resumed: false,
            },
        }
    }
}

impl Client {
    /// Enables every channel once, in about the order given, and tells what became of each as soon as it is known.
    ///
    /// Outcomes come in the order in which calls end. A channel that is given twice is enabled once. After an error
    /// that concerns the account as a whole (credentials, subscription, permission) the channels that are left are
    /// not called: their outcomes carry that error, and a later run with the same journal takes them up.
    ///
    /// Dropping the stream ends the calls that are under way.
    ///
    /// # Errors
    /// An item is an error, and the last one, only when the journal cannot be written, or when the concurrency is zero.
    pub fn enable_many<I>(
        &self,
        spaces: I,
        options: BulkOptions,
    ) -> impl Stream<Item = Result<SpaceOutcome, Error>> + Send + use<I>
    where
        I: IntoIterator<Item: Into<Space>, IntoIter: Send>,
    {
        self.enable_stream(stream::iter(spaces.into_iter().map(Into::into)), options)
    }

    /// Does what [`enable_many`](Self::enable_many) does for channels that become known one by one.
    pub fn enable_stream<S>(
        &self,
        spaces: S,
        options: BulkOptions,
    ) -> impl Stream<Item = Result<SpaceOutcome, Error>> + Send + use<S>
    where
        S: Stream<Item = Space> + Send,
    {
        let per_second = self.calls_per_second(&EnableWhatsappRoiMetric::new());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a count")]
        let a_second_s_worth = per_second.map_or(DEFAULT_CONCURRENCY, |limit| limit.ceil() as usize);
        let concurrency = options.concurrency.unwrap_or(a_second_s_worth.max(1));
        if concurrency == 0 {
            let hint = "Let at least one call be under way, or leave concurrency out.";
            let refused = Error::invalid_argument("concurrency is zero", hint);
            return Either::Left(stream::once(ready(Err(refused))));
        }
        let run = Arc::new(Run {
            client: self.clone(),
            isv_code: options.isv_code,
            journal: options.journal,
            call: options.call,
            fatal: OnceLock::new(),
        });
        let mut seen = HashSet::new();
        let outcomes = spaces
            .filter(move |space| ready(seen.insert(space.cust_space_id.clone())))
            .map(move |space| Arc::clone(&run).enable(space))
            .buffer_unordered(concurrency)
            .scan(false, |stopped, outcome| {
                let item = (!*stopped).then_some(outcome);
                *stopped = item.as_ref().is_some_and(Result::is_err);
                ready(item)
            });
        Either::Right(outcomes)
    }
}

/// What the calls of one run share.
struct Run {
    client: Client,
    isv_code: Option<String>,
    journal: Option<Journal>,
    call: CallOptions,
    /// The error that showed that no further channel can be enabled.
    fatal: OnceLock<Error>,
}

impl Run {
    async fn enable(self: Arc<Self>, space: Space) -> Result<SpaceOutcome, Error> {
        let endpoint = self.client.endpoint();
        let Space { cust_space_id, isv_code } = space;
        if let Some(outcome) = self.journal.as_ref().and_then(|it| it.enabled(endpoint, &cust_space_id)) {
            return Ok(outcome);
        }
        if let Some(error) = self.fatal.get() {
            return Ok(SpaceOutcome::of(cust_space_id, Err(error.clone().with_attempts(0))));
        }
        let mut request = EnableWhatsappRoiMetric::new().cust_space_id(&cust_space_id);
        if let Some(code) = isv_code.as_ref().or(self.isv_code.as_ref()) {
            request = request.isv_code(code);
        }
        let result = self.client.answer(&request, self.call).await;
        if let Err(error) = &result
            && error.concerns_the_account()
        {
            let _ = self.fatal.set(error.clone());
        }
        let outcome = SpaceOutcome::of(cust_space_id, result);
        if let Some(journal) = &self.journal {
            journal.record(endpoint, &outcome)?;
        }
        Ok(outcome)
    }
}
