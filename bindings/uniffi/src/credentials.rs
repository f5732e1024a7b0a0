//! Credentials from the host: a key, or a function that is asked for one.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use cams_roi::credentials::{CallbackCredentials, CredentialsError};
use cams_roi::{Credentials, bridge};
use tokio::sync::oneshot;

use crate::callback::CallbackFailure;

/// An AccessKey pair.
#[derive(uniffi::Record)]
#[uniffi::export(Display)]
pub(crate) struct Key {
    access_key_id: String,
    access_key_secret: String,
    security_token: Option<String>,
    /// In milliseconds since 1970.
    expires_at_ms: Option<f64>,
}

impl fmt::Display for Key {
    /// Kotlin and Swift print this where they would otherwise print the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = Credentials::new(self.access_key_id.as_str(), "").masked_access_key_id();
        write!(f, "Key({id}, [secret])")
    }
}

impl From<Key> for Credentials {
    fn from(key: Key) -> Self {
        bridge::key(key.access_key_id, key.access_key_secret, key.security_token, key.expires_at_ms)
    }
}

/// Asks a function of the host's for a key. It answers through the request, at once or later: so it is asked without
/// waiting, and may answer from any thread.
#[uniffi::export(with_foreign)]
pub(crate) trait KeySource: Send + Sync {
    fn ask(&self, request: Arc<KeyRequest>) -> Result<(), CallbackFailure>;
}

type Answer = Result<Key, CredentialsError>;

/// How failures call the function.
const SOURCE: &str = "the function";

/// A key is wanted. The first answer counts; where none comes until it is dropped, there is no key.
#[derive(uniffi::Object)]
pub(crate) struct KeyRequest(Mutex<Option<oneshot::Sender<Answer>>>);

#[uniffi::export]
impl KeyRequest {
    pub(crate) fn give(&self, key: Key) {
        self.answer(Ok(key));
    }

    /// There is none; where that `passes`, asking again may help.
    pub(crate) fn refuse(&self, reason: String, passes: bool) {
        self.answer(Err(if passes {
            CredentialsError::transient(SOURCE, reason)
        } else {
            CredentialsError::new(SOURCE, reason)
        }));
    }
}

impl KeyRequest {
    fn answer(&self, answer: Answer) {
        if let Some(waiting) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            // Nobody waits any more where the call was cancelled.
            let _ = waiting.send(answer);
        }
    }
}

/// Credentials that the host is asked for.
pub(crate) fn from_host(source: Arc<dyn KeySource>) -> CallbackCredentials {
    CallbackCredentials::new(move || {
        let (sender, answer) = oneshot::channel();
        let request = Arc::new(KeyRequest(Mutex::new(Some(sender))));
        let asked = source.ask(request);
        async move {
            let failed = |reason: String| CredentialsError::new(SOURCE, reason);
            asked.map_err(|error| failed(format!("it cannot be called: {error}")))?;
            let answer = answer.await.map_err(|_| failed("it gave no answer".to_owned()))?;
            answer.map(Credentials::from)
        }
    })
}
