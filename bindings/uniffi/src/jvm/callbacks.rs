//! Functions of a JVM's users: where keys come from, and who is told what is logged and what happens.

use std::sync::Arc;

use jni_sys::jobject;
use uniffi::Lower;

use super::env::{Env, Held};
use super::objects::{self, Object};
use crate::UniFfiTag;
use crate::callback::CallbackFailure;
use crate::credentials::{KeyRequest, KeySource};
use crate::events::{EventSink, NativeEvent};
use crate::logs::{LogRecord, LogSink};

struct Source(Held);

/// Nothing for null.
pub(super) fn source(env: Env, object: jobject) -> Option<Arc<dyn KeySource>> {
    Held::new(env, object).map(|held| Arc::new(Source(held)) as Arc<dyn KeySource>)
}

impl KeySource for Source {
    fn ask(&self, request: Arc<KeyRequest>) -> Result<(), CallbackFailure> {
        let number = objects::add(Object::KeyRequest(request));
        self.0.ask(number).map_err(|reason| {
            objects::remove(number);
            CallbackFailure::Unexpected { reason }
        })
    }
}

struct Sink(Held);

/// Nothing for null.
pub(super) fn sink(env: Env, object: jobject) -> Option<Arc<dyn LogSink>> {
    Held::new(env, object).map(|held| Arc::new(Sink(held)) as Arc<dyn LogSink>)
}

impl LogSink for Sink {
    fn log(&self, record: LogRecord) -> Result<(), CallbackFailure> {
        let mut bytes = Vec::with_capacity(256);
        <LogRecord as Lower<UniFfiTag>>::write(record, &mut bytes);
        self.0.take(&bytes).map_err(|reason| CallbackFailure::Unexpected { reason })
    }
}

/// Nothing for null.
pub(super) fn events(env: Env, object: jobject) -> Option<Arc<dyn EventSink>> {
    Held::new(env, object).map(|held| Arc::new(Sink(held)) as Arc<dyn EventSink>)
}

impl EventSink for Sink {
    fn event(&self, event: NativeEvent) -> Result<(), CallbackFailure> {
        let mut bytes = Vec::with_capacity(512);
        <NativeEvent as Lower<UniFfiTag>>::write(event, &mut bytes);
        self.0.take(&bytes).map_err(|reason| CallbackFailure::Unexpected { reason })
    }
}
