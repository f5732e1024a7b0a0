//! What the core tells goes to Python's `logging`, to the logger `cams_roi`.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id};
use tracing::subscriber::Interest;
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::Registry;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::{LookupSpan, Scope};

use crate::python_thread::in_python;
use crate::runtime::{Engine, is_callers_thread, without_gil};

const DEBUG: i64 = 10;
const INFO: i64 = 20;
const WARNING: i64 = 30;
const ERROR: i64 = 40;

/// The lowest level that is listened to, in `logging`'s numbers. It is what `logging` begins with.
static LOWEST: AtomicI64 = AtomicI64::new(WARNING);

/// Begins to listen to the core. Nothing is imported, and no handler is added.
pub(crate) fn install() {
    // It fails when the module is loaded a second time, and then one listens already.
    let _ = tracing::subscriber::set_global_default(Registry::default().with(ToLogging));
}

/// Asks the logger for its level, so that what nobody listens to costs nothing.
pub(crate) fn heed_level(py: Python<'_>) {
    let level = level(py).unwrap_or(WARNING);
    if LOWEST.swap(level, Ordering::Relaxed) != level {
        without_gil(py, tracing::callsite::rebuild_interest_cache);
    }
}

fn level(py: Python<'_>) -> PyResult<i64> {
    static LOGGER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let logger = if let Some(logger) = LOGGER.get(py) {
        logger
    } else {
        // Who has not imported logging has not configured it.
        let Ok(logging) = py.import("sys")?.getattr("modules")?.get_item("logging") else {
            return Ok(WARNING);
        };
        let logger = logging.call_method1("getLogger", ("cams_roi",))?.unbind();
        LOGGER.get_or_init(py, || logger)
    };
    logger.bind(py).call_method0("getEffectiveLevel")?.extract()
}

/// `logging`'s number for a level; it has none for the finest.
fn number(level: Level) -> i64 {
    match level {
        Level::ERROR => ERROR,
        Level::WARN => WARNING,
        Level::INFO => INFO,
        Level::DEBUG => DEBUG,
        Level::TRACE => DEBUG / 2,
    }
}

struct ToLogging;

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for ToLogging {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        if is_wanted(metadata) { Interest::always() } else { Interest::never() }
    }

    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        is_wanted(metadata)
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        // Down to the level of spans, whatever is listened to.
        Some(match LOWEST.load(Ordering::Relaxed) {
            ..DEBUG => LevelFilter::TRACE,
            DEBUG..=ERROR => LevelFilter::DEBUG,
            _ => LevelFilter::OFF,
        })
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(fields);
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
        let level = number(*event.metadata().level());
        let log = move |py: Python<'_>| {
            if let Err(error) = forward(py, level, fields) {
                error.write_unraisable(py, None);
            }
        };
        match Engine::running() {
            // The threads that serve connections must not wait for the GIL, nor for what a handler does.
            Some(engine) if !is_callers_thread() => engine.python.have_done(Box::new(log)),
            _ => drop(in_python(log)),
        }
    }
}

fn is_wanted(metadata: &Metadata<'_>) -> bool {
    let lowest = LOWEST.load(Ordering::Relaxed);
    // A span says what its events are about, whatever their level.
    let is_heard = if metadata.is_span() { lowest <= ERROR } else { number(*metadata.level()) >= lowest };
    metadata.target().starts_with("cams_roi") && is_heard
}

fn forward(py: Python<'_>, level: i64, fields: Fields) -> PyResult<()> {
    let named = PyDict::new(py);
    for (name, value) in fields.named {
        match value {
            Value::Number(number) => named.set_item(name, number)?,
            Value::Fraction(number) => named.set_item(name, number)?,
            Value::Flag(flag) => named.set_item(name, flag)?,
            Value::Text(text) => named.set_item(name, text)?,
        }
    }
    py.import("cams_roi._logging")?.call_method1("forward", (level, fields.message, named)).map(drop)
}

/// What an event or a span says.
#[derive(Default)]
struct Fields {
    message: String,
    named: Vec<(&'static str, Value)>,
}

#[derive(Clone)]
enum Value {
    Number(i128),
    Fraction(f64),
    Flag(bool),
    Text(String),
}

impl Fields {
    fn add(&mut self, field: &Field, value: Value) {
        match (field.name(), value) {
            ("message", Value::Text(text)) => self.message = text,
            (name, value) => self.named.push((name, value)),
        }
    }
}

impl Visit for Fields {
    fn record_f64(&mut self, field: &Field, value: f64) {
        self.add(field, Value::Fraction(value));
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.add(field, Value::Number(value.into()));
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.add(field, Value::Number(value.into()));
    }

    fn record_u128(&mut self, field: &Field, value: u128) {
        self.add(field, Value::Number(value.try_into().unwrap_or(i128::MAX)));
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.add(field, Value::Flag(value));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.add(field, Value::Text(value.to_owned()));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.add(field, Value::Text(format!("{value:?}")));
    }
}
