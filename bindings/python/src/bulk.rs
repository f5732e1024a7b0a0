//! Enabling many channels: Python gives them one by one, and takes the outcomes as they come.

use std::sync::{Arc, Mutex, PoisonError};

use cams_roi::ErrorKind;
use cams_roi::bridge::{EnableManySettings, Item, enable_many};
use cams_roi::bulk::{Channel, Journal};
use pyo3::prelude::*;
use tokio::sync::mpsc::{Receiver, Sender};
use tokio::task::{AbortHandle, JoinHandle};

use crate::errors::{build, exception, fault, refusal};
use crate::pending::{Pending, start};
use crate::runtime::{Engine, wait, without_gil};

/// A run of `enable_many`.
#[pyclass(frozen, module = "cams_roi._native")]
pub(crate) struct Bulk {
    process: u32,
    /// `None` when no more channels will come. Like every lock here, only held while one has the GIL.
    channels: Mutex<Option<Sender<Channel>>>,
    outcomes: Arc<tokio::sync::Mutex<Outcomes>>,
    run: AbortHandle,
}

/// What a run has for whoever waits.
enum Step {
    Outcome(Next),
    Room,
}

/// What a run gives.
struct Outcomes {
    given: Receiver<Item>,
    run: JoinHandle<()>,
    /// Whether the run came to its end, once it has one.
    is_whole: Option<bool>,
}

enum Next {
    Outcome(Box<Item>),
    End,
    /// It panicked, or was ended.
    BrokenOff,
}

impl Outcomes {
    async fn next(&mut self) -> Next {
        if let Some(item) = self.given.recv().await {
            return Next::Outcome(Box::new(item));
        }
        let is_whole = match self.is_whole {
            Some(known) => known,
            None => (&mut self.run).await.is_ok(),
        };
        self.is_whole = Some(is_whole);
        if is_whole { Next::End } else { Next::BrokenOff }
    }
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
                next = outcomes.next() => Step::Outcome(next),
                () = room => Step::Room,
            }
        })?;
        match step {
            Step::Room => Ok(Some(true.into_pyobject(py)?.to_owned().into_any())),
            Step::Outcome(next) => outcome(py, next),
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
        event_loop: &Bound<'_, PyAny>,
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
    fn start_next(
        &self,
        py: Python<'_>,
        event_loop: &Bound<'_, PyAny>,
        future: Py<PyAny>,
    ) -> PyResult<Pending> {
        self.check_process(py)?;
        let outcomes = Arc::clone(&self.outcomes);
        let work = async move { outcomes.lock().await.next().await };
        start(py, event_loop, future, work, |py, next| {
            Ok(outcome(py, next)?.unwrap_or_else(|| py.None().into_bound(py)))
        })
    }

    /// Says that no more channels will come.
    fn finish(&self) {
        self.channels.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// Ends the calls that are under way, and makes no more.
    fn close(&self, py: Python<'_>) {
        if self.process == std::process::id() {
            without_gil(py, || self.run.abort());
        }
    }
}

impl Bulk {
    pub(crate) fn begin(
        py: Python<'_>,
        client: cams_roi::Client,
        mut settings: EnableManySettings,
        is_list: bool,
    ) -> PyResult<Self> {
        let journal = settings.journal();
        let mut options = settings.options().map_err(|error| exception(py, &error))?;
        if let Some(path) = journal {
            // Here and not by the run, so that who begins it is told at once what is wrong with the journal.
            let journal = without_gil(py, || Journal::open(path)).map_err(|error| exception(py, &error))?;
            options = options.journal(journal);
        }
        let (channels, given, run) = enable_many(client, options, None, is_list);
        let run = Engine::get(py)?.spawn(run);
        Ok(Self {
            process: std::process::id(),
            channels: Mutex::new(Some(channels)),
            run: run.abort_handle(),
            outcomes: Arc::new(tokio::sync::Mutex::new(Outcomes { given, run, is_whole: None })),
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
            self.run.abort();
        }
    }
}

/// An outcome as the class in Python takes it.
fn outcome(py: Python<'_>, next: Next) -> PyResult<Option<Bound<'_, PyAny>>> {
    match next {
        Next::Outcome(item) => {
            let outcome = (*item).map_err(|error| exception(py, &error))?;
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
        Next::End => Ok(None),
        Next::BrokenOff => Err(fault(py, &"enable_many was ended before it was done")),
    }
}
