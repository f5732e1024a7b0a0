//! Credentials are asked for once, not once a call.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use futures_util::future::BoxFuture;

use super::{Credentials, CredentialsError, ProvideCredentials};

/// Temporary credentials are replaced this long before they expire, so that none expires on its way.
const EXPIRY_MARGIN: Duration = Duration::from_mins(2);

/// Keeps what a provider gave until it is about to expire; any number of waiters cause one request to the provider.
#[derive(Debug)]
pub struct CachedCredentials<P> {
    provider: P,
    current: Mutex<Option<Credentials>>,
    refresh: tokio::sync::Mutex<()>,
}

impl<P: ProvideCredentials> CachedCredentials<P> {
    /// Caches what `provider` gives.
    pub fn new(provider: P) -> Self {
        Self { provider, current: Mutex::new(None), refresh: tokio::sync::Mutex::new(()) }
    }

    fn current(&self) -> Option<Credentials> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let usable_until = SystemTime::now() + EXPIRY_MARGIN;
        current.as_ref().filter(|it| it.expires_at().is_none_or(|time| time > usable_until)).cloned()
    }

    fn replace(&self, credentials: Option<Credentials>) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = credentials;
    }
}

impl<P: ProvideCredentials> ProvideCredentials for CachedCredentials<P> {
    fn name(&self) -> &str {
        self.provider.name()
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async {
            if let Some(credentials) = self.current() {
                return Ok(credentials);
            }
            let _one_at_a_time = self.refresh.lock().await;
            if let Some(credentials) = self.current() {
                return Ok(credentials);
            }
            let credentials = self.provider.provide().await?;
            self.replace(Some(credentials.clone()));
            Ok(credentials)
        })
    }

    fn discard(&self, rejected: &Credentials) -> bool {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        // Another call may already have replaced them.
        if current.as_ref() == Some(rejected) {
            *current = None;
        }
        true
    }
}
