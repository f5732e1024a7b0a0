//! The service's operations: those that have types of their own, and any by its name.

mod call;
mod channel;
mod identifier;
mod parameters;
mod repeatable;
mod rows;
mod typed;

pub use call::{Call, CallOutput};
pub(crate) use identifier::{describe, is_invisible, spoilt};
pub use parameters::Parameters;
pub use typed::*;

use crate::answer::Answer;
use crate::error::Error;

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
        documented_limit(self.action())
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

    /// The parameters, checked.
    fn parameters(&self) -> Result<Parameters, Error>;

    /// Reads a successful answer.
    fn output(&self, answer: Answer) -> Result<Self::Output, Error>;
}

/// What a call is about: the fields by which its errors and log records name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subject<'a> {
    /// The channel (`CustSpaceId`).
    pub cust_space_id: Option<&'a str>,
    /// The phone number (`PhoneNumber`).
    pub phone_number: Option<&'a str>,
    /// The template (`TemplateCode`).
    pub template_code: Option<&'a str>,
}

impl<'a> Subject<'a> {
    /// What names and values of parameters say.
    pub(crate) fn of<N: AsRef<str> + 'a>(parameters: &'a [(N, String)]) -> Self {
        let mut subject = Self::default();
        for (name, value) in parameters {
            match name.as_ref() {
                "CustSpaceId" => subject.cust_space_id = Some(value),
                "PhoneNumber" => subject.phone_number = Some(value),
                "TemplateCode" => subject.template_code = Some(value),
                _ => {}
            }
        }
        subject
    }
}

fn documented_limit(action: &str) -> Option<u32> {
    DOCUMENTED.iter().find(|(name, _)| *name == action).map(|(_, limit)| *limit)
}
