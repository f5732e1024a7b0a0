//! SQLite: a file.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql, params_from_iter};

use crate::driver::{Driver, Writing, Written};
use crate::error::{StoreError, StoreErrorKind};
use crate::metrics::{MetricsRow, clicks_text};
use crate::schema;
use crate::value::Value;

/// How long another writer is waited for.
const BUSY_TIMEOUT: Duration = Duration::from_secs(20);

/// An open file.
pub(crate) struct Sqlite {
    connection: Connection,
    path: PathBuf,
    /// The accounts whose lock this connection has.
    locks: Vec<(String, File)>,
}

impl Sqlite {
    /// Opens the file; `create` makes it where it is not there.
    pub(crate) fn open(path: &Path, create: bool) -> Result<Self, StoreError> {
        if !create && !path.exists() {
            return Err(StoreError::new(
                StoreErrorKind::Missing,
                format!("the store {} is not there", path.display()),
                "Run cams-roi collect first, or give --store with the right path.",
            ));
        }
        let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        flags.set(OpenFlags::SQLITE_OPEN_CREATE, create);
        let connection = Connection::open_with_flags(path, flags).map_err(|error| of(path, &error))?;
        let sqlite = Self { connection, path: path.to_owned(), locks: Vec::new() };
        sqlite.told(sqlite.connection.busy_timeout(BUSY_TIMEOUT))?;
        // Readers do not keep a writer from its work, nor it them; a commit is not synced each time, and whole anyway.
        for (name, value) in [("journal_mode", "wal"), ("synchronous", "normal"), ("cache_size", "-65536")] {
            sqlite.told(sqlite.set(name, value))?;
        }
        Ok(sqlite)
    }

    /// Sets a pragma. SQLite itself does not wait for another program that changes the journal of a new file, or is
    /// the last to close it.
    fn set(&self, name: &str, value: &str) -> rusqlite::Result<()> {
        const PAUSE: Duration = Duration::from_millis(5);
        let until = Instant::now() + BUSY_TIMEOUT;
        loop {
            match self.connection.pragma_update_and_check(None, name, value, |_| Ok(())) {
                // Not every pragma answers.
                Ok(()) | Err(rusqlite::Error::QueryReturnedNoRows) => return Ok(()),
                Err(error) if is_locked(&error) && Instant::now() < until => std::thread::sleep(PAUSE),
                Err(error) => return Err(error),
            }
        }
    }

    fn told<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| of(&self.path, &error))
    }

    /// Beside the store, a file for each account: its lock ends with the process, however that ends.
    fn lock_path(&self, account: &str) -> PathBuf {
        let word = account.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let mut name = self.path.as_os_str().to_owned();
        name.push(format!(".{word:016x}.lock"));
        name.into()
    }
}

fn is_locked(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// What SQLite said, as one line and what to do.
fn of(path: &Path, error: &rusqlite::Error) -> StoreError {
    let path = path.display();
    let (kind, problem, hint) = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => {
            (StoreErrorKind::Schema, "is no SQLite database", "Give --store with another path.")
        }
        _ if is_locked(error) => (
            StoreErrorKind::InUse,
            "is locked by another program",
            "Wait until the other program is done with it, or end it, and run this again.",
        ),
        Some(ErrorCode::DiskFull) => (
            StoreErrorKind::Full,
            "cannot grow: the disk is full",
            "Make room, and run this again: what was written is whole.",
        ),
        // A limit on the size of files, or on what a user may write, is none of the disk's own.
        Some(ErrorCode::SystemIoFailure) => (
            StoreErrorKind::Other,
            "could not be read or written",
            "Check the disk, its room and your limits (ulimit -f), and run this again: what was written is whole.",
        ),
        Some(ErrorCode::CannotOpen) => (
            StoreErrorKind::Unreachable,
            "cannot be opened",
            "Check that its folder is there, that you may write into it, and the limit on open files (ulimit -n).",
        ),
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => (
            StoreErrorKind::Denied,
            "may not be written",
            "Make the file and its folder writable for the user who runs this.",
        ),
        Some(ErrorCode::DatabaseCorrupt) => (
            StoreErrorKind::Other,
            "is damaged",
            "Put it aside, restore a copy, or collect anew into another file.",
        ),
        _ => return StoreError::other(path, error),
    };
    StoreError::new(kind, format!("the store {path} {problem}"), hint)
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::from(rusqlite::types::Null),
            Self::Text(text) => ToSqlOutput::from(text.as_str()),
            Self::Integer(number) => ToSqlOutput::from(*number),
            Self::Real(number) => ToSqlOutput::from(*number),
            Self::Time(time) => ToSqlOutput::from(time.to_string()),
        })
    }
}

