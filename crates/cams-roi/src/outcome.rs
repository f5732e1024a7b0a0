//! What became of one channel of many.

use crate::access_denied::AccessDeniedDetail;
use crate::answer::Answer;
use crate::error::Error;

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
    /// `None` when metrics are being collected, else why not.
    pub error: Option<Error>,
    /// Whether an earlier run had enabled it, as the journal says.
    pub resumed: bool,
    /// Whether it was not called, because an error of other channels' calls had ended the run: this is that error. A
    /// later run with the same journal calls it first.
    pub not_called: bool,
}

impl ChannelOutcome {
    /// Whether metrics are being collected.
    #[must_use]
    pub fn is_enabled(&self) -> bool {
        self.error.is_none()
    }

    pub(crate) fn of(cust_space_id: String, result: Result<Answer, Error>) -> Self {
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
