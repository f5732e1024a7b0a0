//! The service's operations: those that have types of their own, and any by its name.

mod call;
mod call_check;
mod call_value;
mod channel;
mod identifier;
mod operation;
mod parameters;
mod rows;
mod typed;

pub use call::{Call, CallOutput};
pub use call_value::CallValue;
pub(crate) use identifier::{LOST, describe, is_invisible, is_rounded, spoilt};
pub use operation::{API_VERSION, Operation};
pub use parameters::Parameters;
pub use typed::*;

pub use crate::subject::Subject;
