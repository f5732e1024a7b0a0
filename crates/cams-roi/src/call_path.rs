//! The one path that every call takes: credentials, rate limit, signature, transport, answer, and again.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::answer::{self, Answer, Failure};
use crate::client::Inner;
use crate::credentials::Credentials;
use crate::error::{Error, ErrorKind, TimeoutPhase};
use crate::error_codes::Recovery;
use crate::operations::{API_VERSION, Parameters};
use crate::outside::Secrets;
use crate::random;
use crate::rate_limit;
use crate::retry::parse_http_date;
use crate::signature::{self, SignedRequest, UnsignedRequest};
use crate::transport::{HttpMethod, HttpRequest, HttpResponse, MAX_ANSWER_BYTES, Progress, TransportError};

const GIVE_CREDENTIALS: &str =
    "Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run `aliyun configure`.";
const MEND_CREDENTIALS: &str =
    "Mend what the message names: `cams-roi doctor` shows every source of credentials.";

const TRY_AGAIN: &str = "Try again: what gives the credentials could not be reached, or was busy. If it lasts, \
                         `cams-roi doctor` shows every source of credentials.";
const CHECK_NETWORK: &str =
    "Check the network, DNS, the proxy, the endpoint and the trusted certificates (`cams-roi doctor`).";

/// One call, with what was decided for it.
pub(crate) struct CallUnderWay<'a> {
    pub(crate) client: &'a Inner,
    pub(crate) action: &'a str,
    pub(crate) parameters: Parameters,
    pub(crate) calls_per_second: Option<u32>,
    pub(crate) is_idempotent: bool,
    pub(crate) max_attempts: u32,
    pub(crate) deadline: Instant,
}

/// What a call was doing when its deadline came.
struct State {
    attempts: u32,
    waiting_for: &'static str,
    last_failure: Option<Error>,
}

