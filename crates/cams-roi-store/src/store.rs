//! A store: opened, brought to its version, and written whole or not at all.

use std::time::Duration;

use crate::driver::Driver;
use crate::error::{StoreError, StoreErrorKind};
use crate::location::{Location, Place};
use crate::postgres::Postgres;
use crate::schema::STEPS;
use crate::sqlite::Sqlite;
use crate::value::Value;

/// How long a lock that somebody holds is asked for again: one whose holder was just killed may live on for a moment.
const LOCK_PATIENCE: Duration = Duration::from_millis(500);

/// What a store is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To write: what is not there is made, and what is older is brought to this version.
    Write,
    /// To read what is there.
    Read,
}

/// An open store.
pub struct Store {
    pub(crate) driver: Box<dyn Driver>,
    shown: String,
}

impl Store {
    /// Opens a store.
    ///
    /// # Errors
    /// Where it cannot be reached or opened, is none, or has another version than this program.
    pub fn open(location: &Location, access: Access) -> Result<Self, StoreError> {
        Self::open_with(location, access, STEPS)
    }

    /// Opens one whose schema comes of these steps.
    fn open_with(location: &Location, access: Access, steps: &[&str]) -> Result<Self, StoreError> {
        let known = i64::try_from(steps.len()).unwrap_or(i64::MAX);
        let create = access == Access::Write;
        let driver: Box<dyn Driver> = match &location.0 {
            Place::Sqlite(path) => Box::new(Sqlite::open(path, create)?),
            Place::Postgres(url) => Box::new(Postgres::open(url, location.to_string())?),
        };
        let mut store = Self { driver, shown: location.to_string() };
        match store.driver.version()? {
            Some(version) if version == known => Ok(store),
            Some(version) if version > known => Err(store.schema_problem(
                &format!(
                    "was made by a later cams-roi: its version is {version}, and this program knows {known}"
                ),
                "Install the latest cams-roi; nothing was changed.",
            )),
            _ if create => {
                store.migrate(steps)?;
                Ok(store)
            }
            Some(version) => Err(store.schema_problem(
                &format!("has version {version}, and this program reads {known}"),
                "Run cams-roi collect with this program once: it brings the store to its version.",
            )),
            None => Err(StoreError::new(
                StoreErrorKind::Missing,
                format!("the store {} is empty", store.shown),
                "Run cams-roi collect first.",
            )),
        }
    }

    fn schema_problem(&self, problem: &str, hint: &str) -> StoreError {
        StoreError::new(StoreErrorKind::Schema, format!("the store {} {problem}", self.shown), hint)
    }

    /// Has the store take the steps that it has not had, all of them or none.
    fn migrate(&mut self, steps: &[&str]) -> Result<(), StoreError> {
        let done = self.driver.begin_migration().and_then(|()| self.take_steps(steps));
        self.end_transaction(done)
    }

    fn take_steps(&mut self, steps: &[&str]) -> Result<(), StoreError> {
        // Asked anew: another program may have done it while this one waited.
        let version = self.driver.version()?;
        if version.is_none() {
            self.driver.batch(
                "create table cams_roi_schema (version bigint not null); insert into cams_roi_schema values (0)",
            )?;
        }
        let taken = usize::try_from(version.unwrap_or_default()).unwrap_or_default();
        for (step, number) in steps.iter().zip(1_i64..).skip(taken) {
            let statements = self.driver.statements(step);
            self.driver.batch(&statements)?;
            self.driver.execute("update cams_roi_schema set version = $1", &[number.into()])?;
        }
        Ok(())
    }

    /// Does some work in one transaction: all of it comes to be, or nothing.
    pub(crate) fn transaction<T>(
        &mut self,
        work: impl FnOnce(&mut dyn Driver) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.driver.begin()?;
        let done = work(&mut *self.driver);
        self.end_transaction(done)
    }

    fn end_transaction<T>(&mut self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        let ended = done.and_then(|value| self.driver.batch("commit").map(|()| value));
        if ended.is_err() {
            // What failed first is what there is to tell.
            let _ = self.driver.batch("rollback");
        }
        ended
    }

    /// Takes the lock of an account until the store is dropped or its process ends; `false` where another program has
    /// it.
    ///
    /// # Errors
    /// Where the store fails.
    pub fn lock(&mut self, account: &str) -> Result<bool, StoreError> {
        const PAUSE: Duration = Duration::from_millis(50);
        let mut waited = Duration::ZERO;
        while !self.driver.lock(account)? {
            if waited >= LOCK_PATIENCE {
                return Ok(false);
            }
            std::thread::sleep(PAUSE);
            waited += PAUSE;
        }
        Ok(true)
    }

    /// Gives each row of a query as it comes; an error of `each` ends it. Parameters are `$1`, `$2`, ….
    ///
    /// # Errors
    /// Where the store fails, or `each` does.
    pub fn query(
        &mut self,
        sql: &str,
        parameters: &[Value],
        mut each: impl FnMut(&[Value]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.driver.query(sql, parameters, &mut each)
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", self.shown)
    }
}

#[cfg(test)]
mod migration_tests;
