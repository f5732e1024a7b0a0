//! What a process and the script in Redis say to each other, in JSON. Times are in microseconds.

use serde::{Deserialize, Serialize};

/// What a process says.
#[derive(Debug, Serialize)]
pub(super) struct Request<'a> {
    /// The process, as it is called for as long as its connection lasts.
    pub(super) process: &'a str,
    /// The server, as it calls itself since its start.
    pub(super) server: &'a str,
    /// The state that the process took part in last; empty for none.
    pub(super) epoch: &'a str,
    /// Whether it ever took part in one.
    pub(super) had_state: bool,
    pub(super) per_second: f64,
    /// All that it has, where it does not take part in the state yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) join: Option<Join>,
    /// Calls that ended since, and those that wait no more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) ended: Vec<Ended>,
    /// Tickets that ask for turns, from and to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) asked: Vec<(u64, u64)>,
}

/// What a process has that joins.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Join {
    /// The tickets of calls that were sent and are not answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) under_way: Vec<u64>,
    /// How many of its calls may have been received within the last window, besides those.
    pub(super) lately: usize,
}

/// The end of a call.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Ended {
    pub(super) ticket: u64,
    pub(super) how: How,
    /// How much earlier than its answer came it was certainly received, as seen from this process.
    #[serde(skip_serializing_if = "is_zero")]
    pub(super) credit: u64,
    /// How much later than now it may yet be received.
    #[serde(skip_serializing_if = "is_zero")]
    pub(super) later: u64,
    /// For how long the service asked for no calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) wait: Option<u64>,
}

/// What became of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum How {
    /// It was never sent.
    Unsent,
    Accepted,
    /// The service answered with an error, or did not answer.
    Failed,
    Throttled,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// What the script says: its reply, or what it publishes to another process.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Reply {
    #[serde(default)]
    pub(super) epoch: String,
    /// The process does not take part in this state: nothing that it said was done.
    #[serde(default)]
    pub(super) is_unknown: bool,
    /// Tickets whose turn is known, each with the time until then.
    #[serde(default)]
    pub(super) turns: Vec<(u64, f64)>,
    /// The time until a turn may be given, where it is known.
    pub(super) next: Option<f64>,
    /// How many processes take part.
    #[serde(default)]
    pub(super) members: u32,
    /// How many of them wait for turns.
    #[serde(default)]
    pub(super) waiting: u32,
}
