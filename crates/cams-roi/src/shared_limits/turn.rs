//! What a call gets that waited for its turn.

use crate::rate_limiter::Permit;
use crate::redis_server::Unavailable;

/// What a call gets that waited.
pub(super) enum Turn {
    /// Redis gave it, to this connection.
    Shared { connection: u64 },
    /// Redis is away, and this process goes on by itself.
    Local { permit: Permit, connection: u64 },
    /// Redis is away.
    Refused(Unavailable),
    /// Redis was never there.
    NeverThere(Unavailable),
}
