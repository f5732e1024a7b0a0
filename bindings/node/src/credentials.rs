//! Credentials from JavaScript: a key, or a function that is asked for one.

use std::sync::Arc;

use cams_roi::credentials::{CallbackCredentials, CredentialsError};
use cams_roi::{Credentials, bridge};
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
        bridge::key(key.access_key_id, key.access_key_secret, key.security_token, key.expires_at)
    }
}

/// What the function gave: a key, or why it has none.
#[napi(object, object_to_js = false)]
pub struct KeyAnswer {
    pub key: Option<Key>,
    pub reason: Option<String>,
    /// Whether asking again may help.
    pub passes: Option<bool>,
}

/// An async function of JavaScript that never throws. It is weak: waiting for the next call keeps no process alive.
pub(crate) type AskForKey = ThreadsafeFunction<(), Promise<KeyAnswer>, (), Status, false, true>;

/// How failures call the function.
const SOURCE: &str = "the function";

/// Credentials that JavaScript is asked for.
pub(crate) fn from_javascript(function: AskForKey) -> CallbackCredentials {
    let function = Arc::new(function);
    CallbackCredentials::new(move || {
        let function = Arc::clone(&function);
        async move {
            let unreachable =
                |error: napi::Error| CredentialsError::new(SOURCE, format!("it cannot be called: {error}"));
            let promise = function.call_async(()).await.map_err(unreachable)?;
            let KeyAnswer { key, reason, passes } = promise.await.map_err(unreachable)?;
            key.map(Credentials::from).ok_or_else(|| {
                let reason = reason.unwrap_or_default();
                if passes == Some(true) {
                    CredentialsError::transient(SOURCE, reason)
                } else {
                    CredentialsError::new(SOURCE, reason)
                }
            })
        }
    })
}
