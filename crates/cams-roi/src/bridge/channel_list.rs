//! Reading a list of channels for a language that takes them in batches.

use std::fs::File;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::bulk::Channel;
use crate::channels::{self, ChannelList};
use crate::error::Error;

/// A list of channels that is being read.
#[derive(Debug)]
pub struct ChannelReader(Mutex<State>);

#[derive(Debug)]
struct State {
    list: ChannelList<File>,
    /// What ended the list, behind the channels that came before it.
    failure: Option<Error>,
}

impl ChannelReader {
    /// Opens the list at `path`.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        Ok(Self(Mutex::new(State { list: channels::read(path)?, failure: None })))
    }

    /// The next channels, `most` of them at most; none at the end. It reads a file, so it may wait for it. What comes
    /// before a line that is refused is given first, and the error with the next call.
    pub fn next_batch(&self, most: usize) -> Result<Vec<Channel>, Error> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(error) = state.failure.take() {
            return Err(error);
        }
        let mut batch = Vec::new();
        while batch.len() < most.max(1) {
            match state.list.next() {
                Some(Ok(channel)) => batch.push(channel),
                Some(Err(error)) if batch.is_empty() => return Err(error),
                Some(Err(error)) => {
                    state.failure = Some(error);
                    break;
                }
                None => break,
            }
        }
        Ok(batch)
    }
}

/// What is wrong with an ID that a person typed, and what to do.
#[must_use]
pub fn channel_id_problem(id: &str) -> Option<(String, &'static str)> {
    channels::id::check(id).err().map(|refused| (refused.problem, refused.hint))
}

/// What is wrong with an ISV code that a person typed, and what to do.
#[must_use]
pub fn isv_code_problem(code: &str) -> Option<(String, &'static str)> {
    channels::id::check_isv_code(code).err().map(|refused| (refused.problem, refused.hint))
}
