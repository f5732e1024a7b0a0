//! Enabling many channels: at the limit's full speed, and so that a killed run can be resumed.

mod channel;
mod denials;
mod enable;
mod given;
mod list;
pub(crate) mod once;
mod options;
mod outcomes;
mod run;
#[cfg(feature = "redis")]
mod shared;
#[cfg(test)]
mod tests;

pub use channel::Channel;
pub use options::BulkOptions;
#[cfg(feature = "redis")]
pub(crate) use shared::isv_code_in_words;

pub use crate::journal::Journal;
pub use crate::outcome::ChannelOutcome;
