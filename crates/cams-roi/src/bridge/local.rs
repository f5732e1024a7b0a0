//! What the library does itself with operations of the service, as a listing that other languages read page by page.
//!
//! A run goes on between two pages. It is kept with the client, and a cursor names it and its page. ` end` behind the cursor
//! ends it, with how many results of the page before the cursor were taken: those are recorded, as all of them are when the
//! next page is asked for.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use futures_util::future::try_join_all;
use futures_util::{StreamExt as _, TryFutureExt as _};
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
/// What follows the cursor of a run that is to end; behind it stands how many results were taken.
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
                let (at, end) = text.split_once(END).map_or((text, None), |(at, taken)| (at, Some(taken)));
                let RunCursor { run: number, page } = at.parse().map_err(|()| unknown())?;
                let run = client.runs().get::<OpenRun>(number);
                if let Some(taken) = end {
                    client.runs().remove(number);
                    if let Some(run) = run {
                        run.end(page, taken.trim().parse().unwrap_or_default()).await?;
                    }
                    return Ok((CollectMetricsOutput::default(), None));
                }
                (Some(number), run.ok_or_else(unknown)?)
            }
        };
        let results = run.next_results().await;
        let Ok(Some((results, page))) = results else {
            if let Some(number) = known {
                client.runs().remove(number);
            }
            return results.map(|_| (CollectMetricsOutput::default(), None));
        };
        // Not before: whoever gives up the first page never learns its number, and could not end the run.
        let run = known.unwrap_or_else(|| client.runs().add(run));
        Ok((CollectMetricsOutput { results }, Some(RunCursor { run, page }.to_string())))
    }
}

/// Ends what goes on between two pages, of a client that another language gives up.
pub fn end_runs(client: &Client) {
    client.runs().close();
}

fn unknown() -> Error {
    Error::invalid_argument("this is no cursor of this client's", "Begin with the first page.")
}

/// The number of a run, and that of the page that was given last.
struct RunCursor {
    run: u64,
    page: u64,
}

impl fmt::Display for RunCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.run, self.page)
    }
}

impl FromStr for RunCursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (run, page) = text.split_once('.').ok_or(())?;
        Ok(Self { run: run.parse().map_err(|_| ())?, page: page.parse().map_err(|_| ())? })
    }
}

/// A run that is under way.
struct OpenRun {
    results: tokio::sync::Mutex<Results>,
    driver: AbortHandle,
}

struct Results {
    given: Receiver<Result<Item, Error>>,
    /// What is recorded of each result of the last page, once it was taken.
    receipts: Vec<Option<Receipt>>,
    /// How many pages were given.
    page: u64,
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
        let results = Results { given, receipts: Vec::new(), page: 0, driver: Some(driver) };
        Ok(Self { results: tokio::sync::Mutex::new(results), driver: driver_handle })
    }

    /// Records that the last page was taken, and waits for the next one, of which it gives the number, too; `None` at the end.
    async fn next_results(&self) -> Result<Option<(Vec<CollectedMetrics>, u64)>, Error> {
        let mut results = self.results.lock().await;
        results.record(usize::MAX).await?;
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
            results.receipts.push(receipt);
            given.push(result);
        }
        results.page += 1;
        Ok(Some((given, results.page)))
    }

    /// Ends the calls, and records what was taken of a page.
    async fn end(&self, page: u64, taken: usize) -> Result<(), Error> {
        // Whoever waits for a page still has the run: dropping it would not end it.
        self.driver.abort();
        let mut results = self.results.lock().await;
        // Where a later page was asked for, this one is recorded; and of the later one nobody knows.
        if results.page == page { results.record(taken).await } else { Ok(()) }
    }
}

impl Results {
    /// Records so many results of the last page; those behind them are not done.
    fn record(&mut self, taken: usize) -> impl Future<Output = Result<(), Error>> + use<> {
        // Every line is handed over before one is waited for: whoever drops this loses none.
        let taken = self.receipts.drain(..).take(taken).flatten().map(Receipt::record);
        try_join_all(taken.collect::<Vec<_>>()).map_ok(|_| ())
    }

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
