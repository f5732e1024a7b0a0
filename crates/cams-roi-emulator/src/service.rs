//! One request: logged, met by a fault or checked by the gateway, answered.

use std::convert::Infallible;
use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST, TRANSFER_ENCODING, USER_AGENT};
use http::{HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;
use jiff::Timestamp;
use serde_json::Value;

use crate::answer::{Answer, Style};
use crate::body::AnswerBody;
use crate::call::{Call, METADATA_PATHS};
use crate::clock::shifted_now;
use crate::control;
use crate::fault::{Case, Fault, response_body};
use crate::gateway::Gateway;
use crate::local_only;
use crate::log::{LogEntry, OpenEntry, Outcome};
use crate::refusal::Refusal;
use crate::state::State;
use crate::wire::ConnectionControl;

/// A larger request body is not read.
const MAX_BODY: usize = 1 << 20;

/// Answers one request. It fails never: what goes wrong is an answer, or the end of the connection.
pub(crate) async fn answer(
    state: Arc<State>,
    connection: Arc<ConnectionControl>,
    request: Request<Incoming>,
) -> Result<Response<AnswerBody>, Infallible> {
    let received_at = state.log.now();
    let (parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, MAX_BODY).collect().await else {
        return Ok(json_response(
            StatusCode::PAYLOAD_TOO_LARGE,
            &serde_json::json!({ "error": "body too large" }),
        ));
    };
    let body = body.to_bytes();
    let path = parts.uri.path();
    let is_control = path.starts_with("/_emulator");
    // Both hand out keys to whoever asks; every other path wants a signature or a token.
    if (is_control || path.starts_with(METADATA_PATHS))
        && let Some(reason) = local_only::refusal(&parts.headers, &parts.uri)
    {
        return Ok(json_response(StatusCode::FORBIDDEN, &serde_json::json!({ "error": reason })));
    }
    if is_control {
        let (status, value) = control::answer(&state, &parts.method, path, parts.uri.query(), &body).await;
        return Ok(json_response(status, &value));
    }
    let call = Call::new(parts, body);
    let known_path = call.path == "/" || call.is_for_metadata();
    let handler = Handler { state: &state, call: &call, connection };
    if !known_path {
        let now = state.signature_clock.now();
        let request_id = state.request_ids.next();
        let answer = handler.refused(&request_id, &Refusal::unknown_action()).dated(now);
        return Ok(response(answer, |body| AnswerBody::whole(body, None)));
    }
    let entry = state.log.open(log_entry(&call));
    entry.update(|entry| {
        entry.received_at = received_at;
        entry.connection = handler.connection.number;
    });
    let fault = state.faults.strike(call.action().as_deref(), call.parameter("CustSpaceId"));
    let Some(fault) = fault else {
        let now = state.signature_clock.now();
        let answer = handler.normal(&entry, now);
        return Ok(response(answer, |body| AnswerBody::whole(body, Some(entry))));
    };
    entry.update(|entry| entry.fault = Some(fault.name()));
    Ok(handler.with_fault(fault, entry).await)
}

/// What answering one call takes.
struct Handler<'a> {
    state: &'a State,
    call: &'a Call,
    connection: Arc<ConnectionControl>,
}

