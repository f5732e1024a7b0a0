//! What a worker and the script in Redis say to each other, in JSON.

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

fn text<S: Serializer>(text: &Arc<str>, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(text)
}

#[allow(clippy::ref_option, reason = "serde passes it so")]
fn optional_text<S: Serializer>(text: &Option<Arc<str>>, out: S) -> Result<S::Ok, S::Error> {
    text.as_deref().serialize(out)
}

fn texts<S: Serializer>(texts: impl AsRef<[Arc<str>]>, out: S) -> Result<S::Ok, S::Error> {
    out.collect_seq(texts.as_ref().iter().map(|text| &**text))
}

/// What became of a thing.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Record {
    /// What the thing is called.
    #[serde(serialize_with = "text")]
    pub(crate) thing: Arc<str>,
    /// The line that the journal has of it; `None` where it has none.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "optional_text")]
    pub(crate) line: Option<Arc<str>>,
    /// Whether it is done, or was done in vain.
    pub(crate) is_done: bool,
    /// Whether it was in this run, or in an earlier one.
    pub(crate) is_now: bool,
}

/// Things of which a worker wants some.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Wish {
    #[serde(serialize_with = "texts")]
    pub(super) things: Vec<Arc<str>>,
    pub(super) want: usize,
}

/// What a worker says that does not take part yet, or any more.
#[derive(Debug, Serialize)]
pub(super) struct Join {
    /// What it has claimed, as far as it knows.
    #[serde(serialize_with = "texts")]
    pub(super) held: Vec<Arc<str>>,
    /// Whether it knows any lines, which a state that is new may not have.
    pub(super) knows: bool,
    /// Whether it has not written all of them back to this state.
    pub(super) restores: bool,
}

/// What somebody wants who is no worker.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Visit {
    Show,
    Read,
    Write,
}

/// What is said to the script.
#[derive(Debug, Default, Serialize)]
pub(super) struct Request<'a> {
    pub(super) worker: &'a str,
    /// The server, as it calls itself since its start.
    pub(super) server: &'a str,
    /// What the server has, as it calls that since it became the master.
    pub(super) history: &'a str,
    /// What the lines are of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'a str>,
    /// What all workers have to have alike.
    pub(super) parameters: &'a str,
    /// The state that the worker took part in last; empty for none.
    pub(super) epoch: &'a str,
    /// Whether it ever took part in one.
    pub(super) had_state: bool,
    /// The run that it took part in; empty for none.
    pub(super) generation: &'a str,
    /// How many lines it has read.
    pub(super) cursor: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) visit: Option<Visit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) join: Option<Join>,
    /// All lines that it knows of are there now.
    pub(super) restored: bool,
    #[serde(skip_serializing_if = "<[Record]>::is_empty")]
    pub(super) records: &'a [Record],
    #[serde(skip_serializing_if = "<[Arc<str>]>::is_empty", serialize_with = "texts")]
    pub(super) released: &'a [Arc<str>],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) asks: Vec<&'a Wish>,
    pub(super) leaves: bool,
}

/// What the script says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "they are what the script says")]
pub(super) struct Reply {
    /// There is no such run.
    pub(super) is_absent: bool,
    /// The lines are of something else than the worker's.
    pub(super) is_of_another_kind: bool,
    pub(super) kind: Option<String>,
    /// What the other workers have alike, where this one has it otherwise.
    pub(super) parameters: Option<String>,
    /// The worker does not take part in this state: nothing that it said was done.
    pub(super) is_unknown: bool,
    pub(super) epoch: String,
    pub(super) generation: String,
    /// Lines, each behind its generation.
    pub(super) lines: Vec<String>,
    /// How many lines came so far, and how many there are.
    pub(super) cursor: u64,
    pub(super) total: u64,
    /// A letter for each thing of each wish.
    pub(super) answers: Vec<String>,
    /// What the worker believed to have, and another has.
    pub(super) lost: Vec<String>,
    /// Nothing may be claimed now: the state is new, or somebody still writes lines back.
    pub(super) is_quiet: bool,
    pub(super) members: u64,
    pub(super) done: u64,
    pub(super) failed: u64,
}
