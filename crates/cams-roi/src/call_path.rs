//! The one path that every call takes: credentials, rate limit, signature, transport, answer, and again.

use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::SemaphorePermit;
use tokio::time::{Instant, timeout_at};

use crate::access_key::Credentials;
use crate::answer::{self, Answer, Failure};
use crate::attempts::{Attempts, Repeat, until_done};
use crate::client_parts::ClientParts;
use crate::clock::A_CENTURY;
use crate::defaults;
use crate::error::{Error, ErrorKind, TimeoutPhase};
use crate::error_codes::Recovery;
use crate::limiter::Permit;
use crate::may_send::MaySend;
use crate::no_turn::NoTurn;
use crate::operations::{API_VERSION, Parameters};
use crate::outside::Secrets;
use crate::random;
use crate::retry::{RetryPolicy, parse_http_date};
use crate::signature::{self, UnsignedRequest};
use crate::telemetry::{Attempt, CallWatch, Ended};
use crate::transport::{HttpRequest, HttpResponse, MAX_ANSWER_BYTES, Progress, TransportError};

const GIVE_CREDENTIALS: &str =
    "Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run `aliyun configure`.";
const MEND_CREDENTIALS: &str =
    "Fix what the message names: `cams-roi doctor` shows every source of credentials.";

/// Whoever waited no longer did not wait.
const AT_ONCE: Duration = Duration::from_millis(10);
const TRY_AGAIN: &str = "Try again: the source of the credentials could not be reached, or was busy. If it lasts, \
                         `cams-roi doctor` shows every source of credentials.";
const CHECK_NETWORK: &str =
    "Check the network, DNS, the proxy, the endpoint and the trusted certificates (`cams-roi doctor`).";

/// One call, with what was decided for it.
pub(crate) struct CallUnderWay<'a> {
    pub(crate) client: &'a ClientParts,
    pub(crate) action: &'a str,
    /// Whether the call may still be made.
    pub(crate) guard: &'a dyn MaySend,
    pub(crate) watch: &'a CallWatch<'a>,
    pub(crate) parameters: &'a Parameters,
    pub(crate) calls_per_second: Option<f64>,
    pub(crate) is_idempotent: bool,
    pub(crate) max_attempts: u32,
    /// For the call as a whole, with its wait for a turn; `None` for the default, which does not count that wait.
    pub(crate) timeout: Option<Duration>,
}

/// How far a call has come.
struct State {
    attempts: Attempts,
    deadline: Instant,
    last_failure: Option<Error>,
    queue_wait: QueueWait,
}

/// How long a call has waited for its turns.
#[derive(Default)]
struct QueueWait {
    in_all: Duration,
    of_attempt: Duration,
}

/// A call, attempt by attempt.
struct Calling<'a> {
    call: &'a CallUnderWay<'a>,
    state: State,
    /// Those of the last attempt.
    credentials: Option<Credentials>,
}

/// The right to send one request: it has its turn, and a connection.
struct Turn<'a> {
    permit: Option<Permit>,
    _connection: Option<SemaphorePermit<'a>>,
}

impl Turn<'_> {
    /// The request is sent now. `false` where the turn counts no more, because it waited for something else.
    fn is_taken(&mut self) -> bool {
        self.permit.as_mut().is_none_or(|permit| permit.sending(Instant::now()))
    }
}

impl State {
    /// The error of a call whose deadline passed while it waited.
    fn late(&mut self, phase: TimeoutPhase, waiting: &str) -> Error {
        let last = self.last_failure.take();
        let before = last.as_ref().map(|error| format!("; the attempt before: {error}")).unwrap_or_default();
        let error = Error::timeout(phase, format!("the call's deadline passed {waiting}{before}"));
        match last {
            Some(last) => error.with_source(last),
            None => error,
        }
    }

    /// Nothing is begun after the deadline, although it may be there at once.
    fn check(&mut self, phase: TimeoutPhase, waiting: &str) -> Result<(), Error> {
        if Instant::now() < self.deadline { Ok(()) } else { Err(self.late(phase, waiting)) }
    }
}

