//! One run: what there is, what is missing of it, and what came.

use std::collections::HashMap;
use std::io::Write;
use std::pin::pin;

use cams_roi::operations::{CollectMetrics, CollectedMetrics, Granularity};
use cams_roi::{Client, Error};
use cams_roi_store::{Run, RunStatus, Span, Subject};
use futures_util::future::{Either, ready};
use futures_util::{Stream, StreamExt as _, stream};
use jiff::Timestamp;
use serde_json::json;

use super::names::{self, Listed};
use super::plan::{self, Asked, DAYS_PER_QUERY, Plan};
use super::result;
use super::time::{self, Days};
use super::told::Told;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::many::{NamedChannel, WantedChannels};
use crate::output::{TextOrJson, say, write_json};
use crate::store::{StoreThread, doubled_note};
use crate::text::counted;

/// How many answers that are there already are written together.
const AT_ONCE: usize = 64;
/// About how many phone numbers and templates is asked at once; what the limits do not let through waits.
const QUERIES_AT_ONCE: usize = 128;

/// What is collected, and how it is said.
pub(crate) struct Collecting {
    pub(crate) client: Client,
    pub(crate) account: String,
    pub(crate) days: Days,
    pub(crate) granularity: &'static str,
    pub(crate) isv_code: Option<String>,
    pub(crate) form: TextOrJson,
    pub(crate) with_bar: bool,
    /// The store as it is shown.
    pub(crate) store: String,
}

/// What came while channels are listed and asked about.
enum Event {
    /// What a channel has, and how many queries that makes.
    Listed(Box<Listed>, u64),
    Asked(Box<Result<CollectedMetrics, Error>>),
}

/// Why a run ended before its end.
enum Stopped {
    Interrupted,
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for Stopped {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

impl Collecting {
    /// Collects, unless another run of the account does.
    pub(crate) async fn run(
        &self,
        wanted: WantedChannels,
        store: &StoreThread,
        out: &mut dyn Write,
    ) -> Result<Exit, Failure> {
        let account = self.account.clone();
        if !store.call(move |store| store.lock(&account)).await? {
            return Err(Failure::usage(
                format!("another run collects for {} into {} already", self.account, self.store),
                "Wait until it has ended, or give --account another name if the account is another one.",
            ));
        }
        let channels = wanted.find_named(&self.client).await?;
        if channels.is_empty() {
            return Ok(Exit::Done);
        }
        let (account, span) = (self.account.clone(), self.days.span);
        let mut run = store.call(move |store| store.begin_run(&account, span, Timestamp::now())).await?;
        let mut told = Told::new(self.form, self.with_bar);
        let stopped = self.all_of(channels, store, &mut run, &mut told, out).await;
        told.give_up();
        let status = match &stopped {
            Err(Stopped::Interrupted) => RunStatus::Interrupted,
            Ok(()) if told.failed == 0 => RunStatus::Done,
            _ => RunStatus::Failed,
        };
        let ended = run.clone();
        let noted = store.call(move |store| store.end_run(&ended, status, Timestamp::now())).await;
        match stopped {
            Ok(()) => noted?,
            Err(Stopped::Failed(failure)) => return Err(failure),
            Err(Stopped::Interrupted) => {
                say("interrupted: run the same command again; what came is kept");
                return Ok(Exit::Interrupted);
            }
        }
        told.end(&self.store, &self.account, &run.run_id, span, out)?;
        Ok(if told.failed > 0 { Exit::Failed } else { Exit::Done })
    }

    async fn all_of(
        &self,
        channels: Vec<NamedChannel>,
        store: &StoreThread,
        run: &mut Run,
        told: &mut Told,
        out: &mut dyn Write,
    ) -> Result<(), Stopped> {
        let mut interrupt = pin!(tokio::signal::ctrl_c());
        tokio::select! {
            biased;
            Ok(()) = &mut interrupt => Err(Stopped::Interrupted),
            done = self.work(channels, store, run, told, out) => done,
        }
    }

    async fn work(
        &self,
        channels: Vec<NamedChannel>,
        store: &StoreThread,
        run: &mut Run,
        told: &mut Told,
        out: &mut dyn Write,
    ) -> Result<(), Stopped> {
        told.channels = channels.len();
        let covered = self.covered(Some(store)).await?;
        told.begin();
        let known: Vec<_> = channels.iter().map(names::name).collect();
        let account = self.account.clone();
        let keep = move |store: &mut cams_roi_store::Store| {
            store.keep_channels(&account, &known, Timestamp::now())?;
            Ok(doubled_note(&store.channels_of_several_accounts()?, Some(&account)))
        };
        if let Some(note) = store.call(keep).await? {
            say(&note);
        }
        let mut events = pin!(self.events(channels, &covered).ready_chunks(AT_ONCE));
        while let Some(events) = events.next().await {
            let mut results = Vec::new();
            for event in events {
                match event {
                    Event::Listed(listed, queries) => {
                        told.listed(queries);
                        self.keep_names(*listed, store, run, told, out).await?;
                    }
                    Event::Asked(result) => results.push(*result),
                }
            }
            self.keep(results, store, run, told, out).await?;
        }
        Ok(())
    }

    /// What becomes of the channels: each is listed and then asked about, while others are still listed. The service
    /// lets ten times as many queries through as listings, so that to ask when all are listed would take longer.
    fn events<'a>(
        &'a self,
        channels: Vec<NamedChannel>,
        covered: &'a HashMap<Subject, Span>,
    ) -> impl Stream<Item = Event> + use<'a> {
        let listed = names::list(&self.client, channels, self.isv_code.as_deref());
        let of_channels = listed.map(move |listed| {
            let asked = plan::of_channel(&listed, &self.days, covered);
            let queries = asked.iter().map(|it| it.queries).sum();
            let listed = stream::once(ready(Event::Listed(Box::new(listed), queries)));
            let results = asked
                .into_iter()
                .map(|asked| Either::Right(self.ask(asked).map(|result| Event::Asked(Box::new(result)))));
            stream::iter(std::iter::once(Either::Left(listed)).chain(results))
        });
        of_channels.flatten().flatten_unordered(QUERIES_AT_ONCE)
    }

