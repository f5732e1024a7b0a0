//! One run: which calls are made when, and what is given of each.

use std::collections::{HashSet, VecDeque};
use std::pin::Pin;
use std::sync::OnceLock;
use std::task::{Context, Poll};
use std::time::SystemTime;

use futures_util::future::BoxFuture;
use futures_util::stream::{FuturesUnordered, Stream, StreamExt as _};

use super::discovery::{self, Found};
use super::done::{Key, Receipt};
use super::find::FoundPage;
use super::journal::{IsRead, Journal};
use super::lane::{Lane, Next, Turn};
use super::plan::{Plan, Window};
use super::query::Query;
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::held::Held;
use crate::operations::{
    CollectProgress, CollectedMetrics, FindChannels, GetChatappPhoneNumberMetric, GetChatappTemplateMetric,
    ListChatappTemplate, MetricsRow, MetricsTarget, Operation, QueryChatappPhoneNumbers,
};
use crate::pages::Cursor;

/// How many queries, and how many channels, may wait for their call before no more are looked for.
const MOST_WAITING: usize = 500;
/// How many calls of an operation are under way at once where no rate limit says.
const DEFAULT_CONCURRENCY: usize = 64;

/// What came of a query, and what is to be recorded once that was taken.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) result: CollectedMetrics,
    pub(crate) receipt: Option<Receipt>,
}

/// What a call came to.
enum Step {
    Listed(Box<Result<FoundPage, Error>>),
    NumbersFound(Found),
    TemplatesFound(Found),
    Asked(Box<Turn>, Result<Vec<MetricsRow>, Error>),
}

/// Where more channels come from.
enum Listing {
    /// The page to ask for next.
    At(Option<Cursor>),
    UnderWay,
    Ended,
}

/// A run over many channels.
pub(crate) struct Run {
    client: Client,
    plan: Plan,
    call: CallOptions,
    journal: Option<Journal>,
    /// What is given, until the journal is read.
    not_begun: Option<(IsRead, Vec<MetricsTarget>)>,
    listing: Listing,
    channels: VecDeque<MetricsTarget>,
    /// The channels that were found or given as a whole.
    known: HashSet<String>,
    /// Templates that are targets of their own: channel, code, language.
    given: HashSet<(String, String, Option<String>)>,
    /// How many calls are under way that find phone numbers, and templates.
    finding_numbers: usize,
    most_finding_numbers: usize,
    finding_templates: usize,
    most_finding_templates: usize,
    numbers: Lane,
    templates: Lane,
    under_way: FuturesUnordered<BoxFuture<'static, Step>>,
    progress: CollectProgress,
    /// Why no further call is made.
    stop: Option<Error>,
    has_ended: bool,
}

impl Run {
    /// Opens the journal; sends nothing yet.
    pub(crate) fn new(client: Client, mut plan: Plan, call: CallOptions) -> Result<Self, Error> {
        let journal = match plan.journal.take() {
            Some(path) => Some(Journal::open(path, &client, &plan)?),
            None => None,
        };
        let lane = |most| journal.as_ref().map_or_else(|| Lane::new(most), |journal| journal.lane(most));
        let targets = plan.targets.take();
        let any_time = SystemTime::UNIX_EPOCH;
        let mut run = Self {
            listing: if targets.is_some() { Listing::Ended } else { Listing::At(None) },
            most_finding_numbers: at_once(&client, &QueryChatappPhoneNumbers::own_channel()),
            most_finding_templates: at_once(&client, &ListChatappTemplate::own_channel()),
            numbers: lane(at_once(&client, &GetChatappPhoneNumberMetric::new(any_time, any_time))),
            templates: lane(at_once(&client, &GetChatappTemplateMetric::new("", any_time, any_time))),
            client,
            plan,
            call,
            journal,
            not_begun: None,
            channels: VecDeque::new(),
            known: HashSet::new(),
            given: HashSet::new(),
            finding_numbers: 0,
            finding_templates: 0,
            under_way: FuturesUnordered::new(),
            progress: nothing_yet(),
            stop: None,
            has_ended: false,
        };
        let targets = targets.unwrap_or_default();
        match run.journal.as_ref().and_then(Journal::is_read) {
            Some(is_read) => run.not_begun = Some((is_read, targets)),
            None => run.take_targets(targets),
        }
        Ok(run)
    }

