//! PostgreSQL: a database on a server.

mod connect;
mod problem;
mod tls;

use std::collections::HashMap;
use std::time::SystemTime;

use ::postgres::fallible_iterator::FallibleIterator as _;
use ::postgres::types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use ::postgres::{Client, Row, Statement};
use jiff::Timestamp;
use url::Url;

use crate::driver::{Driver, Writing, Written};
use crate::error::StoreError;
use crate::metrics::{MetricsRow, clicks_text};
use crate::schema;
use crate::value::Value;
use problem::problem;

/// The schema within the database: other tables may be beside it.
const SCHEMA: &str = "cams_roi";
/// Begins the numbers of advisory locks: other programs may have locks of their own.
const LOCKS: i32 = 0x0ca3_0201;

/// A connection.
pub(crate) struct Postgres {
    client: Client,
    shown: String,
    /// What was executed before: to have it prepared each time would be one more call to the server.
    prepared: HashMap<String, Statement>,
}

impl Postgres {
    /// Connects.
    pub(crate) fn open(url: &Url, shown: String) -> Result<Self, StoreError> {
        let client = connect::connect(url, &shown)?;
        let mut postgres = Self { client, shown, prepared: HashMap::new() };
        postgres.batch(&format!(
            "set client_min_messages = warning; set time zone 'UTC'; set search_path = {SCHEMA}"
        ))?;
        Ok(postgres)
    }

    fn told<T>(&self, result: Result<T, ::postgres::Error>) -> Result<T, StoreError> {
        result.map_err(|error| problem(&self.shown, &error))
    }
}

impl Postgres {
    fn prepared(&mut self, sql: &str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql);
        let statement = self.told(statement)?;
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    fn exists(&mut self, query: &str) -> Result<bool, StoreError> {
        let row = self.client.query_one(&format!("select exists ({query})"), &[]);
        self.told(row).map(|row| row.get(0))
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Text(text) => text.to_sql(ty, out),
            Self::Integer(number) => number.to_sql(ty, out),
            Self::Real(number) => number.to_sql(ty, out),
            Self::Time(time) => SystemTime::try_from(*time)?.to_sql(ty, out),
        }
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::TEXT | Type::INT8 | Type::FLOAT8 | Type::TIMESTAMPTZ)
    }

    to_sql_checked!();
}

