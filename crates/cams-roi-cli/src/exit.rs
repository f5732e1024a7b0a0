//! What the exit code tells a script.
//!
//! Written by `cargo xtask generate` from `model/errors.toml`; do not edit.

use std::process::ExitCode;

use cams_roi::ErrorKind;

/// How the command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything was done.
    Done,
    /// Some channels failed, or the service returned an error that fits no other code.
    Failed,
    /// The command line, a file or a setting is wrong; nothing was sent.
    Usage,
    /// Credentials or a permission are missing or refused.
    Denied,
    /// The service throttles or is not available.
    Busy,
    /// The service could not be reached, or something else answered.
    Transport,
    /// Ctrl-C.
    Interrupted,
}

impl Exit {
    /// The code for a call that failed.
    pub(crate) const fn of(kind: ErrorKind) -> Self {
        match kind {
            ErrorKind::Service | ErrorKind::UnknownResourceOwner | ErrorKind::InvalidParameter => {
                Self::Failed
            }
            ErrorKind::Configuration | ErrorKind::JournalInUse | ErrorKind::InvalidArgument => Self::Usage,
            ErrorKind::Credentials
            | ErrorKind::NotSubscribed
            | ErrorKind::PermissionDenied
            | ErrorKind::Authentication => Self::Denied,
            ErrorKind::Throttled | ErrorKind::ServiceUnavailable => Self::Busy,
            ErrorKind::Transport | ErrorKind::RequestTimeout | ErrorKind::UnexpectedResponse => {
                Self::Transport
            }
        }
    }

    /// The number that the shell sees.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Denied => 3,
            Self::Busy => 4,
            Self::Transport => 5,
            Self::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
