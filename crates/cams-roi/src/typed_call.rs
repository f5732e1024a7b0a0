//! A call that has not been made yet.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::future::{BoxFuture, FutureExt as _};

use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::Operation;

/// A call that is made when it is awaited. Until then it can be given what it does differently from the client.
///
/// ```no_run
/// use std::time::Duration;
///
/// use cams_roi::{Client, operations::EnableWhatsappRoiMetric};
///
/// # async fn example() -> Result<(), cams_roi::Error> {
/// let client = Client::new()?;
/// let request = EnableWhatsappRoiMetric::new("cams-abc123");
/// client.enable_whatsapp_roi_metric(request).timeout(Duration::from_secs(10)).max_attempts(1).await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a call is made when it is awaited"]
pub struct TypedCall<'a, O: Operation> {
    client: &'a Client,
    /// Nothing once the call is under way.
    operation: Option<O>,
    options: CallOptions,
    under_way: Option<BoxFuture<'a, Result<O::Output, Error>>>,
}

impl<'a, O: Operation> TypedCall<'a, O> {
    pub(crate) fn new(client: &'a Client, operation: O) -> Self {
        Self { client, operation: Some(operation), options: CallOptions::new(), under_way: None }
    }

    /// The deadline of this call with its waits and retries.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options = self.options.timeout(timeout);
        self
    }

    /// How often the request is sent at the most: 1 or more.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.options = self.options.max_attempts(attempts);
        self
    }

    /// All that this call does differently, in place of what was given before.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.options = options;
        self
    }
}

/// Nothing is pinned but what the box holds.
impl<O: Operation> Unpin for TypedCall<'_, O> {}

impl<O> Future for TypedCall<'_, O>
where
    O: Operation + Send + Sync + 'static,
    O::Output: Send,
{
    type Output = Result<O::Output, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        let (client, options) = (this.client, this.options);
        if let Some(operation) = this.operation.take() {
            this.under_way = Some(async move { client.send(&operation, options).await }.boxed());
        }
        match &mut this.under_way {
            Some(call) => call.poll_unpin(context),
            // Without an operation the call is under way.
            None => Poll::Pending,
        }
    }
}

impl<O: Operation + fmt::Debug> fmt::Debug for TypedCall<'_, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TypedCall")
            .field("operation", &self.operation)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