impl CallUnderWay<'_> {
    pub(crate) async fn run(&self) -> Result<Answer, Error> {
        let time = self.timeout.unwrap_or(defaults::TIMEOUT).min(A_CENTURY);
        let policy = RetryPolicy { max_attempts: self.max_attempts, ..self.client.retry };
        let state = State {
            attempts: Attempts::new(policy),
            deadline: Instant::now() + time,
            last_failure: None,
            queue_wait: QueueWait::default(),
        };
        let mut calling = Calling { call: self, state, credentials: None };
        let result = match calling.state.check(TimeoutPhase::Overall, "before anything was sent") {
            Ok(()) => until_done(&mut calling).await.map_err(|failure| failure.error),
            Err(error) => Err(error),
        };
        let attempts = calling.state.attempts.made();
        let queue_wait = calling.state.queue_wait.in_all;
        self.watch.end(&Ended { attempts, queue_wait, result: result.as_ref() });
        match result {
            Ok(answer) => {
                self.client.retry_quota.succeeded(attempts > 1);
                Ok(Answer { attempts, ..answer })
            }
            Err(error) => Err(error.with_attempts(attempts)),
        }
    }

    /// The credentials for one attempt. The time that they take counts: a source that does not answer is a failure, not
    /// a queue.
    async fn credentials(&self, state: &mut State) -> Result<Credentials, Error> {
        const WAITING: &str = "while waiting for credentials";
        let provider = &self.client.credentials;
        let failed = |reason: String, hint: &str| Error::new(ErrorKind::Credentials, reason, hint);
        let Ok(answer) = timeout_at(state.deadline, provider.provide()).await else {
            return Err(state.late(TimeoutPhase::Overall, WAITING));
        };
        let credentials = answer.map_err(|error| {
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
        state.check(TimeoutPhase::Overall, WAITING)?;
        Ok(credentials)
    }

    /// Waits until the request may be sent.
    async fn turn(&self, credentials: &Credentials, state: &mut State) -> Result<Turn<'_>, Error> {
        let permit = self.permit(credentials, state).await?;
        let connection = self.client.connections.acquire();
        let connection =
            self.queue(connection, state, || "while waiting for a connection".to_owned()).await?;
        // Nobody closes the semaphore.
        Ok(Turn { permit, _connection: connection.ok() })
    }

    /// Waits for the rate limit, where there is one.
    async fn permit(&self, credentials: &Credentials, state: &mut State) -> Result<Option<Permit>, Error> {
        let client = self.client;
        let Some(per_second) = self.calls_per_second else { return Ok(None) };
        let account = client.account_id.as_deref();
        let (host, sharing) = (&client.endpoint.host, client.sharing.as_ref());
        let limiter =
            client.limiters.limiter(account, credentials, host, self.action, per_second, sharing)?;
        let when_unavailable = sharing.map(|sharing| sharing.when_unavailable).unwrap_or_default();
        let turn = self.queue(limiter.acquire(when_unavailable), state, || limiter.waiting()).await?;
        turn.map(Some).map_err(|no_turn| match no_turn {
            NoTurn::Configuration(error) => error,
            NoTurn::Away(reason) => {
                state.late(TimeoutPhase::Queue, &format!("while waiting for the rate limit: {reason}"))
            }
        })
    }

    /// Waits in a queue. That counts only where a timeout was given: the default is for what a call itself takes.
    async fn queue<T>(
        &self,
        turn: impl Future<Output = T>,
        state: &mut State,
        waiting: impl Fn() -> String,
    ) -> Result<T, Error> {
        let since = Instant::now();
        let turn = match self.timeout {
            None => Ok(turn.await),
            Some(_) => timeout_at(state.deadline, turn).await,
        };
        let waited = since.elapsed();
        state.queue_wait.in_all += waited;
        state.queue_wait.of_attempt += waited;
        if self.timeout.is_none() {
            state.deadline += waited;
        }
        match turn {
            Ok(turn) if self.timeout.is_none() => Ok(turn),
            Ok(turn) => state.check(TimeoutPhase::Queue, &waiting()).map(|()| turn),
            Err(_) => Err(state.late(TimeoutPhase::Queue, &waiting())),
        }
    }

    /// One attempt: sign, send, read.
    async fn attempt(
        &self,
        credentials: &Credentials,
        turn: Turn<'_>,
        state: &mut State,
    ) -> Result<Answer, Box<Failure>> {
        let client = self.client;
        let Turn { permit, _connection } = turn;
        state.attempts.begin();
        let request = self.sign(credentials);
        let started = Instant::now();
        let by = started + client.attempt_timeout.min(A_CENTURY);
        let mut status = None;
        let result = match timeout_at(by.min(state.deadline), client.transport.send(request)).await {
            Ok(Ok(response)) => {
                status = Some(response.status);
                self.read(response, credentials)
            }
            Ok(Err(error)) => Err(Box::new(transport_failure(error.redacted(&Secrets::of(credentials))))),
            Err(_) if state.deadline <= by => {
                let error = state.late(TimeoutPhase::Overall, "while waiting for the answer");
                Err(Box::new(Failure { error, recovery: Recovery::None, refused: false }))
            }
            Err(_) => Err(Box::new(Failure {
                error: Error::timeout(
                    TimeoutPhase::Attempt,
                    format!("no complete answer within {:?}", client.attempt_timeout),
                ),
                recovery: Recovery::Backoff,
                refused: false,
            })),
        };
        self.watch.attempt(&Attempt {
            number: state.attempts.made(),
            status,
            result: result.as_ref().map_err(|failure| &failure.error),
            latency: started.elapsed(),
            queue_wait: std::mem::take(&mut state.queue_wait.of_attempt),
        });
        match (&result, permit) {
            (Ok(_), Some(permit)) => permit.accepted(),
            (Err(failure), Some(permit)) if failure.error.kind() == ErrorKind::Throttled => {
                permit.throttled(failure.error.retry_after());
            }
            (Err(_), Some(permit)) if status.is_some() => permit.answered(),
            _ => {}
        }
        result
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
        client.endpoint.post(signature::sign(client.signature, unsigned, credentials, &random::nonce(), time))
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

    /// Pays for the next attempt; `false` when the retry quota is used up.
    fn may_repeat(&self, failure: &Failure) -> bool {
        let is_paid = failure.recovery != Recovery::Backoff
            || self.client.retry_quota.take(failure.error.kind() == ErrorKind::RequestTimeout);
        if !is_paid {
            tracing::info!("too many calls fail: not trying again");
        }
        is_paid
    }
}

impl Repeat for Calling<'_> {
    type Output = Answer;
    type Failure = Box<Failure>;

    async fn attempt(&mut self) -> Result<Answer, Box<Failure>> {
        let Self { call, state, .. } = self;
        let mut credentials = call.credentials(state).await?;
        let turn = loop {
            if !call.guard.is_certain() {
                let waiting = || "while waiting for Redis, which has the journal".to_owned();
                call.queue(call.guard.certain(), state, waiting).await?;
            }
            let asked_at = Instant::now();
            let mut turn = call.turn(&credentials, state).await?;
            if credentials.expires_at().is_some() && asked_at.elapsed() > AT_ONCE {
                // The wait may have outlived them.
                credentials = call.credentials(state).await?;
            }
            if let Some(error) = call.guard.refusal(state.attempts.made()) {
                return Err(error.into());
            }
            if call.guard.is_certain() && turn.is_taken() {
                break turn;
            }
        };
        let credentials = self.credentials.insert(credentials);
        call.attempt(credentials, turn, state).await
    }

    fn after(&mut self, failure: Box<Failure>) -> Result<Duration, Box<Failure>> {
        let Self { call, state, credentials } = self;
        let may_try_again = call.is_idempotent || failure.refused;
        let recovery = if may_try_again { failure.recovery } else { Recovery::None };
        let renew = || credentials.as_ref().is_some_and(|it| call.client.credentials.discard(it));
        let wait = state.attempts.wait(recovery, failure.error.retry_after(), renew);
        let fits = |wait: &Duration| Instant::now() + *wait < state.deadline;
        // Last of all, so that only what is begun is paid for.
        let Some(wait) = wait.filter(fits).filter(|_| call.may_repeat(&failure)) else {
            return Err(failure);
        };
        let attempt = state.attempts.made();
        tracing::debug!(
            cams.attempt = i64::from(attempt),
            cams.retry_wait = wait.as_secs_f64(),
            error = %failure.error,
            "trying again"
        );
        state.last_failure = Some(failure.error);
        Ok(wait)
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
