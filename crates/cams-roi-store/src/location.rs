//! Where a store is.

use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};

use url::Url;

use crate::error::{StoreError, StoreErrorKind};

/// Where a store is: a file of SQLite, or a database of PostgreSQL. It is shown without its password.
#[derive(Clone, PartialEq, Eq)]
pub struct Location(pub(crate) Place);

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Place {
    Sqlite(PathBuf),
    Postgres(Box<Url>),
}

impl Location {
    /// The file that is meant where no store is named.
    pub const DEFAULT: &str = "cams-roi.db";

    /// Reads a path, `sqlite:PATH`, or `postgres://…`.
    ///
    /// # Errors
    /// Where it is neither.
    pub fn parse(text: &str) -> Result<Self, StoreError> {
        const HINT: &str = "Give the path of a file, or postgres://user@host:5432/database.";
        const MEMORY: &str = ":memory:";
        const NOT_KEPT: &str = "a store in memory is gone when the command ends";
        let wrong = |problem: &str| Err(StoreError::new(StoreErrorKind::Location, problem, HINT));
        if text.is_empty() {
            return wrong("the store's location is empty");
        }
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() {
                return wrong("the store's location names no file");
            }
            if path == MEMORY {
                return wrong(NOT_KEPT);
            }
            return Ok(Self(Place::Sqlite(path.into())));
        }
        let is_postgres = |scheme: &str| matches!(&*scheme.to_ascii_lowercase(), "postgres" | "postgresql");
        let Some((scheme, _)) = text.split_once("://") else {
            if text.split_once(':').is_some_and(|(scheme, _)| is_postgres(scheme)) {
                return wrong("the store's URL has no // behind its scheme");
            }
            if text == MEMORY {
                return wrong(NOT_KEPT);
            }
            return Ok(Self(Place::Sqlite(text.into())));
        };
        if !is_postgres(scheme) {
            return wrong(&format!(
                "the store's URL begins with {scheme}://, which is no database that is known"
            ));
        }
        // The text itself is not said: it may hold a password.
        let Ok(url) = Url::parse(text) else {
            return wrong("the store's URL is no URL");
        };
        if url.path().trim_start_matches('/').is_empty() {
            return wrong("the store's URL names no database");
        }
        Ok(Self(Place::Postgres(Box::new(url))))
    }

    /// The file, where it is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match &self.0 {
            Place::Sqlite(path) => Some(path),
            Place::Postgres(_) => None,
        }
    }
}

impl Display for Location {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Place::Sqlite(path) => write!(f, "{}", path.display()),
            Place::Postgres(url) => {
                write!(f, "postgres://{}", url.host_str().unwrap_or("localhost"))?;
                if let Some(port) = url.port() {
                    write!(f, ":{port}")?;
                }
                f.write_str(url.path())
            }
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Location({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_a_file_or_a_url_and_shows_no_password() {
        for (text, shown) in [
            ("cams-roi.db", "cams-roi.db"),
            ("sqlite:a/b.db", "a/b.db"),
            ("sqlite:///var/a.db", "/var/a.db"),
            ("postgres://me:secret@db.example:5433/roi?sslmode=require", "postgres://db.example:5433/roi"),
            ("postgresql://db.example/roi", "postgres://db.example/roi"),
            ("Postgres://db.example/roi", "postgres://db.example/roi"),
            ("a b%20ü.db", "a b%20ü.db"),
        ] {
            assert_eq!(format!("{}", Location::parse(text).unwrap()), shown);
            assert!(!format!("{:?}", Location::parse(text).unwrap()).contains("secret"));
        }
        for wrong in [
            "",
            "sqlite:",
            "postgres:/db/roi",
            "postgresql:db",
            "mysql://db/roi",
            "postgres://[x/roi",
            "postgres://host",
            "postgres://host/",
        ] {
            let error = Location::parse(wrong).unwrap_err();
            assert_eq!(error.kind(), StoreErrorKind::Location, "{wrong}");
            assert!(!error.hint().is_empty());
        }
    }
}
