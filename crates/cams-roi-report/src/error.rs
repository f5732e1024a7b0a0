//! Why there is no report.

use cams_roi_store::StoreError;

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file of the user says what cannot be.
    #[error("{message}")]
    File {
        /// What is wrong, and where.
        message: String,
        /// What to do.
        hint: String,
    },
    /// The output cannot be written.
    #[error("the report cannot be written: {0}")]
    Output(#[from] std::io::Error),
}

impl ReportError {
    pub(crate) fn file(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::File { message: message.into(), hint: hint.into() }
    }

    /// What to do.
    #[must_use]
    pub fn hint(&self) -> &str {
        match self {
            Self::Store(error) => error.hint(),
            Self::File { hint, .. } => hint,
            Self::Output(_) => "Make room where the report goes, or name another place.",
        }
    }
}
