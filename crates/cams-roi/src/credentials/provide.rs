//! What every source of credentials can do.

use std::fmt;
use std::sync::Arc;

use futures_util::future::BoxFuture;

use super::context::ProviderContext;
use super::failure::CredentialsError;
use crate::access_key::Credentials;

/// Gives credentials when a request needs them.
pub trait ProvideCredentials: fmt::Debug + Send + Sync {
    /// What the provider is called in error messages, for example `environment`.
    fn name(&self) -> &str;

    /// Gives credentials that are valid now, or says why it cannot.
    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>>;

    /// Told that the service refused `rejected` as expired. Returns whether [`provide`](Self::provide) may now give
    /// others, so that the call is worth repeating.
    fn discard(&self, rejected: &Credentials) -> bool {
        let _ = rejected;
        false
    }

    /// Told, before anything is asked, which environment, clock and connections to use. A provider that asks another
    /// passes it on.
    fn configure(&mut self, context: &ProviderContext) {
        let _ = context;
    }

    /// Whether asking is cheap, because the answer is at hand. Every other provider is
    /// [cached](super::CachedCredentials) by the client.
    fn is_at_hand(&self) -> bool {
        false
    }
}

impl<P: ProvideCredentials + ?Sized> ProvideCredentials for Box<P> {
    fn name(&self) -> &str {
        (**self).name()
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        (**self).provide()
    }

    fn discard(&self, rejected: &Credentials) -> bool {
        (**self).discard(rejected)
    }

    fn configure(&mut self, context: &ProviderContext) {
        (**self).configure(context);
    }

    fn is_at_hand(&self) -> bool {
        (**self).is_at_hand()
    }
}

/// For a provider that several clients share. It keeps the context that it was made with.
impl<P: ProvideCredentials + ?Sized> ProvideCredentials for Arc<P> {
    fn name(&self) -> &str {
        (**self).name()
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        (**self).provide()
    }

    fn discard(&self, rejected: &Credentials) -> bool {
        (**self).discard(rejected)
    }

    fn is_at_hand(&self) -> bool {
        (**self).is_at_hand()
    }
}

impl ProvideCredentials for Credentials {
    fn name(&self) -> &'static str {
        "given in code"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async { Ok(self.clone()) })
    }
    fn is_at_hand(&self) -> bool {
        true
    }
}
