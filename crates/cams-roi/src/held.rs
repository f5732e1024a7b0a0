//! What says that something is this process's to do: a claim, where many workers share a run.

use std::sync::OnceLock;

use crate::error::Error;
use crate::may_send::MaySend;
#[cfg(feature = "redis")]
use crate::shared_run::Claim;

/// What says that something is this process's to do.
#[derive(Debug, Default)]
pub(crate) struct Held {
    /// `None` where nobody else could.
    #[cfg(feature = "redis")]
    claim: Option<Claim>,
}

impl Held {
    #[cfg(feature = "redis")]
    pub(crate) fn by(claim: Claim) -> Self {
        Self { claim: Some(claim) }
    }

    #[cfg(feature = "redis")]
    pub(crate) fn into_claim(self) -> Option<Claim> {
        self.claim
    }

    /// Other workers learn that it was done in vain, and need not do it again. What was never sent, they may.
    pub(crate) fn failed(self, attempts: u32) {
        #[cfg(feature = "redis")]
        if let Some(claim) = self.claim.filter(|_| attempts > 0) {
            // It is written although nobody waits for it.
            drop(claim.record(None, false, String::new()));
        }
        #[cfg(not(feature = "redis"))]
        let _ = attempts;
    }

    /// What a call asks before each request.
    #[cfg(feature = "redis")]
    pub(crate) fn guard<'a>(&'a self, stop: &'a OnceLock<Error>) -> impl MaySend + 'a {
        (stop, self.claim.as_ref())
    }

    /// What a call asks before each request.
    #[cfg(not(feature = "redis"))]
    pub(crate) fn guard<'a>(&'a self, stop: &'a OnceLock<Error>) -> impl MaySend + 'a {
        (stop, None::<&OnceLock<Error>>)
    }

    /// Whether nothing was sent, or not again, because another worker has it.
    pub(crate) fn was_refused(&self) -> bool {
        #[cfg(feature = "redis")]
        return self.claim.as_ref().is_some_and(Claim::was_refused);
        #[cfg(not(feature = "redis"))]
        false
    }

    /// Why nothing can be claimed or recorded any more.
    pub(crate) fn broken(&self) -> Option<Error> {
        #[cfg(feature = "redis")]
        return self.claim.as_ref().and_then(Claim::broken);
        #[cfg(not(feature = "redis"))]
        None
    }
}