    fn ask(&self, asked: Asked) -> impl Stream<Item = Result<CollectedMetrics, Error>> + use<> {
        let request = CollectMetrics::new()
            .targets(vec![asked.target])
            .start(time::of_system(asked.from))
            .end(time::of_system(self.days.span.until))
            .granularity(Granularity::from(self.granularity))
            .days_per_query(DAYS_PER_QUERY);
        // On the heap: a stream among others has to stay where it is.
        Box::pin(self.client.collect_metrics(request))
    }

    /// Keeps what a channel has, and notes what could not be listed of it.
    async fn keep_names(
        &self,
        mut listed: Listed,
        store: &StoreThread,
        run: &mut Run,
        told: &mut Told,
        out: &mut dyn Write,
    ) -> Result<(), Stopped> {
        for error in std::mem::take(&mut listed.errors) {
            self.not_listed(&listed.cust_space_id, error, store, run, told, out).await?;
        }
        let account = self.account.clone();
        let keep = move |store: &mut cams_roi_store::Store| {
            let now = Timestamp::now();
            store.keep_phone_numbers(&account, &listed.phone_numbers, now)?;
            store.keep_templates(&account, &listed.templates, now)
        };
        Ok(store.call(keep).await?)
    }

    /// Keeps results that came together: each as a whole.
    async fn keep(
        &self,
        results: Vec<Result<CollectedMetrics, Error>>,
        store: &StoreThread,
        run: &mut Run,
        told: &mut Told,
        out: &mut dyn Write,
    ) -> Result<(), Stopped> {
        told.answered(results.len());
        let (mut answers, mut failed, mut last) = (Vec::new(), Vec::new(), None);
        for one in results {
            match one.map(|one| result::read(one, self.granularity)) {
                Ok(Ok(answer)) => answers.push(answer),
                Ok(Err(failure)) => failed.push(failure),
                Err(error) => last = Some(error),
            }
        }
        told.queries += answers.len() + failed.len();
        if !answers.is_empty() {
            let run = run.clone();
            let kept = store.call(move |store| store.keep_answers(&run, &answers, Timestamp::now()));
            told.written += kept.await?;
        }
        for failure in failed {
            let (failure, error) = *failure;
            self.fail(failure, &error, store, run, told, out).await?;
        }
        last.map_or(Ok(()), |error| Err(error.into()))
    }

