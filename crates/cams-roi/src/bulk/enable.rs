//! The client's calls that enable many channels.

use std::sync::OnceLock;

use futures_util::future::{Either, ready};
use futures_util::{Stream, TryStreamExt as _, stream};

use super::channel::Channel;
use super::denials::Denials;
use super::list::List;
use super::once::Once;
use super::options::BulkOptions;
use super::outcomes::Outcomes;
use super::run::Run;
#[cfg(feature = "redis")]
use super::shared::SharedList;
use crate::client::{CallOptions, Client};
use crate::defaults;
use crate::error::Error;
use crate::journal::Opened;
use crate::operations::{EnableWhatsappRoiMetric, FindChannels, FoundChannel};
use crate::outcome::ChannelOutcome;
use crate::telemetry::WatchedRun;

/// How many calls are under way at once where no rate limit says.
const DEFAULT_CONCURRENCY: usize = 64;

impl Client {
    /// Enables every channel once, in about the order given, and tells what became of each as soon as it is known.
    ///
    /// Outcomes come in the order in which calls end. A channel that is given twice is enabled once; where its ISV codes
    /// differ, a list is refused, and a run over channels that become known one by one ends.
    ///
    /// After an error that is the account's beyond doubt (no credentials, a refused key, no subscription), or when
    /// several channels in a row are denied for the same reason
    /// ([`stop_after_denials`](BulkOptions::stop_after_denials)), the channels that are left are not called: their
    /// outcomes carry that error. A later run with the same journal calls first what was never called, and then what
    /// had failed.
    ///
    /// Dropping the stream ends the calls that are under way.
    ///
    /// # Errors
    /// An item is an error, and the last one, only when an option is wrong, a channel comes again with another ISV code, or
    /// the journal cannot be written. Then nothing more is called, and what became of the calls that were under way comes
    /// before the error.
    pub fn enable_many<I>(
        &self,
        channels: I,
        options: BulkOptions,
    ) -> impl Stream<Item = Result<ChannelOutcome, Error>> + Send + use<I>
    where
        I: IntoIterator<Item: Into<Channel>, IntoIter: Send>,
    {
        let channels = channels.into_iter().map(Into::into);
        if channels.size_hint().1 != Some(channels.size_hint().0) {
            return Either::Left(self.enable_stream(stream::iter(channels), options));
        }
        // A list, which can be checked as a whole before anything is sent.
        let channels: Vec<Channel> = channels.collect();
        let mut once = Once::default();
        let mut check = channels.iter().map(|channel| once.is_new(channel, options.isv_code.as_deref()));
        Either::Right(match check.find_map(Result::err) {
            Some(refused) => Either::Left(stream::once(ready(Err(refused)))),
            None => Either::Right(self.enable_stream(stream::iter(channels), options)),
        })
    }

    /// Finds the account's WhatsApp channels, and enables those for which `wants` says so, as
    /// [`enable_many`](Self::enable_many) does. Gives how many they are, too.
    ///
    /// All of them are found before the first is called.
    ///
    /// ```no_run
    /// use cams_roi::bulk::{BulkOptions, Journal};
    /// use cams_roi::{Client, operations::FindChannels};
    /// use futures_util::TryStreamExt as _;
    ///
    /// # async fn example() -> Result<(), cams_roi::Error> {
    /// let client = Client::new()?;
    /// let options = BulkOptions::new().journal(Journal::open("enabled.jsonl")?);
    /// let is_ours = |channel: &cams_roi::operations::FoundChannel| !channel.name.starts_with("test");
    /// let (total, outcomes) = client.enable_all(FindChannels::new().state("published"), is_ours, options).await?;
    /// let mut outcomes = std::pin::pin!(outcomes);
    /// while let Some(outcome) = outcomes.try_next().await? {
    ///     println!("{} of {total}: {:?}", outcome.cust_space_id, outcome.error);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Where the channels cannot be listed. The items of the stream have errors as those of `enable_many`.
    pub async fn enable_all<F: FnMut(&FoundChannel) -> bool>(
        &self,
        find: FindChannels,
        mut wants: F,
        options: BulkOptions,
    ) -> Result<(usize, impl Stream<Item = Result<ChannelOutcome, Error>> + Send + use<F>), Error> {
        let mut found = std::pin::pin!(self.find_channels(find));
        let mut channels = Vec::new();
        while let Some(channel) = found.try_next().await? {
            if wants(&channel) {
                channels.push(channel.cust_space_id);
            }
        }
        Ok((channels.len(), self.enable_many(channels, options)))
    }

    /// Does what [`enable_many`](Self::enable_many) does for channels that become known one by one.
    pub fn enable_stream<S>(
        &self,
        channels: S,
        options: BulkOptions,
    ) -> impl Stream<Item = Result<ChannelOutcome, Error>> + Send + use<S>
    where
        S: Stream<Item = Channel> + Send,
    {
        let per_second = self.calls_per_second(&EnableWhatsappRoiMetric::own_channel());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a count")]
        let a_second_s_worth = per_second.map_or(DEFAULT_CONCURRENCY, |limit| limit.ceil() as usize);
        let concurrency = options.concurrency.unwrap_or(a_second_s_worth.max(1));
        let denials = options.stop_after_denials.unwrap_or(defaults::STOP_AFTER_DENIALS as usize);
        for (name, number, hint) in [
            ("concurrency", concurrency, "Let at least one call be under way, or leave concurrency out."),
            ("stop_after_denials", denials, "Give stop_after_denials as 1 or more, or leave it out."),
        ] {
            if number == 0 {
                let refused = Error::invalid_argument(format!("{name} is zero"), hint);
                return Either::Left(stream::once(ready(Err(refused))));
            }
        }
        #[cfg(feature = "redis")]
        let mut shared = None;
        let journal = match options.journal.map(|journal| journal.0) {
            None => None,
            Some(Opened::File(file)) => Some(file),
            #[cfg(feature = "redis")]
            Some(Opened::Shared(address)) => {
                match SharedList::new(self, address, options.isv_code.as_deref()) {
                    Ok(list) => shared = Some(list),
                    Err(error) => return Either::Left(stream::once(ready(Err(error)))),
                }
                None
            }
        };
        #[cfg(feature = "redis")]
        let list = List::new(channels).shared(shared);
        #[cfg(not(feature = "redis"))]
        let list = List::new(channels);
        let call = options.call;
        let outcomes = |caller| {
            let run = Run {
                client: self.clone(),
                isv_code: options.isv_code,
                journal,
                call: CallOptions { caller, ..call },
                denials: Denials::new(denials),
                stop: OnceLock::new(),
                failure: OnceLock::new(),
            };
            Outcomes::new(run, concurrency, list)
        };
        let action = EnableWhatsappRoiMetric::ACTION;
        Either::Right(WatchedRun::new(self.observer(), action, call.caller, outcomes))
    }
}
