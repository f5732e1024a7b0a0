//! A row of the table of codes.

use crate::error::ErrorKind;

/// What, apart from giving up, may help against an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// Nothing: the same call fails again.
    None,
    /// Waiting, and trying again with a fresh signature.
    Backoff,
    /// Learning the service's time from the answer's `Date` header, once.
    CorrectClock,
    /// Getting new credentials, once.
    RenewCredentials,
}

/// One row of the table: the codes it matches, and what they mean.
#[derive(Clone, Copy, Debug)]
pub struct ErrorCode {
    /// A code, or the beginning of codes where it ends in `*`.
    pub pattern: &'static str,
    /// The kind of error that it becomes.
    pub kind: ErrorKind,
    /// What may help.
    pub recovery: Recovery,
    /// What the user should do. `{action}` stands for the RAM action, for example `cams:EnableWhatsappROIMetric`.
    pub hint: &'static str,
}

/// Makes a row.
pub(super) const fn row(
    pattern: &'static str,
    kind: ErrorKind,
    recovery: Recovery,
    hint: &'static str,
) -> ErrorCode {
    ErrorCode { pattern, kind, recovery, hint }
}
