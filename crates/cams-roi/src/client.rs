//! The client: what can be called.

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tracing::Instrument as _;

use crate::answer::Answer;
use crate::call_path::CallUnderWay;
use crate::client_parts::ClientParts;
use crate::credentials::ProvideCredentials;
use crate::error::Error;
use crate::may_send::MaySend;
use crate::operations::{Operation, Parameters, Subject};
use crate::telemetry::{CallWatch, Caller, Observer};
use crate::transport::Transport;

/// Calls the service. Cheap to clone; clones share connections, credentials and limits.
///
/// Every call needs a tokio runtime with its I/O and time drivers. Dropping a call's future ends its request at once.
#[derive(Clone)]
pub struct Client(Arc<ClientParts>);

/// What one call does differently from the client's settings.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct CallOptions {
    /// The deadline of the call as a whole, from now on and with its wait for a turn.
    pub timeout: Option<Duration>,
    /// Attempts in all.
    pub max_attempts: Option<u32>,
    /// Whether it is part of a run, which has said itself what there is to remark.
    pub(crate) is_part: bool,
    /// Who makes the call, as far as what is told of it depends on that.
    pub(crate) caller: Caller,
}

impl CallOptions {
    /// The client's own settings.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the deadline of the call as a whole, from the call on and with its wait for a turn.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets how many attempts are made in all; zero is refused by the call.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts);
        self
    }
}

impl Client {
    pub(crate) fn from_parts(parts: ClientParts) -> Self {
        Self(Arc::new(parts))
    }

    /// The service's address, for example `https://cams.ap-southeast-1.aliyuncs.com/`.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.0.endpoint.url
    }

    /// Where the client's credentials come from.
    #[must_use]
    pub fn credentials(&self) -> &dyn ProvideCredentials {
        &*self.0.credentials
    }

    /// What carries the client's requests: with its proxy, its certificates and its limit on connecting, but unsigned.
    #[must_use]
    pub fn transport(&self) -> &dyn Transport {
        &*self.0.transport
    }

    /// What servers that keep shared runs are trusted by.
    #[cfg(feature = "redis")]
    pub(crate) fn tls(&self) -> &crate::tls::TlsOptions {
        &self.0.tls
    }

    /// What goes on between two calls of another language.
    #[cfg(feature = "bindings")]
    pub(crate) fn runs(&self) -> &crate::runs::Runs {
        &self.0.runs
    }

    /// Sends any [`Operation`], among them [`Call`](crate::operations::Call) for those without a type of their own.
    pub async fn send<O: Operation>(&self, operation: &O, options: CallOptions) -> Result<O::Output, Error> {
        self.send_unless(operation, options, &OnceLock::new()).await
    }

    /// Does the same, but sends nothing that the `guard` does not allow: its error is the call's then.
    pub(crate) async fn send_unless<O: Operation>(
        &self,
        operation: &O,
        options: CallOptions,
        guard: &dyn MaySend,
    ) -> Result<O::Output, Error> {
        let answer = self.answer_unless(operation, options, guard).await?;
        let attempts = answer.attempts;
        operation.output(answer).map_err(|error| {
            let error = error.with_operation(operation.action()).with_attempts(attempts);
            // An operation of the caller's own may say what it is about by its parameters alone.
            match operation.parameters() {
                Ok(parameters) => error.about(subject(operation, &parameters)),
                Err(_) => error.about(operation.subject()),
            }
        })
    }

    /// Sends an operation and leaves its answer as it came. What the `guard` does not allow is not sent: its error is the call's
    /// then.
    pub(crate) async fn answer_unless(
        &self,
        operation: &impl Operation,
        options: CallOptions,
        guard: &dyn MaySend,
    ) -> Result<Answer, Error> {
        let action = operation.action();
        let refused = |error: Error| error.with_operation(action).about(operation.subject());
        if options.max_attempts == Some(0) {
            let hint = "Give max_attempts as 1 or more.";
            return Err(refused(Error::invalid_argument("max_attempts is zero", hint)));
        }
        let parameters = operation.parameters().map_err(refused)?;
        let subject = subject(operation, &parameters);
        let watch = CallWatch::begin(&self.0, action, subject, options.caller);
        let call = CallUnderWay {
            client: &self.0,
            action,
            guard,
            watch: &watch,
            parameters: &parameters,
            calls_per_second: self.calls_per_second(operation),
            is_idempotent: operation.is_idempotent(),
            max_attempts: options.max_attempts.unwrap_or(self.0.retry.max_attempts),
            timeout: options.timeout.or(self.0.timeout),
        };
        let answer = call.run().instrument(watch.span.clone()).await;
        let answer = answer.map_err(|error| error.with_operation(action).about(subject))?;
        if let Some(remark) = operation.remark().filter(|_| !options.is_part) {
            watch.span.in_scope(|| tracing::warn!("{remark}"));
        }
        Ok(answer)
    }

    /// Who is told what the client does.
    pub(crate) fn observer(&self) -> Option<&Observer> {
        self.0.observer.as_ref()
    }

    /// How many calls of the operation are made a second; `None` without a limit.
    pub(crate) fn calls_per_second(&self, operation: &impl Operation) -> Option<f64> {
        self.0.rate_limit.calls_per_second(operation.action(), operation.calls_per_second())
    }
}

/// What a call is about: as the operation says, else as its parameters do.
fn subject<'a>(operation: &'a impl Operation, parameters: &'a Parameters) -> Subject<'a> {
    let (own, sent) = (operation.subject(), Subject::of(parameters.as_slice()));
    Subject {
        cust_space_id: own.cust_space_id.or(sent.cust_space_id),
        phone_number: own.phone_number.or(sent.phone_number),
        template_code: own.template_code.or(sent.template_code),
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("endpoint", &self.0.endpoint.url)
            .field("credentials", &self.0.credentials.name())
            .field("signature", &self.0.signature.as_str())
            .finish_non_exhaustive()
    }
}
