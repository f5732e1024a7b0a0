//! What a database must be able to do.

use crate::error::StoreError;
use crate::metrics::MetricsRow;
use crate::value::Value;

/// How many rows came, and what they were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Rows that had not been there.
    pub new: u64,
    /// Rows whose counts were corrected.
    pub changed: u64,
    /// Rows that came again as they were.
    pub unchanged: u64,
}

impl std::ops::AddAssign for Written {
    fn add_assign(&mut self, more: Self) {
        self.new += more.new;
        self.changed += more.changed;
        self.unchanged += more.unchanged;
    }
}

/// Whose rows are written, by which run, and when.
pub(crate) struct Writing<'a> {
    pub(crate) account: &'a str,
    pub(crate) run_id: &'a str,
    pub(crate) now: jiff::Timestamp,
}

/// A connection to a database. Parameters are `$1`, `$2`, … in the order in which a statement first names them.
pub(crate) trait Driver: Send {
    /// Runs statements without parameters.
    fn batch(&mut self, sql: &str) -> Result<(), StoreError>;

    /// Runs one statement.
    fn execute(&mut self, sql: &str, parameters: &[Value]) -> Result<(), StoreError>;

    /// Gives each row of a query as it comes; an error of `each` ends it.
    fn query(
        &mut self,
        sql: &str,
        parameters: &[Value],
        each: &mut dyn FnMut(&[Value]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// Begins a transaction that will write.
    fn begin(&mut self) -> Result<(), StoreError>;

    /// Begins one that makes or changes tables: one at a time.
    fn begin_migration(&mut self) -> Result<(), StoreError>;

    /// The statements of a step of the schema, in the words of this database.
    fn statements(&self, step: &str) -> String;

    /// The version of the tables that are there; `None` where there are none.
    fn version(&mut self) -> Result<Option<i64>, StoreError>;

    /// Writes rows: new ones, and those whose counts differ from what is there.
    fn upsert(&mut self, writing: &Writing<'_>, rows: &[&MetricsRow]) -> Result<Written, StoreError>;

    /// Takes the lock of an account for as long as the connection lasts; `false` where another has it.
    fn lock(&mut self, account: &str) -> Result<bool, StoreError>;
}
