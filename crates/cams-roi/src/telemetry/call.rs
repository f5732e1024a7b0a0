//! One call as it is told of: to the log, to whoever traces, and to an observer.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use tokio::time::Instant;
use tracing::field::Empty;
use tracing::{Span, debug_span};

use super::caller::Caller;
use super::event::{Attribute, Event, EventName};
use super::id::Id;
use super::observer::Observer;
use crate::answer::Answer;
use crate::client_parts::ClientParts;
use crate::error::{Error, ErrorKind};
use crate::operations::Subject;

/// What is called, as `rpc.system.name` says it.
const SYSTEM: &str = "alibaba_cloud";
/// What a call ends with that its caller gave up.
const CANCELLED: &str = "cancelled";
/// What the service calls a success.
const OK: &str = "OK";

/// One call. Dropped before it has ended, it tells that it was given up.
pub(crate) struct CallWatch<'a> {
    pub(crate) span: Span,
    listener: Option<Listener<'a>>,
    begun: Instant,
    has_ended: AtomicBool,
}

/// Who is told of a call, and what every event of it says.
struct Listener<'a> {
    observer: &'a Observer,
    id: Id,
    caller: Caller,
    operation: &'a str,
    cust_space_id: Option<&'a str>,
}

/// One request that has ended.
pub(crate) struct Attempt<'a> {
    /// From 1.
    pub(crate) number: u32,
    pub(crate) status: Option<u16>,
    pub(crate) result: Result<&'a Answer, &'a Error>,
    /// From sending to the last byte.
    pub(crate) latency: Duration,
    /// How long it waited for its turn.
    pub(crate) queue_wait: Duration,
}

/// How a call ended.
pub(crate) struct Ended<'a> {
    pub(crate) attempts: u32,
    pub(crate) queue_wait: Duration,
    pub(crate) result: Result<&'a Answer, &'a Error>,
}

impl<'a> CallWatch<'a> {
    /// A call begins.
    pub(crate) fn begin(
        client: &'a ClientParts,
        operation: &'a str,
        subject: Subject<'a>,
        caller: Caller,
    ) -> Self {
        let id = Id::next();
        let (address, port) = client.endpoint.address();
        let method = Method(operation);
        let span = debug_span!(
            "call",
            otel.name = %method,
            otel.kind = "client",
            otel.status_code = Empty,
            rpc.system.name = SYSTEM,
            rpc.method = %method,
            rpc.response.status_code = Empty,
            server.address = address,
            server.port = i64::from(port),
            http.request.method = "POST",
            http.response.status_code = Empty,
            error.type = Empty,
            cams.call_id = %id,
            cams.run_id = caller.run.map(tracing::field::display),
            cams.cust_space_id = subject.cust_space_id,
            cams.phone_number = subject.phone_number,
            cams.template_code = subject.template_code,
            cams.request_id = Empty,
            cams.attempts = Empty,
            cams.queue_wait = Empty,
        );
        let observer = client.observer.as_ref().filter(|it| it.wants(&caller));
        let cust_space_id = subject.cust_space_id;
        let listener = observer.map(|observer| Listener { observer, id, caller, operation, cust_space_id });
        let watch = Self { span, listener, begun: Instant::now(), has_ended: AtomicBool::new(false) };
        watch.tell(EventName::CallStart, || {
            vec![
                ("rpc.system.name", SYSTEM.into()),
                ("rpc.method", method.to_string().into()),
                ("server.address", address.into()),
                ("server.port", u32::from(port).into()),
                ("http.request.method", "POST".into()),
            ]
        });
        watch
    }

