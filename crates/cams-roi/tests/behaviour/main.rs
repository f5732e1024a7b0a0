//! What the library does, seen through its public API: one file a subject.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(unreachable_pub, reason = "the modules of a test are its own")]

mod answers;
mod attempts;
mod bulk;
mod collect;
mod connections;
mod deadlines;
mod emulator;
mod emulator_tls;
mod errors;
mod events;
mod limits;
mod limits_shared;
mod limits_under_stress;
mod pages;
mod requests;
mod retries;
mod scripted;
mod signatures;
mod socket;
mod subjects;
mod wire;
