//! Asking the Security Token Service for the credentials of a role.

use std::borrow::Cow;
use std::time::Duration;

use jiff::Timestamp;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::context::{ProviderContext, Route, SendError};
use super::failure::Reason;
use super::issued::{self, Issued};
use super::{Credentials, sts_codes};
use crate::answer::{self, Failure};
use crate::attempts::{Attempts, Repeat, until_done};
use crate::clock::ClockOffset;
use crate::endpoint::Endpoint;
use crate::error_codes::Recovery;
use crate::outside::Secrets;
use crate::random;
use crate::retry::{RetryPolicy, parse_http_date};
use crate::signature::{
    self, SignatureAlgorithm, SignedRequest, UnsignedRequest, canonical_query, format_time,
};
use crate::text_bytes;
use crate::transport::{HttpRequest, HttpResponse};

const API_VERSION: &str = "2015-04-01";
const ATTEMPT_LIMIT: Duration = Duration::from_secs(10);

/// A request for a role's credentials.
pub(super) struct Question<'a> {
    pub(super) endpoint: Endpoint,
    pub(super) action: &'static str,
    pub(super) parameters: Vec<(Cow<'static, str>, String)>,
    pub(super) proof: Proof<'a>,
}

/// What gives the right to a role.
pub(super) enum Proof<'a> {
    /// A signature by these credentials.
    Signature(SignatureAlgorithm, &'a Credentials),
    /// An OIDC token, as the secret of credentials that sign nothing: errors must not show it either.
    Token(Credentials),
}

/// Why STS gave nothing.
pub(super) struct Refusal {
    pub(super) reason: Reason,
    /// Whether other source credentials may help: those sent have expired.
    pub(super) renew_source: bool,
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Self { reason, renew_source: false }
    }
}

/// Why one attempt failed, and what may help.
struct Failed {
    refusal: Refusal,
    recovery: Recovery,
    /// The time there, where it said so.
    service_time: Option<Timestamp>,
}

/// A question, attempt by attempt.
struct Asking<'a> {
    question: &'a Question<'a>,
    context: &'a ProviderContext,
    attempts: Attempts,
    clock_offset: ClockOffset,
}

impl Repeat for Asking<'_> {
    type Output = Credentials;
    type Failure = Failed;

    async fn attempt(&mut self) -> Result<Credentials, Failed> {
        self.attempts.begin();
        let question = self.question;
        let now = self.context.clock().now();
        let request = question.request(self.clock_offset.correct(now));
        let response = self.context.send(Route::Service, request, ATTEMPT_LIMIT).await;
        let response = response.map_err(|error| {
            let error = SendError { message: question.secrets().redact_owned(error.message), ..error };
            let place = format!("STS at {} could not be asked", question.endpoint.host);
            let reason = error.reason(&place, "check the network, the proxy and the STS endpoint");
            Failed { refusal: reason.into(), recovery: Recovery::Backoff, service_time: None }
        })?;
        question.read(response, now)
    }

    fn after(&mut self, failed: Failed) -> Result<Duration, Failed> {
        let recovery = match (failed.recovery, failed.service_time) {
            (Recovery::CorrectClock, None) => Recovery::None,
            (recovery, _) => recovery,
        };
        // The source's credentials are renewed by whoever asked them of it.
        let Some(wait) = self.attempts.wait(recovery, None, || false) else { return Err(failed) };
        if let (Recovery::CorrectClock, Some(time)) = (recovery, failed.service_time) {
            self.clock_offset.learn(time, self.context.clock().now());
        }
        tracing::debug!(attempts = self.attempts.made(), reason = %failed.refusal.reason, "asking STS again");
        Ok(wait)
    }
}

impl Question<'_> {
    /// Asks, and again where that may help: a call that needs credentials cannot do anything else.
    pub(super) async fn ask(&self, context: &ProviderContext) -> Result<Credentials, Refusal> {
        let attempts = Attempts::new(RetryPolicy::default());
        let mut asking = Asking { question: self, context, attempts, clock_offset: ClockOffset::default() };
        until_done(&mut asking).await.map_err(|failed| failed.refusal)
    }

    /// Signs anew each time: a nonce that was used before is refused.
    fn request(&self, time: Timestamp) -> HttpRequest {
        let signed = match &self.proof {
            Proof::Signature(algorithm, credentials) => {
                let unsigned = UnsignedRequest {
                    host: &self.endpoint.host,
                    action: self.action,
                    version: API_VERSION,
                    parameters: &self.parameters,
                };
                signature::sign(*algorithm, unsigned, credentials, &random::nonce(), time)
            }
            Proof::Token(token) => self.unsigned(token.access_key_secret().expose(), time),
        };
        self.endpoint.post(signed)
    }

    /// Everything in the form body: the token is as good as a secret, and URLs are logged everywhere.
    fn unsigned(&self, token: &str, time: Timestamp) -> SignedRequest {
        let timestamp = format_time(time);
        let mut parameters = vec![
            ("Action", self.action),
            ("Format", "JSON"),
            ("OIDCToken", token),
            ("Timestamp", &timestamp),
            ("Version", API_VERSION),
        ];
        parameters.extend(self.parameters.iter().map(|(name, value)| (name.as_ref(), value.as_str())));
        SignedRequest {
            query: String::new(),
            headers: vec![("content-type", "application/x-www-form-urlencoded".to_owned())],
            body: canonical_query(&parameters),
        }
    }

    fn credentials(&self) -> &Credentials {
        match &self.proof {
            Proof::Signature(_, credentials) => credentials,
            Proof::Token(token) => token,
        }
    }

    fn secrets(&self) -> Secrets {
        Secrets::of(self.credentials())
    }

    fn read(&self, mut response: HttpResponse, now: Timestamp) -> Result<Credentials, Failed> {
        if response.status == 200 {
            let body = Zeroizing::new(std::mem::take(&mut response.body));
            return read_credentials(&body).map_err(|reason| Failed {
                refusal: reason.within("STS").into(),
                recovery: Recovery::None,
                service_time: None,
            });
        }
        let status = response.status;
        let service_time = response.header("date").and_then(parse_http_date);
        let Err(failure) = answer::read(response, self.action, self.credentials(), now) else {
            let reason = Reason::status(status, format!("STS answered HTTP {status} without an error"));
            return Err(Failed { refusal: reason.into(), recovery: Recovery::None, service_time });
        };
        let Failure { error, recovery, .. } = *failure;
        let code = error.code().unwrap_or_default();
        let hint = sts_codes::hint(code).unwrap_or_else(|| error.hint());
        let code = if code.is_empty() { String::new() } else { format!("{code}: ") };
        let request_id = error.request_id().map(|id| format!(" (request {id})")).unwrap_or_default();
        let message = error.message();
        let reason = Reason::failed(
            error.is_retryable(),
            format!("STS refused {}: {code}{message}{request_id}: {hint}", self.action),
        );
        let renew_source = recovery == Recovery::RenewCredentials;
        Err(Failed { refusal: Refusal { reason, renew_source }, recovery, service_time })
    }
}

pub(super) fn read_credentials(body: &[u8]) -> Result<Credentials, Reason> {
    #[derive(Deserialize)]
    struct Answer {
        #[serde(rename = "Credentials")]
        credentials: Option<Issued>,
    }
    let answer: Answer =
        serde_json::from_str(&text_bytes::read_lossy(body)).map_err(|error| issued::not_json(&error))?;
    answer.credentials.ok_or("the answer has no Credentials")?.credentials()
}
