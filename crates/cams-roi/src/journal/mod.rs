//! What remembers what is done, so that a killed run can be resumed: files, and runs that many workers share.

mod enabled;
mod file;
#[cfg(feature = "fuzzing")]
pub(crate) mod fuzzing;
mod lines;
mod opened;
mod place;
#[cfg(feature = "redis")]
mod shared_lines;
mod writer;

pub(crate) use enabled::EnabledFile;
#[cfg(feature = "redis")]
pub(crate) use enabled::outcome_line;
pub(crate) use file::JournalFile;
pub(crate) use lines::{line, now};
pub use opened::Journal;
pub(crate) use opened::Opened;
pub(crate) use place::Place;
#[cfg(feature = "redis")]
pub(crate) use shared_lines::{name_of_channel, outcome_of, read_enabled};
