//! The channels of one worker of many that share a run: which are its own, and what became of the others.

use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_util::Stream;
use sha2::{Digest as _, Sha256};

use super::channel::Channel;
use super::given::{Given, Next, Read};
use super::run::Run;
use crate::client::Client;
use crate::error::Error;
use crate::held::Held;
use crate::journal::{name_of_channel, outcome_of, read_enabled};
use crate::outcome::ChannelOutcome;
use crate::shared_run::{Address, Recorded, Taken, Turns, Worker};
use crate::signature::encoding::hex;

/// So many channels are read ahead: others have the first ones.
const AHEAD: usize = 200;

/// The channels of one worker.
pub(super) struct SharedList {
    turns: Turns<Channel>,
    /// What an earlier run called in vain: it comes after what was never called.
    put_off: VecDeque<Channel>,
}

impl SharedList {
    /// The worker of a client; it connects when it first looks for a channel.
    pub(super) fn new(client: &Client, address: Address, isv_code: Option<&str>) -> Result<Self, Error> {
        let parameters = format!("endpoint {}, {}", client.endpoint(), isv_code_in_words(isv_code));
        let worker = Worker::start(address, client.tls(), "enabling", parameters, read_enabled)?;
        Ok(Self { turns: Turns::new(Arc::new(worker)), put_off: VecDeque::new() })
    }

    pub(super) fn offer(&mut self, channel: Channel, run: &Run) {
        let name = name_of_channel(run.client.endpoint(), &channel.cust_space_id);
        self.turns.offer(name, channel);
    }

    pub(super) fn next<S: Stream<Item = Channel>>(
        &mut self,
        given: &mut Given<S>,
        context: &mut Context<'_>,
        run: &Run,
        free: usize,
    ) -> Next {
        if run.stop.get().is_some() {
            return self.next_not_called(given, context, run);
        }
        loop {
            match self.turns.poll_next(context, free) {
                Poll::Ready(Ok(Taken::Claimed(claim, channel))) => {
                    return Next::Call(channel, Held::by(claim));
                }
                Poll::Ready(Ok(Taken::Recorded(recorded, channel))) => match outcome(recorded) {
                    Some(outcome) => return Next::Give(Box::new(outcome)),
                    None => self.offer(channel, run),
                },
                Poll::Ready(Ok(Taken::Failed(channel))) => self.offer(channel, run),
                Poll::Ready(Err(error)) => {
                    run.fail(error);
                    return Next::None { more: false };
                }
                Poll::Pending if !self.turns.is_up_to_date() || self.turns.offered() >= AHEAD => {
                    return Next::None { more: true };
                }
                Poll::Pending => match given.read(context, run) {
                    Read::Channel(channel) => match self.recorded(&channel, run) {
                        Some(Recorded::FailedBefore) => self.put_off.push_back(channel),
                        Some(recorded) => {
                            if let Some(outcome) = outcome(recorded) {
                                return Next::Give(Box::new(outcome));
                            }
                        }
                        None => self.offer(channel, run),
                    },
                    Read::Pending => return Next::None { more: true },
                    Read::Wrong => return Next::None { more: false },
                    Read::End if self.put_off.is_empty() => {
                        return Next::None { more: !self.turns.is_empty() };
                    }
                    Read::End => {
                        let put_off = std::mem::take(&mut self.put_off);
                        for channel in put_off {
                            self.offer(channel, run);
                        }
                    }
                },
            }
        }
    }

    /// What is left once nothing more is called.
    fn next_not_called<S: Stream<Item = Channel>>(
        &mut self,
        given: &mut Given<S>,
        context: &mut Context<'_>,
        run: &Run,
    ) -> Next {
        self.put_off.extend(self.turns.take_all());
        let channel = match self.put_off.pop_front() {
            Some(channel) => channel,
            None => match given.read(context, run) {
                Read::Channel(channel) => channel,
                Read::Pending => return Next::None { more: true },
                Read::End | Read::Wrong => return Next::None { more: false },
            },
        };
        let known = self.recorded(&channel, run).and_then(outcome);
        known
            .or_else(|| run.not_called(channel.cust_space_id))
            .map_or(Next::None { more: false }, |outcome| Next::Give(Box::new(outcome)))
    }

    fn recorded(&self, channel: &Channel, run: &Run) -> Option<Recorded> {
        self.turns.recorded(&name_of_channel(run.client.endpoint(), &channel.cust_space_id))
    }
}

/// What another worker, or an earlier run, recorded.
fn outcome(recorded: Recorded) -> Option<ChannelOutcome> {
    match recorded {
        Recorded::Done(line) | Recorded::Failed(line) => outcome_of(&line),
        Recorded::FailedBefore => None,
    }
}

/// An ISV code by which two are told apart, and which tells nobody what it is.
pub(crate) fn isv_code_in_words(isv_code: Option<&str>) -> String {
    match isv_code {
        None => "no ISV code".to_owned(),
        Some(code) => format!("ISV code with the SHA-256 {}…", hex(&Sha256::digest(code.as_bytes())[..4])),
    }
}
