//! Files that remember what is done, so that a killed run can be resumed.

mod enabled;
mod file;
#[cfg(feature = "fuzzing")]
pub(crate) mod fuzzing;
mod lines;
mod writer;

pub use enabled::Journal;
pub(crate) use file::JournalFile;
pub(crate) use lines::{line, now};
