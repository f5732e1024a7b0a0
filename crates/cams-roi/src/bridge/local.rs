//! What the library does itself with operations of the service, as a listing that other languages read page by page.
//!
//! A run goes on between two pages. It is kept with the client, and its cursor names it; ` end` behind the cursor ends it.

use std::sync::Arc;

use futures_util::StreamExt as _;
use futures_util::future::try_join_all;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::{AbortHandle, JoinHandle};
use tracing::instrument::WithSubscriber as _;

use crate::client::{CallOptions, Client};
use crate::collect::{Item, Plan, Receipt, Run};
use crate::error::Error;
use crate::operations::{
    CollectMetrics, CollectMetricsOutput, CollectedMetrics, FindChannels, FindChannelsOutput,
};

/// How many results may wait to be taken before the run waits.
const RESULTS_AHEAD: usize = 128;
/// What follows the cursor of a run that is to end.
const END: &str = " end";

impl FindChannels {
    pub(super) async fn page(
        self,
        client: &Client,
        cursor: Option<&str>,
        options: CallOptions,
    ) -> Result<(FindChannelsOutput, Option<String>), Error> {
        let cursor = cursor.map(|text| text.parse().map_err(|()| unknown())).transpose()?;
        let (page, next) = self.find(client, cursor, options).await?;
        Ok((page, next.map(|cursor| cursor.to_string())))
    }
}

impl CollectMetrics {
    pub(super) async fn page(
        self,
        client: &Client,
        cursor: Option<&str>,
        options: CallOptions,
    ) -> Result<(CollectMetricsOutput, Option<String>), Error> {
        let (known, run) = match cursor {
            None => {
                let plan = Plan::new(self)?;
                (None, Arc::new(OpenRun::begin(client.clone(), plan, options).await?))
            }
            Some(text) => {
                let (text, ends) = text.strip_suffix(END).map_or((text, false), |text| (text, true));
                let number = text.parse().map_err(|_| unknown())?;
                if ends {
                    // Whoever waits for a page still has the run: dropping it here would not end it.
                    if let Some(run) = client.runs().get::<OpenRun>(number) {
                        run.driver.abort();
                    }
                    client.runs().remove(number);
                    return Ok((CollectMetricsOutput::default(), None));
                }
                (Some(number), client.runs().get::<OpenRun>(number).ok_or_else(unknown)?)
            }
        };
        let results = run.next_results().await;
        let Ok(Some(results)) = results else {
            if let Some(number) = known {
                client.runs().remove(number);
            }
            return results.map(|_| (CollectMetricsOutput::default(), None));
        };
        // Not before: whoever gives up the first page never learns its number, and could not end the run.
        let number = known.unwrap_or_else(|| client.runs().add(run));
        Ok((CollectMetricsOutput { results }, Some(number.to_string())))
    }
}

/// Ends what goes on between two pages, of a client that another language gives up.
pub fn end_runs(client: &Client) {
    client.runs().close();
}

fn unknown() -> Error {
    Error::invalid_argument("this is no cursor of this client's", "Begin with the first page.")
}

/// A run that is under way.
struct OpenRun {
    results: tokio::sync::Mutex<Results>,
    driver: AbortHandle,
}

struct Results {
    given: Receiver<Result<Item, Error>>,
    /// What is recorded when the next results are asked for.
    taken: Vec<Receipt>,
    /// `None` once its end has been seen.
    driver: Option<JoinHandle<()>>,
}

impl OpenRun {
    async fn begin(client: Client, plan: Plan, options: CallOptions) -> Result<Self, Error> {
        // It reads a file, which may be long.
        let run = super::run_blocking(move || Run::new(client, plan, options)).await??;
        let (done, given) = channel(RESULTS_AHEAD);
        let driver = tokio::spawn(drive(run, done).with_current_subscriber());
        let driver_handle = driver.abort_handle();
        let results = Results { given, taken: Vec::new(), driver: Some(driver) };
        Ok(Self { results: tokio::sync::Mutex::new(results), driver: driver_handle })
    }

    /// Records what was taken, and waits for more results; `None` at the end.
    async fn next_results(&self) -> Result<Option<Vec<CollectedMetrics>>, Error> {
        let mut results = self.results.lock().await;
        // Every line is handed over before one is waited for: whoever drops this loses none.
        let recorded: Vec<_> = results.taken.drain(..).map(Receipt::record).collect();
        try_join_all(recorded).await?;
        let mut items = Vec::new();
        if results.given.recv_many(&mut items, RESULTS_AHEAD).await == 0 {
            // A run that panicked gives nothing more either, and has not come to its end.
            let Some(driver) = results.driver.take() else { return Ok(None) };
            return match driver.await {
                Err(problem) if problem.is_panic() => std::panic::resume_unwind(problem.into_panic()),
                _ => Ok(None),
            };
        }
        let mut given = Vec::with_capacity(items.len());
        for item in items {
            let Item { result, receipt } = match item {
                Ok(item) => item,
                // The results before it come first; it is the last one.
                Err(error) if given.is_empty() => return Err(error),
                Err(error) => {
                    results.put_back(error);
                    break;
                }
            };
            results.taken.extend(receipt);
            given.push(result);
        }
        Ok(Some(given))
    }
}

impl Results {
    /// Has the error be given next.
    fn put_back(&mut self, error: Error) {
        let (done, given) = channel(1);
        let _ = done.try_send(Err(error));
        self.given = given;
    }
}

impl Drop for OpenRun {
    fn drop(&mut self) {
        self.driver.abort();
    }
}

async fn drive(mut run: Run, done: Sender<Result<Item, Error>>) {
    while let Some(item) = run.next().await {
        if done.send(item).await.is_err() {
            return;
        }
    }
}
