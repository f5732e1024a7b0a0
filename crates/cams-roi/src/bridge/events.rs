//! What a client tells of its calls and runs, on its way to another language.

use std::time::{SystemTime, UNIX_EPOCH};

use serde::ser::{Serialize, SerializeMap as _, SerializeStruct as _, Serializer};

use crate::builder::ClientBuilder;
use crate::telemetry::{Attribute, Caller, Event, Observer};

/// Has a client tell `tell` of the calls and runs whose settings have a `parent`.
pub fn listening(mut builder: ClientBuilder, tell: impl Fn(&Event) + Send + Sync + 'static) -> ClientBuilder {
    builder.observer = Some(Observer::of_callers_that_listen(tell));
    builder
}

/// Who makes a call: `parent` is there where somebody listens, and is empty where no trace is.
pub(super) fn caller(parent: Option<&str>) -> Caller {
    Caller {
        listens: parent.is_some(),
        parent: parent.and_then(|text| text.parse().ok()),
        ..Caller::default()
    }
}

/// An event as it crosses: by the names of its fields, where an encoding has names.
pub struct EventRecord<'a>(pub &'a Event);

impl EventRecord<'_> {
    /// When it was, in milliseconds since 1970.
    #[must_use]
    pub fn time(&self) -> f64 {
        let since = |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap_or_default();
        since(self.0.time).as_secs_f64() * 1000.0
    }
}

impl Serialize for EventRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Event { name, time: _, call_id, run_id, operation, cust_space_id, parent, attributes } = self.0;
        let mut record = serializer.serialize_struct("Event", 8)?;
        record.serialize_field("name", name.as_str())?;
        record.serialize_field("time", &self.time())?;
        record.serialize_field("call_id", call_id)?;
        record.serialize_field("run_id", run_id)?;
        record.serialize_field("operation", operation)?;
        record.serialize_field("cust_space_id", cust_space_id)?;
        record.serialize_field("parent", parent)?;
        record.serialize_field("attributes", &Attributes(attributes))?;
        record.end()
    }
}

struct Attributes<'a>(&'a [(&'static str, Attribute)]);

impl Serialize for Attributes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.0 {
            match value {
                Attribute::Text(text) => map.serialize_entry(name, text)?,
                Attribute::Whole(number) => map.serialize_entry(name, number)?,
                Attribute::Number(number) => map.serialize_entry(name, number)?,
                Attribute::Flag(flag) => map.serialize_entry(name, flag)?,
            }
        }
        map.end()
    }
}
