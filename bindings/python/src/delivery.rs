//! Results on their way to an asyncio event loop: as many at once as there are, because each trip there wakes the loop.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyWeakref, PyWeakrefReference};
use tokio::task::yield_now;

use crate::runtime::Engine;
use crate::wakeup::{Wakeup, Woken, wakeup};

/// Makes the value of a future, on the event loop's thread.
type Finish = Box<dyn for<'py> FnOnce(Python<'py>) -> PyResult<Bound<'py, PyAny>> + Send>;

/// What is delivered to one event loop.
pub(crate) struct Delivery {
    process: u32,
    /// Weak: the loop has this to call, and must not be kept by it.
    event_loop: Py<PyWeakref>,
    /// Wakes the loop without the GIL, where it can look at a socket.
    wakeup: Option<Wakeup>,
    /// Futures that are to be settled. The event loop comes for them once there is one.
    ready: Mutex<Vec<(Py<PyAny>, Finish)>>,
}

/// The deliveries to event loops that are not closed, as far as is known. The lock is held by nobody who has not the GIL, and
/// nothing of Python's is called meanwhile: it might let go of the GIL.
static KNOWN: Mutex<Vec<Arc<Delivery>>> = Mutex::new(Vec::new());

fn known() -> MutexGuard<'static, Vec<Arc<Delivery>>> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Delivery {
    /// The delivery to `event_loop`, on whose thread this is: the same for all calls that this process makes there.
    pub(crate) fn to(event_loop: &Bound<'_, PyAny>, process: u32) -> PyResult<Arc<Self>> {
        let py = event_loop.py();
        // What a forked process inherited may be locked by a thread that did not come along.
        let is_it = |it: &&Arc<Self>| {
            it.process == process && it.event_loop(py).is_some_and(|known| known.is(event_loop))
        };
        if let Some(known) = known().iter().find(is_it) {
            return Ok(Arc::clone(known));
        }
        let new = Self::new(event_loop, process)?;
        let before: Vec<_> = known().clone();
        let (_, ended): (Vec<_>, Vec<_>) = before.into_iter().partition(|it| it.is_open(py));
        let mut known = known();
        known.retain(|it| !ended.iter().any(|ended| Arc::ptr_eq(it, ended)));
        known.push(Arc::clone(&new));
        drop(known);
        // What they hold of Python's goes without the lock.
        drop(ended);
        Ok(new)
    }

    fn new(event_loop: &Bound<'_, PyAny>, process: u32) -> PyResult<Arc<Self>> {
        let py = event_loop.py();
        let weak = PyWeakrefReference::new(event_loop)?.into_any().cast_into::<PyWeakref>()?.unbind();
        let ready = Mutex::default();
        if let Some((wakeup, woken)) = wakeup() {
            let wakes =
                Arc::new(Self { process, event_loop: weak.clone_ref(py), wakeup: Some(wakeup), ready });
            let settle = Bound::new(py, Settle { delivery: Arc::clone(&wakes), woken: Some(woken) })?;
            let looks =
                settle.borrow().woken.as_ref().map(|woken| woken.call(event_loop, settle.clone().into_any()));
            if looks.is_some_and(|it| it.is_ok()) {
                return Ok(wakes);
            }
        }
        // An event loop that looks at no sockets.
        Ok(Arc::new(Self { process, event_loop: weak, wakeup: None, ready: Mutex::default() }))
    }

    fn event_loop<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyAny>> {
        self.event_loop.bind(py).upgrade()
    }

    fn is_open(&self, py: Python<'_>) -> bool {
        let Some(event_loop) = self.event_loop(py) else { return false };
        let is_closed = event_loop.call_method0(intern!(py, "is_closed")).and_then(|it| it.extract::<bool>());
        // Those of another process are left alone.
        self.process != std::process::id() || !is_closed.unwrap_or(false)
    }

    /// Settles `future` with what `finish` makes. The caller needs no GIL, and does not wait for it.
    pub(crate) async fn send(self: Arc<Self>, future: Py<PyAny>, finish: Finish) {
        let is_first = {
            let mut ready = self.ready();
            ready.push((future, finish));
            ready.len() == 1
        };
        if is_first {
            let trip = Trip(self);
            // Answers come together: calls that have theirs by now are settled on the same trip.
            yield_now().await;
            drop(trip);
        }
    }

    fn ready(&self) -> MutexGuard<'_, Vec<(Py<PyAny>, Finish)>> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls the event loop once the log records so far were given to Python: those of a call come before its result.
    fn wait_for_records(self: &Arc<Self>) {
        if let Some(engine) = Engine::running() {
            let delivery = Arc::clone(self);
            engine.python.have_done(Box::new(move |py| delivery.call_event_loop(py)));
        }
    }

    fn call_event_loop(self: Arc<Self>, py: Python<'_>) {
        let settle = Bound::new(py, Settle { delivery: Arc::clone(&self), woken: None });
        let called = self.event_loop(py).zip(settle.ok()).map(|(event_loop, settle)| {
            event_loop.call_method1(intern!(py, "call_soon_threadsafe"), (settle,))
        });
        if called.is_none_or(|it| it.is_err()) {
            // The event loop is closed: nobody waits any more.
            let unwanted = std::mem::take(&mut *self.ready());
            drop(unwanted);
        }
    }

    fn settle(&self, py: Python<'_>) {
        let ready = std::mem::take(&mut *self.ready());
        for (future, finish) in ready {
            let future = future.into_bound(py);
            if let Err(error) = settle(&future, finish) {
                error.write_unraisable(py, Some(&future));
            }
        }
    }
}

/// A trip to the event loop that is owed to what is ready; it is made in any case, also where the call is ended meanwhile
/// that was ready first.
struct Trip(Arc<Delivery>);

impl Drop for Trip {
    fn drop(&mut self) {
        match &self.0.wakeup {
            Some(wakeup) if !records_wait() => wakeup.wake(),
            _ => self.0.wait_for_records(),
        }
    }
}

/// What the event loop calls.
#[pyclass(frozen, weakref, module = "cams_roi._native")]
struct Settle {
    delivery: Arc<Delivery>,
    /// What the event loop looks at, if it does.
    woken: Option<Woken>,
}

#[pymethods]
impl Settle {
    fn __call__(&self, py: Python<'_>) {
        if let Some(woken) = &self.woken {
            woken.clear();
            // Those of a result that came after the one for which the loop was woken.
            if records_wait() {
                self.delivery.wait_for_records();
                return;
            }
        }
        self.delivery.settle(py);
    }
}

/// Whether log records or events are on their way to Python.
fn records_wait() -> bool {
    Engine::running().is_some_and(|engine| engine.python.is_busy())
}

fn settle(future: &Bound<'_, PyAny>, finish: Finish) -> PyResult<()> {
    let py = future.py();
    if future.call_method0(intern!(py, "done"))?.extract()? {
        return Ok(());
    }
    match finish(py) {
        Ok(value) => future.call_method1(intern!(py, "set_result"), (value,))?,
        Err(error) => future.call_method1(intern!(py, "set_exception"), (error.into_value(py),))?,
    };
    Ok(())
}