    /// What could not be listed of a channel; what is the account's ends the run.
    async fn not_listed(
        &self,
        cust_space_id: &str,
        error: Error,
        store: &StoreThread,
        run: &mut Run,
        told: &mut Told,
        out: &mut dyn Write,
    ) -> Result<(), Stopped> {
        if error.concerns_every_channel() {
            return Err(error.into());
        }
        let subject = Subject {
            cust_space_id: cust_space_id.to_owned(),
            phone_number: String::new(),
            template_code: String::new(),
            language: String::new(),
        };
        let failed = result::failed(subject, self.days.span, &error);
        self.fail(failed, &error, store, run, told, out).await
    }

    async fn fail(
        &self,
        failed: cams_roi_store::FailedQuery,
        error: &Error,
        store: &StoreThread,
        run: &mut Run,
        told: &mut Told,
        out: &mut dyn Write,
    ) -> Result<(), Stopped> {
        told.failure(&failed, error, out)?;
        let mut noted = run.clone();
        let note = move |store: &mut cams_roi_store::Store| {
            store.keep_failure(&mut noted, &failed, Timestamp::now())?;
            Ok(noted)
        };
        *run = store.call(note).await?;
        Ok(())
    }

    async fn covered(&self, store: Option<&StoreThread>) -> Result<HashMap<Subject, Span>, Failure> {
        let Some(store) = store else { return Ok(HashMap::new()) };
        let (account, granularity) = (self.account.clone(), self.granularity);
        store.call(move |store| store.coverage(&account, granularity)).await
    }

    /// Says what would be asked: channels and templates are listed, and nothing else is done.
    pub(crate) async fn dry_run(
        &self,
        wanted: WantedChannels,
        store: Option<StoreThread>,
        out: &mut dyn Write,
    ) -> Result<Exit, Failure> {
        let channels = wanted.find_named(&self.client).await?;
        let covered = self.covered(store.as_ref()).await?;
        let (count, mut plan) = (channels.len(), Plan::default());
        let mut listed = pin!(names::list(&self.client, channels, self.isv_code.as_deref()));
        while let Some(one) = listed.next().await {
            if let Some(error) = one.errors.first() {
                return Err(error.clone().into());
            }
            plan.add(&one, &self.days, &covered);
        }
        let until = self.days.span.until;
        if self.form == TextOrJson::Json {
            let parts = plan.from.iter().map(|(from, targets)| {
                json!({ "start": from.to_string(), "end": until.to_string(), "subjects": targets.len() })
            });
            let line = json!({
                "store": self.store, "account": self.account, "channels": count, "queries": plan.queries,
                "nothing_missing": plan.nothing_missing, "would_ask": parts.collect::<Vec<_>>(),
            });
            write_json(out, &line, false)?;
            return Ok(Exit::Done);
        }
        for (from, targets) in &plan.from {
            let days = time::said(Span { from: *from, until });
            let templates = targets.iter().filter(|it| it.template_code.is_some()).count();
            let numbers = counted(targets.len() - templates, "phone number");
            writeln!(out, "{days}: {numbers}, {}", counted(templates, "template"))?;
        }
        let queries = usize::try_from(plan.queries).unwrap_or(usize::MAX);
        writeln!(
            out,
            "{} of {} would be asked into {}",
            counted(queries, "query").replace("querys", "queries"),
            counted(count, "channel"),
            self.store,
        )?;
        Ok(Exit::Done)
    }
}
