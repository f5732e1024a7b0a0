//! What the core tells goes to a function of JavaScript, client by client.

use std::fmt;
use std::sync::{Arc, LazyLock};

use napi::Status;
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi_derive::napi;
use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::NoSubscriber;
use tracing::{Dispatch, Event, Level, Metadata, Subscriber};
use tracing_subscriber::Registry;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::{LookupSpan, Scope};

/// What waits for JavaScript to take it; what comes on top is dropped, so that a busy program does not run out of memory.
const RECORDS_AHEAD: usize = 4096;

/// One thing that the core tells.
#[napi(object, object_from_js = false)]
pub struct LogRecord {
    pub level: &'static str,
    pub message: String,
    /// An object in JSON.
    pub fields: String,
}

/// A function of JavaScript that never throws. It is weak: waiting for the next record keeps no process alive.
pub(crate) type Log = ThreadsafeFunction<LogRecord, (), LogRecord, Status, false, true, RECORDS_AHEAD>;

/// Where one client's records go.
#[derive(Clone)]
pub(crate) struct Logs(Option<Dispatch>);

impl Logs {
    pub(crate) fn dispatch(&self) -> Option<Dispatch> {
        self.0.clone()
    }

    pub(crate) fn in_scope<T>(&self, work: impl FnOnce() -> T) -> T {
        match &self.0 {
            None => work(),
            Some(dispatch) => tracing::dispatcher::with_default(dispatch, work),
        }
    }
}

/// Where there is but one subscriber, tracing takes the thread's own for it when it asks whether an event is wanted,
/// and remembers the answer: a call of a client without a logger would silence it for the others. So there are two.
static SECOND: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(NoSubscriber::new()));

/// Records of `level` and above go to `log`; of all levels from `debug` on where none is given.
pub(crate) fn to(log: Option<Log>, level: Option<&str>) -> Logs {
    Logs(log.map(|log| {
        LazyLock::force(&SECOND);
        let level = level.and_then(|level| level.parse().ok()).unwrap_or(LevelFilter::DEBUG);
        Dispatch::new(Registry::default().with(ToJavaScript { log: Arc::new(log), level }))
    }))
}

struct ToJavaScript {
    log: Arc<Log>,
    level: LevelFilter,
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for ToJavaScript {
    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        // A span says what its events are about, whatever their level.
        metadata.target().starts_with("cams_roi") && (metadata.is_span() || *metadata.level() <= self.level)
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(fields);
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        if let Some(span) = context.span(id)
            && let Some(fields) = span.extensions_mut().get_mut::<Fields>()
        {
            values.record(fields);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        for span in context.event_scope(event).into_iter().flat_map(Scope::from_root) {
            if let Some(outer) = span.extensions().get::<Fields>() {
                fields.named.extend(outer.named.clone());
            }
        }
        event.record(&mut fields);
        let record = LogRecord {
            level: name(*event.metadata().level()),
            message: fields.message,
            fields: Value::Object(fields.named).to_string(),
        };
        self.log.call(record, ThreadsafeFunctionCallMode::NonBlocking);
    }
}

const fn name(level: Level) -> &'static str {
    match level {
        Level::ERROR => "error",
        Level::WARN => "warn",
        Level::INFO => "info",
        Level::DEBUG => "debug",
        Level::TRACE => "trace",
    }
}

/// What an event or a span says.
#[derive(Default)]
struct Fields {
    message: String,
    named: Map<String, Value>,
}

impl Fields {
    fn add(&mut self, field: &Field, value: Value) {
        match (field.name(), value) {
            ("message", Value::String(text)) => self.message = text,
            (name, value) => {
                self.named.insert(name.to_owned(), value);
            }
        }
    }
}

impl Visit for Fields {
    fn record_f64(&mut self, field: &Field, value: f64) {
        self.add(field, value.into());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.add(field, value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.add(field, value.into());
    }

    fn record_u128(&mut self, field: &Field, value: u128) {
        self.add(field, u64::try_from(value).unwrap_or(u64::MAX).into());
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.add(field, value.into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.add(field, value.into());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.add(field, format!("{value:?}").into());
    }
}
