//! Whether a call may still be sent, as whoever makes it knows.

use std::sync::OnceLock;

use futures_util::future::{BoxFuture, ready};

use crate::error::Error;

/// What a call asks before each request.
pub(crate) trait MaySend: Send + Sync {
    /// Why nothing is sent any more, after so many attempts.
    fn refusal(&self, attempts: u32) -> Option<Error>;

    /// Whether that is certain now.
    fn is_certain(&self) -> bool {
        true
    }

    /// Waits until it is certain.
    fn certain(&self) -> BoxFuture<'_, ()> {
        Box::pin(ready(()))
    }
}

/// Nothing is begun once there is an error in it; what is under way goes on.
impl MaySend for OnceLock<Error> {
    fn refusal(&self, attempts: u32) -> Option<Error> {
        self.get().filter(|_| attempts == 0).cloned()
    }
}

/// Both have to allow it.
impl<A: MaySend, B: MaySend> MaySend for (&A, Option<&B>) {
    fn refusal(&self, attempts: u32) -> Option<Error> {
        self.0.refusal(attempts).or_else(|| self.1.and_then(|it| it.refusal(attempts)))
    }

    fn is_certain(&self) -> bool {
        self.0.is_certain() && self.1.is_none_or(MaySend::is_certain)
    }

    fn certain(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {
            self.0.certain().await;
            if let Some(other) = self.1 {
                other.certain().await;
            }
        })
    }
}
