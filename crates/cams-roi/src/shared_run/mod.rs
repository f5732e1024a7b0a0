//! Runs that many workers share through Redis (docs/adr/0008-shared-runs.md).
//!
//! What a worker is to do it offers to its `turns`, which say what is its own: a claim of its `worker`. A `keeper` speaks with
//! Redis for it. What the workers have in common is in the script `run.lua`, in Redis; each also has it in `known`.

mod about;
mod absence;
mod address;
mod keeper;
mod known;
mod messages;
mod script;
mod state;
mod stored;
mod turns;
mod worker;

pub(crate) use address::Address;
pub(crate) use known::{LineOf, ReadLine, Recorded};
pub(crate) use messages::Record;
pub(crate) use stored::{Progress, Stored};
pub(crate) use turns::{Taken, Turns};
pub(crate) use worker::{Claim, Worker};
