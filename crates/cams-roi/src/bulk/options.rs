//! What a run over many channels does differently.

use crate::client::CallOptions;
use crate::journal::Journal;

/// How many channels are enabled.
#[derive(Debug, Default)]
#[must_use]
pub struct BulkOptions {
    pub(super) isv_code: Option<String>,
    pub(super) concurrency: Option<usize>,
    pub(super) journal: Option<Journal>,
    pub(super) stop_after_denials: Option<usize>,
    pub(super) call: CallOptions,
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
