//! What a client tells of its calls and runs goes to a function of JavaScript.

use cams_roi::ClientBuilder;
use cams_roi::bridge::{EventRecord, listening};
use napi::Status;
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};

/// A function of JavaScript that never throws, and takes an event in JSON. It is weak: waiting for the next event keeps no
/// process alive. Whatever waits to be taken belongs to calls that JavaScript waits for, so that it has a limit by itself.
pub(crate) type Tell = ThreadsafeFunction<String, (), String, Status, false, true>;

/// Has a client tell `tell`.
pub(crate) fn telling(builder: ClientBuilder, tell: Tell) -> ClientBuilder {
    listening(builder, move |event| {
        // Nothing in it fails to be written.
        if let Ok(text) = serde_json::to_string(&EventRecord(event)) {
            tell.call(text, ThreadsafeFunctionCallMode::NonBlocking);
        }
    })
}
