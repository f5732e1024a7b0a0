//! The built command as its users run it: in a clean environment, against the emulator.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says so when it fails")]

#[cfg(feature = "test-browser")]
mod browser;
mod bulk;
mod collect;
mod collect_killed;
mod completions;
mod demo;
mod doctor;
mod emulator;
mod enable;
mod figures;
mod guides;
mod help;
#[cfg(feature = "test-languages")]
mod languages;
mod many;
mod mistakes;
mod network;
mod overwritten;
#[cfg(feature = "test-redis")]
mod redis_server;
mod refused;
mod report;
#[cfg(feature = "test-duckdb")]
mod report_computed_twice;
mod secrets;
#[cfg(feature = "test-redis")]
mod shared_journals;
#[cfg(feature = "test-redis")]
mod shared_limits;
#[cfg(feature = "test-redis")]
mod shared_runs;
#[cfg(feature = "test-redis")]
mod slow_way;
mod support;
#[cfg(feature = "test-redis")]
mod workers;
