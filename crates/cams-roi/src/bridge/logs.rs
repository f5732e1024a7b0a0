//! What the core tells, as plain records.

use std::fmt;
use std::sync::LazyLock;

use serde_json::{Map, Value};
use tracing::dispatcher::SetGlobalDefaultError;
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::NoSubscriber;
use tracing::{Dispatch, Event, Level, Metadata, Subscriber};
use tracing_subscriber::Registry;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::{LookupSpan, Scope};

/// What spans have for those who trace: it is the same for every call of a client, or says anew what other fields say.
const OF_TRACES: [&str; 7] = [
    "otel.name",
    "otel.kind",
    "otel.status_code",
    "rpc.system.name",
    "server.address",
    "server.port",
    "http.request.method",
];

/// One thing that the core tells.
#[derive(Clone, Debug)]
pub struct LogRecord {
    /// `error`, `warn`, `info`, `debug` or `trace`.
    pub level: &'static str,
    /// What happened.
    pub message: String,
    /// What it was about: the fields of the spans that it happened in, and its own, in the order in which they were
    /// said. Of those with the same name the last one counts.
    pub fields: Vec<(&'static str, Value)>,
}

/// The fields of a record, sorted by their names.
#[must_use]
pub fn sorted(fields: Vec<(&'static str, Value)>) -> Map<String, Value> {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Where there is but one subscriber, tracing takes the thread's own for it when it asks whether an event is wanted,
/// and remembers the answer: a call of a client without a logger would silence it for the others. So there are two.
static SECOND: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(NoSubscriber::new()));

/// Hands records of `level` and above to `sink`, which is called where the core works and so must not wait.
pub fn to(sink: impl Fn(LogRecord) + Send + Sync + 'static, level: LevelFilter) -> Dispatch {
    LazyLock::force(&SECOND);
    Dispatch::new(Registry::default().with(ToSink { sink, level: move || level }))
}

/// Does the same for all that the process does. `level` is asked when an event is met for the first time, and again
/// after [`rebuild_interest_cache`](tracing::callsite::rebuild_interest_cache); so whoever changes it calls that.
///
/// # Errors
/// When the process's log is taken already.
pub fn to_for_all(
    sink: impl Fn(LogRecord) + Send + Sync + 'static,
    level: impl Fn() -> LevelFilter + Send + Sync + 'static,
) -> Result<(), SetGlobalDefaultError> {
    tracing::dispatcher::set_global_default(Dispatch::new(Registry::default().with(ToSink { sink, level })))
}

struct ToSink<F, L> {
    sink: F,
    level: L,
}

impl<S, F, L> Layer<S> for ToSink<F, L>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    F: Fn(LogRecord) + 'static,
    L: Fn() -> LevelFilter + 'static,
{
    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        let level = (self.level)();
        // A span says what its events are about, whatever their level.
        let is_wanted =
            if metadata.is_span() { level != LevelFilter::OFF } else { *metadata.level() <= level };
        is_wanted && metadata.target().starts_with("cams_roi")
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        let level = (self.level)();
        // Down to the level of spans, whatever is listened to.
        Some(if level == LevelFilter::OFF { level } else { level.max(LevelFilter::DEBUG) })
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
                fields.named.extend(outer.named.iter().cloned());
            }
        }
        event.record(&mut fields);
        let level = name(*event.metadata().level());
        (self.sink)(LogRecord { level, message: fields.message, fields: fields.named });
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
    named: Vec<(&'static str, Value)>,
}

impl Fields {
    fn add(&mut self, field: &Field, value: Value) {
        match (field.name(), value) {
            (name, _) if OF_TRACES.contains(&name) => {}
            ("message", Value::String(text)) => self.message = text,
            (name, value) => self.named.push((name, value)),
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
