//! Rate limits that all processes of an account keep together, through Redis (docs/adr/0007-shared-limits.md).
//!
//! `limiter` is what calls see, `permit` what they get. For each limit a `keeper` speaks with Redis:
//! `pacing` decides what it says, and `absence` what is done while Redis is away. What the processes have in common is in
//! the script `turns.lua`, in Redis.

mod absence;
mod gate;
mod keeper;
mod limiter;
mod messages;
mod pacing;
mod permit;
mod script;
mod state;
mod turn;

pub(crate) use limiter::{SharedLimiter, start_thread};
pub(crate) use permit::SharedPermit;
