//! What functions of the host's say when they fail.

use std::fmt;

/// A function of the host's threw. The packages catch what their users' functions throw, so this tells of a mistake.
#[derive(Debug, uniffi::Error)]
pub(crate) enum CallbackFailure {
    Unexpected { reason: String },
}

impl fmt::Display for CallbackFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Unexpected { reason } = self;
        f.write_str(reason)
    }
}

impl From<uniffi::UnexpectedUniFFICallbackError> for CallbackFailure {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Unexpected { reason: error.reason }
    }
}
