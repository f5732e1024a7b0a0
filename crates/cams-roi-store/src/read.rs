//! Rows as they are kept.

use jiff::Timestamp;

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

impl Store {
    /// Gives each row as it comes, in the order of its key; an error of `each` ends it.
    ///
    /// # Errors
    /// Where the store fails, or `each` does.
    pub fn each_row(
        &mut self,
        filter: &RowFilter,
        mut each: impl FnMut(KeptRow) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut parameters: Vec<Value> = Vec::new();
        let mut conditions = Vec::new();
        let mut condition = |sql: &str, value: Option<Value>| {
            if let Some(value) = value {
                parameters.push(value);
                conditions.push(format!("{sql} ${}", parameters.len()));
            }
        };
        condition("m.account =", filter.account.as_ref().map(Value::from));
        condition("m.granularity =", filter.granularity.as_ref().map(Value::from));
        condition("m.period_start >=", filter.from.map(Value::from));
        condition("m.period_start <", filter.until.map(Value::from));
        let conditions = if conditions.is_empty() {
            String::new()
        } else {
            format!(" where {}", conditions.join(" and "))
        };
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
