//! Enabling many channels: at the limit's full speed, and so that a killed run can be resumed.

mod denials;
mod run;

use std::sync::OnceLock;

use futures_util::future::{Either, ready};
use futures_util::{Stream, stream};

use crate::access_denied::AccessDeniedDetail;
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::EnableWhatsappRoiMetric;

pub use crate::journal::Journal;
use denials::Denials;
use run::{Outcomes, Run};

/// How many calls are under way at once where no rate limit says.
const DEFAULT_CONCURRENCY: usize = 64;
/// How many channels in a row may be denied for the same reason before it is taken for the account's.
const DEFAULT_DENIALS: usize = 5;

/// A channel to enable.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Channel {
    /// The channel's ID (`cams-…`).
    pub cust_space_id: String,
    /// The code by which the ISV authorised the caller, where this channel needs another than
    /// [`BulkOptions::isv_code`].
    pub isv_code: Option<String>,
}

impl Channel {
    /// A channel without an ISV code of its own.
    #[must_use]
    pub fn new(cust_space_id: impl Into<String>) -> Self {
        Self { cust_space_id: cust_space_id.into(), isv_code: None }
    }
}

impl<T: Into<String>> From<T> for Channel {
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
    stop_after_denials: Option<usize>,
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

    /// After how many different channels in a row that are denied for the same reason the rest is not called: then it is
    /// the account that lacks the permission. 5 unless given; zero is refused by the run.
    pub fn stop_after_denials(mut self, channels: usize) -> Self {
        self.stop_after_denials = Some(channels);
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
pub struct ChannelOutcome {
    /// The channel's ID.
    pub cust_space_id: String,
    /// The service's ID of the (last) request.
    pub request_id: Option<String>,
    /// How many requests were sent for it.
    pub attempts: u32,
    /// The service's message on a success, where it is more than a placeholder.
    pub message: Option<String>,
    /// The service's `AccessDeniedDetail` on a success, where it is more than a placeholder.
    pub access_denied_detail: Option<AccessDeniedDetail>,
    /// `None` when figures are being collected, else why not.
    pub error: Option<Error>,
    /// Whether an earlier run had enabled it, as the journal says.
    pub resumed: bool,
    /// Whether it was not called, because an error of other channels' calls had ended the run: this is that error. A
    /// later run with the same journal calls it first.
    pub not_called: bool,
}

impl ChannelOutcome {
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
                not_called: false,
            },
            Err(error) => Self {
                cust_space_id,
                request_id: error.request_id().map(str::to_owned),
                attempts: error.attempts(),
                message: None,
                access_denied_detail: None,
                error: Some(error),
                resumed: false,
                not_called: false,
            },
        }
    }
}

impl Client {
    /// Enables every channel once, in about the order given, and tells what became of each as soon as it is known.
    ///
    /// Outcomes come in the order in which calls end. A channel that is given twice is enabled once.
    ///
    /// After an error that is the account's beyond doubt (no credentials, a refused key, no subscription), or when
    /// several channels in a row are denied for the same reason
    /// ([`stop_after_denials`](BulkOptions::stop_after_denials)), the channels that are left are not called: their
    /// outcomes carry that error. A later run with the same journal calls first what was never called, and then what
    /// had failed.
    ///
    /// Dropping the stream ends the calls that are under way.
    ///
    /// # Errors
    /// An item is an error, and the last one, only when an option is wrong, or when the journal cannot be written. Then
    /// nothing more is called, and what became of the calls that were under way comes before the error.
    pub fn enable_many<I>(
        &self,
        channels: I,
        options: BulkOptions,
    ) -> impl Stream<Item = Result<ChannelOutcome, Error>> + Send + use<I>
    where
        I: IntoIterator<Item: Into<Channel>, IntoIter: Send>,
    {
        self.enable_stream(stream::iter(channels.into_iter().map(Into::into)), options)
    }

    /// Does what [`enable_many`](Self::enable_many) does for channels that become known one by one.
    pub fn enable_stream<S>(
        &self,
        channels: S,
        options: BulkOptions,
    ) -> impl Stream<Item = Result<ChannelOutcome, Error>> + Send + use<S>
    where
        S: Stream<Item = Channel> + Send,
    {
        let per_second = self.calls_per_second(&EnableWhatsappRoiMetric::own_channel());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a count")]
        let a_second_s_worth = per_second.map_or(DEFAULT_CONCURRENCY, |limit| limit.ceil() as usize);
        let concurrency = options.concurrency.unwrap_or(a_second_s_worth.max(1));
        let denials = options.stop_after_denials.unwrap_or(DEFAULT_DENIALS);
        for (name, number, hint) in [
            ("concurrency", concurrency, "Let at least one call be under way, or leave concurrency out."),
            ("stop_after_denials", denials, "Give stop_after_denials as 1 or more, or leave it out."),
        ] {
            if number == 0 {
                let refused = Error::invalid_argument(format!("{name} is zero"), hint);
                return Either::Left(stream::once(ready(Err(refused))));
            }
        }
        let run = Run {
            client: self.clone(),
            isv_code: options.isv_code,
            journal: options.journal,
            call: options.call,
            denials: Denials::new(denials),
            stop: OnceLock::new(),
            journal_error: OnceLock::new(),
        };
        Either::Right(Outcomes::new(run, concurrency, channels))
    }
}

#[cfg(test)]
mod tests;
