//! The conformance cases, for the runners that are written in Rust: reading them, setting the stage for one, having
//! what came out compared. The format is described in `conformance/format.md`.

mod case;
mod stage;

pub use case::{Call, CancelWhen, Channel, Client, Key, List, Many, Options, Raw, Request};
pub use stage::Stage;
