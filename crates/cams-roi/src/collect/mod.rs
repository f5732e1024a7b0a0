//! The metrics of many channels: found, asked for at the limits' full speed, and given as they come.

mod discovery;
mod done;
mod find;
mod journal;
mod lane;
mod plan;
mod query;
mod rows;
mod run;
mod taken;

use futures_util::future::{Either, ready};
use futures_util::{Stream, stream};

pub(crate) use done::Receipt;
#[cfg(feature = "redis")]
pub(crate) use done::read_done;
pub(crate) use plan::Plan;
pub(crate) use run::{Item, Run};

use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::{CollectMetrics, CollectedMetrics};

impl Client {
    /// Reads the metrics of many channels, and gives what came of each query as soon as it is known.
    ///
    /// Results come in the order in which queries end. Dropping the stream ends the calls that are under way.
    ///
    /// ```no_run
    /// use cams_roi::{Client, operations::CollectMetrics};
    /// use futures_util::TryStreamExt as _;
    ///
    /// # async fn example() -> Result<(), cams_roi::Error> {
    /// let client = Client::new()?;
    /// let mut results = std::pin::pin!(client.collect_metrics(CollectMetrics::new().days("yesterday")));
    /// while let Some(result) = results.try_next().await? {
    ///     if let Some(error) = &result.error {
    ///         eprintln!("{}: {error}", result.cust_space_id);
    ///     }
    ///     for row in result.rows {
    ///         println!("{} {:?} {}", row.cust_space_id, row.template_name, row.delivered_count);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// An item is an error, and the last one, only when the request is wrong, the channels cannot be listed, an error
    /// concerns the account as a whole (no credentials, a refused key, no subscription), or the journal cannot be
    /// written. What concerns a channel alone is the error of its results.
    pub fn collect_metrics(
        &self,
        request: CollectMetrics,
    ) -> impl Stream<Item = Result<CollectedMetrics, Error>> + Send + use<> {
        self.collect_metrics_with(request, CallOptions::new())
    }

    /// Does the same, with calls that differ from the client's settings.
    pub fn collect_metrics_with(
        &self,
        request: CollectMetrics,
        options: CallOptions,
    ) -> impl Stream<Item = Result<CollectedMetrics, Error>> + Send + use<> {
        match Plan::new(request).and_then(|plan| Run::new(self.clone(), plan, options)) {
            Ok(run) => Either::Right(taken::each(run)),
            Err(error) => Either::Left(stream::once(ready(Err(error)))),
        }
    }
}
