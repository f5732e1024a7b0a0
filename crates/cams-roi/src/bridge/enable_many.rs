//! Enabling many channels for a language that gives them, and takes the outcomes, one by one.

use std::future::Future;
use std::path::PathBuf;
use std::pin::pin;

use futures_util::{Stream, StreamExt as _, stream};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::blocking::run_blocking;
use crate::bulk::{BulkOptions, Channel, ChannelOutcome, Journal};
use crate::client::Client;
use crate::error::Error;

/// How many channels may wait for their call.
const CHANNELS_AHEAD: usize = 16;
/// How many outcomes may wait to be taken before no further call is made.
const OUTCOMES_AHEAD: usize = 64;

/// An outcome, or that the journal failed, which ends the run.
pub type Item = Result<ChannelOutcome, Error>;

/// Where channels are given, where outcomes are taken, and the work between them. The run ends when no more channels
/// can come, and whoever drops the work ends the calls that are under way. A list (`is_list`), all of whose channels are
/// known, is checked as a whole before the first is called.
pub fn enable_many(
    client: Client,
    options: BulkOptions,
    journal: Option<PathBuf>,
    is_list: bool,
) -> (Sender<Channel>, Receiver<Item>, impl Future<Output = ()> + Send) {
    let (channels, to_enable) = channel(CHANNELS_AHEAD);
    let (done, outcomes) = channel(OUTCOMES_AHEAD);
    (channels, outcomes, run(client, options, journal, is_list, to_enable, done))
}

async fn run(
    client: Client,
    mut options: BulkOptions,
    journal: Option<PathBuf>,
    is_list: bool,
    mut channels: Receiver<Channel>,
    done: Sender<Item>,
) {
    if let Some(path) = journal {
        // It reads a file, which may be long.
        match run_blocking(move || Journal::open(path)).await.and_then(|opened| opened) {
            Ok(journal) => options = options.journal(journal),
            Err(error) => {
                let _ = done.send(Err(error)).await;
                return;
            }
        }
    }
    if is_list {
        let mut all = Vec::new();
        while let Some(channel) = channels.recv().await {
            all.push(channel);
        }
        return give(client.enable_many(all, options), &done).await;
    }
    let channels = stream::unfold(channels, |mut channels| async {
        channels.recv().await.map(|channel| (channel, channels))
    });
    give(client.enable_stream(channels, options), &done).await;
}

async fn give(outcomes: impl Stream<Item = Item>, done: &Sender<Item>) {
    let mut outcomes = pin!(outcomes);
    while let Some(item) = outcomes.next().await {
        if done.send(item).await.is_err() {
            return;
        }
    }
}
