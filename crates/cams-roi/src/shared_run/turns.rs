//! Which of the things that a worker is to do are its own, and what became of those that others have.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::time::{Sleep, sleep};

use super::known::Recorded;
use super::state::Answer;
use super::worker::{Claim, Worker};
use crate::error::Error;

/// How many things are asked for at once.
const ASKED_AT_ONCE: usize = 200;
/// How often those that others have are asked for again.
const AGAIN: Duration = Duration::from_secs(1);

/// What is known of a thing.
pub(crate) enum Taken<T> {
    /// This worker has it, and nobody else does it.
    Claimed(Claim, T),
    /// It is done, or was done in vain in this run: with what its line says.
    Recorded(Recorded, T),
    /// It was done in vain in this run, of which there is no line.
    Failed(T),
}

type Things<T> = VecDeque<(Arc<str>, T)>;

struct Asked<T> {
    things: Things<T>,
    want: usize,
    /// How many of the things were asked for for the first time, or were nobody's.
    fresh: usize,
    answer: BoxFuture<'static, Result<Vec<Answer>, Error>>,
}

/// The things of one worker that are not done yet.
pub(crate) struct Turns<T> {
    worker: Arc<Worker>,
    /// In the order in which they are to be done.
    offered: Things<T>,
    elsewhere: Things<T>,
    asked: Option<Asked<T>>,
    ready: VecDeque<Taken<T>>,
    /// Nothing is asked for until then, unless something new is offered, or more is wanted than when it began.
    pause: Option<(Pin<Box<Sleep>>, usize)>,
    is_up_to_date: bool,
}

impl<T> Turns<T> {
    pub(crate) fn new(worker: Arc<Worker>) -> Self {
        Self {
            worker,
            offered: VecDeque::new(),
            elsewhere: VecDeque::new(),
            asked: None,
            ready: VecDeque::new(),
            pause: None,
            is_up_to_date: false,
        }
    }

    /// Whether all that was recorded before is known.
    pub(crate) fn is_up_to_date(&self) -> bool {
        self.is_up_to_date
    }

    /// What was recorded of a thing.
    pub(crate) fn recorded(&self, thing: &str) -> Option<Recorded> {
        self.worker.recorded(thing)
    }

    /// One more thing to be done, by whichever worker.
    pub(crate) fn offer(&mut self, name: String, thing: T) {
        self.offered.push_back((name.into(), thing));
        self.pause = None;
    }

    /// How many things nobody was seen to have.
    pub(crate) fn offered(&self) -> usize {
        self.offered.len() + self.asked.as_ref().map_or(0, |it| it.things.len())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.offered() + self.elsewhere.len() + self.ready.len() == 0
    }

    /// Takes all that is left, and gives back what was claimed of it.
    pub(crate) fn take_all(&mut self) -> Vec<T> {
        let ready = self.ready.drain(..).map(|taken| match taken {
            Taken::Claimed(_, thing) | Taken::Recorded(_, thing) | Taken::Failed(thing) => thing,
        });
        let asked = self.asked.take().map(|it| it.things).unwrap_or_default();
        let others = asked.into_iter().chain(self.offered.drain(..)).chain(self.elsewhere.drain(..));
        ready.chain(others.map(|(_, thing)| thing)).collect()
    }

    /// What is known next; up to `want` things are claimed.
    pub(crate) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
        want: usize,
    ) -> Poll<Result<Taken<T>, Error>> {
        loop {
            if let Some(taken) = self.ready.pop_front() {
                return Poll::Ready(Ok(taken));
            }
            if let Some(asked) = &mut self.asked {
                let Poll::Ready(answers) = asked.answer.as_mut().poll(context) else { return Poll::Pending };
                match (self.asked.take(), answers) {
                    (Some(asked), Ok(answers)) => self.answered(asked, &answers),
                    (_, Err(error)) => return Poll::Ready(Err(error)),
                    (None, _) => {}
                }
                continue;
            }
            if !self.is_up_to_date {
                // Before anything is read, offered or called: whether there is such a run, and what it has.
                let answer = self.worker.ask(Vec::new(), 0);
                self.asked = Some(Asked { things: VecDeque::new(), want: 0, fresh: 0, answer });
                continue;
            }
            let is_pausing = match &mut self.pause {
                Some((pause, wanted)) => {
                    pause.as_mut().poll(context).is_pending() && (want <= *wanted || self.offered.is_empty())
                }
                None => false,
            };
            if is_pausing || self.elsewhere.is_empty() && (self.offered.is_empty() || want == 0) {
                return Poll::Pending;
            }
            self.ask(want);
        }
    }

    fn ask(&mut self, want: usize) {
        // What others have comes first: it is nearer to the list's beginning, and its worker may have died.
        let again = self.elsewhere.len().min(ASKED_AT_ONCE / 2);
        let mut things: Things<T> = self.elsewhere.drain(..again).collect();
        let fresh = if want == 0 { 0 } else { self.offered.len().min(ASKED_AT_ONCE - again) };
        things.extend(self.offered.drain(..fresh));
        let names = things.iter().map(|(name, _)| Arc::clone(name)).collect();
        self.pause = None;
        self.asked = Some(Asked { things, want, fresh, answer: self.worker.ask(names, want) });
    }

    fn answered(&mut self, asked: Asked<T>, answers: &[Answer]) {
        self.is_up_to_date = true;
        let mut free = VecDeque::new();
        for ((name, thing), answer) in asked.things.into_iter().zip(answers) {
            let recorded = self.worker.recorded(&name);
            match (answer, recorded) {
                (Answer::Claimed, _) => {
                    let claim = Claim::new(Arc::clone(&self.worker), name);
                    self.ready.push_back(Taken::Claimed(claim, thing));
                }
                (Answer::Free, _) => free.push_back((name, thing)),
                (Answer::Done, Some(recorded @ Recorded::Done(_)))
                | (Answer::Failed, Some(recorded @ Recorded::Failed(_))) => {
                    self.ready.push_back(Taken::Recorded(recorded, thing));
                }
                (Answer::Failed, None) => self.ready.push_back(Taken::Failed(thing)),
                // Its line is on its way.
                (Answer::Elsewhere | Answer::Done | Answer::Failed, _) => {
                    self.elsewhere.push_back((name, thing));
                }
            }
        }
        // What others have by now does not keep from what is left.
        let goes_on = asked.want > 0 && asked.fresh > 0 && free.is_empty() && !self.offered.is_empty();
        free.append(&mut self.offered);
        self.offered = free;
        if self.ready.is_empty() && !goes_on && !(self.offered.is_empty() && self.elsewhere.is_empty()) {
            self.pause = Some((Box::pin(sleep(AGAIN)), asked.want));
        }
    }
}
