//! The binding between the core and its Kotlin and Swift packages: it passes plain data, errors among it, and
//! cancellation. What users see is written in Kotlin and Swift, in `bindings/kotlin` and `bindings/swift`.
#![allow(
    clippy::needless_pass_by_value,
    clippy::must_use_candidate,
    reason = "what uniffi exports takes owned values, and is called from other languages alone"
)]

mod bulk;
mod callback;
mod cancel;
mod channel_list;
mod client;
mod credentials;
mod days;
mod events;
mod failure;
#[cfg(feature = "jvm")]
mod jvm;
mod logs;
mod panics;
mod runtime;
mod settings;

uniffi::setup_scaffolding!("cams_roi");
