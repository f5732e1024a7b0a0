//! Events of a client's calls and runs on their way to JavaScript.

use std::sync::Arc;

use cams_roi::ClientBuilder;
use cams_roi::bridge::{EventRecord, listening};

use crate::delivery::Delivery;

/// Has a client deliver its events, in JSON, on the way that outcomes take: so those of a call come before its outcome.
pub(crate) fn telling(builder: ClientBuilder, delivery: &Arc<Delivery>) -> ClientBuilder {
    // Whoever waits for an outcome has the delivery.
    let delivery = Arc::downgrade(delivery);
    listening(builder, move |event| {
        // Nothing in it fails to be written.
        if let (Some(delivery), Ok(text)) = (delivery.upgrade(), serde_json::to_string(&EventRecord(event))) {
            delivery.tell(text);
        }
    })
}
