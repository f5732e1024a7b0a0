//! The emulator over its socket: every check, every fault, every control.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says so when it fails")]

mod control;
mod faults;
mod gateway;
mod listings;
mod metrics;
mod signatures;
mod support;
mod totals;
mod verdict;
