//! A Redis or Valkey server: where it is, how it is reached, and why it cannot be.

mod connection;
mod location;
mod reach;
mod reconnect;
mod script;
mod thread;
mod unavailable;

pub(crate) use connection::{Connection, Sent};
pub(crate) use location::Location;
pub(crate) use reach::Reach;
pub(crate) use reconnect::Reconnect;
pub(crate) use script::Script;
pub(crate) use thread::run_on_thread;
pub(crate) use unavailable::Unavailable;
