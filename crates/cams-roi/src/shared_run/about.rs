//! What a run is to its worker, and why it may not take part in it.

use std::time::Duration;

use super::address::Address;
use super::known::ReadLine;
use super::messages::Reply;
use crate::error::Error;
use crate::redis_server::Unavailable;

/// What a run is to its worker.
pub(super) struct About {
    pub(super) address: Address,
    /// What its lines are of: `enabling` or `collecting`.
    pub(super) kind: &'static str,
    /// What all of its workers have to have alike, in words.
    pub(super) parameters: String,
    pub(super) read: ReadLine,
}

impl About {
    /// Why the worker may not take part, where the script says so.
    pub(super) fn refusal(&self, reply: &Reply) -> Option<Error> {
        let Self { address, parameters, .. } = self;
        if reply.is_of_another_kind {
            return Some(Error::configuration(
                format!("journal {address} is not a journal of this command: it is of another kind of run"),
                "Give another name: a run that enables channels and one that collects metrics have one each.",
            ));
        }
        let theirs = reply.parameters.as_ref()?;
        Some(Error::configuration(
            format!("journal {address} is in use by a run with other settings: {theirs}; here: {parameters}"),
            "Give all workers of a run the same settings, or give this run a name of its own.",
        ))
    }

    /// The error of a run whose server is away for so long.
    pub(super) fn too_long_away(&self, time: Duration, reason: &Unavailable) -> Error {
        let message = format!(
            "journal {} cannot be written: Redis is away for {} seconds: {reason}",
            self.address,
            time.as_secs()
        );
        Error::configuration(message, reason.hint())
    }

    /// The error of a run with a line that is none.
    pub(super) fn spoilt(&self, problem: &str) -> Error {
        let message = format!("journal {} has a line that is none: {problem}", self.address);
        Error::configuration(message, "Give another name: something else has written to this run.")
    }
}
