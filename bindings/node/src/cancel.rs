//! How a call that is under way is told to end.

use std::sync::Arc;

use napi_derive::napi;
use tokio::sync::Notify;

/// Ends the one call that it is given to.
#[napi]
#[derive(Clone)]
pub struct CancelToken(Arc<Notify>);

#[napi]
impl CancelToken {
    #[napi(constructor, catch_unwind)]
    #[allow(clippy::new_without_default, reason = "it is called from JavaScript alone")]
    pub fn new() -> Self {
        Self(Arc::new(Notify::new()))
    }

    /// Ends the call, or keeps it from beginning.
    #[napi(catch_unwind)]
    pub fn cancel(&self) {
        self.0.notify_one();
    }
}

impl CancelToken {
    pub(crate) async fn cancelled(self) {
        self.0.notified().await;
    }
}
