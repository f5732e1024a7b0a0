//! What a client, a call or a run is told, in postcard's encoding. Which options there are, the core knows.

use std::sync::Arc;

use cams_roi::bridge::{CallSettings, ClientSettings};
use cams_roi::{CallOptions, Client};
use serde::de::DeserializeOwned;

use crate::credentials::{KeySource, from_host};
use crate::events::{EventSink, telling};
use crate::failure::Failure;

/// Makes a client.
pub(crate) fn build(
    settings: &[u8],
    source: Option<Arc<dyn KeySource>>,
    events: Option<Arc<dyn EventSink>>,
) -> Result<Client, Failure> {
    let mut builder = read::<ClientSettings>(settings).builder()?;
    if let Some(source) = source {
        builder = builder.credentials(from_host(source));
    }
    if let Some(events) = events {
        builder = telling(builder, events);
    }
    Ok(builder.build()?)
}

/// What one call does differently.
pub(crate) fn call_options(settings: &[u8]) -> Result<CallOptions, Failure> {
    Ok(read::<CallSettings>(settings).options()?)
}

/// Reads what the host wrote.
#[allow(clippy::panic, reason = "it tells of a package that is not of this build, and is caught")]
pub(crate) fn read<T: DeserializeOwned>(settings: &[u8]) -> T {
    postcard::from_bytes(settings).unwrap_or_else(|problem| panic!("settings cannot be read: {problem}"))
}
