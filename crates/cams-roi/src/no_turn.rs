//! Why a call gets no turn.

use crate::error::Error;

/// Why a call gets no turn.
#[cfg_attr(not(feature = "redis"), allow(dead_code, reason = "a limit of one process always gives a turn"))]
pub(crate) enum NoTurn {
    /// What was configured cannot work.
    Configuration(Error),
    /// What gives turns is away, for longer than a call waits: what, and why.
    Away(String),
}