    /// Takes what is given: channels first, so that what is of them as a whole is not asked for again.
    fn take_targets(&mut self, targets: Vec<MetricsTarget>) {
        let (parts, channels): (Vec<_>, Vec<_>) =
            targets.into_iter().partition(|it| it.phone_number.is_some() || it.template_code.is_some());
        for channel in channels {
            self.add_channel(channel);
        }
        let mut numbers = HashSet::new();
        for target in parts {
            let channel = target.cust_space_id.clone();
            let is_new = match (&target.phone_number, &target.template_code) {
                (Some(number), _) => {
                    !(self.plan.phone_numbers && self.known.contains(&channel))
                        && numbers.insert((channel, number.clone()))
                }
                (None, code) => {
                    self.given.insert((channel, code.clone().unwrap_or_default(), target.language.clone()))
                }
            };
            if is_new {
                self.add_queries(target);
            }
        }
        self.progress.channels = i64::try_from(self.known.len()).unwrap_or(i64::MAX);
    }

    fn add_channel(&mut self, mut channel: MetricsTarget) {
        if self.known.insert(channel.cust_space_id.clone()) {
            channel.isv_code = channel.isv_code.or_else(|| self.plan.isv_code.clone());
            self.channels.push_back(channel);
            self.progress.channels += 1;
        }
    }

    /// Adds a query for each window, but for those that are done.
    fn add_queries(&mut self, mut target: MetricsTarget) {
        target.isv_code = target.isv_code.or_else(|| self.plan.isv_code.clone());
        for window in self.plan.windows.clone() {
            let query = Query { target: target.clone(), window };
            self.progress.total += 1;
            let key = self.journal.as_ref().map(|journal| {
                let key = Key::of(&query, self.client.endpoint(), &self.plan.granularity);
                (journal.has(&key), key)
            });
            if let Some((true, _)) = key {
                self.progress.done += 1;
                self.progress.skipped += 1;
                continue;
            }
            let lane = if query.is_of_template() { &mut self.templates } else { &mut self.numbers };
            lane.add(query, key.map(|(_, key)| key));
        }
    }

    /// Whether no query is left that was added.
    fn is_done(&self) -> bool {
        self.numbers.is_empty() && self.templates.is_empty()
    }

    /// Whether so many queries wait that no more are to be looked for.
    fn is_full(&self) -> bool {
        self.numbers.waiting() >= MOST_WAITING || self.templates.waiting() >= MOST_WAITING
    }

    /// Whether what another channel has may be looked for.
    fn may_find(&self) -> bool {
        (!self.plan.phone_numbers || self.finding_numbers < self.most_finding_numbers)
            && (!self.plan.templates || self.finding_templates < self.most_finding_templates)
    }

    /// Begins the calls whose turn it is.
    fn begin(&mut self, context: &mut Context<'_>) {
        if self.stop.is_some() || self.not_begun.is_some() {
            return;
        }
        if self.channels.len() < MOST_WAITING
            && let Listing::At(cursor) = self.listing
        {
            self.listing = Listing::UnderWay;
            let (client, options) = (self.client.clone(), self.call);
            self.under_way.push(Box::pin(async move {
                let page = FindChannels::new().find(&client, cursor, options).await;
                Step::Listed(Box::new(page))
            }));
        }
        while !self.is_full() && self.may_find() {
            let Some(channel) = self.channels.pop_front() else { break };
            if self.plan.phone_numbers {
                self.finding_numbers += 1;
                let found = discovery::phone_numbers(self.client.clone(), channel.clone(), self.call);
                self.under_way.push(Box::pin(async move { Step::NumbersFound(found.await) }));
            }
            if self.plan.templates {
                self.finding_templates += 1;
                let found = discovery::templates(self.client.clone(), channel, self.call);
                self.under_way.push(Box::pin(async move { Step::TemplatesFound(found.await) }));
            }
        }
        for lane in [&mut self.numbers, &mut self.templates] {
            while let Poll::Ready(next) = lane.poll_next(context) {
                match next {
                    Ok(Next::Ask(turn)) => {
                        let (client, options) = (self.client.clone(), self.call);
                        let granularity = self.plan.granularity.clone();
                        self.under_way.push(Box::pin(async move {
                            let nothing = OnceLock::new();
                            let guard = turn.held.guard(&nothing);
                            let rows = turn.query.ask(&client, granularity, options, &guard).await;
                            drop(guard);
                            Step::Asked(turn, rows)
                        }));
                    }
                    Ok(Next::Done) => {
                        self.progress.done += 1;
                        self.progress.skipped += 1;
                    }
                    Ok(Next::Failed) => {
                        self.progress.done += 1;
                        self.progress.failed += 1;
                    }
                    Err(error) => {
                        self.stop.get_or_insert(error);
                        return;
                    }
                }
            }
        }
    }