    /// A request has ended.
    pub(crate) fn attempt(&self, attempt: &Attempt<'_>) {
        let Attempt { number, status, result, latency, queue_wait } = attempt;
        let (code, request_id) = outcome(*result);
        let kind = result.err().map(Error::kind);
        let is_throttled = kind == Some(ErrorKind::Throttled);
        let kind = kind.map(ErrorKind::as_str);
        tracing::debug!(
            cams.attempt = i64::from(*number),
            http.response.status_code = status.map(i64::from),
            rpc.response.status_code = code,
            error.type = kind,
            cams.throttled = is_throttled.then_some(true),
            cams.request_id = request_id,
            cams.queue_wait = queue_wait.as_secs_f64(),
            cams.latency = latency.as_secs_f64(),
            "attempt"
        );
        self.tell(EventName::CallAttempt, || {
            let resent = number.saturating_sub(1);
            given([
                ("cams.attempt", Some((*number).into())),
                ("http.request.resend_count", (resent > 0).then(|| resent.into())),
                ("http.response.status_code", status.map(|it| u32::from(it).into())),
                ("rpc.response.status_code", code.map(Into::into)),
                ("error.type", kind.map(Into::into)),
                ("cams.throttled", Some(is_throttled.into())),
                ("cams.request_id", request_id.map(Into::into)),
                ("cams.queue_wait", Some(queue_wait.as_secs_f64().into())),
                ("cams.latency", Some(latency.as_secs_f64().into())),
            ])
        });
    }

    /// The call has ended.
    pub(crate) fn end(&self, ended: &Ended<'_>) {
        let Ended { attempts, queue_wait, result } = ended;
        self.has_ended.store(true, Ordering::Relaxed);
        let (code, request_id) = outcome(*result);
        let span = &self.span;
        // Signed, for OpenTelemetry has no other whole numbers.
        span.record("cams.attempts", i64::from(*attempts))
            .record("cams.queue_wait", queue_wait.as_secs_f64());
        span.record("rpc.response.status_code", code).record("cams.request_id", request_id);
        if let Err(error) = result {
            span.record("otel.status_code", "ERROR").record("error.type", error.kind().as_str());
            span.record("http.response.status_code", error.http_status().map(i64::from));
            tracing::debug!(
                error.type = error.kind().as_str(),
                rpc.response.status_code = code,
                cams.attempts = i64::from(*attempts),
                "call failed"
            );
        }
        self.tell(EventName::CallEnd, || {
            let error = result.err();
            given([
                ("cams.attempts", Some((*attempts).into())),
                ("cams.queue_wait", Some(queue_wait.as_secs_f64().into())),
                ("cams.duration", Some(self.begun.elapsed().as_secs_f64().into())),
                ("rpc.response.status_code", code.map(Into::into)),
                ("cams.request_id", request_id.map(Into::into)),
                (
                    "http.response.status_code",
                    error.and_then(Error::http_status).map(|it| u32::from(it).into()),
                ),
                ("error.type", error.map(|it| it.kind().as_str().into())),
                ("error.message", error.map(|it| it.message().into())),
            ])
        });
    }

    fn tell(&self, name: EventName, attributes: impl FnOnce() -> Vec<(&'static str, Attribute)>) {
        let Some(Listener { observer, id, caller, operation, cust_space_id }) = &self.listener else {
            return;
        };
        observer.tell(&Event {
            name,
            time: SystemTime::now(),
            call_id: Some(id.to_string()),
            run_id: caller.run.map(|it| it.to_string()),
            operation: (*operation).to_owned(),
            cust_space_id: cust_space_id.map(str::to_owned),
            parent: caller.parent.map(|it| it.to_string()),
            attributes: attributes(),
        });
    }
}

impl Drop for CallWatch<'_> {
    fn drop(&mut self) {
        if !*self.has_ended.get_mut() {
            self.span.record("otel.status_code", "ERROR").record("error.type", CANCELLED);
            self.tell(EventName::CallEnd, || {
                let duration = self.begun.elapsed().as_secs_f64();
                vec![("cams.duration", duration.into()), ("error.type", CANCELLED.into())]
            });
        }
    }
}

/// An operation as `rpc.method` names it.
struct Method<'a>(&'a str);

impl std::fmt::Display for Method<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cams/{}", self.0)
    }
}

/// The service's code and its ID of the request, where it gave them.
fn outcome<'a>(result: Result<&'a Answer, &'a Error>) -> (Option<&'a str>, Option<&'a str>) {
    match result {
        Ok(answer) => (Some(OK), answer.request_id.as_deref()),
        Err(error) => (error.code(), error.request_id()),
    }
}

/// What there is.
pub(super) fn given<const N: usize>(
    attributes: [(&'static str, Option<Attribute>); N],
) -> Vec<(&'static str, Attribute)> {
    attributes.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))).collect()
}
