//! What Redis has of a run, for somebody who is no worker of it.

use std::sync::Arc;
use std::time::Duration;

use super::address::Address;
use super::messages::{Record, Reply, Request, Visit};
use super::script;
use crate::error::Error;
use crate::random;
use crate::redis_server::{Connection, Reach, Unavailable};
use crate::tls::TlsOptions;

const PATIENCE: Duration = Duration::from_secs(5);
const RECORDS_AT_ONCE: usize = 200;

/// How far a run is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    /// What is recorded: `enabling` or `collecting`.
    pub(crate) kind: String,
    pub(crate) done: u64,
    pub(crate) failed: u64,
    pub(crate) lines: u64,
    pub(crate) workers: u64,
}

/// A run in Redis.
pub(crate) struct Stored {
    address: Address,
    reach: Reach,
    connection: Connection,
    visitor: String,
}

impl Stored {
    pub(crate) async fn open(address: Address, tls: &TlsOptions) -> Result<Self, Error> {
        let reach = Reach::new(address.location.clone(), tls)?;
        let script = Arc::new(script::of_run(&address.name));
        let connection =
            Connection::open(&reach, &script).await.map_err(|it| reach.unusable("journal", &it))?;
        Ok(Self { address, reach, connection, visitor: random::nonce()[..16].to_owned() })
    }

    /// How far it is.
    pub(crate) async fn progress(&self) -> Result<Progress, Error> {
        let reply = self.there(Request { visit: Some(Visit::Show), ..Request::default() }).await?;
        Ok(Progress {
            kind: reply.kind.unwrap_or_default(),
            done: reply.done,
            failed: reply.failed,
            lines: reply.total,
            workers: reply.members,
        })
    }

    /// All lines, in the order in which they were written.
    pub(crate) async fn lines(&self) -> Result<Vec<String>, Error> {
        let (mut lines, mut epoch) = (Vec::new(), None);
        loop {
            let cursor = lines.len() as u64;
            let request = Request { visit: Some(Visit::Read), cursor, ..Request::default() };
            let reply = self.there(request).await?;
            if epoch.as_ref().is_some_and(|epoch| *epoch != reply.epoch) {
                // The state was lost meanwhile: its lines may stand in another order.
                (lines, epoch) = (Vec::new(), None);
                continue;
            }
            epoch = Some(reply.epoch);
            let given = reply.lines.iter();
            lines.extend(given.map(|line| line.split_once(' ').map_or("", |(_, line)| line).to_owned()));
            if lines.len() as u64 >= reply.total {
                return Ok(lines);
            }
        }
    }

    /// Writes lines that are not there yet. Gives how many were added.
    pub(crate) async fn add(&self, kind: &str, records: &[Record]) -> Result<u64, Error> {
        let mut counts = None;
        // Of no line at all: the run is there from now on.
        let parts = records.chunks(RECORDS_AT_ONCE).chain(std::iter::once(&[][..]));
        for part in std::iter::once(&[][..]).chain(parts) {
            let request =
                Request { kind: Some(kind), visit: Some(Visit::Write), records: part, ..Request::default() };
            let reply = self.ask(request).await?;
            if reply.is_of_another_kind {
                return Err(Error::configuration(
                    format!(
                        "journal {} is of another kind of run ({})",
                        self.address,
                        reply.kind.unwrap_or_default()
                    ),
                    "Give another name: a run that enables channels and one that collects metrics have one each.",
                ));
            }
            counts = Some((counts.map_or(reply.total, |(first, _)| first), reply.total));
        }
        Ok(counts.map_or(0, |(first, last)| last.saturating_sub(first)))
    }

    /// Asks of what has to be there.
    async fn there(&self, request: Request<'_>) -> Result<Reply, Error> {
        let reply = self.ask(request).await?;
        if reply.is_absent {
            return Err(Error::configuration(
                format!("journal {}: there is no such run", self.address),
                "Check the database and the name: a run is there once its first worker has begun.",
            ));
        }
        Ok(reply)
    }

    async fn ask(&self, request: Request<'_>) -> Result<Reply, Error> {
        let Connection { server, history, .. } = &self.connection;
        let request = Request { worker: &self.visitor, server, history, ..request };
        let asked = async {
            let request = serde_json::to_string(&request)?;
            self.connection.send::<Reply>(&request, PATIENCE).await
        };
        asked.await.map_err(|reason: Unavailable| self.reach.unusable("journal", &reason))
    }
}
