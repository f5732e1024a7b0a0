//! What the bridges to other languages share: values as those languages have them, and what the core tells as records.

pub mod logs;
mod values;

pub use values::{duration, milliseconds, refusal, time, whole};
