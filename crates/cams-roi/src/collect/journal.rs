//! Where a run's journal is, and what that changes: a file, or a run that many workers share.

use std::path::PathBuf;
use std::sync::Arc;
#[cfg(feature = "redis")]
use std::time::SystemTime;

use futures_util::future::BoxFuture;

use super::done::{DoneQueries, Key, Receipt, RecordedIn};
#[cfg(feature = "redis")]
use super::done::{is_done, name_of_query, read_done};
use super::lane::Lane;
use super::plan::Plan;
#[cfg(feature = "redis")]
use crate::bulk::isv_code_in_words;
use crate::client::Client;
#[cfg(feature = "redis")]
use crate::days::shown;
use crate::error::Error;
use crate::held::Held;
use crate::journal::Place;
#[cfg(feature = "redis")]
use crate::shared_run::{Address, Turns, Worker};

/// Done when all was read that is in a journal.
pub(super) type IsRead = BoxFuture<'static, Result<(), Error>>;

/// What remembers which queries are done.
#[derive(Debug)]
pub(super) enum Journal {
    File(Arc<DoneQueries>),
    #[cfg(feature = "redis")]
    Shared(Arc<Worker>),
}

impl Journal {
    #[cfg_attr(not(feature = "redis"), allow(unused_variables, reason = "as where runs can be shared"))]
    pub(super) fn open(given: PathBuf, client: &Client, plan: &Plan) -> Result<Self, Error> {
        match Place::of(given)? {
            Place::File(path) => Ok(Self::File(Arc::new(DoneQueries::open(path)?))),
            #[cfg(feature = "redis")]
            Place::Shared(address) => start_worker(client, plan, address).map(Self::Shared),
        }
    }

    /// What is done when all was read that is in it; nothing where it was.
    pub(super) fn is_read(&self) -> Option<IsRead> {
        match self {
            Self::File(_) => None,
            #[cfg(feature = "redis")]
            Self::Shared(worker) => {
                let worker = Arc::clone(worker);
                Some(Box::pin(async move { worker.is_up_to_date().await }))
            }
        }
    }

    /// Queries of one operation, of which so many are under way at once.
    pub(super) fn lane(&self, most: usize) -> Lane {
        match self {
            Self::File(_) => Lane::new(most),
            #[cfg(feature = "redis")]
            Self::Shared(worker) => Lane::new(most).shared(Turns::new(Arc::clone(worker))),
        }
    }

    /// Whether a query is done.
    pub(super) fn has(&self, key: &Key) -> bool {
        match self {
            Self::File(file) => file.has(key),
            #[cfg(feature = "redis")]
            Self::Shared(worker) => is_done(worker.recorded(&name_of_query(key)).as_ref()),
        }
    }

    /// What is to be recorded of a query once its result was taken.
    #[cfg_attr(not(feature = "redis"), allow(unused_variables, reason = "as where runs can be shared"))]
    pub(super) fn receipt(&self, key: Key, held: Held) -> Option<Receipt> {
        match self {
            Self::File(file) => Some(Receipt { journal: RecordedIn::File(Arc::clone(file)), key }),
            #[cfg(feature = "redis")]
            Self::Shared(_) => {
                held.into_claim().map(|claim| Receipt { journal: RecordedIn::Shared(claim), key })
            }
        }
    }
}

/// The worker of a client; it connects when it first looks for something to do.
#[cfg(feature = "redis")]
fn start_worker(client: &Client, plan: &Plan, address: Address) -> Result<Arc<Worker>, Error> {
    let (first, last) = (plan.windows.first(), plan.windows.last());
    let shown = |time: Option<SystemTime>| time.map(shown).unwrap_or_default();
    let parameters = format!(
        "endpoint {}, {}, {} to {} in {} parts, rows of {}, {} phone numbers, {} templates",
        client.endpoint(),
        isv_code_in_words(plan.isv_code.as_deref()),
        shown(first.map(|it| it.start)),
        shown(last.map(|it| it.end)),
        plan.windows.len(),
        plan.granularity,
        if plan.phone_numbers { "with" } else { "without" },
        if plan.templates { "with" } else { "without" },
    );
    Worker::start(address, client.tls(), "collecting", parameters, read_done).map(Arc::new)
}
