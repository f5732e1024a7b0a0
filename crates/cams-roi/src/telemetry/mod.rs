//! What a client tells of its calls and runs, for tracing and metrics: the same records in every language.
//!
//! Names and fields follow OpenTelemetry's semantic conventions for RPC and HTTP clients; what these do not name begins
//! with `cams.`. `docs/watching.md` lists all of it.

mod call;
mod caller;
mod event;
mod id;
mod observer;
mod run;

pub(crate) use call::{Attempt, CallWatch, Ended};
pub(crate) use caller::Caller;
pub use event::{Attribute, Event, EventName};
pub(crate) use observer::Observer;
pub(crate) use run::WatchedRun;
