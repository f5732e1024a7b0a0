//! What PostgreSQL says, as one line and what to do.

use std::error::Error as _;

use postgres::error::SqlState;

use crate::error::{StoreError, StoreErrorKind};

/// What went wrong with the store.
pub(super) fn problem(shown: &str, error: &postgres::Error) -> StoreError {
    let Some(told) = error.as_db_error() else {
        let cause = error.source().map_or_else(
            || error.to_string(),
            |source| source.source().map_or_else(|| source.to_string(), |inner| format!("{source}: {inner}")),
        );
        return StoreError::new(
            StoreErrorKind::Unreachable,
            format!("the store {shown} cannot be reached: {cause}"),
            "Check host, port and sslmode, and that the server runs; then run this again.",
        );
    };
    let code = told.code();
    let message = told.message();
    let (kind, hint) = if [SqlState::INVALID_PASSWORD, SqlState::INVALID_AUTHORIZATION_SPECIFICATION]
        .contains(code)
    {
        (StoreErrorKind::Denied, "Give the right user, and its password in PGPASSWORD or in the URL.")
    } else if *code == SqlState::INVALID_CATALOG_NAME {
        (
            StoreErrorKind::Unreachable,
            "Make the database first (createdb), or give the name of one that is there.",
        )
    } else if *code == SqlState::INSUFFICIENT_PRIVILEGE {
        (
            StoreErrorKind::Denied,
            "Let an administrator run: create schema cams_roi authorization USER; for reading alone: grant usage on \
             schema cams_roi and select on all its tables.",
        )
    } else if *code == SqlState::READ_ONLY_SQL_TRANSACTION {
        (StoreErrorKind::Denied, "Give the address of the server that can be written to.")
    } else if *code == SqlState::DISK_FULL {
        (StoreErrorKind::Full, "Make room on the server, and run this again: what was written is whole.")
    } else if *code == SqlState::TOO_MANY_CONNECTIONS {
        (StoreErrorKind::InUse, "Wait until other programs are done, or raise max_connections.")
    } else {
        return StoreError::other(shown, format!("{message} ({})", code.code()));
    };
    StoreError::new(kind, format!("the store {shown} refused: {message}"), hint)
}

/// A problem with the URL.
pub(super) fn wrong_url(problem: &str, hint: &str) -> StoreError {
    StoreError::new(StoreErrorKind::Location, problem, hint)
}
