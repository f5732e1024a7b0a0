//! Speaks with Redis for all calls of one limit, and gives them their turns.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::{BoxFuture, pending};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, sleep_until};

use super::absence::Absence;
use super::messages::Reply;
use super::pacing::Pacing;
use super::state::{Event, State};
use super::turn::Turn;
use crate::random;
use crate::rate_limiter::Permit;
use crate::redis_server::Unavailable;
use crate::redis_server::{Connection, Sent};

/// Redis is away when it does not reply for so long.
const PATIENCE: Duration = Duration::from_secs(1);
/// Redis takes a process for gone that says nothing for two seconds longer (`SILENCE` in turns.lua).
const SAFE: Duration = Duration::from_secs(8);
/// How often a process that waits for nothing says that it is there.
const HEARTBEAT: Duration = Duration::from_secs(3);
/// How often one that waits asks whether somebody has died, if it is the only one that waits.
const LOOKING: Duration = Duration::from_secs(1);
/// The more wait, the less often each asks: all together so often.
const LOOKING_TOGETHER: Duration = Duration::from_millis(250);
/// A connection that nobody needs is closed after so long.
const IDLE: Duration = Duration::from_secs(60);

/// The way to Redis.
enum Link {
    /// It is opened then, or when a call asks for its turn.
    Closed(Option<Instant>),
    Opening(BoxFuture<'static, Result<Connection, Unavailable>>),
    Open(Box<Connection>),
}

/// What the link says.
enum Heard {
    IsToOpen,
    Opened(Result<Connection, Unavailable>),
    Published(Result<Reply, Unavailable>),
}

impl Link {
    async fn next(&mut self) -> Heard {
        match self {
            Self::Closed(None) => pending().await,
            Self::Closed(Some(time)) => {
                sleep_until(*time).await;
                Heard::IsToOpen
            }
            Self::Opening(opening) => Heard::Opened(opening.await),
            Self::Open(connection) => Heard::Published(connection.published().await),
        }
    }
}

/// A request whose reply is awaited.
struct InFlight {
    sent_at: Instant,
    reply: Sent<Reply>,
}

struct Keeper {
    state: Arc<State>,
    pacing: Pacing,
    link: Link,
    in_flight: Option<InFlight>,
    was_there: bool,
    absence: Option<Absence>,
    local_turn: Option<Pin<Box<dyn Future<Output = Permit> + Send>>>,
    heard_at: Instant,
    speaks_after: Duration,
}

/// Keeps the limit until nobody needs it any more.
pub(super) async fn keep(state: Arc<State>, mut events: UnboundedReceiver<Event>) {
    let mut keeper = Keeper {
        state,
        pacing: Pacing::default(),
        link: Link::Closed(None),
        in_flight: None,
        was_there: false,
        absence: None,
        local_turn: None,
        heard_at: Instant::now(),
        speaks_after: LOOKING,
    };
    loop {
        let wakes_at = keeper.wakes_at();
        let Keeper { link, in_flight, local_turn, .. } = &mut keeper;
        tokio::select! {
            event = events.recv() => match event {
                Some(event) => keeper.take(event),
                None => return,
            },
            heard = link.next() => keeper.heard(heard),
            (sent_at, reply) = replied(in_flight) => keeper.replied(sent_at, reply),
            permit = ready(local_turn) => keeper.give_local(permit),
            () = sleep_until(wakes_at) => {}
        }
        // What came at once is said at once.
        while let Ok(event) = events.try_recv() {
            keeper.take(event);
        }
        keeper.advance();
    }
}

async fn listening(state: &State) -> Result<Connection, Unavailable> {
    let mut connection = Connection::open(&state.reach, &state.script).await?;
    connection.listen().await?;
    Ok(connection)
}

async fn replied(in_flight: &mut Option<InFlight>) -> (Instant, Result<Reply, Unavailable>) {
    match in_flight {
        Some(InFlight { sent_at, reply }) => (*sent_at, reply.await),
        None => pending().await,
    }
}

async fn ready(turn: &mut Option<Pin<Box<dyn Future<Output = Permit> + Send>>>) -> Permit {
    match turn {
        Some(turn) => turn.await,
        None => pending().await,
    }
}

impl Keeper {
    fn take(&mut self, event: Event) {
        match event {
            Event::Asked(ticket, waiter) => self.pacing.ask(ticket, waiter),
            Event::Ended(ended) => self.pacing.ended(ended),
        }
    }

    fn heard(&mut self, heard: Heard) {
        match heard {
            Heard::IsToOpen => self.open(),
            Heard::Opened(Ok(connection)) => self.link = Link::Open(Box::new(connection)),
            Heard::Published(Ok(published)) => {
                self.heard_at = Instant::now();
                self.pacing.given(&published.turns, self.heard_at);
            }
            Heard::Opened(Err(reason)) | Heard::Published(Err(reason)) => self.lost(reason),
        }
    }

