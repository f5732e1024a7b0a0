//! Runs of a collector: what they asked, what came, what failed.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;

use crate::driver::{Writing, Written};
use crate::error::StoreError;
use crate::metrics::{Answer, MetricsRow, Span, Subject};
use crate::store::Store;
use crate::value::Value;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunStatus {
    /// All was asked for and kept.
    Done,
    /// Something failed.
    Failed,
    /// Its user broke it off.
    Interrupted,
}

impl RunStatus {
    fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Interrupted => "interrupted",
        }
    }
}

/// A run that has begun.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its ID.
    pub run_id: String,
    /// Whose metrics it collects.
    pub account: String,
    failures: i64,
}

/// A query that failed.
#[derive(Clone, Debug)]
pub struct FailedQuery {
    /// What was asked about.
    pub subject: Subject,
    /// Of what time.
    pub span: Span,
    /// The kind of error.
    pub kind: String,
    /// The service's code, where it gave one.
    pub code: String,
    /// What was said.
    pub message: String,
    /// The service's ID of the request.
    pub request_id: String,
}

const COVER: &str = "\
insert into coverage as c (account, cust_space_id, phone_number, template_code, language, granularity, covered_from,
    covered_until)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (account, cust_space_id, phone_number, template_code, language, granularity) do update
set covered_from = case
        when excluded.covered_from > c.covered_until or excluded.covered_until < c.covered_from
            or excluded.covered_from < c.covered_from then excluded.covered_from
        else c.covered_from end,
    covered_until = case
        when excluded.covered_from > c.covered_until or excluded.covered_until < c.covered_from
            or excluded.covered_until > c.covered_until then excluded.covered_until
        else c.covered_until end";

/// The rows in the order of their key, each once: of two for one period, the later one counts.
fn once<'a>(rows: impl Iterator<Item = &'a MetricsRow>) -> Vec<&'a MetricsRow> {
    fn key(row: &MetricsRow) -> (&str, &str, &str, &str, &str, i64) {
        let MetricsRow { cust_space_id, phone_number, template_code, language, granularity, .. } = row;
        let second = row.period_start.as_second();
        (cust_space_id, phone_number, template_code, language, granularity, second)
    }
    let by_key: BTreeMap<_, _> = rows.map(|row| (key(row), row)).collect();
    by_key.into_values().collect()
}

impl Store {
    /// Begins a run. One of the account that never ended was killed: whoever begins one has the account's lock.
    ///
    /// # Errors
    /// Where the store fails.
    pub fn begin_run(&mut self, account: &str, span: Span, now: Timestamp) -> Result<Run, StoreError> {
        let mut chance = [0; 4];
        getrandom::fill(&mut chance).map_err(|error| StoreError::other(account, error))?;
        let run_id = format!("{}-{:08x}", now.strftime("%Y%m%dT%H%M%SZ"), u32::from_le_bytes(chance));
        self.transaction(|driver| {
            driver.execute(
                "update runs set status = 'killed' where account = $1 and status = 'running'",
                &[account.into()],
            )?;
            driver.execute(
                "insert into runs (run_id, account, started_at, status, since, until, queries, new_rows, changed_rows, \
                 unchanged_rows, failures) values ($1, $2, $3, 'running', $4, $5, 0, 0, 0, 0, 0)",
                &[(&run_id).into(), account.into(), now.into(), span.from.into(), span.until.into()],
            )
        })?;
        Ok(Run { run_id, account: account.to_owned(), failures: 0 })
    }

    /// Keeps what came of some queries: all of it, or nothing.
    ///
    /// # Errors
    /// Where the store fails; then nothing of it is kept, and a later run asks again.
    pub fn keep_answers(
        &mut self,
        run: &Run,
        answers: &[Answer],
        now: Timestamp,
    ) -> Result<Written, StoreError> {
        let account = run.account.as_str();
        self.transaction(|driver| {
            let writing = Writing { account, run_id: &run.run_id, now };
            let rows = once(answers.iter().flat_map(|answer| &answer.rows));
            let all = if rows.is_empty() { Written::default() } else { driver.upsert(&writing, &rows)? };
            for answer in answers {
                let Subject { cust_space_id, phone_number, template_code, language } = &answer.subject;
                driver.execute(
                    COVER,
                    &[
                        account.into(),
                        cust_space_id.into(),
                        phone_number.into(),
                        template_code.into(),
                        language.into(),
                        (&answer.granularity).into(),
                        answer.span.from.into(),
                        answer.span.until.into(),
                    ],
                )?;
            }
            let count = |number: u64| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
            driver.execute(
                "update runs set queries = queries + $1, new_rows = new_rows + $2, changed_rows = changed_rows + $3, \
                 unchanged_rows = unchanged_rows + $4 where run_id = $5",
                &[
                    count(answers.len() as u64),
                    count(all.new),
                    count(all.changed),
                    count(all.unchanged),
                    (&run.run_id).into(),
                ],
            )?;
            Ok(all)
        })
    }

    /// Remembers that a query failed.
    ///
    /// # Errors
    /// Where the store fails.
    pub fn keep_failure(
        &mut self,
        run: &mut Run,
        failed: &FailedQuery,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        run.failures += 1;
        let run = &*run;
        let Subject { cust_space_id, phone_number, template_code, language } = &failed.subject;
        self.transaction(|driver| {
            driver.execute(
                "insert into run_failures (run_id, number, cust_space_id, phone_number, template_code, language, since, \
                 until, kind, code, message, request_id, failed_at) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                &[
                    (&run.run_id).into(),
                    run.failures.into(),
                    cust_space_id.into(),
                    phone_number.into(),
                    template_code.into(),
                    language.into(),
                    failed.span.from.into(),
                    failed.span.until.into(),
                    (&failed.kind).into(),
                    (&failed.code).into(),
                    (&failed.message).into(),
                    (&failed.request_id).into(),
                    now.into(),
                ],
            )?;
            driver.execute(
                "update runs set failures = $1 where run_id = $2",
                &[run.failures.into(), (&run.run_id).into()],
            )
        })
    }

    /// Says how a run ended.
    ///
    /// # Errors
    /// Where the store fails.
    pub fn end_run(&mut self, run: &Run, status: RunStatus, now: Timestamp) -> Result<(), StoreError> {
        self.transaction(|driver| {
            driver.execute(
                "update runs set status = $1, ended_at = $2 where run_id = $3",
                &[status.word().into(), now.into(), (&run.run_id).into()],
            )
        })
    }

    /// What time was asked for of each phone number and template.
    ///
    /// # Errors
    /// Where the store fails.
    pub fn coverage(
        &mut self,
        account: &str,
        granularity: &str,
    ) -> Result<HashMap<Subject, Span>, StoreError> {
        let mut coverage = HashMap::new();
        self.query(
            "select cust_space_id, phone_number, template_code, language, covered_from, covered_until from coverage \
             where account = $1 and granularity = $2",
            &[account.into(), granularity.into()],
            |row| {
                let text = |column: usize| row[column].text().to_owned();
                let subject = Subject {
                    cust_space_id: text(0),
                    phone_number: text(1),
                    template_code: text(2),
                    language: text(3),
                };
                coverage.insert(subject, Span { from: row[4].time(), until: row[5].time() });
                Ok(())
            },
        )?;
        Ok(coverage)
    }
}
