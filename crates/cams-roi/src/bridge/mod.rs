//! What the bindings to other languages share: values as those languages have them, and what the core tells as records.

mod blocking;
mod camel_case;
mod catalogue;
mod channel_list;
mod crossing;
mod days;
mod enable_many;
mod events;
mod given;
mod key;
mod local;
pub mod logs;
mod names;
mod near_timer;
mod operations;
mod runtime;
mod settings;
mod typed;
mod values;

pub use crate::bulk::once::Once;
pub use blocking::run_blocking;
pub use camel_case::in_camel_case;
pub use catalogue::{operation_names, parameter_names};
pub use channel_list::{ChannelReader, channel_id_problem, isv_code_problem};
pub use days::full_days;
pub use enable_many::{Item, enable_many};
pub use events::{EventRecord, listening};
pub use key::key;
pub use local::end_runs;
pub use operations::{Output, Request};
pub use runtime::build_runtime;
pub use settings::{CallSettings, ClientSettings, EnableManySettings};
pub use values::{duration, milliseconds, refusal, time, whole};
