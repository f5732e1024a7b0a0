//! Speaks with Redis for one worker: claims, records, renews the lease, and joins anew when the state was lost.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::oneshot;

use super::about::About;
use super::absence::Absence;
use super::messages::{Join, Record, Reply, Request, Wish};
use super::state::{Answer, Event, SafeUntil, State};
use crate::error::Error;
use crate::random;
use crate::redis_server::{Connection, Reach, Script, Unavailable};

/// Redis is away when it does not reply for so long.
const PATIENCE: Duration = Duration::from_secs(5);
/// Redis takes a worker for gone that says nothing for three seconds longer (`LEASE` in run.lua).
const SAFE: Duration = Duration::from_secs(12);
/// How often a worker says that it is there.
const HEARTBEAT: Duration = Duration::from_secs(3);
/// What is known is written back in parts of so many lines, and so many are recorded at once.
const RECORDS_AT_ONCE: usize = 200;
/// How long the end of a run waits for Redis.
const FAREWELL: Duration = Duration::from_secs(2);

/// A question, and who asked it.
type Asked = (Wish, oneshot::Sender<Result<Vec<Answer>, Error>>);
/// What the record is of, in words, and who waits for it.
type Waiting = (String, oneshot::Sender<Result<(), Error>>);

pub(super) struct Keeper {
    about: About,
    reach: Reach,
    script: Arc<Script>,
    state: Arc<State>,
    worker: String,
    connection: Option<Connection>,
    epoch: String,
    is_member: bool,
    cursor: u64,
    total: u64,
    /// How much of what is known is written back to a state that is new.
    restored: Option<usize>,
    asked: Vec<Asked>,
    records: Vec<Record>,
    waiting: Vec<Waiting>,
    released: Vec<Arc<str>>,
    spoke_at: Instant,
    was_there: bool,
    warned_of_quiet: bool,
    absence: Option<Absence>,
}

/// What one request had.
struct Said {
    at: (Instant, SystemTime),
    is_join: bool,
    asked: usize,
    records: usize,
    released: usize,
    /// Up to where lines were written back.
    restored: Option<usize>,
}

impl Keeper {
    pub(super) fn new(about: About, reach: Reach, script: Script, state: Arc<State>) -> Self {
        Self {
            about,
            reach,
            script: Arc::new(script),
            state,
            worker: random::nonce()[..16].to_owned(),
            connection: None,
            epoch: String::new(),
            is_member: false,
            cursor: 0,
            total: 0,
            restored: None,
            asked: Vec::new(),
            records: Vec::new(),
            waiting: Vec::new(),
            released: Vec::new(),
            spoke_at: Instant::now(),
            was_there: false,
            warned_of_quiet: false,
            absence: None,
        }
    }

    /// Speaks until nobody needs it any more. It is first heard of when somebody asks for something.
    pub(super) async fn keep(mut self, mut events: UnboundedReceiver<Event>) {
        while let Some(event) = self.next(&mut events).await {
            if let Some(event) = event {
                self.take(event);
            }
            // What came at once is said at once.
            while let Ok(event) = events.try_recv() {
                self.take(event);
            }
            self.speak(&mut events).await;
        }
        let _ = tokio::time::timeout(FAREWELL, self.leave()).await;
    }

    /// The next event; nothing within it when it is time to speak without one.
    async fn next(&self, events: &mut UnboundedReceiver<Event>) -> Option<Option<Event>> {
        let wakes_at = match &self.absence {
            Some(absence) => absence.retry_at,
            None if self.was_there && self.state.lock().broken.is_none() => self.spoke_at + HEARTBEAT,
            None => return events.recv().await.map(Some),
        };
        tokio::select! {
            event = events.recv() => event.map(Some),
            () = tokio::time::sleep_until(wakes_at.into()) => Some(None),
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Asked(wish, caller) => self.asked.push((wish, caller)),
            Event::Recorded(record, what, caller) => {
                self.records.push(record);
                self.waiting.push((what, caller));
            }
            Event::Released(thing) => self.released.push(thing),
        }
    }

    async fn speak(&mut self, events: &mut UnboundedReceiver<Event>) {
        if self.state.lock().broken.is_some() {
            return self.give_up();
        }
        if self.absence.as_ref().is_some_and(|absence| Instant::now() < absence.retry_at) {
            return;
        }
        while self.exchange(false).await {
            while let Ok(event) = events.try_recv() {
                self.take(event);
            }
        }
    }