    /// Takes in what a call came to; gives what is to be told of it.
    fn end(&mut self, step: Step, context: &mut Context<'_>) -> Option<Item> {
        match step {
            Step::Listed(page) => {
                match *page {
                    Ok((page, next)) => {
                        let channels = page.channels.into_iter();
                        channels.for_each(|it| self.add_channel(MetricsTarget::new(it.cust_space_id)));
                        self.listing = next.map_or(Listing::Ended, |cursor| Listing::At(Some(cursor)));
                    }
                    Err(error) => {
                        self.stop.get_or_insert(error);
                    }
                }
                None
            }
            Step::NumbersFound(found) => {
                self.finding_numbers -= 1;
                self.take_found(found, context)
            }
            Step::TemplatesFound(found) => {
                self.finding_templates -= 1;
                self.take_found(found, context)
            }
            Step::Asked(turn, rows) => {
                let Turn { query, key, held } = *turn;
                let lane = if query.is_of_template() { &mut self.templates } else { &mut self.numbers };
                lane.under_way -= 1;
                if rows.is_err() && held.was_refused() {
                    // Another worker has it.
                    lane.add(query, key);
                    return None;
                }
                self.ended(query, key, held, rows, context)
            }
        }
    }

    /// Adds the queries of what was found; gives why that is not all.
    fn take_found(
        &mut self,
        Found { channel, targets, error }: Found,
        context: &mut Context<'_>,
    ) -> Option<Item> {
        for target in targets {
            let code = target.template_code.clone().unwrap_or_default();
            let key = |language| (target.cust_space_id.clone(), code.clone(), language);
            if !self.given.contains(&key(target.language.clone())) && !self.given.contains(&key(None)) {
                self.add_queries(target);
            }
        }
        error.and_then(|error| {
            let window = self.whole_time();
            self.progress.total += 1;
            self.ended(Query { target: channel, window }, None, Held::default(), Err(error), context)
        })
    }

    /// What is told of a query; nothing where its error ends the run, and is told by that.
    fn ended(
        &mut self,
        query: Query,
        key: Option<Key>,
        held: Held,
        rows: Result<Vec<MetricsRow>, Error>,
        context: &mut Context<'_>,
    ) -> Option<Item> {
        if let Err(error) = &rows {
            if error.concerns_every_channel() {
                self.stop.get_or_insert_with(|| error.clone());
                return None;
            }
            self.progress.failed += 1;
        }
        self.progress.done += 1;
        let receipt = match (&self.journal, key) {
            (Some(journal), Some(key)) if rows.is_ok() => journal.receipt(key, held),
            _ => {
                held.failed(rows.as_ref().err().map_or(0, Error::attempts));
                None
            }
        };
        // What follows from this is begun first, so that it is among what is known.
        self.begin(context);
        self.progress.is_complete = matches!(self.listing, Listing::Ended)
            && self.channels.is_empty()
            && self.finding_numbers + self.finding_templates == 0;
        Some(Item { result: query.result(rows, self.progress.clone()), receipt })
    }

    /// From the beginning of the first window to the end of the last.
    fn whole_time(&self) -> Window {
        let (first, last) = (self.plan.windows[0], self.plan.windows[self.plan.windows.len() - 1]);
        Window { end: last.end, ..first }
    }
}

/// The progress of a run that has not begun.
fn nothing_yet() -> CollectProgress {
    CollectProgress { channels: 0, done: 0, total: 0, is_complete: false, skipped: 0, failed: 0 }
}

/// How many calls of an operation are under way at once: two seconds' worth, so that slow answers do not keep from the
/// limit what waits for its turn.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a count")]
fn at_once(client: &Client, operation: &impl Operation) -> usize {
    let per_second = client.calls_per_second(operation);
    per_second.map_or(DEFAULT_CONCURRENCY, |limit| (limit * 2.0).ceil() as usize).clamp(1, 1000)
}

impl Stream for Run {
    type Item = Result<Item, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if this.has_ended {
            return Poll::Ready(None);
        }
        if let Some((is_read, _)) = &mut this.not_begun {
            let Poll::Ready(is_read) = is_read.as_mut().poll(context) else { return Poll::Pending };
            if let Err(error) = is_read {
                this.has_ended = true;
                return Poll::Ready(Some(Err(error)));
            }
            let targets = this.not_begun.take().map(|(_, targets)| targets);
            this.take_targets(targets.unwrap_or_default());
        }
        loop {
            this.begin(context);
            match this.under_way.poll_next_unpin(context) {
                Poll::Ready(Some(step)) => {
                    if let Some(item) = this.end(step, context) {
                        return Poll::Ready(Some(Ok(item)));
                    }
                }
                // Others are at it, and may fail.
                Poll::Ready(None) if this.stop.is_none() && !this.is_done() => return Poll::Pending,
                Poll::Ready(None) => {
                    this.has_ended = true;
                    return Poll::Ready(this.stop.take().map(Err));
                }
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}