fn given(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            Value::Text(String::from_utf8_lossy(bytes).into_owned())
        }
    }
}

const UPSERT: &str = "\
insert into metrics as m (account, cust_space_id, phone_number, template_code, language, granularity, period_start,
    period_end, sent_count, delivered_count, read_count, click_count, clicks, first_seen, last_changed, revisions, run_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, 0, $15)
on conflict (account, cust_space_id, phone_number, template_code, language, granularity, period_start) do update
set period_end = excluded.period_end, sent_count = excluded.sent_count, delivered_count = excluded.delivered_count,
    read_count = excluded.read_count, click_count = excluded.click_count, clicks = excluded.clicks,
    last_changed = excluded.last_changed, revisions = m.revisions + 1, run_id = excluded.run_id
where m.sent_count is distinct from excluded.sent_count
    or m.delivered_count is distinct from excluded.delivered_count
    or m.read_count is distinct from excluded.read_count or m.clicks is distinct from excluded.clicks
returning revisions";

impl Driver for Sqlite {
    fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        self.told(self.connection.execute_batch(sql))
    }

    fn execute(&mut self, sql: &str, parameters: &[Value]) -> Result<(), StoreError> {
        let done = self
            .connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(params_from_iter(parameters)));
        self.told(done).map(|_| ())
    }

    fn query(
        &mut self,
        sql: &str,
        parameters: &[Value],
        each: &mut dyn FnMut(&[Value]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.told(self.connection.prepare(sql))?;
        let columns = statement.column_count();
        let mut rows = self.told(statement.query(params_from_iter(parameters)))?;
        let mut values = Vec::with_capacity(columns);
        while let Some(row) = self.told(rows.next())? {
            values.clear();
            for column in 0..columns {
                values.push(given(self.told(row.get_ref(column))?));
            }
            each(&values)?;
        }
        Ok(())
    }

    fn begin(&mut self) -> Result<(), StoreError> {
        self.batch("begin immediate")
    }

    fn begin_migration(&mut self) -> Result<(), StoreError> {
        self.begin()
    }

    fn statements(&self, step: &str) -> String {
        schema::SQLITE.statements(step)
    }

    fn version(&mut self) -> Result<Option<i64>, StoreError> {
        let tables = "select (select count(*) from sqlite_schema), \
                      (select count(*) from sqlite_schema where name = 'cams_roi_schema')";
        let count = |connection: &Connection| {
            connection.query_row(tables, (), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))
        };
        match self.told(count(&self.connection))? {
            (0, _) => Ok(None),
            (_, 0) => Err(StoreError::new(
                StoreErrorKind::Schema,
                format!("the store {} is a database of something else", self.path.display()),
                "Give --store with another path.",
            )),
            _ => {
                let version = "select version from cams_roi_schema";
                self.told(self.connection.query_row(version, (), |row| row.get(0))).map(Some)
            }
        }
    }

    fn upsert(&mut self, writing: &Writing<'_>, rows: &[&MetricsRow]) -> Result<Written, StoreError> {
        let now = Value::from(writing.now);
        let mut written = Written::default();
        let mut statement = self.told(self.connection.prepare_cached(UPSERT))?;
        for row in rows {
            let values = [
                writing.account.into(),
                (&row.cust_space_id).into(),
                (&row.phone_number).into(),
                (&row.template_code).into(),
                (&row.language).into(),
                (&row.granularity).into(),
                row.period_start.into(),
                row.period_end.into(),
                row.sent_count.into(),
                row.delivered_count.into(),
                row.read_count.into(),
                row.click_count().into(),
                clicks_text(row.clicks.as_deref()),
                now.clone(),
                writing.run_id.into(),
            ];
            let mut changed = self.told(statement.query(params_from_iter(&values)))?;
            let revisions = self.told(changed.next().and_then(|row| row.map(|it| it.get(0)).transpose()))?;
            match revisions {
                Some(0_i64) => written.new += 1,
                Some(_) => written.changed += 1,
                None => written.unchanged += 1,
            }
        }
        Ok(written)
    }

    fn lock(&mut self, account: &str) -> Result<bool, StoreError> {
        if self.locks.iter().any(|(locked, _)| locked == account) {
            return Ok(true);
        }
        let path = self.lock_path(account);
        let file = File::options().create(true).append(true).open(&path).map_err(|error| {
            StoreError::new(
                StoreErrorKind::Denied,
                format!("{} cannot be opened: {error}", path.display()),
                "Let the user who runs this write into the store's folder.",
            )
        })?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Ok(false),
            // Some file systems have no locks: then nobody else can be seen.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        self.locks.push((account.to_owned(), file));
        Ok(true)
    }
}