    /// Says what is to be said, and takes in the reply. Gives whether there is more to say.
    async fn exchange(&mut self, leaves: bool) -> bool {
        if self.connection.is_none() {
            match Connection::open(&self.reach, &self.script).await {
                Ok(connection) => self.connection = Some(connection),
                Err(reason) => {
                    self.lost(&reason);
                    return false;
                }
            }
        }
        let (request, said) = match self.request(leaves) {
            Ok(request) => request,
            Err(error) => {
                self.lost(&error.into());
                return false;
            }
        };
        let Some(connection) = &self.connection else { return false };
        let reply = match connection.send::<Reply>(&request, PATIENCE).await {
            Ok(reply) => reply,
            Err(reason) => {
                self.lost(&reason);
                return false;
            }
        };
        let has_more = self.heard(&reply, &said);
        // Who takes part is seen by those who come new.
        if self.is_member
            && let Some(connection) = &mut self.connection
            && let Err(reason) = connection.listen().await
        {
            self.lost(&reason);
            return false;
        }
        has_more
    }

    fn request(&self, leaves: bool) -> serde_json::Result<(String, Said)> {
        let inner = self.state.lock();
        // What is recorded while it joins might be of a run that refuses this worker.
        let part = self.restored.filter(|_| self.is_member);
        let part = part.map(|from| (from, inner.known.part(from, RECORDS_AT_ONCE)));
        let records = match &part {
            Some((_, part)) => part,
            None if !self.is_member => &[][..],
            None => &self.records[..self.records.len().min(RECORDS_AT_ONCE)],
        };
        let restored = part.as_ref().map(|(from, part)| from + part.len());
        // Who has not read all lines yet asks for nothing: it would not know what is done.
        let is_up_to_date = self.is_member && self.restored.is_none() && self.cursor >= self.total;
        let asks: Vec<_> = self.asked.iter().filter(|_| is_up_to_date).map(|(wish, _)| wish).collect();
        let join = (!self.is_member).then(|| Join {
            held: inner.held.iter().cloned().collect(),
            knows: inner.known.len() > 0,
            restores: self.restored.is_some(),
        });
        let (server, history) =
            self.connection.as_ref().map_or(("", ""), |it| (it.server.as_str(), it.history.as_str()));
        let said = Said {
            at: (Instant::now(), SystemTime::now()),
            is_join: join.is_some(),
            asked: asks.len(),
            records: if part.is_some() { 0 } else { records.len() },
            released: self.released.len(),
            restored,
        };
        let request = Request {
            worker: &self.worker,
            server,
            history,
            kind: Some(self.about.kind),
            parameters: &self.about.parameters,
            epoch: &self.epoch,
            had_state: self.was_there,
            generation: inner.known.generation(),
            cursor: self.cursor,
            visit: None,
            join,
            restored: restored.is_some_and(|all| all >= inner.known.len()),
            records,
            released: &self.released,
            asks,
            leaves,
        };
        Ok((serde_json::to_string(&request)?, said))
    }

