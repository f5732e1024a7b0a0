//! What a client, a call or a run is told, as JSON. Which options there are, the core knows.

use std::sync::Arc;

use cams_roi::bridge::{CallSettings, ClientSettings};
use cams_roi::{CallOptions, Client};
use serde::de::DeserializeOwned;

use crate::credentials::{AskForKey, from_javascript};
use crate::delivery::Delivery;
use crate::events::telling;
use crate::outcome::Stopped;

/// Makes a client.
pub(crate) fn build(
    settings: &str,
    ask_for_key: Option<AskForKey>,
    delivery: &Arc<Delivery>,
) -> Result<Client, Stopped> {
    let settings: ClientSettings = read(settings)?;
    let mut builder = settings.builder()?;
    if let Some(function) = ask_for_key {
        builder = builder.credentials(from_javascript(function));
    }
    Ok(telling(builder, delivery).build()?)
}

/// What one call does differently.
pub(crate) fn call_options(settings: Option<&str>) -> Result<CallOptions, Stopped> {
    let Some(settings) = settings else { return Ok(CallOptions::new()) };
    let settings: CallSettings = read(settings)?;
    Ok(settings.options()?)
}

/// Reads what the TypeScript wrote.
pub(crate) fn read<T: DeserializeOwned>(settings: &str) -> Result<T, Stopped> {
    serde_json::from_str(settings).map_err(|error| Stopped::broken(&error))
}
