//! Credentials from JavaScript: a key, or a function that is asked for one.

use std::fmt;
use std::time::{Duration, UNIX_EPOCH};

use cams_roi::Credentials;
use cams_roi::credentials::{CredentialsError, ProvideCredentials};
use futures_util::future::{BoxFuture, FutureExt as _};
use napi::Status;
use napi::bindgen_prelude::Promise;
use napi::threadsafe_function::ThreadsafeFunction;
use napi_derive::napi;

/// An AccessKey pair.
#[napi(object, object_to_js = false)]
pub struct Key {
    pub access_key_id: String,
    pub access_key_secret: String,
    pub security_token: Option<String>,
    /// In milliseconds since 1970.
    pub expires_at: Option<f64>,
}

impl From<Key> for Credentials {
    fn from(key: Key) -> Self {
        let mut credentials = Self::new(key.access_key_id, key.access_key_secret);
        if let Some(token) = key.security_token {
            credentials = credentials.with_security_token(token);
        }
        let since_1970 = key.expires_at.and_then(|it| Duration::try_from_secs_f64(it / 1000.0).ok());
        match since_1970.and_then(|it| UNIX_EPOCH.checked_add(it)) {
            Some(time) => credentials.expiring_at(time),
            None => credentials,
        }
    }
}

/// What the function gave: a key, or why it has none.
#[napi(object, object_to_js = false)]
pub struct KeyAnswer {
    pub key: Option<Key>,
    pub reason: Option<String>,
}

/// An async function of JavaScript that never throws. It is weak: waiting for the next call keeps no process alive.
pub(crate) type AskForKey = ThreadsafeFunction<(), Promise<KeyAnswer>, (), Status, false, true>;

const NAME: &str = "callback";

/// Asks JavaScript.
pub(crate) struct Callback(pub(crate) AskForKey);

impl fmt::Debug for Callback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Callback")
    }
}

impl ProvideCredentials for Callback {
    fn name(&self) -> &'static str {
        NAME
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        async {
            let unreachable =
                |error: napi::Error| CredentialsError::new(NAME, format!("it cannot be called: {error}"));
            let promise = self.0.call_async(()).await.map_err(unreachable)?;
            match promise.await.map_err(unreachable)? {
                KeyAnswer { key: Some(key), .. } => Ok(key.into()),
                KeyAnswer { reason, .. } => Err(CredentialsError::new(NAME, reason.unwrap_or_default())),
            }
        }
        .boxed()
    }
}
