//! What other languages send across the binding, and what comes back: in postcard's encoding, as the JVM and Swift write
//! it, and in JSON, which says what it holds as the objects of Python and Node do.

use std::cell::RefCell;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use cams_roi::bridge::{CallSettings, ClientSettings, EnableManySettings, Output, Request};
use cams_roi::transport::{HttpRequest, HttpResponse, Transport, TransportError};
use cams_roi::{CallOptions, Client, Credentials, RateLimit};
use futures_util::future::BoxFuture;
use serde::Deserialize;
use tokio::runtime::{Builder, Runtime};

/// The operations of the service that have types of their own.
const OPERATIONS: [&str; 11] = [
    "EnableWhatsappROIMetric",
    "GetChatappPhoneNumberMetric",
    "GetChatappTemplateDetail",
    "GetChatappTemplateMetric",
    "GetWhatsappHealthStatus",
    "ListChatappMessage",
    "ListChatappTemplate",
    "ListInstance",
    "QueryChatappBindWaba",
    "QueryChatappPhoneNumbers",
    "QueryInstance",
];
/// What the library does of itself with several of them, and any operation by its name. The first two read and write
/// files that the request names, so they are read here, and not run.
const OTHERS: [&str; 3] = ["CollectMetrics", "FindChannels", "call"];

/// The request of the operation that the first byte chooses, in the encoding that the second one does.
pub(crate) fn request(data: &[u8]) {
    let [operation, encoding, request @ ..] = data else { return };
    let names = OPERATIONS.len() + OTHERS.len();
    let name =
        OPERATIONS.iter().chain(&OTHERS).nth(usize::from(*operation) % names).copied().unwrap_or_default();
    let _ = read(name, *encoding, request);
}

fn read(name: &str, encoding: u8, request: &[u8]) -> Option<Request> {
    let read = if encoding.is_multiple_of(2) {
        Request::read(name, &mut postcard::Deserializer::from_bytes(request)).ok()
    } else {
        Request::read(name, &mut serde_json::Deserializer::from_slice(request)).ok()
    };
    read?.ok()
}

/// What a client, a call and a run are told.
pub(crate) fn settings(data: &[u8]) {
    let [encoding, settings @ ..] = data else { return };
    if let Some(settings) = settings_of::<ClientSettings>(*encoding, settings) {
        let _ = settings.builder();
    }
    if let Some(settings) = settings_of::<CallSettings>(*encoding, settings) {
        let _ = settings.options();
    }
    if let Some(mut settings) = settings_of::<EnableManySettings>(*encoding, settings) {
        settings.journal();
        let _ = settings.options();
    }
}

fn settings_of<'de, T: Deserialize<'de>>(encoding: u8, settings: &'de [u8]) -> Option<T> {
    if encoding.is_multiple_of(2) {
        postcard::from_bytes(settings).ok()
    } else {
        serde_json::from_slice(settings).ok()
    }
}

/// A whole call: the request, and behind it and two zeros the service's answer, which is read into the operation's type
/// and crosses back. With the third byte the operation is asked for all of its pages.
///
/// # Panics
/// If an answer that was read does not cross.
pub(crate) fn exchange(data: &[u8]) {
    let [operation, encoding, pages, rest @ ..] = data else { return };
    let Some(end) = rest.windows(2).position(|it| it == [0, 0]) else { return };
    let operation = OPERATIONS[usize::from(*operation) % OPERATIONS.len()];
    let name = if pages.is_multiple_of(2) { operation.to_owned() } else { format!("all {operation}") };
    let Some(request) = read(&name, *encoding, &rest[..end]) else { return };
    SERVICE.with_borrow(|service| {
        let Some(Service { runtime, client, answer }) = service else { return };
        *answer.lock().unwrap_or_else(PoisonError::into_inner) = rest[end + 2..].to_vec();
        if let Ok(Output::Fields(fields)) = runtime.block_on(request.send(client, CallOptions::new())) {
            let crossed = postcard::to_stdvec(&fields).is_ok() && serde_json::to_vec(&fields).is_ok();
            assert!(crossed, "an answer of {name} does not cross");
        }
    });
}

thread_local! {
    static SERVICE: RefCell<Option<Service>> = RefCell::new(Service::new());
}

/// A client, and what it is answered.
struct Service {
    runtime: Runtime,
    client: Client,
    answer: Arc<Mutex<Vec<u8>>>,
}

impl Service {
    /// A client of a service that answers whatever is in the lock.
    fn new() -> Option<Self> {
        let answer = Arc::new(Mutex::new(Vec::new()));
        let client = Client::builder()
            .credentials(Credentials::new("id", "secret"))
            .transport(Arc::new(Answering(Arc::clone(&answer))))
            .rate_limit(RateLimit::off())
            .max_attempts(1)
            .build()
            .ok()?;
        Some(Self { runtime: Builder::new_current_thread().enable_time().build().ok()?, client, answer })
    }
}

struct Answering(Arc<Mutex<Vec<u8>>>);

impl fmt::Debug for Answering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answering")
    }
}

impl Transport for Answering {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let body = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(async { Ok(HttpResponse { status: 200, headers: Vec::new(), body }) })
    }
}
