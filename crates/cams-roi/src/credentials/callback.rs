//! Credentials from the caller's own function.

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::future::BoxFuture;

use super::{Credentials, CredentialsError, ProvideCredentials};
use crate::error::Error;

type Function = dyn Fn() -> BoxFuture<'static, Result<Credentials, CredentialsError>> + Send + Sync;

/// Asks an async function of the caller, for example one that reads a vault.
///
/// The function is asked again ahead of the [expiry](Credentials::expiring_at) that it gave; credentials without one
/// are kept until the service refuses them.
///
/// Clients that are given the same one, in an [`Arc`], share their rate limits, whatever keys it gives.
///
/// ```
/// use cams_roi::credentials::{CallbackCredentials, CredentialsError};
/// use cams_roi::{Client, Credentials};
///
/// # fn example() -> Result<(), cams_roi::Error> {
/// let provider = CallbackCredentials::new(|| async {
///     Ok::<_, CredentialsError>(Credentials::new("id-from-the-vault", "secret-from-the-vault"))
/// });
/// let client = Client::builder().credentials(provider).build()?;
/// # Ok(())
/// # }
/// ```
pub struct CallbackCredentials {
    function: Box<Function>,
    /// By which its limits are known, as keys come and go.
    source: Arc<str>,
}

impl CallbackCredentials {
    /// Asks `function`. What its error says ends up in messages and logs, so it must not hold a secret. An error that is
    /// a [transient](CredentialsError::transient) [`CredentialsError`], or a retryable [`Error`], lets the client ask
    /// again.
    pub fn new<F, E>(function: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Credentials, E>> + Send + 'static,
        E: fmt::Display + 'static,
    {
        static LAST: AtomicU64 = AtomicU64::new(0);
        let source = format!("function {}", LAST.fetch_add(1, Ordering::Relaxed)).into();
        let function = Box::new(move || -> BoxFuture<'static, _> {
            let answer = function();
            Box::pin(async move {
                let credentials = answer.await.map_err(|error| failure(&error))?;
                Ok(credentials.provided_by(NAME))
            })
        });
        Self { function, source }
    }
}

const NAME: &str = "callback";

/// The failure that a function's error tells of.
fn failure<E: fmt::Display + 'static>(error: &E) -> CredentialsError {
    let any: &dyn Any = error;
    let (reason, is_transient) = if let Some(CredentialsError(failures)) = any.downcast_ref() {
        let reasons: Vec<&str> = failures.iter().map(|failure| failure.reason.as_str()).collect();
        (reasons.join("; "), failures.iter().any(|failure| failure.is_transient))
    } else {
        (error.to_string(), any.downcast_ref::<Error>().is_some_and(Error::is_retryable))
    };
    if is_transient { CredentialsError::transient(NAME, reason) } else { CredentialsError::new(NAME, reason) }
}

impl fmt::Debug for CallbackCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallbackCredentials")
    }
}

impl ProvideCredentials for CallbackCredentials {
    fn name(&self) -> &'static str {
        NAME
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        let answer = (self.function)();
        let source = Arc::clone(&self.source);
        Box::pin(async move { Ok(answer.await?.or_from_source(|| source)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn a_function_says_whether_its_failure_passes() {
        let passing = failure(&CredentialsError::transient("vault", "away"));
        assert_eq!((passing.to_string().as_str(), passing.is_transient()), ("callback: away", true));
        assert!(!failure(&CredentialsError::new("vault", "sealed")).is_transient());
        assert!(!failure(&"sealed").is_transient());
        assert!(failure(&Error::new(ErrorKind::Throttled, "busy", "wait")).is_transient());
        assert!(!failure(&Error::new(ErrorKind::PermissionDenied, "no", "ask")).is_transient());
    }
}
