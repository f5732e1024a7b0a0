//! What a client tells of its calls and runs goes to a function of the host's.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread;

use cams_roi::ClientBuilder;
use cams_roi::bridge::{EventRecord, listening};
use cams_roi::telemetry::{Attribute, Event};

use crate::callback::CallbackFailure;

/// One thing that a client tells.
#[derive(uniffi::Record)]
pub(crate) struct NativeEvent {
    name: String,
    /// In milliseconds since 1970.
    time: f64,
    call_id: Option<String>,
    run_id: Option<String>,
    operation: String,
    cust_space_id: Option<String>,
    parent: Option<String>,
    attributes: Vec<NativeAttribute>,
}

/// A particular of it.
#[derive(uniffi::Record)]
pub(crate) struct NativeAttribute {
    name: String,
    value: NativeValue,
}

/// The value of a particular.
#[derive(uniffi::Enum)]
pub(crate) enum NativeValue {
    Text { text: String },
    Whole { whole: i64 },
    Number { number: f64 },
    Flag { flag: bool },
}

/// A function of the host's that is told. One thread calls it, event after event.
#[uniffi::export(with_foreign)]
pub(crate) trait EventSink: Send + Sync {
    fn event(&self, event: NativeEvent) -> Result<(), CallbackFailure>;
}

/// Has a client tell `sink`, on a thread of its own: a slow one does not hold up calls. The thread begins with the first
/// event, and ends with the client.
pub(crate) fn telling(builder: ClientBuilder, sink: Arc<dyn EventSink>) -> ClientBuilder {
    let queue = Queue { sink, sender: OnceLock::new() };
    listening(builder, move |event| queue.add(event))
}

/// Events on their way to the host.
struct Queue {
    sink: Arc<dyn EventSink>,
    sender: OnceLock<Sender<NativeEvent>>,
}

impl Queue {
    fn add(&self, event: &Event) {
        let sender = self.sender.get_or_init(|| {
            let (sender, events) = channel();
            self.begin(events);
            sender
        });
        // Where the system gave no thread, nobody takes it.
        let _ = sender.send(event.into());
    }

    fn begin(&self, events: Receiver<NativeEvent>) {
        let sink = Arc::clone(&self.sink);
        let tell = move || {
            for event in events {
                // The packages catch what their users' functions throw.
                let _ = sink.event(event);
            }
        };
        if let Err(error) = thread::Builder::new().name("cams-roi-events".to_owned()).spawn(tell) {
            tracing::error!(%error, "the thread that tells events cannot be started: nothing is told of this client");
        }
    }
}

impl From<&Event> for NativeEvent {
    fn from(event: &Event) -> Self {
        let attributes = event
            .attributes
            .iter()
            .map(|(name, value)| NativeAttribute { name: (*name).to_owned(), value: value.into() });
        Self {
            name: event.name.as_str().to_owned(),
            time: EventRecord(event).time(),
            call_id: event.call_id.clone(),
            run_id: event.run_id.clone(),
            operation: event.operation.clone(),
            cust_space_id: event.cust_space_id.clone(),
            parent: event.parent.clone(),
            attributes: attributes.collect(),
        }
    }
}

impl From<&Attribute> for NativeValue {
    fn from(value: &Attribute) -> Self {
        match value {
            Attribute::Text(text) => Self::Text { text: text.clone() },
            Attribute::Whole(whole) => Self::Whole { whole: *whole },
            Attribute::Number(number) => Self::Number { number: *number },
            Attribute::Flag(flag) => Self::Flag { flag: *flag },
            // Another kind of value would need a case of its own above.
            other => Self::Text { text: format!("{other:?}") },
        }
    }
}
