//! Panics on purpose, by which the faces' tests see that one reaches their users as an error, and ends no process.
#![allow(clippy::panic, reason = "it is what they are for")]

use crate::failure::Failure;
use crate::runtime;

/// Panics while a call is under way.
#[uniffi::export]
async fn panic_in_call() -> Result<(), Failure> {
    runtime::work(async { panic!("a panic on purpose, in a call") }).await
}

/// Panics before anything is under way.
#[uniffi::export]
fn panic_at_once() -> Result<(), Failure> {
    panic!("a panic on purpose, at once")
}