    fn open(&mut self) {
        let state = Arc::clone(&self.state);
        self.link = Link::Opening(Box::pin(async move { listening(&state).await }));
    }

    fn replied(&mut self, sent_at: Instant, reply: Result<Reply, Unavailable>) {
        self.in_flight = None;
        match reply {
            Ok(reply) => {
                let now = Instant::now();
                self.heard_at = now;
                self.pacing.replied(&reply, now);
                if self.pacing.is_to_join() {
                    self.state.gate.close();
                    return;
                }
                self.state.gate.is_safe_until(sent_at + SAFE);
                self.was_there = true;
                let each = LOOKING.max(LOOKING_TOGETHER * self.pacing.waiting);
                self.speaks_after = each.mul_f64(0.75 + random::unit() / 2.0);
                if let Some(absence) = self.absence.take() {
                    absence.ends(&self.state);
                }
            }
            Err(reason) => self.lost(reason),
        }
    }

    /// Redis cannot be spoken to.
    fn lost(&mut self, reason: Unavailable) {
        tracing::debug!(%reason, "Redis does not keep the shared limit now");
        self.in_flight = None;
        self.pacing.lost();
        self.state.gate.close();
        if self.was_there {
            let absence = self.absence.get_or_insert_with(|| Absence::new(self.state.window()));
            self.link = Link::Closed(Some(absence.goes_on(reason, &self.state)));
        } else {
            self.link = Link::Closed(None);
            for waiter in self.pacing.take_all() {
                let _ = waiter.caller.send(Turn::NeverThere(reason.clone()));
            }
        }
    }

    fn give_local(&mut self, permit: Permit) {
        self.local_turn = None;
        let connection = self.state.gate.connection();
        if let Some(waiter) = self.pacing.first_for_local().and_then(|ticket| self.pacing.take(ticket)) {
            // A caller that is gone gives it back.
            let _ = waiter.caller.send(Turn::Local { permit, connection });
        }
    }

    fn advance(&mut self) {
        let now = Instant::now();
        self.pacing.hand_over(now, self.state.gate.connection());
        match &self.link {
            Link::Closed(None) if !self.pacing.is_empty() => self.open(),
            Link::Open(_) if self.in_flight.is_none() => self.speak(now),
            _ => {}
        }
        if let Some(absence) = &mut self.absence {
            let is_joining = matches!(self.link, Link::Open(_)) && self.in_flight.is_some();
            let is_local = absence.is_over_grace(now, self.pacing.members, &self.state) && !is_joining;
            for waiter in
                absence.given_up_at(now).map_or_else(Vec::new, |time| self.pacing.waited_since(time))
            {
                let _ = waiter.caller.send(Turn::Refused(absence.reason.clone()));
            }
            if !is_local || self.pacing.first_for_local().is_none() {
                self.local_turn = None;
            } else if self.local_turn.is_none() {
                self.local_turn = Some(Box::pin(Arc::clone(&self.state.local).acquire()));
            }
        } else {
            self.local_turn = None;
        }
    }

    fn speak(&mut self, now: Instant) {
        let is_needed = !self.pacing.is_empty() || self.state.gate.is_in_use();
        let Link::Open(connection) = &self.link else { return };
        if !is_needed && !self.pacing.has_news() {
            if now >= self.heard_at + IDLE {
                self.link = Link::Closed(None);
                self.pacing.lost();
                self.state.gate.close();
            }
            return;
        }
        if !self.pacing.has_news() && !self.pacing.is_to_join() && now < self.speaks_at() {
            return;
        }
        let limit = self.state.local.limit();
        let Connection { process, server, .. } = &**connection;
        let request = self.pacing.request(process, server, limit.per_second, limit.window, &self.state.gate);
        match serde_json::to_string(&request) {
            Ok(request) => {
                let reply = connection.send(&request, PATIENCE);
                self.in_flight = Some(InFlight { sent_at: now, reply });
            }
            Err(error) => self.lost(error.into()),
        }
    }

    /// When Redis is asked, although nothing happened here.
    fn speaks_at(&self) -> Instant {
        if self.pacing.is_empty() {
            return self.heard_at + HEARTBEAT;
        }
        let at = self.heard_at + self.speaks_after;
        self.pacing
            .next_at
            .map_or(at, |next| next.max(at))
            .min(self.heard_at + HEARTBEAT.max(self.speaks_after))
    }

    fn wakes_at(&self) -> Instant {
        let is_open = matches!(self.link, Link::Open(_)) && self.in_flight.is_none();
        let speaks_at = match is_open {
            false => None,
            true if self.pacing.is_empty() && !self.state.gate.is_in_use() => Some(self.heard_at + IDLE),
            true => Some(self.speaks_at()),
        };
        let absence = self.absence.as_ref().and_then(|it| it.wakes_at(self.pacing.longest_wait()));
        let times = [self.pacing.next_due(), speaks_at, absence];
        times.into_iter().flatten().min().unwrap_or_else(|| Instant::now() + IDLE)
    }
}
