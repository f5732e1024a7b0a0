//! Rows as they are kept.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::Deserialize;

use crate::error::StoreError;
use crate::metrics::{ButtonClicks, MetricsRow};
use crate::store::Store;
use crate::value::Value;

/// Which rows are meant.
#[derive(Clone, Debug, Default)]
pub struct RowFilter {
    /// Those of this account alone.
    pub account: Option<String>,
    /// Those of this granularity alone.
    pub granularity: Option<String>,
    /// Those that begin here or later.
    pub from: Option<Timestamp>,
    /// Those that begin before.
    pub until: Option<Timestamp>,
}

/// The counts of a row, without names and history: what sums need, and quick to read.
#[derive(Clone, Copy, Debug)]
pub struct CountRow<'a> {
    /// Whose it is.
    pub account: &'a str,
    /// The channel's ID.
    pub cust_space_id: &'a str,
    /// The template's code; empty in a phone number's row.
    pub template_code: &'a str,
    /// The template's language; empty in a phone number's row.
    pub language: &'a str,
    /// When the period begins.
    pub period_start: Timestamp,
    /// Messages sent.
    pub sent_count: i64,
    /// Messages delivered.
    pub delivered_count: i64,
    /// Messages read, where the service says it.
    pub read_count: Option<i64>,
    /// Clicks on all buttons together, where the service says them.
    pub click_count: Option<i64>,
    clicks: &'a str,
}

impl CountRow<'_> {
    /// Gives each button's text, kind and clicks.
    pub fn each_button(&self, mut each: impl FnMut(&str, &str, i64)) {
        if self.clicks.is_empty() {
            return;
        }
        for click in serde_json::from_str::<Vec<Click<'_>>>(self.clicks).unwrap_or_default() {
            each(&click.button, &click.kind, click.count);
        }
    }
}

/// Clicks on a button, without a copy of its texts where that can be.
#[derive(Deserialize)]
struct Click<'a> {
    #[serde(borrow)]
    button: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
    count: i64,
}

const COUNTS: &str = "\
select m.account, m.cust_space_id, m.template_code, m.language, m.period_start, m.sent_count, m.delivered_count,
    m.read_count, m.click_count, cast(m.clicks as text)
from metrics m";

/// A row with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRow {
    /// Whose it is.
    pub account: String,
    /// The channel's name; empty where it is not known.
    pub channel_name: String,
    /// The template's name; empty where it is not known.
    pub template_name: String,
    /// The template's category; empty where it is not known.
    pub category: String,
    /// The newest counts.
    pub row: MetricsRow,
    /// When it first came.
    pub first_seen: Timestamp,
    /// When its counts last changed.
    pub last_changed: Timestamp,
    /// How often its counts were corrected since.
    pub revisions: i64,
}

const ROWS: &str = "\
select m.account, m.cust_space_id, coalesce(c.name, ''), m.phone_number, m.template_code,
    coalesce(t.template_name, ''), coalesce(t.category, ''), m.language, m.granularity, m.period_start, m.period_end,
    m.sent_count, m.delivered_count, m.read_count, cast(m.clicks as text), m.first_seen, m.last_changed, m.revisions
from metrics m
left join channels c on c.account = m.account and c.cust_space_id = m.cust_space_id
left join templates t on t.account = m.account and t.cust_space_id = m.cust_space_id
    and t.template_code = m.template_code and t.language = m.language";

impl RowFilter {
    /// What follows `from metrics m`, and its parameters.
    fn conditions(&self) -> (String, Vec<Value>) {
        let mut parameters: Vec<Value> = Vec::new();
        let mut conditions = Vec::new();
        let mut condition = |sql: &str, value: Option<Value>| {
            if let Some(value) = value {
                parameters.push(value);
                conditions.push(format!("{sql} ${}", parameters.len()));
            }
        };
        condition("m.account =", self.account.as_ref().map(Value::from));
        condition("m.granularity =", self.granularity.as_ref().map(Value::from));
        condition("m.period_start >=", self.from.map(Value::from));
        condition("m.period_start <", self.until.map(Value::from));
        let conditions = if conditions.is_empty() {
            String::new()
        } else {
            format!(" where {}", conditions.join(" and "))
        };
        (conditions, parameters)
    }
}

impl Store {
    /// Gives the counts of each row as they come, those of one phone number or template together; an error of `each`
    /// ends it.
    ///
    /// # Errors
    /// Where the store fails, or `each` does.
    pub fn each_count(
        &mut self,
        filter: &RowFilter,
        mut each: impl FnMut(CountRow<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let (mut conditions, parameters) = filter.conditions();
        if self.is_large_part(filter)? {
            // Keeps the database from the index by time: to read all in the order of the key is quicker than to look
            // up many rows one by one, and to sort them.
            conditions = conditions.replace("m.granularity =", "m.granularity || '' =");
        }
        let order = "m.account, m.cust_space_id, m.phone_number, m.template_code, m.language";
        self.query(&format!("{COUNTS}{conditions} order by {order}"), &parameters, |row| {
            each(CountRow {
                account: row[0].text(),
                cust_space_id: row[1].text(),
                template_code: row[2].text(),
                language: row[3].text(),
                period_start: row[4].time(),
                sent_count: row[5].integer().unwrap_or_default(),
                delivered_count: row[6].integer().unwrap_or_default(),
                read_count: row[7].integer(),
                click_count: row[8].integer(),
                clicks: row[9].text(),
            })
        })
    }

    /// Whether the time of the filter is a large part of the time of which there are rows.
    fn is_large_part(&mut self, filter: &RowFilter) -> Result<bool, StoreError> {
        const LARGE: i64 = 8;
        let (Some(from), Some(until), Some(granularity)) = (filter.from, filter.until, &filter.granularity)
        else {
            return Ok(false);
        };
        let mut first = None;
        let oldest = "select min(period_start) from metrics where granularity = $1";
        self.query(oldest, &[granularity.into()], |row| {
            first = Some(row[0].time());
            Ok(())
        })?;
        let stored = first.map_or(0, |first| until.as_second() - first.as_second());
        Ok((until.as_second() - from.as_second()).saturating_mul(LARGE) >= stored)
    }

    /// Gives each row as it comes, in the order of its key; an error of `each` ends it.
    ///
    /// # Errors
    /// Where the store fails, or `each` does.
    pub fn each_row(
        &mut self,
        filter: &RowFilter,
        mut each: impl FnMut(KeptRow) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let (conditions, parameters) = filter.conditions();
        let order = "m.account, m.cust_space_id, m.phone_number, m.template_code, m.language, m.granularity, \
                     m.period_start";
        self.query(&format!("{ROWS}{conditions} order by {order}"), &parameters, |row| each(kept(row)))
    }
}

fn kept(row: &[Value]) -> KeptRow {
    let text = |column: usize| row[column].text().to_owned();
    let count = |column: usize| row[column].integer().unwrap_or_default();
    let clicks = match &row[14] {
        Value::Text(text) => serde_json::from_str::<Vec<ButtonClicks>>(text).ok(),
        _ => None,
    };
    KeptRow {
        account: text(0),
        channel_name: text(2),
        template_name: text(5),
        category: text(6),
        row: MetricsRow {
            cust_space_id: text(1),
            phone_number: text(3),
            template_code: text(4),
            language: text(7),
            granularity: text(8),
            period_start: row[9].time(),
            period_end: row[10].time(),
            sent_count: count(11),
            delivered_count: count(12),
            read_count: row[13].integer(),
            clicks,
        },
        first_seen: row[15].time(),
        last_changed: row[16].time(),
        revisions: count(17),
    }
}
