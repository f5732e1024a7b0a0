//! Enabling many channels: Python gives them one by one, and takes the outcomes as they come.

use std::path::PathBuf;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use cams_roi::bulk::{BulkOptions, Channel, ChannelOutcome, Journal};
use cams_roi::{Error, ErrorKind};
use futures_util::{StreamExt as _, stream};
use pyo3::prelude::*;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::AbortHandle;

use crate::errors::{build, exception, fault, refusal};
use crate::pending::{Pending, start};
use crate::runtime::{Engine, wait, without_gil};

/// How many channels may wait for their call.
const CHANNELS_AHEAD: usize = 16;
/// How many outcomes may wait to be taken before no further call is made.
const OUTCOMES_AHEAD: usize = 64;

type Item = Result<ChannelOutcome, Error>;

/// A run of `enable_many`.
#[pyclass(frozen, module = "cams_roi._native")]
pub(crate) struct Bulk {
    process: u32,
    /// `None` when no more channels will come. Like every lock here, only held while one has the GIL.
    channels: Mutex<Option<Sender<Channel>>>,
    outcomes: Arc<tokio::sync::Mutex<Receiver<Item>>>,
    is_finished: Arc<AtomicBool>,
    driver: AbortHandle,
}

/// What a run has for whoever waits.
#[allow(clippy::large_enum_variant, reason = "it lives for a moment, and is not kept")]
enum Step {
    Outcome(Option<Box<Item>>),
    Room,
}

#[pymethods]
impl Bulk {
    /// Waits for an outcome, or until there is room for another channel: gives a tuple, or `True`. `None` is the end.
    fn advance<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.check_process(py)?;
        let channels = self.sender();
        let outcomes = Arc::clone(&self.outcomes);
        let step = wait(py, async move {
            let mut outcomes = outcomes.lock().await;
            let room = async {
                match &channels {
                    Some(channels) if channels.reserve().await.is_ok() => {}
                    // The driver is gone, or nothing more comes: only outcomes are left.
                    _ => std::future::pending().await,
                }
            };
            tokio::select! {
                biased;
                outcome = outcomes.recv() => Step::Outcome(outcome.map(Box::new)),
                () = room => Step::Room,
            }
        })?;
        match step {
            Step::Room => Ok(Some(true.into_pyobject(py)?.to_owned().into_any())),
            Step::Outcome(item) => outcome(py, item.map(|item| *item), &self.is_finished),
        }
    }

    /// Adds a channel; only after `advance` gave `True`.
    fn add(&self, py: Python<'_>, cust_space_id: String, isv_code: Option<String>) -> PyResult<()> {
        self.check_process(py)?;
        let channels = self.sender();
        if let Some(channels) = channels {
            let _ = channels.try_send(Channel { cust_space_id, isv_code });
        }
        Ok(())
    }

    /// Adds a channel as soon as there is room, and then settles `future` of `event_loop`.
    fn start_add(
        &self,
        py: Python<'_>,
        cust_space_id: String,
        isv_code: Option<String>,
        event_loop: Py<PyAny>,
        future: Py<PyAny>,
    ) -> PyResult<Pending> {
        self.check_process(py)?;
        let channels = self.sender();
        let work = async move {
            if let Some(channels) = channels {
                let _ = channels.send(Channel { cust_space_id, isv_code }).await;
            }
        };
        start(py, event_loop, future, work, |py, ()| Ok(py.None().into_bound(py)))
    }

    /// Settles `future` of `event_loop` with the next outcome, or with `None` at the end.
    fn start_next(&self, py: Python<'_>, event_loop: Py<PyAny>, future: Py<PyAny>) -> PyResult<Pending> {
        self.check_process(py)?;
        let outcomes = Arc::clone(&self.outcomes);
        let is_finished = Arc::clone(&self.is_finished);
        let work = async move { outcomes.lock().await.recv().await };
        start(py, event_loop, future, work, move |py, item| {
            Ok(outcome(py, item, &is_finished)?.unwrap_or_else(|| py.None().into_bound(py)))
        })
    }

    /// Says that no more channels will come.
    fn finish(&self) {
        self.channels.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// Ends the calls that are under way, and makes no more.
    fn close(&self, py: Python<'_>) {
        if self.process == std::process::id() {
            without_gil(py, || self.driver.abort());
        }
    }
}

impl Bulk {
    pub(crate) fn begin(
        py: Python<'_>,
        client: &cams_roi::Client,
        journal: Option<PathBuf>,
        isv_code: Option<String>,
        mut options: BulkOptions,
    ) -> PyResult<Self> {
        if let Some(path) = journal {
            let journal = without_gil(py, || Journal::open(path)).map_err(|error| exception(py, &error))?;
            options = options.journal(journal);
        }
        if let Some(code) = isv_code {
            options = options.isv_code(code);
        }
        let (channels, to_enable) = channel(CHANNELS_AHEAD);
        let (done, outcomes) = channel(OUTCOMES_AHEAD);
        let to_enable = stream::unfold(to_enable, |mut channels: Receiver<Channel>| async {
            channels.recv().await.map(|channel| (channel, channels))
        });
        let run = client.enable_stream(to_enable, options);
        let is_finished = Arc::new(AtomicBool::new(false));
        let driver = Engine::get(py)?.spawn({
            let is_finished = Arc::clone(&is_finished);
            async move {
                let mut run = pin!(run);
                while let Some(item) = run.next().await {
                    if done.send(item).await.is_err() {
                        return;
                    }
                }
                is_finished.store(true, Ordering::Release);
            }
        });
        Ok(Self {
            process: std::process::id(),
            channels: Mutex::new(Some(channels)),
            outcomes: Arc::new(tokio::sync::Mutex::new(outcomes)),
            is_finished,
            driver: driver.abort_handle(),
        })
    }

    fn sender(&self) -> Option<Sender<Channel>> {
        self.channels.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn check_process(&self, py: Python<'_>) -> PyResult<()> {
        if self.process == std::process::id() {
            return Ok(());
        }
        let hint =
            "Call enable_many in the process that takes its outcomes; a journal carries over what was done.";
        let message = "enable_many was called before this process was forked";
        Err(refusal(py, ErrorKind::InvalidArgument, message, hint))
    }
}

impl Drop for Bulk {
    fn drop(&mut self) {
        if self.process == std::process::id() {
            self.driver.abort();
        }
    }
}

/// An outcome as the class in Python takes it.
fn outcome<'py>(
    py: Python<'py>,
    item: Option<Item>,
    is_finished: &AtomicBool,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    match item {
        Some(Ok(outcome)) => {
            let error = outcome.error.as_ref().map(|error| build(py, error)).transpose()?;
            let fields = (
                outcome.cust_space_id,
                outcome.request_id,
                outcome.attempts,
                error,
                outcome.resumed,
                outcome.not_called,
            );
            Ok(Some(fields.into_pyobject(py)?.into_any()))
        }
        Some(Err(error)) => Err(exception(py, &error)),
        None if is_finished.load(Ordering::Acquire) => Ok(None),
        None => Err(fault(py, &"enable_many was ended before it was done")),
    }
}
