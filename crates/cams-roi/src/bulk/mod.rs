//! Enabling many channels: at the limit's full speed, and so that a killed run can be resumed.

mod channel;
mod denials;
mod enable;
pub(crate) mod once;
mod options;
mod run;
#[cfg(test)]
mod tests;

pub use channel::Channel;
pub use options::BulkOptions;

pub use crate::journal::Journal;
pub use crate::outcome::ChannelOutcome;