    fn heard(&mut self, reply: &Reply, said: &Said) -> bool {
        if let Some(error) = self.about.refusal(reply) {
            self.state.lock().broken = Some(error);
            self.give_up();
            return false;
        }
        if reply.is_unknown {
            // Its lease had run out, or the state is another.
            self.is_member = false;
            self.state.lock().safe_until = None;
            return true;
        }
        self.spoke_at = Instant::now();
        let state = Arc::clone(&self.state);
        let mut inner = state.lock();
        inner.known.set_generation(&reply.generation);
        if said.is_join {
            if self.epoch != reply.epoch {
                self.restored = (inner.known.len() > 0).then_some(0);
                self.epoch.clone_from(&reply.epoch);
            }
            self.is_member = true;
            for thing in &reply.lost {
                inner.held.remove(thing.as_str());
            }
        } else if let Some(restored) = said.restored {
            self.restored = (restored < inner.known.len()).then_some(restored);
        }
        let (steady, wall) = said.at;
        inner.safe_until = Some(SafeUntil { steady: steady + SAFE, wall: wall + SAFE });
        for line in &reply.lines {
            if let Err(problem) = inner.known.add_given(line, self.about.read) {
                inner.broken = Some(self.about.spoilt(&problem));
                drop(inner);
                self.give_up();
                return false;
            }
        }
        (self.cursor, self.total) = (reply.cursor, reply.total);
        self.released.drain(..said.released);
        for (record, (_, caller)) in
            self.records.drain(..said.records).zip(self.waiting.drain(..said.records))
        {
            inner.held.remove(&record.thing);
            inner.known.add_own(record);
            let _ = caller.send(Ok(()));
        }
        let mut unwanted = Vec::new();
        for ((wish, caller), letters) in self.asked.drain(..said.asked).zip(&reply.answers) {
            let answers: Vec<Answer> = letters.chars().map(Answer::of).collect();
            let claimed = wish.things.iter().zip(&answers).filter(|(_, it)| **it == Answer::Claimed);
            let claimed: Vec<_> = claimed.map(|(thing, _)| Arc::clone(thing)).collect();
            inner.held.extend(claimed.iter().cloned());
            if caller.send(Ok(answers)).is_err() {
                inner.held.retain(|thing| !claimed.contains(thing));
                unwanted.extend(claimed);
            }
        }
        drop(inner);
        self.released.extend(unwanted);
        if reply.is_quiet && !self.warned_of_quiet {
            self.warned_of_quiet = true;
            tracing::info!(
                journal = %self.about.address,
                "what Redis has of the run is new, or may have lost something: nothing is called until every worker that \
                 is there has said what it knows, for 15 seconds at the most"
            );
        }
        self.warned_of_quiet &= reply.is_quiet;
        self.was_there = true;
        if let Some(absence) = self.absence.take() {
            absence.ends(&self.about.address);
        }
        self.state.has_changed();
        !self.asked.is_empty()
            || !self.records.is_empty()
            || !self.released.is_empty()
            || self.restored.is_some()
            || self.cursor < self.total
    }

    /// Redis cannot be spoken to.
    fn lost(&mut self, reason: &Unavailable) {
        tracing::debug!(%reason, journal = %self.about.address, "Redis does not reply");
        self.connection = None;
        self.is_member = false;
        let error = match &mut self.absence {
            _ if !self.was_there => Some(self.reach.unusable("journal", reason)),
            Some(absence) if absence.is_too_long() => {
                Some(self.about.too_long_away(Absence::LONGEST, reason))
            }
            absence => {
                absence.get_or_insert_with(Absence::new).goes_on(reason, &self.about.address);
                None
            }
        };
        if let Some(error) = error {
            self.state.lock().broken = Some(error);
            self.give_up();
        }
    }

    /// Tells all who wait that nothing can be claimed or recorded any more.
    fn give_up(&mut self) {
        self.absence = None;
        self.connection = None;
        let Some(error) = self.state.lock().broken.clone() else { return };
        for (_, caller) in self.asked.drain(..) {
            let _ = caller.send(Err(error.clone()));
        }
        self.records.clear();
        for (what, caller) in self.waiting.drain(..) {
            let message = format!("{}; {what} is not recorded", error.message());
            let _ = caller.send(Err(Error::configuration(message, error.hint())));
        }
        self.released.clear();
        self.state.has_changed();
    }

    /// Says what is left to be said, and that nothing is claimed any more.
    async fn leave(mut self) {
        if !self.was_there || self.state.lock().broken.is_some() {
            return;
        }
        self.asked.clear();
        {
            let mut inner = self.state.lock();
            let recorded: Vec<_> = self.records.iter().map(|it| Arc::clone(&it.thing)).collect();
            let held: Vec<_> = inner.held.drain().filter(|it| !recorded.contains(it)).collect();
            drop(inner);
            self.released.extend(held);
        }
        loop {
            while !self.is_member || self.restored.is_some() || self.records.len() > RECORDS_AT_ONCE {
                if !self.exchange(false).await {
                    match &self.absence {
                        Some(absence) => tokio::time::sleep_until(absence.retry_at.into()).await,
                        None if self.state.lock().broken.is_some() => return,
                        None => {}
                    }
                }
            }
            self.exchange(true).await;
            if self.absence.is_none() {
                return;
            }
        }
    }
}
