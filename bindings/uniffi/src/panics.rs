//! Panics on purpose, by which the packages' tests see that one reaches their users as an error, and ends no process.
#![allow(clippy::panic, reason = "it is what they are for")]

use std::sync::Arc;

use tokio::sync::mpsc::channel;

use crate::bulk::Bulk;
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

/// A run that panics before its first outcome.
#[uniffi::export]
fn panic_in_run() -> Result<Arc<Bulk>, Failure> {
    let ((channels, _), (_, outcomes)) = (channel(1), channel(1));
    Bulk::driven(channels, outcomes, async { panic!("a panic on purpose, in a run") })
}
