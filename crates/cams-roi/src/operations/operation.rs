//! What every operation can do.

use super::parameters::Parameters;
use crate::answer::Answer;
use crate::catalogue;
use crate::error::Error;
use crate::subject::Subject;

/// The API's version, which every request names.
pub const API_VERSION: &str = "2020-06-06";

/// An operation of the service: a request that knows its name, its limit and how to read its answer.
pub trait Operation {
    /// What a success gives.
    type Output;

    /// The operation's name on the wire, letter case included.
    fn action(&self) -> &str;

    /// The documented limit in calls a second for an account; `None` where none is known.
    fn calls_per_second(&self) -> Option<u32> {
        catalogue::operation(self.action()).and_then(catalogue::KnownOperation::calls_per_second)
    }

    /// Whether the operation may run twice with the effect of once, so that it is repeated even where the service
    /// may have acted on the first request.
    fn is_idempotent(&self) -> bool {
        true
    }

    /// What the call is about, for its errors and log records. By default what the parameters name, once they are
    /// checked; an operation that says it here is named by its refusals, too.
    fn subject(&self) -> Subject<'_> {
        Subject::default()
    }

    /// What the log says of a call that can be meant, and may well not be.
    fn remark(&self) -> Option<&'static str> {
        None
    }

    /// The parameters, checked.
    fn parameters(&self) -> Result<Parameters, Error>;

    /// Reads a successful answer.
    fn output(&self, answer: Answer) -> Result<Self::Output, Error>;
}