impl CallUnderWay<'_> {
    pub(crate) async fn run(&self) -> Result<Answer, Error> {
        let mut state = State { attempts: 0, waiting_for: "credentials", last_failure: None };
        let outcome = timeout_at(self.deadline, self.attempts(&mut state)).await;
        let result = outcome.unwrap_or_else(|_| Err(overall_timeout(&mut state)));
        let attempts = state.attempts;
        match &result {
            Ok(_) => self.client.retry_quota.succeeded(attempts > 1),
            Err(error) => {
                tracing::debug!(kind = error.kind().as_str(), code = error.code(), attempts, "call failed");
            }
        }
        match result {
            Ok(answer) => Ok(Answer { attempts, ..answer }),
            Err(error) => Err(error.with_attempts(attempts)),
        }
    }

    /// Tries until there is an answer, or nothing more helps.
    async fn attempts(&self, state: &mut State) -> Result<Answer, Error> {
        let mut corrected = false;
        let mut renewed = false;
        loop {
            state.waiting_for = "credentials";
            let mut credentials = self.credentials().await?;
            state.waiting_for = "the rate limit";
            let permit = match self.calls_per_second {
                Some(per_second) => Some(self.limiter(&credentials, per_second).acquire().await),
                None => None,
            };
            if permit.is_some() && credentials.expires_at().is_some() {
                // The wait may have outlived them.
                state.waiting_for = "credentials";
                credentials = self.credentials().await?;
            }
            let failure = match self.attempt(&credentials, permit, state).await {
                Ok(answer) => return Ok(answer),
                Err(failure) => *failure,
            };
            let may_try_again = state.attempts < self.max_attempts && (self.is_idempotent || failure.refused);
            let wait = match failure.recovery {
                _ if !may_try_again => None,
                Recovery::None => None,
                Recovery::CorrectClock => {
                    (!std::mem::replace(&mut corrected, true)).then_some(Duration::ZERO)
                }
                Recovery::RenewCredentials => (!std::mem::replace(&mut renewed, true)
                    && self.client.credentials.discard(&credentials))
                .then_some(Duration::ZERO),
                Recovery::Backoff => self.backoff(&failure.error, state.attempts),
            };
            let Some(wait) = wait.filter(|wait| Instant::now() + *wait < self.deadline) else {
                return Err(failure.error);
            };
            tracing::debug!(attempt = state.attempts, wait_ms = wait.as_millis(), error = %failure.error, "trying again");
            state.waiting_for = "the wait before the next attempt";
            state.last_failure = Some(failure.error);
            sleep(wait).await;
        }
    }

    async fn credentials(&self) -> Result<Credentials, Error> {
        let provider = &self.client.credentials;
        let failed = |reason: String, hint: &str| Error::new(ErrorKind::Credentials, reason, hint);
        let credentials = provider.provide().await.map_err(|error| {
            let hint = match () {
                () if error.is_transient() => TRY_AGAIN,
                () if error.is_configured() => MEND_CREDENTIALS,
                () => GIVE_CREDENTIALS,
            };
            let is_retryable = error.is_transient();
            failed(format!("no credentials: {error}"), hint).with_retryable(is_retryable).with_source(error)
        })?;
        credentials.check().map_err(|problem| {
            let from = credentials.provider().unwrap_or(provider.name());
            failed(format!("credentials from {from}: {problem}"), MEND_CREDENTIALS)
        })?;
        Ok(credentials)
    }

    /// One attempt: sign, send, read.
    async fn attempt(
        &self,
        credentials: &Credentials,
        permit: Option<rate_limit::Permit>,
        state: &mut State,
    ) -> Result<Answer, Box<Failure>> {
        let client = self.client;
        state.attempts += 1;
        state.waiting_for = "the answer";
        let started = Instant::now();
        let result =
            match timeout(client.attempt_timeout, client.transport.send(self.sign(credentials))).await {
                Ok(Ok(response)) => self.read(response, credentials),
                Ok(Err(error)) => Err(Box::new(transport_failure(error.redacted(&Secrets::of(credentials))))),
                Err(_) => Err(Box::new(Failure {
                    error: Error::timeout(
                        TimeoutPhase::Attempt,
                        format!("no complete answer within {:?}", client.attempt_timeout),
                    ),
                    recovery: Recovery::Backoff,
                    refused: false,
                })),
            };
        let (request_id, status) = match &result {
            Ok(answer) => (answer.request_id.as_deref(), None),
            Err(failure) => (failure.error.request_id(), failure.error.http_status()),
        };
        tracing::debug!(
            attempt = state.attempts,
            request_id,
            status,
            ok = result.is_ok(),
            latency_us = started.elapsed().as_micros(),
            "attempt"
        );
        match (&result, permit) {
            (Ok(_), Some(permit)) => permit.accepted(),
            (Err(failure), Some(permit)) if failure.error.kind() == ErrorKind::Throttled => {
                permit.throttled(failure.error.retry_after());
            }
            _ => {}
        }
        result
    }

    fn limiter(&self, credentials: &Credentials, per_second: u32) -> Arc<rate_limit::RateLimiter> {
        let account = self.client.account_id.as_deref().unwrap_or(credentials.access_key_id());
        rate_limit::shared(rate_limit::Key {
            account: account.to_owned(),
            endpoint: self.client.endpoint.host.clone(),
            operation: self.action.to_owned(),
            per_second,
        })
    }

    /// Signs anew: a nonce that was used before is refused.
    fn sign(&self, credentials: &Credentials) -> HttpRequest {
        let client = self.client;
        let unsigned = UnsignedRequest {
            host: &client.endpoint.host,
            action: self.action,
            version: API_VERSION,
            parameters: self.parameters.as_slice(),
        };
        let time = client.clock_offset.correct(client.clock.now());
        let SignedRequest { query, mut headers, body } =
            signature::sign(client.signature, unsigned, credentials, &random::nonce(), time);
        headers.push(("accept", "application/json".to_owned()));
        let url = match query.as_str() {
            "" => client.endpoint.url.clone(),
            query => format!("{}?{query}", client.endpoint.url),
        };
        HttpRequest { method: HttpMethod::Post, url, headers, body }
    }

    fn read(&self, response: HttpResponse, credentials: &Credentials) -> Result<Answer, Box<Failure>> {
        if response.body.len() > MAX_ANSWER_BYTES {
            return Err(Box::new(answer::too_large(
                response.status,
                MAX_ANSWER_BYTES,
                // Enough that what is cut off here is not shown anyway.
                &response.body[..64 * 1024],
                credentials,
            )));
        }
        let now = self.client.clock.now();
        let date: Option<Timestamp> = response.header("date").and_then(parse_http_date);
        let mut result = answer::read(response, self.action, credentials, now);
        if let Err(failure) = &mut result
            && failure.recovery == Recovery::CorrectClock
        {
            match date {
                Some(date) => self.client.clock_offset.learn(date, now),
                None => failure.recovery = Recovery::None,
            }
        }
        result
    }

    /// How long to wait before the next attempt; `None` when the retry quota is used up.
    fn backoff(&self, error: &Error, attempts: u32) -> Option<Duration> {
        if !self.client.retry_quota.take(error.kind() == ErrorKind::RequestTimeout) {
            tracing::info!("too many calls fail: not trying again");
            return None;
        }
        Some(error.retry_after().unwrap_or_else(|| self.client.retry.backoff(attempts, random::unit())))
    }
}

fn overall_timeout(state: &mut State) -> Error {
    let last = state.last_failure.take();
    let before = last.as_ref().map(|error| format!("; the attempt before: {error}")).unwrap_or_default();
    let error = Error::timeout(
        TimeoutPhase::Overall,
        format!("the call's deadline passed while waiting for {}{before}", state.waiting_for),
    );
    match last {
        Some(last) => error.with_source(last),
        None => error,
    }
}

fn transport_failure(failure: TransportError) -> Failure {
    let refused = failure.progress == Progress::NotConnected;
    let error = match (failure.timed_out, failure.progress) {
        (true, Progress::NotConnected) => Error::timeout(TimeoutPhase::Connect, failure.message.clone()),
        (true, Progress::MaybeReceived) => Error::timeout(TimeoutPhase::Attempt, failure.message.clone()),
        (false, _) => {
            Error::new(ErrorKind::Transport, failure.message.clone(), failure.hint().unwrap_or(CHECK_NETWORK))
                .with_retryable(true)
        }
    };
    Failure { error: error.with_source(failure), recovery: Recovery::Backoff, refused }
}
