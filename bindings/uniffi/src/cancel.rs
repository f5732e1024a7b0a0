//! How a call that is under way is told to end, where the host does not drop what it no longer waits for: Swift.

use std::sync::Arc;

use tokio::sync::Notify;

/// Ends the one call that it is given to.
#[derive(uniffi::Object)]
pub(crate) struct CancelToken(Notify);

#[uniffi::export]
impl CancelToken {
    #[uniffi::constructor]
    fn new() -> Arc<Self> {
        Arc::new(Self(Notify::new()))
    }

    /// Ends the call, or keeps it from beginning.
    fn cancel(&self) {
        self.0.notify_one();
    }
}

impl CancelToken {
    pub(crate) async fn cancelled(&self) {
        self.0.notified().await;
    }
}
