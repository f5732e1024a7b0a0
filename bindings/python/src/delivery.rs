//! Results on their way to an asyncio event loop: as many at once as there are, because each trip there takes the GIL
//! and wakes the loop.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use pyo3::intern;
use pyo3::prelude::*;
use tokio::task::yield_now;

use crate::runtime::Engine;

/// Makes the value of a future, on the event loop's thread.
type Finish = Box<dyn for<'py> FnOnce(Python<'py>) -> PyResult<Bound<'py, PyAny>> + Send>;

/// What is delivered to one event loop.
pub(crate) struct Delivery {
    process: u32,
    event_loop: Py<PyAny>,
    /// Futures that are to be settled. The event loop comes for them once there is one.
    ready: Mutex<Vec<(Py<PyAny>, Finish)>>,
}

/// The deliveries of this process that calls are using. The lock is held by nobody who has not the GIL.
static UNDER_WAY: Mutex<Vec<Weak<Delivery>>> = Mutex::new(Vec::new());

impl Delivery {
    /// The delivery to `event_loop`, the same for all calls that this process makes there.
    pub(crate) fn to(py: Python<'_>, event_loop: Py<PyAny>, process: u32) -> Arc<Self> {
        let mut under_way = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner);
        // What a forked process inherited may be locked by a thread that did not come along.
        let is_it = |known: &Arc<Self>| known.process == process && known.event_loop.bind(py).is(&event_loop);
        if let Some(known) = under_way.iter().filter_map(Weak::upgrade).find(is_it) {
            return known;
        }
        under_way.retain(|known| known.strong_count() > 0);
        let new = Arc::new(Self { process, event_loop, ready: Mutex::default() });
        under_way.push(Arc::downgrade(&new));
        new
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

    fn call_event_loop(self: Arc<Self>, py: Python<'_>) {
        let called = Bound::new(py, Settle(Arc::clone(&self))).and_then(|settle| {
            self.event_loop.bind(py).call_method1(intern!(py, "call_soon_threadsafe"), (settle,))
        });
        if called.is_err() {
            // The event loop is closed: nobody waits any more.
            let unwanted = std::mem::take(&mut *self.ready());
            drop(unwanted);
        }
    }
}

/// A trip to the event loop that is owed to what is ready; it is made in any case, also where the call is ended meanwhile
/// that was ready first.
struct Trip(Arc<Delivery>);

impl Drop for Trip {
    fn drop(&mut self) {
        if let Some(engine) = Engine::running() {
            let delivery = Arc::clone(&self.0);
            engine.python.have_done(Box::new(move |py| delivery.call_event_loop(py)));
        }
    }
}

/// What the event loop calls.
#[pyclass(frozen, module = "cams_roi._native")]
struct Settle(Arc<Delivery>);

#[pymethods]
impl Settle {
    fn __call__(&self, py: Python<'_>) {
        let ready = std::mem::take(&mut *self.0.ready());
        for (future, finish) in ready {
            let future = future.into_bound(py);
            if let Err(error) = settle(&future, finish) {
                error.write_unraisable(py, Some(&future));
            }
        }
    }
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