/// Takes what the queries of this crate give.
impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(match *ty {
            Type::INT8 => Self::Integer(i64::from_sql(ty, raw)?),
            Type::INT4 => Self::Integer(i32::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Self::Real(f64::from_sql(ty, raw)?),
            Type::TIMESTAMPTZ => Self::Time(Timestamp::try_from(SystemTime::from_sql(ty, raw)?)?),
            _ => Self::Text(String::from_sql(ty, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::INT4 | Type::FLOAT8 | Type::TIMESTAMPTZ | Type::TEXT | Type::NAME)
    }
}

fn references(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

/// One statement for all rows: a call to the server for each would take long.
const UPSERT: &str = "\
insert into metrics as m (account, cust_space_id, phone_number, template_code, language, granularity, period_start,
    period_end, sent_count, delivered_count, read_count, click_count, clicks, first_seen, last_changed, revisions, run_id)
select cast($1 as text), r.cust_space_id, r.phone_number, r.template_code, r.language, r.granularity, r.period_start, r.period_end,
    r.sent_count, r.delivered_count, r.read_count, r.click_count, cast(r.clicks as jsonb), cast($2 as timestamptz), $2, 0,
    cast($3 as text)
from unnest(cast($4 as text[]), cast($5 as text[]), cast($6 as text[]), cast($7 as text[]), cast($8 as text[]),
    cast($9 as timestamptz[]), cast($10 as timestamptz[]), cast($11 as bigint[]), cast($12 as bigint[]),
    cast($13 as bigint[]), cast($14 as bigint[]), cast($15 as text[]))
    as r(cust_space_id, phone_number, template_code, language, granularity, period_start, period_end, sent_count,
        delivered_count, read_count, click_count, clicks)
on conflict (account, cust_space_id, phone_number, template_code, language, granularity, period_start) do update
set period_end = excluded.period_end, sent_count = excluded.sent_count, delivered_count = excluded.delivered_count,
    read_count = excluded.read_count, click_count = excluded.click_count, clicks = excluded.clicks,
    last_changed = excluded.last_changed, revisions = m.revisions + 1, run_id = excluded.run_id
where m.sent_count is distinct from excluded.sent_count
    or m.delivered_count is distinct from excluded.delivered_count
    or m.read_count is distinct from excluded.read_count or m.clicks is distinct from excluded.clicks
returning revisions";

impl Driver for Postgres {
    fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        let done = self.client.batch_execute(sql);
        self.told(done)
    }

    fn execute(&mut self, sql: &str, parameters: &[Value]) -> Result<(), StoreError> {
        let statement = self.prepared(sql)?;
        let done = self.client.execute(&statement, &references(parameters));
        self.told(done).map(|_| ())
    }

    fn query(
        &mut self,
        sql: &str,
        parameters: &[Value],
        each: &mut dyn FnMut(&[Value]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let shown = self.shown.clone();
        let told = |error: ::postgres::Error| problem(&shown, &error);
        let mut rows = self.client.query_raw(sql, references(parameters)).map_err(told)?;
        let mut values = Vec::new();
        while let Some(row) = rows.next().map_err(told)? {
            values.clear();
            for column in 0..row.len() {
                values.push(row.try_get(column).map_err(told)?);
            }
            each(&values)?;
        }
        Ok(())
    }

    fn begin(&mut self) -> Result<(), StoreError> {
        self.batch("begin")
    }

    fn begin_migration(&mut self) -> Result<(), StoreError> {
        self.batch(&format!("begin; select pg_advisory_xact_lock({LOCKS}, 0)"))?;
        // Asked first: to make it where it is there would need a right, too.
        if self.exists("select from pg_namespace where nspname = 'cams_roi'")? {
            return Ok(());
        }
        self.batch(&format!("create schema {SCHEMA}"))
    }

    fn statements(&self, step: &str) -> String {
        format!("{}\n{}", schema::POSTGRES.statements(step), schema::comments(step))
    }

    fn version(&mut self) -> Result<Option<i64>, StoreError> {
        // What to_regclass() says may be older than what another program has just made.
        let table = "select from pg_class c join pg_namespace n on n.oid = c.relnamespace \
                     where n.nspname = 'cams_roi' and c.relname = 'cams_roi_schema'";
        if !self.exists(table)? {
            return Ok(None);
        }
        let version = self.client.query_one("select version from cams_roi.cams_roi_schema", &[]);
        self.told(version).map(|row| Some(row.get(0)))
    }

    fn upsert(&mut self, writing: &Writing<'_>, rows: &[&MetricsRow]) -> Result<Written, StoreError> {
        let texts =
            |of: fn(&MetricsRow) -> &str| rows.iter().map(|row| Value::from(of(row))).collect::<Vec<_>>();
        let numbers = |of: fn(&MetricsRow) -> Option<i64>| {
            rows.iter().map(|row| Value::from(of(row))).collect::<Vec<_>>()
        };
        let times = |of: fn(&MetricsRow) -> Timestamp| {
            rows.iter().map(|row| Value::from(of(row))).collect::<Vec<_>>()
        };
        let upsert = self.prepared(UPSERT)?;
        let written = self.client.query(
            &upsert,
            &[
                &Value::from(writing.account),
                &Value::from(writing.now),
                &Value::from(writing.run_id),
                &texts(|row| &row.cust_space_id),
                &texts(|row| &row.phone_number),
                &texts(|row| &row.template_code),
                &texts(|row| &row.language),
                &texts(|row| &row.granularity),
                &times(|row| row.period_start),
                &times(|row| row.period_end),
                &numbers(|row| Some(row.sent_count)),
                &numbers(|row| Some(row.delivered_count)),
                &numbers(|row| row.read_count),
                &numbers(MetricsRow::click_count),
                &rows.iter().map(|row| clicks_text(row.clicks.as_deref())).collect::<Vec<_>>(),
            ],
        );
        let revisions: Vec<Row> = self.told(written)?;
        let new = revisions.iter().filter(|row| row.get::<_, i64>(0) == 0).count() as u64;
        let told = revisions.len() as u64;
        Ok(Written { new, changed: told - new, unchanged: rows.len() as u64 - told })
    }

    fn lock(&mut self, account: &str) -> Result<bool, StoreError> {
        // A lock of the session: it ends with the connection, however that ends.
        let locked = self
            .client
            .query_one(&format!("select pg_try_advisory_lock({LOCKS}, hashtext($1))"), &[&account]);
        self.told(locked).map(|row| row.get(0))
    }
}