impl Handler<'_> {
    /// The gateway's answer, with the log told.
    fn normal(&self, entry: &OpenEntry, now: Timestamp) -> Answer {
        self.checked(&self.state.gateway(now), entry, now)
    }

    fn checked(&self, gateway: &Gateway<'_>, entry: &OpenEntry, now: Timestamp) -> Answer {
        if self.call.is_for_metadata() {
            let answer = self.state.metadata.answer(&self.state.issuer(), self.call, now);
            return self.told(answer.dated(now), entry);
        }
        let request_id = self.state.request_ids.next();
        let answer = match gateway.handle(self.call, entry, &request_id) {
            Ok(body) => {
                let action = self.call.action().unwrap_or_default();
                Answer::success(&request_id, &action, &body, self.call.format())
            }
            Err(refusal) => self.refused(&request_id, &refusal),
        };
        self.told(answer.dated(now), entry)
    }

    /// Writes into the log what the answer is.
    fn told(&self, mut answer: Answer, entry: &OpenEntry) -> Answer {
        if self.call.method == Method::HEAD
            || matches!(answer.status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED)
        {
            // HTTP has no place for it, so nobody would ever take it from us.
            answer.body.clear();
        }
        entry.update(|entry| {
            entry.status = Some(answer.status.as_u16());
            entry.code.clone_from(&answer.code);
            entry.request_id.clone_from(&answer.request_id);
        });
        answer
    }

    fn refused(&self, request_id: &str, refusal: &Refusal) -> Answer {
        let host = self.host();
        Answer::refusal(
            request_id,
            refusal,
            Style { format: self.call.format(), case: Case::Pascal, host: &host },
        )
    }

    fn host(&self) -> String {
        self.call.header(HOST.as_str()).unwrap_or_default().into_owned()
    }

    async fn with_fault(self, fault: Fault, mut entry: OpenEntry) -> Response<AnswerBody> {
        let now = self.state.signature_clock.now();
        match fault {
            Fault::Hang => pending().await,
            Fault::Reset => {
                entry.finish(Outcome::Reset);
                self.connection.reset();
                pending().await
            }
            Fault::Close => {
                entry.finish(Outcome::Closed);
                self.connection.close();
                pending().await
            }
            Fault::Delay { ms } => {
                let answer = self.normal(&entry, now);
                tokio::time::sleep(Duration::from_millis(ms)).await;
                response(answer, |body| AnswerBody::whole(body, Some(entry)))
            }
            Fault::Deny => {
                let denying = Gateway { is_denied: true, ..self.state.gateway(now) };
                let answer = self.checked(&denying, &entry, now);
                response(answer, |body| AnswerBody::whole(body, Some(entry)))
            }
            Fault::ClockSkew { offset_ms } => {
                let answer = self.normal(&entry, shifted_now(offset_ms));
                response(answer, |body| AnswerBody::whole(body, Some(entry)))
            }
            Fault::CutOff { after_bytes } => {
                let answer = self.normal(&entry, now);
                response(answer, |body| AnswerBody::cut_off(body, after_bytes, self.connection, entry))
            }
            Fault::CloseAfterAnswer => {
                let answer = self.normal(&entry, now);
                response(answer, |body| AnswerBody::then_close(body, self.connection, entry))
            }
            Fault::Drip { chunk_bytes, interval_ms } => {
                let answer = self.normal(&entry, now);
                let pause = Duration::from_millis(interval_ms);
                response(answer, |body| AnswerBody::drip(body, chunk_bytes, pause, entry))
            }
            Fault::Oversize { bytes, content_length } => {
                let answer = self.told(Answer::raw(StatusCode::OK, Bytes::new()).dated(now), &entry);
                let mut response =
                    sized(answer, content_length.then_some(bytes), |_| AnswerBody::filling(bytes, entry));
                response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
                response
            }
            replacing => {
                let answer = self.told(self.in_place(replacing, now).dated(now), &entry);
                response(answer, |body| AnswerBody::whole(body, Some(entry)))
            }
        }
    }

    /// The answer of a fault that takes the place of the normal one.
    fn in_place(&self, fault: Fault, now: Timestamp) -> Answer {
        match fault {
            Fault::Error { status, code, message, headers, access_denied_detail, case, format } => {
                let message = message.unwrap_or_else(|| "A fault was asked for.".to_owned());
                let refusal =
                    Refusal { access_denied_detail, ..Refusal::new(status_code(status), code, message) };
                let format = format.unwrap_or_else(|| self.call.format());
                let style = Style { format, case, host: &self.host() };
                Answer::refusal(&self.state.request_ids.next(), &refusal, style).with_headers(&headers)
            }
            Fault::Throttle { code, status, retry_after_ms, retry_after_seconds, retry_after_date } => {
                let message = "Request was denied due to user flow control.";
                let refusal = Refusal::new(status_code(status), code, message);
                self.refused(&self.state.request_ids.next(), &refusal)
                    .with_retry_after_ms(retry_after_ms)
                    .with_retry_after(retry_after_seconds, retry_after_date, now)
            }
            Fault::Respond { status, headers, body, body_base64 } => {
                let body = response_body(body.as_deref(), body_base64.as_deref()).unwrap_or_default();
                Answer::raw(status_code(status), body).with_headers(&headers)
            }
            Fault::Html { status } => Answer::html(status_code(status)),
            Fault::Redirect { status, location } => Answer::redirect(status_code(status), &location),
            other => {
                Answer::raw(StatusCode::NOT_IMPLEMENTED, format!("fault {} has no answer", other.name()))
            }
        }
    }
}

fn log_entry(call: &Call) -> LogEntry {
    let header = |name: &str| call.header(name).map(std::borrow::Cow::into_owned);
    LogEntry {
        method: call.method.to_string(),
        action: call.action().map(std::borrow::Cow::into_owned),
        parameters: call.business_parameters(),
        url_parameters: call.query.iter().map(|(name, _)| name.clone()).collect(),
        access_key_id: call.access_key_id().map(str::to_owned),
        signature: call.algorithm().map(cams_roi::signature::SignatureAlgorithm::as_str),
        nonce: call.nonce().map(std::borrow::Cow::into_owned),
        signed_headers: call.authorization.as_ref().map_or_else(Vec::new, |it| it.signed_headers.clone()),
        user_agent: header(USER_AGENT.as_str()),
        host: header(HOST.as_str()),
        ..LogEntry::default()
    }
}

fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn json_response(status: StatusCode, value: &Value) -> Response<AnswerBody> {
    let mut answer = Answer::raw(status, value.to_string());
    answer.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response(answer, |body| AnswerBody::whole(body, None))
}

/// An answer whose length is that of its body.
fn response(answer: Answer, body: impl FnOnce(Bytes) -> AnswerBody) -> Response<AnswerBody> {
    let length = answer.body.len() as u64;
    sized(answer, Some(length), body)
}

/// An answer with this `content-length`, unless it says itself how long it is.
fn sized(
    answer: Answer,
    length: Option<u64>,
    body: impl FnOnce(Bytes) -> AnswerBody,
) -> Response<AnswerBody> {
    let mut response = Response::new(body(answer.body));
    *response.status_mut() = answer.status;
    *response.headers_mut() = answer.headers;
    let headers = response.headers_mut();
    if let (Some(length), false) = (length, headers.contains_key(TRANSFER_ENCODING)) {
        headers.entry(CONTENT_LENGTH).or_insert_with(|| length.into());
    }
    response
}
